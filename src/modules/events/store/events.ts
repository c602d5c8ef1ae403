/** The event itself: its row, days and measures. */
import { type Selectable, sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { groupCommit } from '../../../platform/group-commit.ts'
import { spanOf } from '../rules/state.ts'
import type { EventsTables } from '../tables.ts'
import type { CityEvent, EventId, EventInput, EventState, ItemId } from '../types.ts'
import { type Reader, replaceDays, replaceMeasures } from './days.ts'

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

/** One queue for a database. */
const readers = new WeakMap<Db, (id: EventId) => Promise<CityEvent | null>>()

/** The same for a crowd: those who come while a statement runs share the next one. */
export function eventForCrowd(db: Db, id: EventId): Promise<CityEvent | null> {
  const known = readers.get(db)
  const reader = known ?? groupCommit((ids) => eventsInOrder(db, ids))
  if (!known) readers.set(db, reader)
  return reader(id)
}

async function eventsInOrder(db: Db, ids: readonly EventId[]): Promise<(CityEvent | null)[]> {
  const rows = await db
    .selectFrom('events')
    .selectAll()
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  const events = new Map(rows.map((row) => [row.id, eventOf(row)]))
  return ids.map((id) => events.get(id) ?? null)
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

/** Those who come know of everything up to now. */
export async function saveTold(tx: Tx, event: Pick<CityEvent, 'id'>): Promise<void> {
  await tx.db
    .updateTable('events')
    .set((eb) => ({ told_sequence: eb.ref('sequence') }))
    .where('id', '=', event.id)
    .execute()
}

/** Announced events with changes that those who come were not told, and that have settled. */
export async function untoldChanges(db: Reader, settledBy: Temporal.Instant): Promise<EventId[]> {
  const rows = await db
    .selectFrom('events')
    .select('id')
    .where('state', '=', 'announced')
    .whereRef('told_sequence', '<', 'sequence')
    .where('changed_at', '<=', settledBy)
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
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
