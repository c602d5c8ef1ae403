/** Hearings themselves. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import type { EventId } from '../../events/index.ts'
import type { DraftId } from '../../programmes/index.ts'
import type { DecisionInput, Hearing, HearingId, HearingInput, HearingState, Term } from '../types.ts'

export type Reader = Db | DbTransaction
export const PAGE_SIZE = 20

function hearings(db: Reader) {
  return db
    .selectFrom('hearings as h')
    .leftJoin('organisations as o', 'o.id', 'h.organisation_id')
    .selectAll('h')
    .select('o.name as organisation_name')
}
type Row = Awaited<ReturnType<ReturnType<typeof hearings>['execute']>>[number]

function hearingOf(row: Row): Hearing {
  return {
    id: row.id,
    title: row.title,
    titleEn: row.title_en,
    subject: row.subject,
    territory: row.territory,
    ground: row.ground,
    initiatorKind: row.initiator_kind,
    initiator: row.initiator,
    organisationId: row.organisation_id,
    organisation: row.organisation_name,
    draftId: row.draft_id,
    receivedOn: row.received_on,
    check:
      row.check_due && row.check_explanation
        ? { due: row.check_due, explanation: row.check_explanation }
        : null,
    signaturesNeeded: row.signatures_needed,
    state: row.state,
    stateReason: row.state_reason,
    eventId: row.event_id,
    shortNoticeReason: row.short_notice_reason,
    heldOn: row.held_on,
    decisionTerm:
      row.decision_due && row.decision_explanation
        ? { due: row.decision_due, explanation: row.decision_explanation }
        : null,
    decision:
      row.decided_on && row.decision_number && row.decision_body && row.decision_text
        ? {
            on: row.decided_on,
            number: row.decision_number,
            body: row.decision_body,
            text: row.decision_text,
            link: row.decision_link,
          }
        : null,
    version: row.version,
    createdAt: row.created_at,
  }
}

export type HearingFilter = {
  readonly state: HearingState | null
  readonly text: string
  readonly publicOnly?: boolean
}

export async function listHearings(
  db: Reader,
  filter: HearingFilter,
  after: string,
  size = PAGE_SIZE,
): Promise<Page<Hearing>> {
  const from = decodeCursor(after, ['string', 'string'])
  let query = hearings(db)
  if (filter.state) query = query.where('h.state', '=', filter.state)
  if (filter.publicOnly) query = query.where('h.state', 'in', ['called', 'held', 'decided', 'closed'])
  if (filter.text) query = query.where('h.title', 'ilike', `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`)
  if (from)
    query = query.where(sql<boolean>`(h.created_at, h.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`)
  const rows = await query
    .orderBy('h.created_at', 'desc')
    .orderBy('h.id', 'desc')
    .limit(onePast(size))
    .execute()
  return cutPage(rows.map(hearingOf), size, (h) => [h.createdAt.toString(), h.id])
}

export async function hearingById(db: Reader, id: HearingId): Promise<Hearing | null> {
  const row = await hearings(db).where('h.id', '=', id).executeTakeFirst()
  return row ? hearingOf(row) : null
}

export async function hearingOfEvent(db: Reader, id: EventId): Promise<Hearing | null> {
  const row = await hearings(db).where('h.event_id', '=', id).executeTakeFirst()
  return row ? hearingOf(row) : null
}

export async function lockHearing(db: DbTransaction, id: HearingId): Promise<Hearing | null> {
  await db.selectFrom('hearings').select('id').where('id', '=', id).forUpdate().execute()
  return hearingById(db, id)
}

/** Those that wait for something, for the start page. */
/** Those on which a step of the office waits, but for what is told later of a decided one. */
export async function openHearings(db: Reader, limit: number): Promise<Hearing[]> {
  const rows = await hearings(db)
    .where('h.state', 'not in', ['decided', 'closed', 'refused', 'setAside'])
    .orderBy('h.created_at')
    .limit(limit)
    .execute()
  return rows.map(hearingOf)
}

function columnsOf(input: HearingInput) {
  return {
    title: input.title,
    title_en: input.titleEn,
    subject: input.subject,
    territory: input.territory,
    ground: input.ground,
    initiator_kind: input.initiatorKind,
    initiator: input.initiator,
    organisation_id: input.organisationId,
    received_on: input.receivedOn,
  }
}

function termColumns(check: Term | null) {
  return {
    check_due: check?.due ?? null,
    check_explanation: check ? JSON.stringify(check.explanation) : null,
  }
}

export async function insertHearing(
  tx: Tx,
  id: HearingId,
  input: HearingInput,
  more: {
    readonly state: HearingState
    readonly draftId: DraftId | null
    readonly check: Term | null
    readonly signaturesNeeded: number | null
  },
): Promise<void> {
  await tx.db
    .insertInto('hearings')
    .values({
      id,
      ...columnsOf(input),
      ...termColumns(more.check),
      draft_id: more.draftId,
      signatures_needed: more.signaturesNeeded,
      state: more.state,
      state_reason: null,
      event_id: null,
      short_notice_reason: null,
      held_on: null,
      decision_due: null,
      decision_explanation: null,
      decided_on: null,
      decision_number: null,
      decision_body: null,
      decision_text: null,
      decision_link: null,
      created_at: tx.now,
      changed_at: tx.now,
    })
    .execute()
}

type Change = {
  readonly state?: HearingState
  readonly state_reason?: string | null
  readonly event_id?: EventId | null
  readonly short_notice_reason?: string | null
  readonly held_on?: CivilDate | null
  readonly decision_due?: CivilDate | null
  readonly decision_explanation?: string | null
}

async function change(tx: Tx, before: Hearing, values: Change): Promise<void> {
  await tx.db
    .updateTable('hearings')
    .set({ ...values, version: before.version + 1, changed_at: tx.now })
    .where('id', '=', before.id)
    .execute()
}

export async function updateHearing(
  tx: Tx,
  before: Hearing,
  input: HearingInput,
  more: { readonly check: Term | null; readonly signaturesNeeded: number | null },
): Promise<void> {
  await tx.db
    .updateTable('hearings')
    .set({
      ...columnsOf(input),
      ...termColumns(more.check),
      signatures_needed: more.signaturesNeeded,
      version: before.version + 1,
      changed_at: tx.now,
    })
    .where('id', '=', before.id)
    .execute()
}

export function saveState(
  tx: Tx,
  before: Hearing,
  state: HearingState,
  reason: string | null,
): Promise<void> {
  return change(tx, before, { state, state_reason: reason })
}

export function saveCalled(
  tx: Tx,
  before: Hearing,
  eventId: EventId,
  shortNoticeReason: string | null,
): Promise<void> {
  return change(tx, before, {
    state: 'called',
    state_reason: null,
    event_id: eventId,
    short_notice_reason: shortNoticeReason,
  })
}

/** Its event will not be held: it may be called again. */
export function saveUncalled(tx: Tx, before: Hearing, state: HearingState, reason: string): Promise<void> {
  return change(tx, before, { state, state_reason: reason, event_id: null, short_notice_reason: null })
}

export function saveHeld(tx: Tx, before: Hearing, heldOn: CivilDate, term: Term): Promise<void> {
  return change(tx, before, {
    state: 'held',
    held_on: heldOn,
    decision_due: term.due,
    decision_explanation: JSON.stringify(term.explanation),
  })
}

export async function saveDecision(tx: Tx, before: Hearing, decision: DecisionInput): Promise<void> {
  await tx.db
    .updateTable('hearings')
    .set({
      state: 'decided',
      decided_on: decision.on,
      decision_number: decision.number,
      decision_body: decision.body,
      decision_text: decision.text,
      decision_link: decision.link,
      version: before.version + 1,
      changed_at: tx.now,
    })
    .where('id', '=', before.id)
    .execute()
}
