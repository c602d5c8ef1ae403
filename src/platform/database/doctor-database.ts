/** What the doctor asks the database itself. */
import pg from 'pg'
import { type Check, check } from './doctor.ts'
import { serverFault } from './migrate.ts'
import { MigrationRefused, OLDEST_SERVER, pending, readApplied, readMigrations } from './migrations.ts'
import type { OpenDatabase } from './open.ts'

type Facts = {
  readonly fsync: string
  readonly synchronous_commit: string
  readonly full_page_writes: string
  readonly data_checksums: string
  readonly encoding: string
  /** Letters in the order of the database. */
  readonly sorted: string
  /** Seconds since 1970. */
  readonly clock: number
  readonly may_create: boolean
  /** The collation library is another one than the indexes were made with. */
  readonly collation_changed: boolean
}

const FACTS = `
  select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
    current_setting('full_page_writes') as full_page_writes, current_setting('data_checksums') as data_checksums,
    pg_encoding_to_char(encoding) as encoding,
    (select string_agg(l, '' order by l collate "default") from unnest('{я,ґ,г,д,і,ї,є,и,А}'::text[]) l) as sorted,
    extract(epoch from clock_timestamp())::float8 as clock,
    has_schema_privilege('public', 'create') as may_create,
    coalesce(datcollversion <> pg_database_collation_actual_version(oid), false) as collation_changed
  from pg_database where datname = current_database()`

export async function examineDatabase(
  database: OpenDatabase,
  migrationsDir: string,
): Promise<readonly Check[]> {
  const client = new pg.Client({
    connectionString: database.url,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows: versions } = await client.query<{ number: number; version: string }>(
      `select current_setting('server_version_num')::int as number, current_setting('server_version') as version`,
    )
    const { number, version } = versions[0]!
    const server = check('server_version', serverFault(number, version) === null, {
      version,
      needed: OLDEST_SERVER,
    })
    if (server.state === 'fault') return [server]
    const { rows } = await client.query<Facts>(FACTS)
    const facts = rows[0]!
    return [
      server,
      check(database.kind === 'server' ? 'database_server' : 'database_own', 'ok', { version }),
      check('may_create', facts.may_create),
      await migrations(client, migrationsDir),
      durability(facts),
      check('checksums', facts.data_checksums === 'on' ? 'ok' : 'warning'),
      check('encoding', facts.encoding === 'UTF8', { encoding: facts.encoding }),
      check('collation', facts.sorted === 'Агґдєиіїя' ? 'ok' : 'warning', {
        sorted: facts.sorted,
      }),
      check('collation_version', facts.collation_changed ? 'warning' : 'ok'),
      clock(facts.clock),
    ]
  } catch (error) {
    return [check('database', false, { reason: error instanceof Error ? error.message : String(error) })]
  } finally {
    await client.end().catch(() => {})
  }
}

async function migrations(client: pg.Client, dir: string): Promise<Check> {
  const applied = await readApplied(client)
  try {
    const missing = pending(await readMigrations(dir), applied)
    return missing.length === 0
      ? check('migrations', 'ok', { applied: applied.length })
      : check('migrations_pending', 'warning', { names: missing.map((m) => m.name).join(', ') })
  } catch (error) {
    if (!(error instanceof MigrationRefused) || !('names' in error.fault)) throw error
    return check(error.fault.code === 'newer' ? 'migrations_newer' : 'migrations_changed', false, {
      names: error.fault.names.join(', '),
    })
  }
}

/** What was acknowledged must survive a power cut. */
function durability(facts: Facts): Check {
  const off = (['fsync', 'synchronous_commit', 'full_page_writes'] as const).filter(
    (name) => facts[name] === 'off',
  )
  return off.length === 0 ? check('durable', 'ok') : check('not_durable', false, { settings: off.join(', ') })
}

function clock(seconds: number): Check {
  const apart = Math.abs(Date.now() / 1_000 - seconds)
  return check('clock', apart < 5 ? 'ok' : 'warning', { seconds: Math.round(apart) })
}
