/** Cash spending. */
import { sql } from 'kysely'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import type { MoneyScope } from '../policy.ts'
import type { CommitmentId, Payment, PaymentId } from '../types.ts'
import { byAmount, direction, likePattern, type MoneyFilter, PAGE_SIZE, withinScope } from './listing.ts'

type Reader = Db | DbTransaction
export type PaymentFilter = MoneyFilter<Payment['state']>

const WHAT = sql<string>`concat_ws(' ', p.document, p.note, c.counterparty, c.number)`

function payments(db: Reader) {
  return db
    .selectFrom('payments as p')
    .leftJoin('commitments as c', 'c.id', 'p.commitment_id')
    .selectAll('p')
    .select(['c.number as commitment_number', 'c.counterparty'])
}

type Row = Awaited<ReturnType<ReturnType<typeof payments>['execute']>>[number]

function paymentOf(row: Row): Payment {
  return {
    id: row.id,
    programmeId: row.programme_id,
    measureId: row.measure_id,
    year: row.year,
    source: row.source,
    commitmentId: row.commitment_id,
    commitmentNumber: row.commitment_number,
    counterparty: row.counterparty,
    paidOn: row.paid_on,
    amount: row.amount,
    document: row.document,
    note: row.note,
    importId: row.import_id,
    state: row.state,
    reason: row.reason,
    createdByName: row.created_by_name,
    createdAt: row.created_at,
  }
}

export async function paymentById(db: Reader, id: PaymentId, scope: MoneyScope): Promise<Payment | null> {
  const row = await payments(db).where('p.id', '=', id).where(withinScope(scope, 'p')).executeTakeFirst()
  return row ? paymentOf(row) : null
}

export async function lockPayment(db: DbTransaction, id: PaymentId): Promise<Payment | null> {
  const row = await payments(db).where('p.id', '=', id).forUpdate('p').executeTakeFirst()
  return row ? paymentOf(row) : null
}

export async function listPayments(
  db: Reader,
  filter: PaymentFilter,
  scope: MoneyScope,
  size = PAGE_SIZE,
): Promise<Page<Payment>> {
  const amountFirst = byAmount(filter.order)
  const dir = direction(filter.order)
  const than = sql.raw(dir === 'desc' ? '<' : '>')
  let query = payments(db).where('p.programme_id', '=', filter.programmeId).where(withinScope(scope, 'p'))
  if (filter.year !== null) query = query.where('p.year', '=', filter.year)
  if (filter.state) query = query.where('p.state', '=', filter.state)
  if (filter.measure === 'common') query = query.where('p.measure_id', 'is', null)
  else if (filter.measure) query = query.where('p.measure_id', '=', filter.measure)
  if (filter.text) query = query.where(sql<boolean>`${WHAT} ilike ${likePattern(filter.text)}`)
  if (amountFirst) {
    const from = decodeCursor(filter.after, ['number', 'string'])
    if (from)
      query = query.where(sql<boolean>`(p.amount, p.id) ${than} (${from[0]}::bigint, ${from[1]}::uuid)`)
  } else {
    const from = decodeCursor(filter.after, ['string', 'string'])
    if (from)
      query = query.where(sql<boolean>`(p.paid_on, p.id) ${than} (${from[0]}::date, ${from[1]}::uuid)`)
  }
  const rows = await query
    .orderBy(amountFirst ? 'p.amount' : 'p.paid_on', dir)
    .orderBy('p.id', dir)
    .limit(onePast(size))
    .execute()
  return cutPage(rows.map(paymentOf), size, (p) => [amountFirst ? p.amount : p.paidOn.toString(), p.id])
}

/** Those that count, the latest first. */
export async function paymentsOfCommitment(db: Reader, id: CommitmentId): Promise<Payment[]> {
  const rows = await payments(db)
    .where('p.commitment_id', '=', id)
    .where('p.state', '=', 'recorded')
    .orderBy('p.paid_on', 'desc')
    .orderBy('p.id', 'desc')
    .limit(200)
    .execute()
  return rows.map(paymentOf)
}

/** Those of these fingerprints that were ever recorded. */
export async function knownFingerprints(
  db: Reader,
  programmeId: ProgrammeId,
  fingerprints: readonly string[],
  state: Payment['state'] | null = null,
): Promise<ReadonlySet<string>> {
  if (fingerprints.length === 0) return new Set()
  let query = db
    .selectFrom('payments')
    .select('fingerprint')
    .where('programme_id', '=', programmeId)
    .where('fingerprint', '=', sql<string>`any(${[...new Set(fingerprints)]}::text[])`)
  if (state) query = query.where('state', '=', state)
  const rows = await query.execute()
  return new Set(rows.flatMap((r) => r.fingerprint ?? []))
}

export type NewPaymentRow = Payment & { readonly fingerprint: string | null }

export async function insertPayments(
  db: DbTransaction,
  rows: readonly NewPaymentRow[],
  createdBy: string,
): Promise<void> {
  // PostgreSQL takes 65,535 values a statement.
  for (let i = 0; i < rows.length; i += 1_000)
    await db
      .insertInto('payments')
      .values(
        rows.slice(i, i + 1_000).map((p) => ({
          id: p.id,
          programme_id: p.programmeId,
          measure_id: p.measureId,
          commitment_id: p.commitmentId,
          year: p.year,
          source: p.source,
          paid_on: p.paidOn,
          amount: p.amount,
          document: p.document,
          note: p.note,
          fingerprint: p.fingerprint,
          import_id: p.importId,
          state: p.state,
          reason: null,
          created_by: createdBy,
          created_by_name: p.createdByName,
          created_at: p.createdAt,
        })),
      )
      .execute()
}

export async function markPaymentWithdrawn(db: DbTransaction, id: PaymentId, reason: string): Promise<void> {
  await db.updateTable('payments').set({ state: 'withdrawn', reason }).where('id', '=', id).execute()
}
