/** Brings a database to the shape that this version of the program knows. */
import pg from 'pg'
import {
  type Migration,
  type MigrationFault,
  MigrationRefused,
  OLDEST_SERVER,
  pending,
  readApplied,
  readMigrations,
} from './migrations.ts'

/** Two processes that start together take turns; the figure is `viche` in ASCII. */
const TURN = 0x7669636865

/**
 * Applies what is missing, each file in its own transaction.
 * @returns names of the applied files
 * @throws MigrationRefused
 */
export async function migrate(url: string, dir: string): Promise<readonly string[]> {
  const files = await readMigrations(dir)
  const client = new pg.Client({ connectionString: url, application_name: 'viche migrate' })
  // The end of the connection reaches the query that waits; without a listener it would end the process too.
  client.on('error', () => {})
  await client.connect()
  try {
    await requireServer(client)
    await client.query('select pg_advisory_lock($1)', [TURN])
    const missing = pending(files, await readApplied(client))
    for (const file of missing) {
      await client.query('begin')
      await applyMigration(client, file)
      await client.query('commit')
    }
    return missing.map((f) => f.name)
  } finally {
    await client.end()
  }
}

/** @throws MigrationRefused when the server is older than what our SQL is written for */
export async function requireServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ number: number; version: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
  )
  const fault = serverFault(rows[0]!.number, rows[0]!.version)
  if (fault) throw new MigrationRefused(fault)
}

/** @param number `server_version_num`: 180004 is 18.4 */
export function serverFault(number: number, version: string): MigrationFault | null {
  return number < OLDEST_SERVER * 10_000 ? { code: 'server_too_old', version, needed: OLDEST_SERVER } : null
}

/** Runs one file and writes it down, inside the caller's transaction. */
export async function applyMigration(client: pg.ClientBase, file: Migration): Promise<void> {
  try {
    await client.query(file.sql)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new MigrationRefused(
      { code: 'failed', name: file.name, line: lineOf(file.sql, error), reason },
      error,
    )
  }
  await client.query(`
    create table if not exists public.schema_migrations (
      name text primary key,
      sha256 text not null,
      applied_at timestamptz not null default now()
    )`)
  await client.query('insert into public.schema_migrations (name, sha256) values ($1, $2)', [
    file.name,
    file.sha256,
  ])
}

/** PostgreSQL counts characters from 1. */
function lineOf(sql: string, error: unknown): number | null {
  const position = error instanceof pg.DatabaseError ? Number(error.position ?? Number.NaN) : Number.NaN
  return Number.isNaN(position) ? null : [...sql].slice(0, position - 1).filter((c) => c === '\n').length + 1
}
