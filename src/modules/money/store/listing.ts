/** What lists of commitments and payments have in common: filters, order, pages. */
import { type RawBuilder, sql } from 'kysely'
import type { MeasureId, ProgrammeId } from '../../programmes/index.ts'
import type { MoneyScope } from '../policy.ts'

export type MoneyOrder = 'newest' | 'oldest' | 'largest' | 'smallest'
export const ORDERS = ['newest', 'oldest', 'largest', 'smallest'] as const satisfies readonly MoneyOrder[]

export type MoneyFilter<State extends string> = {
  readonly programmeId: ProgrammeId
  readonly year: number | null
  readonly state: State | null
  /** `common`: of no measure. */
  readonly measure: MeasureId | 'common' | null
  readonly text: string
  readonly order: MoneyOrder
  readonly after: string
}

export const PAGE_SIZE = 20
export const EXPORT_LIMIT = 100_000

/** `%` and `_` of a search are letters, not wildcards. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

/** @param table alias of the table with `measure_id` */
export function withinScope(scope: MoneyScope, table: 'c' | 'p'): RawBuilder<boolean> {
  if (scope === 'all') return sql<boolean>`true`
  return sql<boolean>`${sql.ref(`${table}.measure_id`)} in (
    select measure_id from measure_executors where unit_id = any(${[...scope]}::uuid[]))`
}

export function direction(order: MoneyOrder): 'asc' | 'desc' {
  return order === 'newest' || order === 'largest' ? 'desc' : 'asc'
}

export function byAmount(order: MoneyOrder): boolean {
  return order === 'largest' || order === 'smallest'
}
