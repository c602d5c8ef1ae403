/** Proposals to change programmes. */
import { type Insertable, sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { ProgrammesTables } from '../tables.ts'
import type { ProposalRecord, ProposalState } from '../types/proposal.ts'
import type { DraftId, ProgrammeId, ProposalId } from '../types.ts'

type Reader = Db | DbTransaction

const FIELDS = [
  'id',
  'programme_id as programmeId',
  'measure_id as measureId',
  'kind',
  'text',
  'reason',
  'unit_id as unitId',
  'state',
  'answer',
  'draft_id as draftId',
  'created_by as createdBy',
  'created_by_name as createdByName',
  'created_at as createdAt',
  'decided_at as decidedAt',
] as const

export type ProposalFilter = {
  readonly programmeId?: ProgrammeId
  readonly states?: readonly ProposalState[]
  readonly unitId?: UnitId
}

/** Newest first. */
export async function listProposals(
  db: Reader,
  filter: ProposalFilter,
  after: { readonly createdAt: string; readonly id: string } | null,
  limit: number,
): Promise<ProposalRecord[]> {
  return db
    .selectFrom('programme_proposals')
    .select(FIELDS)
    .$if(filter.programmeId !== undefined, (q) => q.where('programme_id', '=', filter.programmeId!))
    .$if(filter.states !== undefined, (q) => q.where('state', 'in', filter.states!))
    .$if(filter.unitId !== undefined, (q) => q.where('unit_id', '=', filter.unitId!))
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(created_at, id) < (${after!.createdAt}::timestamptz, ${after!.id}::uuid)`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function lockProposal(db: DbTransaction, id: ProposalId): Promise<ProposalRecord | null> {
  const row = await db
    .selectFrom('programme_proposals')
    .select(FIELDS)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

export async function proposalById(db: Reader, id: ProposalId): Promise<ProposalRecord | null> {
  const row = await db
    .selectFrom('programme_proposals')
    .select(FIELDS)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function insertProposal(
  db: DbTransaction,
  row: Insertable<ProgrammesTables['programme_proposals']>,
): Promise<void> {
  await db.insertInto('programme_proposals').values(row).execute()
}

export async function decideProposal(
  db: DbTransaction,
  id: ProposalId,
  decided: {
    readonly state: ProposalState
    readonly answer: string | null
    readonly draftId: DraftId | null
    readonly at: Temporal.Instant
  },
): Promise<void> {
  await db
    .updateTable('programme_proposals')
    .set({ state: decided.state, answer: decided.answer, draft_id: decided.draftId, decided_at: decided.at })
    .where('id', '=', id)
    .execute()
}
