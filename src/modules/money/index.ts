/** What other modules may know of money. */
import { type CivilDate, civilDate, compareDates, type Period } from '../../kernel/civil-date.ts'
import { type Kopiykas, sum, ZERO } from '../../kernel/money.ts'
import type { Db, DbTransaction } from '../../platform/db.ts'
import type { MeasureId, ProgrammeId } from '../programmes/index.ts'
import { ledgerOf, summaryOfYear } from './rules/books.ts'
import { cashBetween, readBooks } from './store/books.ts'
import { listPayments } from './store/payments.ts'
import type { MoneySummary, Payment } from './types.ts'

export { recordCommitment } from './actions/commitments.ts'
export { recordPayment } from './actions/payments.ts'
export type {
  Commitment,
  CommitmentId,
  Figures,
  MeasureFigures,
  MoneySummary,
  NewCommitment,
  NewPayment,
  Payment,
  PaymentId,
} from './types.ts'

/** Plan, committed (bound and not yet paid), spent and left of a budget year; parts add up to the whole. */
export async function moneySummary(
  db: Db | DbTransaction,
  programmeId: ProgrammeId,
  year: number,
): Promise<MoneySummary> {
  return summaryOfYear(await readBooks(db, programmeId), year)
}

export type Cash = {
  /** Planned for the measure itself in the years of the period: of a quarter, the plan of its whole year. */
  readonly plan: Kopiykas
  /** Paid within the period. */
  readonly fact: Kopiykas
  /** Paid from the first of January of the period's last year to its end. */
  readonly sinceYearStart: Kopiykas
}

/**
 * Cash of measures, for rows of reports. Every measure asked for is in the answer.
 * @param period first and last day, both included
 */
export async function cashFor(
  db: Db | DbTransaction,
  programmeId: ProgrammeId,
  measureIds: readonly MeasureId[],
  period: Period,
): Promise<ReadonlyMap<MeasureId, Cash>> {
  const books = await readBooks(db, programmeId)
  const newYear = civilDate(period.to.year, 1, 1)
  const from = compareDates(newYear, period.from) < 0 ? newYear : period.from
  const cash = await cashBetween(db, programmeId, measureIds, from, period.to)
  const paidSince = (id: MeasureId, day: CivilDate) =>
    sum(cash.filter((c) => c.measureId === id && compareDates(c.paidOn, day) >= 0).map((c) => c.amount))
  const plan = new Map<MeasureId, Kopiykas>()
  for (let year = period.from.year; year <= period.to.year; year++)
    for (const p of ledgerOf(books, year).plan)
      if (p.measureId) plan.set(p.measureId, sum([plan.get(p.measureId) ?? ZERO, p.plan]))
  return new Map(
    measureIds.map((id) => [
      id,
      {
        plan: plan.get(id) ?? ZERO,
        fact: paidSince(id, period.from),
        sinceYearStart: paidSince(id, newYear),
      },
    ]),
  )
}

/** The latest payments of a measure that count; their notes are for the office. */
export async function paymentsOf(
  db: Db | DbTransaction,
  programmeId: ProgrammeId,
  measureId: MeasureId,
  limit = 50,
): Promise<readonly Payment[]> {
  const filter = {
    programmeId,
    year: null,
    state: 'recorded',
    measure: measureId,
    text: '',
    order: 'newest',
    after: '',
  } as const
  return (await listPayments(db, filter, 'all', limit)).rows
}
