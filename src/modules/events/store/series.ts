/** Series and what they have so far. */
import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { EventsTables } from '../tables.ts'
import type { CityEvent, EventSeries, SeriesId } from '../types.ts'
import type { Reader } from './days.ts'

function seriesOf(row: Selectable<EventsTables['event_series']>): EventSeries {
  return {
    id: row.id,
    title: row.title,
    titleEn: row.title_en,
    kind: row.kind,
    unitId: row.unit_id,
    recurrence: row.recurrence,
    active: row.active,
    version: row.version,
  }
}

export async function allSeries(db: Reader): Promise<EventSeries[]> {
  const rows = await db
    .selectFrom('event_series')
    .selectAll()
    .orderBy('active', 'desc')
    .orderBy('title')
    .orderBy('id')
    .execute()
  return rows.map(seriesOf)
}

export async function seriesById(db: Reader, id: SeriesId): Promise<EventSeries | null> {
  const row = await db.selectFrom('event_series').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? seriesOf(row) : null
}

export async function lockSeries(db: DbTransaction, id: SeriesId): Promise<EventSeries | null> {
  const row = await db
    .selectFrom('event_series')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? seriesOf(row) : null
}

export type SeriesInput = Omit<EventSeries, 'id' | 'version'>

function columnsOf(input: SeriesInput) {
  return {
    title: input.title,
    title_en: input.titleEn,
    kind: input.kind,
    unit_id: input.unitId,
    recurrence: JSON.stringify(input.recurrence),
    active: input.active,
  }
}

export async function insertSeries(tx: Tx, input: SeriesInput): Promise<SeriesId> {
  const id = newId<'eventSeries'>()
  await tx.db
    .insertInto('event_series')
    .values({ id, ...columnsOf(input), created_at: tx.now })
    .execute()
  return id
}

export async function updateSeries(tx: Tx, before: EventSeries, input: SeriesInput): Promise<void> {
  await tx.db
    .updateTable('event_series')
    .set({ ...columnsOf(input), version: before.version + 1 })
    .where('id', '=', before.id)
    .execute()
}

export type SeriesEvent = Pick<CityEvent, 'id' | 'title' | 'firstDay' | 'lastDay' | 'state'> & {
  readonly seriesId: SeriesId
}

/** Events of these series, the latest first. */
export async function eventsOfSeries(db: Reader, ids: readonly SeriesId[]): Promise<SeriesEvent[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('events')
    .select(['id', 'title', 'first_day as firstDay', 'last_day as lastDay', 'state', 'series_id'])
    .where('series_id', 'in', ids)
    .orderBy('first_day', 'desc')
    .execute()
  return rows.flatMap(({ series_id, ...row }) =>
    series_id === null ? [] : [{ ...row, seriesId: series_id }],
  )
}
