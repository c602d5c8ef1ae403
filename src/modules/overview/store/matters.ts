/** Matters of the programme that wait for a decision: drafts, proposals, bills, the yearly report. */
import { sql } from 'kysely'
import type { Kopiykas } from '../../../kernel/money.ts'
import type { Db } from '../../../platform/db.ts'
import type { DraftId, ProgrammeId } from '../../programmes/index.ts'
import type { Unpaid } from '../types.ts'

export type OpenDraft = {
  readonly id: DraftId
  readonly title: string
  readonly amendment: boolean
  readonly findings: number
}

/** Drafts under review with the number of findings that nobody decided on, the latest first. */
export async function openDrafts(db: Db, limit: number): Promise<OpenDraft[]> {
  return db
    .selectFrom('programme_drafts as d')
    .select([
      'd.id',
      sql<string>`coalesce(d.proposal->>'title', '')`.as('title'),
      sql<boolean>`d.kind = 'amendment'`.as('amendment'),
      sql<number>`(select count(*) from jsonb_array_elements(d.reading->'findings') f
        where not jsonb_exists(d.resolutions->'findings', f->>'key'))`.as('findings'),
    ])
    .where('d.state', '=', 'review')
    .orderBy('d.created_at', 'desc')
    .orderBy('d.id', 'desc')
    .limit(limit)
    .execute()
}

export async function waitingProposals(db: Db): Promise<number> {
  const row = await db
    .selectFrom('programme_proposals')
    .select(sql<number>`count(*)`.as('n'))
    .where('state', '=', 'submitted')
    .executeTakeFirstOrThrow()
  return row.n
}

/** Contracts and contests with something still to pay, the oldest first. */
export async function unpaidCommitments(db: Db, programmeId: ProgrammeId, limit: number): Promise<Unpaid[]> {
  return db
    .selectFrom('commitments as c')
    .select(['c.id', 'c.number', 'c.counterparty', 'c.signed_on as signedOn'])
    .select(
      sql<Kopiykas>`(c.amount - coalesce((
        select sum(p.amount) from payments p where p.commitment_id = c.id and p.state = 'recorded'), 0))::bigint`.as(
        'left',
      ),
    )
    .where('c.programme_id', '=', programmeId)
    .where('c.state', '=', 'active')
    .where(
      sql<boolean>`c.amount > coalesce((
        select sum(p.amount) from payments p where p.commitment_id = c.id and p.state = 'recorded'), 0)`,
    )
    .orderBy('c.signed_on')
    .orderBy('c.id')
    .limit(limit)
    .execute()
}
