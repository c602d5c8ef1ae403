/** The lists that the office keeps: districts, directions of work, confessions. */
import type { District, ListEntry } from '../types.ts'
import type { Reader } from './lines.ts'

/** In their order; those no longer used stand last. */
export async function districts(db: Reader): Promise<District[]> {
  const rows = await db
    .selectFrom('districts')
    .selectAll()
    .orderBy('active', 'desc')
    .orderBy('position')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...toEntry<'district'>(row), outline: row.outline }))
}

export async function directions(db: Reader): Promise<ListEntry<'direction'>[]> {
  const rows = await db
    .selectFrom('directions')
    .selectAll()
    .orderBy('active', 'desc')
    .orderBy('position')
    .orderBy('name')
    .execute()
  return rows.map(toEntry<'direction'>)
}

export async function confessions(db: Reader): Promise<ListEntry<'confession'>[]> {
  const rows = await db
    .selectFrom('confessions')
    .selectAll()
    .orderBy('active', 'desc')
    .orderBy('position')
    .orderBy('name')
    .execute()
  return rows.map(toEntry<'confession'>)
}

function toEntry<I extends string>(row: {
  id: ListEntry<I>['id']
  name: string
  name_en: string | null
  position: number
  active: boolean
}): ListEntry<I> {
  return { id: row.id, name: row.name, nameEn: row.name_en, position: row.position, active: row.active }
}
