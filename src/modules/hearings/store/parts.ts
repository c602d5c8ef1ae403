/** What hangs on a hearing: signature sheets, minutes, proposals, follow-ups. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type {
  FollowUp,
  HearingId,
  Minutes,
  MinutesInput,
  Proposal,
  ProposalId,
  ProposalInput,
  ProposalState,
  Sheet,
  SheetId,
  SheetInput,
} from '../types.ts'
import type { Reader } from './hearings.ts'

export async function sheetsOf(db: Reader, id: HearingId): Promise<Sheet[]> {
  const rows = await db
    .selectFrom('hearing_sheets')
    .selectAll()
    .where('hearing_id', '=', id)
    .orderBy('checked_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    signatures: row.signatures,
    valid: row.valid,
    remark: row.remark,
    checkedOn: row.checked_on,
    checkedBy: row.checked_by,
  }))
}

export async function insertSheet(tx: Tx, id: HearingId, sheet: SheetInput, by: string): Promise<void> {
  await tx.db
    .insertInto('hearing_sheets')
    .values({ id: newId<'hearingSheet'>(), hearing_id: id, ...sheet, checked_on: tx.today, checked_by: by })
    .execute()
}

export async function deleteSheet(db: DbTransaction, id: SheetId): Promise<void> {
  await db.deleteFrom('hearing_sheets').where('id', '=', id).execute()
}

export async function minutesOf(db: Reader, id: HearingId): Promise<Minutes | null> {
  const row = await db
    .selectFrom('hearing_minutes')
    .selectAll()
    .where('hearing_id', '=', id)
    .executeTakeFirst()
  return row
    ? {
        chair: row.chair,
        secretary: row.secretary,
        participants: row.participants,
        course: row.course,
        votes: row.votes,
        signedOn: row.signed_on,
        version: row.version,
      }
    : null
}

/** @param version of the row after it */
export async function saveMinutes(
  tx: Tx,
  id: HearingId,
  minutes: MinutesInput,
  version: number,
): Promise<void> {
  const row = {
    chair: minutes.chair,
    secretary: minutes.secretary,
    participants: minutes.participants,
    course: minutes.course,
    votes: JSON.stringify(minutes.votes),
    signed_on: minutes.signedOn,
    version,
    changed_at: tx.now,
  }
  await tx.db
    .insertInto('hearing_minutes')
    .values({ hearing_id: id, ...row })
    .onConflict((c) => c.column('hearing_id').doUpdateSet(row))
    .execute()
}

function proposals(db: Reader) {
  return db
    .selectFrom('hearing_proposals as p')
    .leftJoin('organisations as o', 'o.id', 'p.organisation_id')
    .leftJoin('units as u', 'u.id', 'p.unit_id')
    .selectAll('p')
    .select(['o.name as organisation_name', 'u.name as unit_name'])
}
type Row = Awaited<ReturnType<ReturnType<typeof proposals>['execute']>>[number]

function proposalOf(row: Row): Proposal {
  return {
    id: row.id,
    hearingId: row.hearing_id,
    number: row.number,
    authorKind: row.author_kind,
    organisationId: row.organisation_id,
    organisation: row.organisation_name,
    author: row.author,
    text: row.text,
    unitId: row.unit_id,
    unitName: row.unit_name,
    state: row.state,
    reason: row.reason,
    decidedOn: row.decided_on,
    version: row.version,
  }
}

export async function proposalsOf(db: Reader, id: HearingId): Promise<Proposal[]> {
  const rows = await proposals(db).where('p.hearing_id', '=', id).orderBy('p.number').execute()
  return rows.map(proposalOf)
}

/** How many of each hearing wait for a decision. */
export async function openProposalCounts(
  db: Reader,
  ids: readonly HearingId[],
): Promise<ReadonlyMap<HearingId, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('hearing_proposals')
    .select(['hearing_id', sql<number>`count(*)`.as('n')])
    .where('hearing_id', 'in', ids)
    .where('state', '=', 'open')
    .groupBy('hearing_id')
    .execute()
  return new Map(rows.map((row) => [row.hearing_id, row.n]))
}

/** Hearings with proposals that wait for the decision of these departments, the most urgent first. */
export async function undecidedOf(
  db: Reader,
  units: readonly UnitId[],
  limit: number,
): Promise<{ hearingId: HearingId; title: string; due: CivilDate | null; n: number }[]> {
  if (units.length === 0) return []
  const rows = await db
    .selectFrom('hearing_proposals as p')
    .innerJoin('hearings as h', 'h.id', 'p.hearing_id')
    .select(['h.id', 'h.title', 'h.decision_due', sql<number>`count(*)`.as('n')])
    .where('h.state', '=', 'held')
    .where('p.state', '=', 'open')
    .where('p.unit_id', 'in', units)
    .groupBy(['h.id', 'h.title', 'h.decision_due'])
    .orderBy('h.decision_due')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ hearingId: row.id, title: row.title, due: row.decision_due, n: row.n }))
}

export async function lockProposal(db: DbTransaction, id: ProposalId): Promise<Proposal | null> {
  await db.selectFrom('hearing_proposals').select('id').where('id', '=', id).forUpdate().execute()
  const row = await proposals(db).where('p.id', '=', id).executeTakeFirst()
  return row ? proposalOf(row) : null
}

/** Under the lock of its hearing. */
export async function insertProposal(
  tx: Tx,
  hearingId: HearingId,
  input: ProposalInput,
): Promise<ProposalId> {
  const id = newId<'hearingProposal'>()
  await tx.db
    .insertInto('hearing_proposals')
    .values({
      id,
      hearing_id: hearingId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from hearing_proposals where hearing_id = ${hearingId})`,
      author_kind: input.authorKind,
      organisation_id: input.organisationId,
      author: input.author,
      text: input.text,
      unit_id: input.unitId,
      state: 'open',
      reason: null,
      decided_on: null,
      created_at: tx.now,
    })
    .execute()
  return id
}

export async function saveProposal(
  tx: Tx,
  before: Proposal,
  decision: {
    readonly state: Exclude<ProposalState, 'open'>
    readonly reason: string
    readonly on: CivilDate
  },
): Promise<void> {
  await tx.db
    .updateTable('hearing_proposals')
    .set({
      state: decision.state,
      reason: decision.reason,
      decided_on: decision.on,
      version: before.version + 1,
    })
    .where('id', '=', before.id)
    .execute()
}

export async function followUpsOf(db: Reader, id: HearingId): Promise<FollowUp[]> {
  const rows = await db
    .selectFrom('hearing_followups')
    .selectAll()
    .where('hearing_id', '=', id)
    .orderBy('months')
    .execute()
  return rows.map((row) => ({
    months: row.months,
    due: row.due,
    note: row.note,
    doneOn: row.done_on,
    doneBy: row.done_by,
  }))
}

export async function insertFollowUps(
  db: DbTransaction,
  id: HearingId,
  rows: readonly { readonly months: number; readonly due: CivilDate }[],
): Promise<void> {
  await db
    .insertInto('hearing_followups')
    .values(rows.map((row) => ({ hearing_id: id, ...row, note: null, done_on: null, done_by: null })))
    .execute()
}

export async function saveFollowUp(
  tx: Tx,
  id: HearingId,
  months: number,
  note: string,
  by: string,
): Promise<void> {
  await tx.db
    .updateTable('hearing_followups')
    .set({ note, done_on: tx.today, done_by: by })
    .where('hearing_id', '=', id)
    .where('months', '=', months)
    .execute()
}

export type OpenFollowUp = {
  readonly hearingId: HearingId
  readonly title: string
  readonly months: number
  readonly due: CivilDate
}

/** Due by a day, the earliest first. */
export async function followUpsDue(db: Reader, by: CivilDate, limit: number): Promise<OpenFollowUp[]> {
  return db
    .selectFrom('hearing_followups as f')
    .innerJoin('hearings as h', 'h.id', 'f.hearing_id')
    .select(['f.hearing_id as hearingId', 'h.title', 'f.months', 'f.due'])
    .where('f.done_on', 'is', null)
    .where('f.due', '<=', by)
    .orderBy('f.due')
    .limit(limit)
    .execute()
}

export async function proposalAuthors(db: Reader) {
  return db
    .selectFrom('hearing_proposals as p')
    .innerJoin('hearings as h', 'h.id', 'p.hearing_id')
    .select(['p.id', 'p.author', 'p.text', 'p.created_at as at', 'h.id as hearingId', 'h.title'])
    .where('p.author', 'is not', null)
    .orderBy('p.id')
    .execute()
}

/** The proposal and its decision stay; whose it was goes. */
export async function forgetAuthor(tx: Tx, id: string): Promise<void> {
  await tx.db
    .updateTable('hearing_proposals')
    .set({ author: null })
    .where(sql<boolean>`id = ${id}::uuid`)
    .execute()
}
