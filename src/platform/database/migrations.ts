/** The queue of migrations: plain SQL files `NNNN-name.sql`, forward only. What is on disk against what was applied. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'

export type Migration = { readonly name: string; readonly sha256: string; readonly sql: string }
export type Applied = {
  readonly name: string
  readonly sha256: string /** ISO 8601, UTC. */
  readonly appliedAt: string
}

export const OLDEST_SERVER = 15

export type MigrationFault =
  | { readonly code: 'server_too_old'; readonly version: string; readonly needed: number }
  | { readonly code: 'misnamed'; readonly names: readonly string[] }
  /** An applied file holds something else than when it was applied. */
  | { readonly code: 'changed'; readonly names: readonly string[] }
  /** The database knows migrations that this version of the program does not. */
  | { readonly code: 'newer'; readonly names: readonly string[] }
  | { readonly code: 'failed'; readonly name: string; readonly line: number | null; readonly reason: string }

export class MigrationRefused extends Error {
  readonly fault: MigrationFault
  constructor(fault: MigrationFault, cause?: unknown) {
    super(`migration refused: ${JSON.stringify(fault)}`, { cause })
    this.name = 'MigrationRefused'
    this.fault = fault
  }
}

/** All files of the folder, in their order. A line end made by a checkout on Windows changes no hash. */
export async function readMigrations(dir: string): Promise<readonly Migration[]> {
  const names = (await readdir(dir)).filter((n) => n.endsWith('.sql')).sort()
  const numbers = names.map((n) => n.slice(0, 4))
  const misnamed = names.filter(
    (n, i) => !/^\d{4}-[a-z0-9-]+\.sql$/.test(n) || numbers.indexOf(numbers[i]!) !== i,
  )
  if (misnamed.length > 0) throw new MigrationRefused({ code: 'misnamed', names: misnamed })
  return Promise.all(
    names.map(async (name) => {
      const sql = (await readFile(join(dir, name), 'utf8')).replaceAll('\r\n', '\n')
      return { name: name.slice(0, -4), sha256: createHash('sha256').update(sql).digest('hex'), sql }
    }),
  )
}

/** What the database says was applied; nothing in a database that was never migrated. */
export async function readApplied(client: pg.ClientBase): Promise<readonly Applied[]> {
  const known = await client.query<{ there: boolean }>(
    `select to_regclass('public.schema_migrations') is not null as there`,
  )
  if (!known.rows[0]?.there) return []
  const { rows } = await client.query<{ name: string; sha256: string; applied_at: string }>(
    `select name, sha256, to_char(applied_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as applied_at
     from public.schema_migrations order by name`,
  )
  return rows.map((r) => ({ name: r.name, sha256: r.sha256, appliedAt: r.applied_at }))
}

/** The files still to apply. @throws MigrationRefused when files and database do not belong together */
export function pending(files: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  const byName = new Map(files.map((f) => [f.name, f]))
  const newer = applied.filter((a) => !byName.has(a.name)).map((a) => a.name)
  if (newer.length > 0) throw new MigrationRefused({ code: 'newer', names: newer })
  const changed = applied.filter((a) => byName.get(a.name)!.sha256 !== a.sha256).map((a) => a.name)
  if (changed.length > 0) throw new MigrationRefused({ code: 'changed', names: changed })
  const done = new Set(applied.map((a) => a.name))
  return files.filter((f) => !done.has(f.name))
}
