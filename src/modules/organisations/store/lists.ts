/** The lists that the office keeps: districts, directions of work, confessions. */
import { sql } from 'kysely'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { DirectionId, District, DistrictId, ListEntry, OrganisationId, Outline } from '../types.ts'
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

export async function directionsOf(
  db: Reader,
  ids: readonly OrganisationId[],
): Promise<ReadonlyMap<OrganisationId, readonly ListEntry<'direction'>[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation_directions as l')
    .innerJoin('directions as d', 'd.id', 'l.direction_id')
    .selectAll('d')
    .select('l.organisation_id')
    .where('l.organisation_id', 'in', [...new Set(ids)])
    .orderBy('d.position')
    .orderBy('d.name')
    .execute()
  const found = new Map<OrganisationId, ListEntry<'direction'>[]>()
  for (const row of rows) {
    const list = found.get(row.organisation_id) ?? []
    list.push(toEntry<'direction'>(row))
    found.set(row.organisation_id, list)
  }
  return found
}

export async function saveDirections(
  db: DbTransaction,
  id: OrganisationId,
  wanted: readonly DirectionId[],
): Promise<void> {
  await db.deleteFrom('organisation_directions').where('organisation_id', '=', id).execute()
  if (wanted.length > 0)
    await db
      .insertInto('organisation_directions')
      .values([...new Set(wanted)].map((direction_id) => ({ organisation_id: id, direction_id })))
      .execute()
}

/** Whether every one of them is an entry of the list. */
export async function areDirections(db: Reader, ids: readonly DirectionId[]): Promise<boolean> {
  if (ids.length === 0) return true
  const rows = await db
    .selectFrom('directions')
    .select('id')
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return rows.length === new Set(ids).size
}

export type ListName = 'districts' | 'directions' | 'confessions'

/** One of the lists, in its order. */
export function entriesOf(
  db: Reader,
  list: ListName,
): Promise<readonly (ListEntry & { readonly outline?: Outline | null })[]> {
  return list === 'districts' ? districts(db) : list === 'directions' ? directions(db) : confessions(db)
}

export async function entryById(db: Reader, list: ListName, id: string): Promise<ListEntry | null> {
  const row = await db
    .selectFrom(list)
    .selectAll()
    .where('id', '=', id as never)
    .executeTakeFirst()
  return row ? toEntry(row) : null
}

/** By its name, whatever the case. */
export async function entryOfName(db: Reader, list: ListName, name: string): Promise<ListEntry | null> {
  const row = await db
    .selectFrom(list)
    .selectAll()
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .executeTakeFirst()
  return row ? toEntry(row) : null
}

export async function insertEntry(
  db: DbTransaction,
  list: ListName,
  entry: { readonly name: string; readonly nameEn: string | null },
): Promise<string> {
  const id = newId<string>()
  await sql`insert into ${sql.table(list)} (id, name, name_en, position)
    values (${id}, ${entry.name}, ${entry.nameEn}, (select coalesce(max(position), 0) + 1 from ${sql.table(list)}))`.execute(
    db,
  )
  return id
}

export async function updateEntry(
  db: DbTransaction,
  list: ListName,
  id: string,
  entry: {
    readonly name: string
    readonly nameEn: string | null
    readonly position: number
    readonly active: boolean
  },
): Promise<void> {
  await sql`update ${sql.table(list)} set name = ${entry.name}, name_en = ${entry.nameEn},
    position = ${entry.position}, active = ${entry.active} where id = ${id}::uuid`.execute(db)
}

export async function saveOutline(db: DbTransaction, id: DistrictId, outline: Outline | null): Promise<void> {
  await db
    .updateTable('districts')
    .set({ outline: outline === null ? null : JSON.stringify(outline) })
    .where('id', '=', id)
    .execute()
}

/** How many organisations each entry of the list has. */
export async function usesOf(db: Reader, list: ListName): Promise<ReadonlyMap<string, number>> {
  const { rows } =
    list === 'directions'
      ? await sql<{ id: string; n: number }>`select direction_id as id, count(*)::int as n
          from organisation_directions group by 1`.execute(db)
      : await sql<{
          id: string
          n: number
        }>`select ${sql.ref(list === 'districts' ? 'district_id' : 'confession_id')} as id,
          count(*)::int as n from organisations where merged_into is null group by 1`.execute(db)
  return new Map(rows.map((row) => [row.id, row.n]))
}
