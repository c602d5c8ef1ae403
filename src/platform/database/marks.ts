/** By what a list's statement names the rows that it shows when what they look like is remembered. */
import { type RawBuilder, sql } from 'kysely'

export type Mark = {
  readonly id: string
  /** Another one after every change of the row. */
  readonly look: string
}

/**
 * The number of the transaction that wrote the row, kept by PostgreSQL itself: no action can forget to raise it. What a
 * row of a list shows of other tables is written together with it, or said by `beside` of `Draw`.
 */
export function lookOf(alias: string): RawBuilder<string> {
  return sql<string>`${sql.ref(alias)}.xmin`
}
