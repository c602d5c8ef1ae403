/** Days of events, and the measures that they serve. */
import { sql } from 'kysely'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { MeasureId } from '../../programmes/index.ts'
import type { EventDay, EventDayInput, EventId } from '../types.ts'

export type Reader = Db | DbTransaction

/** Days keep their ids where they stay, because items of the agenda stand on them. */
export async function replaceDays(
  db: DbTransaction,
  eventId: EventId,
  days: readonly EventDayInput[],
): Promise<void> {
  const known = new Set((await daysOf(db, [eventId])).map((d) => d.id))
  const kept = days.flatMap((d) => (d.id !== null && known.has(d.id) ? [d.id] : []))
  let gone = db.deleteFrom('event_days').where('event_id', '=', eventId)
  if (kept.length > 0) gone = gone.where('id', 'not in', kept)
  await gone.execute()
  // Out of the way of the new order.
  await db
    .updateTable('event_days')
    .set({ ordinal: sql<number>`-ordinal - 1` })
    .where('event_id', '=', eventId)
    .execute()
  for (const [ordinal, d] of days.entries()) {
    const row = {
      ordinal,
      day: d.day,
      starts: d.starts,
      ends: d.ends,
      title: d.title,
      mode: d.mode,
      place: d.place,
      address: d.address,
      district_id: d.districtId,
      latitude: d.latitude,
      longitude: d.longitude,
      link: d.link,
    }
    if (d.id !== null && known.has(d.id))
      await db.updateTable('event_days').set(row).where('id', '=', d.id).execute()
    else
      await db
        .insertInto('event_days')
        .values({ id: newId<'eventDay'>(), event_id: eventId, ...row })
        .execute()
  }
}

export async function replaceMeasures(
  db: DbTransaction,
  eventId: EventId,
  measures: readonly MeasureId[],
): Promise<void> {
  await db.deleteFrom('event_measures').where('event_id', '=', eventId).execute()
  if (measures.length === 0) return
  await db
    .insertInto('event_measures')
    .values([...new Set(measures)].map((measure_id) => ({ event_id: eventId, measure_id })))
    .execute()
}

export async function measuresOfEvent(db: Reader, id: EventId): Promise<MeasureId[]> {
  const rows = await db.selectFrom('event_measures').select('measure_id').where('event_id', '=', id).execute()
  return rows.map((row) => row.measure_id)
}

/** In their order. */
export async function daysOf(
  db: Reader,
  ids: readonly EventId[],
): Promise<(EventDay & { readonly eventId: EventId })[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('event_days')
    .selectAll()
    .where('event_id', 'in', ids)
    .orderBy('event_id')
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    eventId: row.event_id,
    day: row.day,
    starts: row.starts,
    ends: row.ends,
    title: row.title,
    mode: row.mode,
    place: row.place,
    address: row.address,
    districtId: row.district_id,
    latitude: row.latitude,
    longitude: row.longitude,
    link: row.link,
  }))
}
