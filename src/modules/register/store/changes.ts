/** What later exports said otherwise. */
import type { RegisterChange, RegisterRef } from '../types.ts'
import type { RegisterDb } from './database.ts'

/** The latest first. */
export async function changesOf(
  db: RegisterDb,
  refs: readonly RegisterRef[],
  limit = 1_000,
): Promise<readonly RegisterChange[]> {
  if (refs.length === 0) return []
  const rows = await db
    .selectFrom('register_changes')
    .select(['ref', 'field', 'before', 'after', 'exported_on'])
    .where('ref', 'in', [...refs])
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ exported_on: exportedOn, ...row }) => ({ ...row, exportedOn }))
}
