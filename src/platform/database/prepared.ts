/**
 * Statements that come again are prepared once on each connection, so that the server does not parse and plan them for
 * every page. It knows by itself when a plan for all values is worse than one for these (plan_cache_mode = auto).
 */
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely'
import pg from 'pg'
import { askAgain, type Shape } from './asked-again.ts'

/** A statement of a page comes often; one made for a list of ids of some length may never come again. */
const OFTEN = 3
/** Each connection keeps a plan for each of them. */
const PREPARED_LIMIT = 300
const SEEN_LIMIT = 5_000

/** Names for statements that came often enough, the same on all connections of a pool. */
export class StatementNames {
  readonly #seen = new Map<string, number>()
  readonly #names = new Map<string, string>()
  #epoch = 0

  nameOf(text: string): string | undefined {
    const name = this.#names.get(text)
    if (name !== undefined || this.#names.size >= PREPARED_LIMIT) return name
    const times = (this.#seen.get(text) ?? 0) + 1
    if (times < OFTEN) {
      if (this.#seen.size >= SEEN_LIMIT) this.#seen.clear()
      this.#seen.set(text, times)
      return undefined
    }
    this.#seen.delete(text)
    const fresh = `v${this.#epoch}_${this.#names.size}`
    this.#names.set(text, fresh)
    return fresh
  }

  /** After a change of the schema beside us no prepared statement is used any more. */
  forget(): void {
    this.#epoch += 1
    this.#names.clear()
  }
}

/** A pool as Kysely takes it: what is asked through Kysely gets its name. Cursors are not used in this house. */
export function preparing(pool: pg.Pool, names = new StatementNames()): PostgresPool {
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>()
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const wrapped = known.get(client) ?? wrap(client, names, pool.options.types)
      known.set(client, wrapped)
      return wrapped
    },
  }
}

function wrap(
  client: pg.PoolClient,
  names: StatementNames,
  types: pg.CustomTypesConfig = pg.types,
): PostgresPoolClient {
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>
  function query<R>(
    text: string | PostgresCursor<R>,
    values: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof text !== 'string') throw new TypeError('cursors are not used here')
    return ask<R>(text, values)
  }
  /** Of what was asked on this connection by its name, holds no value, and gives rows only. */
  const shapes = new Map<string, Shape>()
  async function ask<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    const name = READS_OR_WRITES.test(text) ? names.nameOf(text) : undefined
    try {
      const shape = name === undefined || values.length > 0 ? undefined : shapes.get(name)
      if (name !== undefined && shape !== undefined) {
        const rows = (await askAgain(client, name, shape)) as R[]
        return { command: 'SELECT', rowCount: rows.length, rows }
      }
      const { command, rowCount, rows, fields } = await client.query({
        ...(name === undefined ? {} : { name }),
        text,
        values: [...values],
      })
      if (name !== undefined && values.length === 0 && command === 'SELECT')
        shapes.set(name, shapeOf(fields, types))
      return { command: command as PostgresQueryResult<R>['command'], rowCount: rowCount ?? 0, rows }
    } catch (error) {
      if (name !== undefined && isStalePlan(error)) names.forget()
      throw error
    }
  }
  return { query, release: (destroy) => client.release(destroy) }
}

function shapeOf(fields: readonly pg.FieldDef[], types: pg.CustomTypesConfig): Shape {
  return fields.map(({ name, dataTypeID }) => [name, types.getTypeParser(dataTypeID, 'text')])
}

/** Beginnings and ends of transactions are no plans. */
const READS_OR_WRITES = /^\s*(select|with|insert|update|delete)\b/i

function isStalePlan(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown }
  return code === '0A000' && String(message).startsWith('cached plan')
}
