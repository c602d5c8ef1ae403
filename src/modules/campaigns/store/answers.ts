/** Answers and calls. */
import { sql } from 'kysely'
import type { Id } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import type { ProposalId } from '../../organisations/index.ts'
import type { Answer, AnswerWay, Call, CallOutcome, CampaignId, InvitationId } from '../types.ts'
import type { Reader } from './campaigns.ts'

/** Latest first. */
export async function answersOf(db: Reader, id: InvitationId): Promise<Answer[]> {
  return db
    .selectFrom('campaign_answers')
    .select([
      'number',
      'kind',
      'way',
      'name',
      'post',
      'note',
      'consent',
      'changes',
      'proposal_id as proposalId',
      'answered_at as answeredAt',
      'recorded_by as recordedBy',
    ])
    .where('invitation_id', '=', id)
    .orderBy('number', 'desc')
    .execute()
}

/** What the latest answer proposed, so that a new one can take it back. */
export async function latestProposal(
  db: Reader,
  id: InvitationId,
): Promise<{ readonly number: number; readonly proposalId: ProposalId | null }> {
  const row = await db
    .selectFrom('campaign_answers')
    .select(['number', 'proposal_id'])
    .where('invitation_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { number: row?.number ?? 0, proposalId: row?.proposal_id ?? null }
}

export type NewAnswer = Omit<Answer, 'answeredAt'>

export async function insertAnswer(
  tx: Pick<Tx, 'db' | 'now'>,
  id: Id<'answer'>,
  invitationId: InvitationId,
  answer: NewAnswer,
): Promise<void> {
  await tx.db
    .insertInto('campaign_answers')
    .values({
      id,
      invitation_id: invitationId,
      number: answer.number,
      kind: answer.kind,
      way: answer.way,
      name: answer.name,
      post: answer.post,
      note: answer.note,
      consent: answer.consent,
      changes: JSON.stringify(answer.changes),
      proposal_id: answer.proposalId,
      answered_at: tx.now,
      recorded_by: answer.recordedBy,
    })
    .execute()
}

/** The answer that a proposal came from, if it is still the latest of its invitation. */
export async function answerOfProposal(
  db: Reader,
  proposal: ProposalId,
): Promise<{ readonly post: string; readonly answeredAt: Answer['answeredAt'] } | null> {
  const row = await db
    .selectFrom('campaign_answers as a')
    .select(['a.post', 'a.answered_at as answeredAt'])
    .where('a.proposal_id', '=', proposal)
    .where(
      sql<boolean>`not exists (select from campaign_answers b
        where b.invitation_id = a.invitation_id and b.number > a.number)`,
    )
    .executeTakeFirst()
  return row ?? null
}

/** Latest first. */
export async function callsOf(db: Reader, id: InvitationId): Promise<Call[]> {
  return db
    .selectFrom('campaign_calls')
    .select(['outcome', 'note', 'called_at as calledAt', 'called_by as calledBy'])
    .where('invitation_id', '=', id)
    .orderBy('called_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

export async function insertCall(
  tx: Pick<Tx, 'db' | 'now'>,
  id: Id<'call'>,
  invitationId: InvitationId,
  call: { readonly outcome: CallOutcome; readonly note: string | null; readonly by: string },
): Promise<void> {
  await tx.db
    .insertInto('campaign_calls')
    .values({
      id,
      invitation_id: invitationId,
      outcome: call.outcome,
      note: call.note,
      called_at: tx.now,
      called_by: call.by,
    })
    .execute()
}

/** Figures of the result that the board does not have. The latest answer of each counts. */
export async function figuresOf(
  db: Reader,
  id: CampaignId,
): Promise<{
  readonly corrections: number
  readonly calls: number
  readonly byWay: Readonly<Record<AnswerWay, number>>
}> {
  const answers = await db
    .selectFrom('campaign_answers as a')
    .innerJoin('campaign_invitations as i', 'i.id', 'a.invitation_id')
    .where('i.campaign_id', '=', id)
    .distinctOn('a.invitation_id')
    .orderBy('a.invitation_id')
    .orderBy('a.number', 'desc')
    .select(['a.way', sql<number>`jsonb_array_length(a.changes)`.as('changes')])
    .execute()
  const calls = await db
    .selectFrom('campaign_calls as c')
    .innerJoin('campaign_invitations as i', 'i.id', 'c.invitation_id')
    .where('i.campaign_id', '=', id)
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow()
  const byWay = { link: 0, phone: 0, paper: 0 }
  for (const a of answers) byWay[a.way]++
  return { corrections: answers.reduce((n, a) => n + a.changes, 0), calls: calls.n, byWay }
}

/** Those that wound themselves up, as somebody said on the telephone. */
export async function ceasedOf(db: Reader, id: CampaignId) {
  return db
    .selectFrom('campaign_invitations as i')
    .where('i.campaign_id', '=', id)
    .where('i.ceased', '=', true)
    .where('i.answer', 'is', null)
    .select(['i.name', 'i.kind'])
    .select((eb) =>
      eb
        .selectFrom('campaign_calls as c')
        .select('c.note')
        .whereRef('c.invitation_id', '=', 'i.id')
        .where('c.outcome', '=', 'ceased')
        .orderBy('c.called_at', 'desc')
        .limit(1)
        .as('note'),
    )
    .orderBy('i.name')
    .execute()
}

/** Takes persons out of the answers of a campaign: names, notes and what was proposed. How many held any. */
export async function forgetPersons(db: DbTransaction, id: CampaignId): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('campaign_answers')
    .set({ name: '', note: null, changes: '[]' })
    .where('name', '<>', '')
    .where(
      'invitation_id',
      'in',
      db.selectFrom('campaign_invitations').select('id').where('campaign_id', '=', id),
    )
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Names in answers: who answered, and whom a correction names. */
export async function answerPersons(db: Reader) {
  const rows = await db
    .selectFrom('campaign_answers as a')
    .innerJoin('campaign_invitations as i', 'i.id', 'a.invitation_id')
    .select(['a.id', 'a.name', 'a.post', 'a.note', 'a.changes', 'a.answered_at as at'])
    .select(['i.campaign_id as campaignId', 'i.name as organisation'])
    .orderBy('a.id')
    .execute()
  return rows.map(({ changes, ...row }) => ({
    ...row,
    named: changes.flatMap((change) => ('name' in change ? [change.name] : [])),
  }))
}

export async function forgetAnswer(db: DbTransaction, id: string): Promise<void> {
  await db
    .updateTable('campaign_answers')
    .set({ name: '', note: null, changes: '[]' })
    .where(sql<boolean>`id = ${id}::uuid`)
    .execute()
}
