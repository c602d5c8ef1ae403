/** Commitments by contract or contest, with what is paid from them. */
import { sql } from 'kysely'
import type { Kopiykas } from '../../../kernel/money.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import type { MoneyScope } from '../policy.ts'
import type { Commitment, CommitmentId, CommitmentState, NewCommitment } from '../types.ts'
import { byAmount, direction, likePattern, type MoneyFilter, PAGE_SIZE, withinScope } from './listing.ts'

type Reader = Db | DbTransaction
/** `live`: those that are not cancelled. */
export type CommitmentFilter = MoneyFilter<CommitmentState | 'live'>

function commitments(db: Reader) {
  return db
    .selectFrom('commitments as c')
    .selectAll('c')
    .select((eb) =>
      eb.fn
        .coalesce(
          eb
            .selectFrom('payments as paid')
            .select(sql<Kopiykas>`sum(paid.amount)::bigint`.as('sum'))
            .whereRef('paid.commitment_id', '=', 'c.id')
            .where('paid.state', '=', 'recorded'),
          sql<Kopiykas>`0::bigint`,
        )
        .as('paid'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof commitments>['execute']>>[number]

function commitmentOf(row: Row): Commitment {
  return {
    id: row.id,
    programmeId: row.programme_id,
    measureId: row.measure_id,
    year: row.year,
    source: row.source,
    kind: row.kind,
    counterparty: row.counterparty,
    counterpartyCode: row.counterparty_code,
    number: row.number,
    signedOn: row.signed_on,
    subject: row.subject,
    amount: row.amount,
    procurementLink: row.procurement_link,
    state: row.state,
    reason: row.reason,
    paid: row.paid ?? (0 as Kopiykas),
    createdByName: row.created_by_name,
    createdAt: row.created_at,
    version: row.version,
  }
}

export async function commitmentById(
  db: Reader,
  id: CommitmentId,
  scope: MoneyScope,
): Promise<Commitment | null> {
  const row = await commitments(db).where('c.id', '=', id).where(withinScope(scope, 'c')).executeTakeFirst()
  return row ? commitmentOf(row) : null
}

/** Call it under the lock of the commitment's year, so that what is paid stands still too. */
export async function lockCommitment(db: DbTransaction, id: CommitmentId): Promise<Commitment | null> {
  const row = await commitments(db).where('c.id', '=', id).forUpdate('c').executeTakeFirst()
  return row ? commitmentOf(row) : null
}

export async function listCommitments(
  db: Reader,
  filter: CommitmentFilter,
  scope: MoneyScope,
  size = PAGE_SIZE,
): Promise<Page<Commitment>> {
  const amountFirst = byAmount(filter.order)
  const dir = direction(filter.order)
  const than = sql.raw(dir === 'desc' ? '<' : '>')
  let query = commitments(db).where('c.programme_id', '=', filter.programmeId).where(withinScope(scope, 'c'))
  if (filter.year !== null) query = query.where('c.year', '=', filter.year)
  if (filter.state === 'live') query = query.where('c.state', '<>', 'cancelled')
  else if (filter.state) query = query.where('c.state', '=', filter.state)
  if (filter.measure === 'common') query = query.where('c.measure_id', 'is', null)
  else if (filter.measure) query = query.where('c.measure_id', '=', filter.measure)
  if (filter.text)
    query = query.where(
      sql<boolean>`(c.counterparty || ' ' || c.number || ' ' || c.subject) ilike ${likePattern(filter.text)}`,
    )
  if (amountFirst) {
    const from = decodeCursor(filter.after, ['number', 'string'])
    if (from)
      query = query.where(sql<boolean>`(c.amount, c.id) ${than} (${from[0]}::bigint, ${from[1]}::uuid)`)
  } else {
    const from = decodeCursor(filter.after, ['string', 'string'])
    if (from)
      query = query.where(sql<boolean>`(c.signed_on, c.id) ${than} (${from[0]}::date, ${from[1]}::uuid)`)
  }
  const rows = await query
    .orderBy(amountFirst ? 'c.amount' : 'c.signed_on', dir)
    .orderBy('c.id', dir)
    .limit(onePast(size))
    .execute()
  return cutPage(rows.map(commitmentOf), size, (c) => [amountFirst ? c.amount : c.signedOn.toString(), c.id])
}

/** For everybody: those of a year that bind or bound money, the latest first. */
export function publicCommitments(
  db: Reader,
  programmeId: ProgrammeId,
  year: number | null,
  after: string,
  size = PAGE_SIZE,
): Promise<Page<Commitment>> {
  const filter = { programmeId, year, measure: null, text: '', order: 'newest', after } as const
  return listCommitments(db, { ...filter, state: 'live' }, 'all', size)
}

/** Of a programme, those cancelled left out; only of one number where it is given. */
export async function liveCommitments(
  db: Reader,
  programmeId: ProgrammeId,
  only: { readonly number?: string; readonly state?: CommitmentState } = {},
): Promise<Commitment[]> {
  let query = commitments(db)
    .where('c.programme_id', '=', programmeId)
    .where('c.state', only.state ? '=' : '<>', only.state ?? 'cancelled')
  if (only.number !== undefined)
    query = query.where(sql<boolean>`lower(c.number) = ${only.number.trim().toLowerCase()}`)
  const rows = await query.orderBy('c.signed_on', 'desc').orderBy('c.id', 'desc').execute()
  return rows.map(commitmentOf)
}

export async function insertCommitment(
  db: DbTransaction,
  commitment: Commitment,
  createdBy: string,
): Promise<void> {
  await db
    .insertInto('commitments')
    .values({
      id: commitment.id,
      programme_id: commitment.programmeId,
      ...columnsOf(commitment),
      state: commitment.state,
      reason: null,
      created_by: createdBy,
      created_by_name: commitment.createdByName,
      created_at: commitment.createdAt,
    })
    .execute()
}

export async function saveCommitment(
  db: DbTransaction,
  id: CommitmentId,
  input: NewCommitment,
): Promise<void> {
  await db
    .updateTable('commitments')
    .set((eb) => ({ ...columnsOf(input), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function saveCommitmentState(
  db: DbTransaction,
  id: CommitmentId,
  state: CommitmentState,
  reason: string,
): Promise<void> {
  await db
    .updateTable('commitments')
    .set((eb) => ({ state, reason, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

function columnsOf(input: NewCommitment) {
  return {
    measure_id: input.measureId,
    year: input.year,
    source: input.source,
    kind: input.kind,
    counterparty: input.counterparty,
    counterparty_code: input.counterpartyCode,
    number: input.number,
    signed_on: input.signedOn,
    subject: input.subject,
    amount: input.amount,
    procurement_link: input.procurementLink,
  }
}
