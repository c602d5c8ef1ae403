/** Changes that wait for a person of the office. */
import { sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import { isId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import { searchWords } from '../rules/name.ts'
import type {
  Change,
  NewProposal,
  OrganisationId,
  ProposalId,
  ProposalItemId,
  Source,
  SourceKind,
} from '../types.ts'
import type { Reader } from './lines.ts'

export async function insertProposal(
  tx: Pick<Tx, 'db' | 'now'>,
  id: ProposalId,
  proposal: NewProposal,
  items: readonly { readonly id: ProposalItemId; readonly key: string; readonly change: Change }[],
  by: string,
): Promise<void> {
  const db: DbTransaction = tx.db
  await db
    .insertInto('organisation_proposals')
    .values({
      id,
      organisation_id: proposal.organisationId,
      source_kind: proposal.source.kind,
      source_ref: proposal.source.ref,
      source_on: proposal.source.on ?? null,
      note: proposal.note ?? null,
      state: 'open',
      created_at: tx.now,
      created_by: by,
      settled_at: null,
    })
    .execute()
  await db
    .insertInto('organisation_proposal_items')
    .values(
      items.map((item, position) => ({
        id: item.id,
        proposal_id: id,
        position,
        key: item.key,
        change: JSON.stringify(item.change),
        state: 'waiting' as const,
        reason: null,
        decided_at: null,
        decided_by: null,
      })),
    )
    .execute()
}

export type ProposalLine = {
  readonly id: ProposalId
  readonly organisationId: OrganisationId | null
  /** Of the organisation, or the proposed one of a new one. */
  readonly name: string
  readonly source: Source
  readonly note: string | null
  readonly state: 'open' | 'settled'
  readonly createdAt: Temporal.Instant
  readonly createdBy: string
  readonly items: number
  readonly waiting: number
}

export type ProposalItem = {
  readonly id: ProposalItemId
  readonly change: Change
  readonly state: 'waiting' | 'accepted' | 'refused'
  readonly reason: string | null
  readonly decidedAt: Temporal.Instant | null
  readonly decidedBy: string | null
}

export type ProposalFilter = {
  readonly state: 'open' | 'settled' | null
  readonly source: SourceKind | null
  readonly text: string
  readonly organisationId?: OrganisationId
}

function proposals(db: Reader) {
  return db
    .selectFrom('organisation_proposals as p')
    .leftJoin('organisations as o', 'o.id', 'p.organisation_id')
    .select([
      'p.id',
      'p.organisation_id',
      'p.source_kind',
      'p.source_ref',
      'p.source_on',
      'p.note',
      'p.state',
      'p.created_at',
      'p.created_by',
    ])
    .select([
      sql<string>`coalesce(o.name, (select i.change ->> 'value' from organisation_proposal_items i
        where i.proposal_id = p.id and i.key = 'field:name'), '')`.as('name'),
      sql<number>`(select count(*) from organisation_proposal_items i where i.proposal_id = p.id)`.as(
        'items',
      ),
      sql<number>`(select count(*) from organisation_proposal_items i
        where i.proposal_id = p.id and i.state = 'waiting')`.as('waiting'),
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof proposals>['execute']>>[number]

function toLine(row: Row): ProposalLine {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    name: row.name,
    source: { kind: row.source_kind, ref: row.source_ref, on: row.source_on },
    note: row.note,
    state: row.state,
    createdAt: row.created_at,
    createdBy: row.created_by,
    items: row.items,
    waiting: row.waiting,
  }
}

/** Open ones oldest first, settled ones newest first. */
export async function listProposals(
  db: Reader,
  filter: ProposalFilter,
  after: string,
  size: number,
): Promise<Page<ProposalLine>> {
  const from = decodeCursor(after, ['string', 'string'])
  const up = filter.state === 'open'
  let query = proposals(db)
  if (filter.state) query = query.where('p.state', '=', filter.state)
  if (filter.source) query = query.where('p.source_kind', '=', filter.source)
  if (filter.organisationId) query = query.where('p.organisation_id', '=', filter.organisationId)
  for (const word of searchWords(filter.text))
    query = query.where(sql<boolean>`(o.search like ${`%${word}%`} or exists (
      select from organisation_proposal_items i where i.proposal_id = p.id and i.key = 'field:name'
        and i.change ->> 'value' ilike ${`%${word}%`}))`)
  if (from && isId(from[1]))
    query = query.where(
      up
        ? sql<boolean>`(p.created_at, p.id) > (${from[0]}::timestamptz, ${from[1]}::uuid)`
        : sql<boolean>`(p.created_at, p.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`,
    )
  const direction = up ? 'asc' : 'desc'
  const rows = await query
    .orderBy('p.created_at', direction)
    .orderBy('p.id', direction)
    .limit(onePast(size))
    .execute()
  return cutPage(rows.map(toLine), size, (p) => [p.createdAt.toString(), p.id])
}

export async function proposalById(db: Reader, id: ProposalId): Promise<ProposalLine | null> {
  const row = await proposals(db).where('p.id', '=', id).executeTakeFirst()
  return row ? toLine(row) : null
}

export async function lockProposal(db: DbTransaction, id: ProposalId): Promise<ProposalLine | null> {
  await db.selectFrom('organisation_proposals').select('id').where('id', '=', id).forUpdate().execute()
  return proposalById(db, id)
}

export async function itemsOf(db: Reader, id: ProposalId): Promise<ProposalItem[]> {
  const rows = await db
    .selectFrom('organisation_proposal_items')
    .selectAll()
    .where('proposal_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    change: row.change,
    state: row.state,
    reason: row.reason,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
  }))
}

export async function saveVerdict(
  tx: Pick<Tx, 'db' | 'now'>,
  id: ProposalItemId,
  verdict: { readonly accept: boolean; readonly reason: string | null },
  by: string,
): Promise<void> {
  await tx.db
    .updateTable('organisation_proposal_items')
    .set({
      state: verdict.accept ? 'accepted' : 'refused',
      reason: verdict.reason,
      decided_at: tx.now,
      decided_by: by,
    })
    .where('id', '=', id)
    .execute()
}

export async function saveProposal(
  tx: Pick<Tx, 'db' | 'now'>,
  id: ProposalId,
  to: { readonly organisationId: OrganisationId | null; readonly settled: boolean },
): Promise<void> {
  await tx.db
    .updateTable('organisation_proposals')
    .set({
      organisation_id: to.organisationId,
      ...(to.settled ? { state: 'settled' as const, settled_at: tx.now } : {}),
    })
    .where('id', '=', id)
    .execute()
}

/** How many wait, for the start page. */
export async function waitingProposals(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('organisation_proposals')
    .select(sql<number>`count(*)`.as('n'))
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return row.n
}
