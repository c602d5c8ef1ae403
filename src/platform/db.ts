/** One door to PostgreSQL: typed queries, our own value types, named statements for hot lists. */
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { Temporal } from '../kernel/civil-date.ts'
import type { Database } from '../schema.ts'
import { preparing } from './database/prepared.ts'

export type Db = Kysely<Database>
export type DbTransaction = Transaction<Database>

const OID = { int8: 20, date: 1082, timestamp: 1114, timestamptz: 1184, numeric: 1700 } as const

/** PostgreSQL prints `2026-03-02 10:00:00.123456+00`; ISO 8601 wants a `T` and minutes in the offset. */
function parseInstant(text: string): Temporal.Instant {
  return Temporal.Instant.from(`${text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')}`)
}

/**
 * The same text is the same immutable value: dates of hot lists come again and again, and making one costs more than
 * reading the rest of its row.
 */
function kept<T>(parse: (text: string) => T): (text: string) => T {
  const values = new Map<string, T>()
  return (text) => {
    const found = values.get(text)
    if (found !== undefined) return found
    const value = parse(text)
    if (values.size >= KEPT_LIMIT) values.clear()
    values.set(text, value)
    return value
  }
}

const KEPT_LIMIT = 8_192

function parseWhole(text: string): number {
  const n = Number(text)
  if (!Number.isSafeInteger(n)) throw new RangeError(`bigint outside the safe range: ${text}`)
  return n
}

const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [OID.int8]: parseWhole,
  [OID.numeric]: Number,
  [OID.date]: kept((text) => Temporal.PlainDate.from(text)),
  [OID.timestamptz]: kept(parseInstant),
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) ||
    pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
}

// Civil dates and instants travel as their ISO text: `pg` asks a value for this method (its documented hook).
for (const prototype of [Temporal.PlainDate.prototype, Temporal.Instant.prototype]) {
  Object.defineProperty(prototype, 'toPostgres', {
    value(this: { toString(): string }) {
      return this.toString()
    },
  })
}

export type Connection = {
  readonly db: Db
  readonly pool: pg.Pool
  close(): Promise<void>
}

/** @param url `postgres://…` of PostgreSQL 15 or later */
export function connect(url: string, options: { readonly max?: number } = {}): Connection {
  return connectTo<Database>(url, options)
}

/** The same for a database of other tables: one that stands beside the city's. */
export function connectTo<Tables>(
  url: string,
  options: { readonly max?: number; readonly settings?: string } = {},
): { readonly db: Kysely<Tables>; readonly pool: pg.Pool; close(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'viche',
    ...(options.settings === undefined ? {} : { options: options.settings }),
  })
  // An idle connection that breaks is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  return { db, pool, close: () => db.destroy() }
}

/** A prepared, named statement for a list that is asked often. The name must tell the text apart. */
export async function named<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  return (await pool.query<Row>({ name, text, values: [...values] })).rows
}

/** Codes by which PostgreSQL or the socket says that the database is not there. */
export function isDatabaseDown(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code
  const text = error instanceof Error ? error.message : ''
  return (
    (typeof code === 'string' && /^(08|57P|53|ECONN|ENOENT|EPIPE|ETIMEDOUT)/.test(code)) ||
    /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout/.test(
      text,
    )
  )
}

/** Whether a unique constraint of this name refused the row. */
export function violates(error: unknown, constraint: string): boolean {
  const e = error as { code?: unknown; constraint?: unknown } | null
  return e?.code === '23505' && e.constraint === constraint
}
