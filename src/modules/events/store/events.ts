/** The event itself: its row, days and measures. */
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { MeasureId } from '../../programmes/index.ts'
import { spanOf } from '../rules/state.ts'
import type { EventsTables } from '../tables.ts'
import type { CityEvent, EventDay, EventDayInput, EventId, EventInput, EventState, ItemId } from '../types.ts'

export type Reader = Db | DbTransaction
type EventRow = Selectable<EventsTables['events']>

function eventOf(row: EventRow): CityEvent {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    titleEn: row.title_en,
    purpose: row.purpose,
    purposeEn: row.purpose_en,
    unitId: row.unit_id,
    seriesId: row.series_id,
    state: row.state,
    stateReason: row.state_reason,
    basisNumber: row.basis_number,
    basisDate: row.basis_date,
    safety: row.safety,
    shelter: row.shelter,
    languages: row.languages,
    accessibility: row.accessibility,
    budget: row.budget,
    photoConsent: row.photo_consent,
    participation: row.participation,
    seats: row.seats,
    seatsPerOrganisation: row.seats_per_organisation,
    registrationUntil: row.registration_until,
    registrationQuestions: row.registration_questions,
    questionsOpen: row.questions_open,
    feedbackOpen: row.feedback_open,
    firstDay: row.first_day,
    lastDay: row.last_day,
    summary: row.summary,
    summaryEn: row.summary_en,
    resolution: row.resolution,
    recordingLink: row.recording_link,
    cost: row.cost,
    waived: row.waived,
    sequence: row.sequence,
    sourceUid: row.source_uid,
    sourceLabel: row.source_label,
    currentItemId: row.current_item_id,
    version: row.version,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    announcedAt: row.announced_at,
  }
}

export async function eventById(db: Reader, id: EventId): Promise<CityEvent | null> {
  const row = await db.selectFrom('events').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? eventOf(row) : null
}

export async function lockEvent(db: DbTransaction, id: EventId): Promise<CityEvent | null> {
  const row = await db.selectFrom('events').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? eventOf(row) : null
}

function columnsOf(input: EventInput) {
  const { firstDay, lastDay, firstStarts } = spanOf(input.days)
  return {
    kind: input.kind,
    title: input.title,
    title_en: input.titleEn,
    purpose: input.purpose,
    purpose_en: input.purposeEn,
    unit_id: input.unitId,
    series_id: input.seriesId,
    basis_number: input.basisNumber,
    basis_date: input.basisDate,
    safety: input.safety,
    shelter: input.shelter,
    languages: [...input.languages],
    accessibility: input.accessibility,
    budget: input.budget,
    photo_consent: input.photoConsent,
    participation: input.participation,
    seats: input.seats,
    seats_per_organisation: input.seatsPerOrganisation,
    registration_until: input.registrationUntil,
    registration_questions: JSON.stringify(input.registrationQuestions),
    questions_open: input.questionsOpen,
    feedback_open: input.feedbackOpen,
    first_day: firstDay,
    last_day: lastDay,
    first_starts: firstStarts,
  }
}

function authorOf(tx: Tx): { readonly created_by: string; readonly created_by_name: string } {
  const { actor } = tx
  if (actor.kind === 'staff' || actor.kind === 'token')
    return { created_by: actor.id, created_by_name: actor.name }
  return { created_by: 'system', created_by_name: actor.kind === 'system' ? actor.job : '' }
}

export async function insertEvent(
  tx: Tx,
  id: EventId,
  input: EventInput,
  source: { readonly uid: string; readonly label: string } | null,
): Promise<void> {
  await tx.db
    .insertInto('events')
    .values({
      id,
      ...columnsOf(input),
      state: 'planned',
      state_reason: null,
      summary: null,
      summary_en: null,
      resolution: null,
      recording_link: null,
      cost: null,
      source_uid: source?.uid ?? null,
      source_label: source?.label ?? null,
      current_item_id: null,
      ...authorOf(tx),
      created_at: tx.now,
      changed_at: tx.now,
      announced_at: null,
    })
    .execute()
  await replaceDays(tx.db, id, input.days)
  await replaceMeasures(tx.db, id, input.measures)
}

/** @param raised whether calendars must take the change over */
export async function updateEvent(
  tx: Tx,
  before: CityEvent,
  input: EventInput,
  raised: boolean,
): Promise<void> {
  await tx.db
    .updateTable('events')
    .set({
      ...columnsOf(input),
      sequence: before.sequence + (raised ? 1 : 0),
      version: before.version + 1,
      changed_at: tx.now,
    })
    .where('id', '=', before.id)
    .execute()
  await replaceDays(tx.db, before.id, input.days)
  await replaceMeasures(tx.db, before.id, input.measures)
}

export async function saveState(
  tx: Tx,
  before: CityEvent,
  state: EventState,
  reason: string | null,
): Promise<void> {
  await tx.db
    .updateTable('events')
    .set({
      state,
      state_reason: reason,
      sequence: before.sequence + 1,
      version: before.version + 1,
      changed_at: tx.now,
      ...(state === 'announced' && before.announcedAt === null ? { announced_at: tx.now } : {}),
    })
    .where('id', '=', before.id)
    .execute()
}

export async function saveWaived(
  tx: Tx,
  id: EventId,
  waived: Readonly<Record<string, string>>,
): Promise<void> {
  await tx.db
    .updateTable('events')
    .set({ waived: JSON.stringify(waived) })
    .where('id', '=', id)
    .execute()
}

export async function saveResults(
  tx: Tx,
  before: CityEvent,
  results: Pick<CityEvent, 'summary' | 'summaryEn' | 'resolution' | 'recordingLink' | 'cost'>,
): Promise<void> {
  await tx.db
    .updateTable('events')
    .set({
      summary: results.summary,
      summary_en: results.summaryEn,
      resolution: results.resolution,
      recording_link: results.recordingLink,
      cost: results.cost,
      version: before.version + 1,
      changed_at: tx.now,
    })
    .where('id', '=', before.id)
    .execute()
}

export async function saveCurrentItem(tx: Tx, id: EventId, item: ItemId | null): Promise<void> {
  await tx.db
    .updateTable('events')
    .set({ current_item_id: item, changed_at: tx.now })
    .where('id', '=', id)
    .execute()
}

/** Days keep their ids where they stay, because items of the agenda stand on them. */
async function replaceDays(
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

async function replaceMeasures(
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
