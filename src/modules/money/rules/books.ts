/** Everything that is known of a programme's money, and one year of it. */
import type { EditionLine, MoneySummary, PlanChange, Use } from '../types.ts'
import { type InForce, type PlannedPlace, planOf } from './plan.ts'
import { summaryOf } from './pots.ts'

export type Books = {
  readonly editions: readonly InForce[]
  readonly lines: readonly EditionLine[]
  readonly changes: readonly PlanChange[]
  readonly uses: readonly Use[]
}

/** One year: what may be spent and what is. */
export type Ledger = { readonly plan: readonly PlannedPlace[]; readonly uses: readonly Use[] }

export function ledgerOf(books: Books, year: number): Ledger {
  return {
    plan: planOf(books.editions, books.lines, books.changes, year),
    uses: books.uses.filter((u) => u.year === year),
  }
}

/** Years in which there is any money, in order. */
export function yearsOf(books: Books): readonly number[] {
  const years = new Set([...books.lines, ...books.changes, ...books.uses].map((x) => x.year))
  return [...years].sort((a, b) => a - b)
}

export function summaryOfYear(books: Books, year: number): MoneySummary {
  const { plan, uses } = ledgerOf(books, year)
  return summaryOf(plan, uses)
}

/** Names of sources as they stand in the plan of a year, or of all years. */
export function sourcesOf(books: Books, year: number | null = null): readonly string[] {
  const years = year === null ? yearsOf(books) : [year]
  return [...new Set(years.flatMap((y) => ledgerOf(books, y).plan.map((p) => p.source)))]
}
