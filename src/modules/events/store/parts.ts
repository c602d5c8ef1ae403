/** What hangs on an event: hosts, people, agenda, materials. Lists are kept whole and replaced whole. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { FileId } from '../../../platform/tables.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { ItemInput } from '../rules/lines.ts'
import type { Material } from '../types/results.ts'
import type { EventHost, EventId, EventItem, EventPerson, SeriesId } from '../types.ts'
import { daysOf, type Reader } from './days.ts'

export async function hostsOf(db: Reader, id: EventId): Promise<EventHost[]> {
  return db
    .selectFrom('event_hosts')
    .select(['organisation_id as organisationId', 'role'])
    .where('event_id', '=', id)
    .orderBy('ordinal')
    .execute()
}

/** One that hosts already has its role changed. */
export async function saveHost(db: DbTransaction, id: EventId, host: EventHost): Promise<void> {
  await db
    .insertInto('event_hosts')
    .values({
      event_id: id,
      organisation_id: host.organisationId,
      role: host.role,
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from event_hosts where event_id = ${id})`,
    })
    .onConflict((c) => c.columns(['event_id', 'organisation_id']).doUpdateSet({ role: host.role }))
    .execute()
}

export async function deleteHost(
  db: DbTransaction,
  id: EventId,
  organisationId: OrganisationId,
): Promise<void> {
  await db
    .deleteFrom('event_hosts')
    .where('event_id', '=', id)
    .where('organisation_id', '=', organisationId)
    .execute()
}

export async function peopleOf(db: Reader, id: EventId): Promise<EventPerson[]> {
  return db
    .selectFrom('event_people')
    .select(['role', 'name', 'position', 'named'])
    .where('event_id', '=', id)
    .orderBy('ordinal')
    .execute()
}

export async function replacePeople(
  db: DbTransaction,
  id: EventId,
  people: readonly EventPerson[],
): Promise<void> {
  await db.deleteFrom('event_people').where('event_id', '=', id).execute()
  if (people.length === 0) return
  await db
    .insertInto('event_people')
    .values(people.map((one, ordinal) => ({ id: newId<'eventPerson'>(), event_id: id, ordinal, ...one })))
    .execute()
}

export async function itemsOf(db: Reader, id: EventId): Promise<EventItem[]> {
  const rows = await db
    .selectFrom('event_items')
    .selectAll()
    .where('event_id', '=', id)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    dayId: row.day_id,
    starts: row.starts,
    minutes: row.minutes,
    title: row.title,
    titleEn: row.title_en,
    speakers: row.speakers,
    kind: row.kind,
    track: row.track,
  }))
}

export async function replaceItems(
  db: DbTransaction,
  id: EventId,
  items: readonly ItemInput[],
): Promise<void> {
  const days = await daysOf(db, [id])
  await db.deleteFrom('event_items').where('event_id', '=', id).execute()
  if (items.length === 0) return
  await db
    .insertInto('event_items')
    .values(
      items.map((item, ordinal) => ({
        id: newId<'eventItem'>(),
        event_id: id,
        day_id: days[item.day]?.id ?? null,
        ordinal,
        starts: item.starts,
        minutes: item.minutes,
        title: item.title,
        title_en: item.titleEn,
        speakers: item.speakers,
        kind: item.kind,
        track: item.track,
      })),
    )
    .execute()
}

export async function materialsOf(db: Reader, id: EventId, publicOnly = false): Promise<Material[]> {
  let query = db
    .selectFrom('event_materials')
    .select(['id', 'title', 'link', 'file_id as fileId', 'public'])
    .where('event_id', '=', id)
  if (publicOnly) query = query.where('public', '=', true)
  return query.orderBy('created_at').orderBy('id').execute()
}

/** What was shared at meetings of a series that visitors may know of, the latest first. */
export async function materialsOfSeries(
  db: Reader,
  id: SeriesId,
  limit: number,
): Promise<(Material & { readonly eventId: EventId; readonly firstDay: CivilDate })[]> {
  return db
    .selectFrom('event_materials as m')
    .innerJoin('events as e', 'e.id', 'm.event_id')
    .select([
      'm.id',
      'm.title',
      'm.link',
      'm.file_id as fileId',
      'm.public',
      'e.id as eventId',
      'e.first_day as firstDay',
    ])
    .where('e.series_id', '=', id)
    .where('e.state', '<>', 'planned')
    .where('m.public', '=', true)
    .orderBy('e.first_day', 'desc')
    .orderBy('m.created_at')
    .orderBy('m.id')
    .limit(limit)
    .execute()
}

export async function insertMaterial(tx: Tx, id: EventId, material: Omit<Material, 'id'>): Promise<void> {
  await tx.db
    .insertInto('event_materials')
    .values({
      id: newId<'eventMaterial'>(),
      event_id: id,
      title: material.title,
      link: material.link,
      file_id: material.fileId,
      public: material.public,
      created_at: tx.now,
    })
    .execute()
}

/** Which files it had, so that they can be closed. */
export async function deleteMaterial(
  db: DbTransaction,
  id: EventId,
  materialId: Material['id'],
): Promise<FileId | null> {
  const row = await db
    .deleteFrom('event_materials')
    .where('event_id', '=', id)
    .where('id', '=', materialId)
    .returning('file_id')
    .executeTakeFirst()
  return row?.file_id ?? null
}
