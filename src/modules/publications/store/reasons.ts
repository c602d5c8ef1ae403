/** Why a text is returned: a list that the office keeps. */
import type { DbTransaction } from '../../../platform/db.ts'
import type { Reason } from '../types.ts'
import type { Reader } from './publications.ts'

export async function reasons(db: Reader): Promise<readonly Reason[]> {
  const rows = await db
    .selectFrom('publication_reasons')
    .selectAll()
    .orderBy('position')
    .orderBy('code')
    .execute()
  return rows.map((row) => ({
    code: row.code,
    name: { uk: row.name_uk, en: row.name_en },
    source: row.source,
    url: row.url,
    position: row.position,
    active: row.active,
  }))
}

export async function saveReason(db: DbTransaction, reason: Reason): Promise<void> {
  const row = {
    name_uk: reason.name.uk,
    name_en: reason.name.en,
    source: reason.source,
    url: reason.url,
    position: reason.position,
    active: reason.active,
  }
  await db
    .insertInto('publication_reasons')
    .values({ code: reason.code, ...row })
    .onConflict((c) => c.column('code').doUpdateSet(row))
    .execute()
}
