/** Fills an empty database from a backup: all of it, or nothing. */
import type { Readable } from 'node:stream'
import pg from 'pg'
import { copySql, EXACT } from './backup.ts'
import { type BackupHeader, BackupRefused, type Part, readBackup } from './backup-file.ts'
import { guardsOf, objectsOf, tablesOf } from './catalog.ts'
import { copyIn } from './copy.ts'
import { applyMigration, requireServer } from './migrate.ts'
import { pending, readMigrations } from './migrations.ts'

export type RestoreSummary = { readonly tables: number; readonly rows: number; readonly madeAt: string }

/**
 * One transaction: the migrations that the backup names, its rows, its sequences, the check of every sum. A file
 * that is damaged anywhere leaves the database as it was. Migrations that are newer than the backup are left to the
 * next start.
 * @param migrationsDir must hold every migration that the backup names
 * @param options.replace drops what is in the database first; without it only an empty one is taken
 * @throws BackupRefused, MigrationRefused
 */
export async function restore(
  url: string,
  input: Readable,
  migrationsDir: string,
  options: {
    readonly replace?: boolean
    readonly onTable?: (name: string, rows: number, index: number, of: number) => void
  } = {},
): Promise<RestoreSummary> {
  const client = new pg.Client({ connectionString: url, application_name: 'viche restore' })
  client.on('error', () => {})
  await client.connect()
  const parts = readBackup(input)
  try {
    const header = await takeHeader(parts)
    await requireServer(client)
    await refuseWhileWorking(client)
    await client.query(EXACT)
    await client.query('begin')
    await makeRoom(client, options.replace ?? false)
    await makeTables(client, header, migrationsDir)
    const guards = await guardsOf(client)
    for (const sql of guards.off) await client.query(sql)
    const rows = await fill(client, header, parts, options.onTable)
    for (const sql of guards.on) await client.query(sql)
    await refreshViews(client)
    await client.query('commit')
    await client.query('analyze')
    return { tables: header.tables.length, rows, madeAt: header.madeAt }
  } finally {
    input.destroy()
    // Without a commit before it, the end of the connection undoes everything.
    await client.end()
  }
}

async function takeHeader(parts: AsyncGenerator<Part>): Promise<BackupHeader> {
  const first = await parts.next()
  if (first.done || first.value.kind !== 'header') throw new BackupRefused({ code: 'not_a_backup' })
  return first.value.header
}

/** A program that works on this database would go on with what it remembers of the old one. */
async function refuseWhileWorking(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query(
    `select from pg_stat_activity where datname = current_database() and application_name like 'viche%' and pid <> pg_backend_pid()`,
  )
  if (rowCount) throw new BackupRefused({ code: 'in_use' })
}

async function makeRoom(client: pg.Client, replace: boolean): Promise<void> {
  const objects = await objectsOf(client)
  if (objects.length === 0) return
  if (!replace) throw new BackupRefused({ code: 'not_empty', objects })
  try {
    // The job queue speaks of rows that go away; the program makes it anew.
    await client.query(`set local lock_timeout to '5s'; drop schema if exists graphile_worker cascade;
      drop schema public cascade; create schema public`)
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '55P03')
      throw new BackupRefused({ code: 'in_use' }, error)
    throw error
  }
}

/** Rows that migrations themselves put in are in the backup too, perhaps changed since. */
async function makeTables(client: pg.Client, header: BackupHeader, migrationsDir: string): Promise<void> {
  const files = await readMigrations(migrationsDir)
  pending(files, header.migrations)
  for (const { name, appliedAt } of header.migrations) {
    await applyMigration(client, files.find((file) => file.name === name)!)
    await client.query('update public.schema_migrations set applied_at = $2 where name = $1', [
      name,
      appliedAt,
    ])
  }
  // A migration may leave its own settings behind.
  await client.query(EXACT)
  const own = new Map((await tablesOf(client)).map((table) => [table.name, table.columns]))
  const strange = header.tables.find((t) => t.columns.some((column) => !own.get(t.name)?.includes(column)))
  if (strange) throw new BackupRefused({ code: 'damaged', part: strange.name })
}

async function fill(
  client: pg.Client,
  header: BackupHeader,
  parts: AsyncGenerator<Part>,
  onTable: (name: string, rows: number, index: number, of: number) => void = () => {},
): Promise<number> {
  const own = await tablesOf(client)
  if (own.length > 0) {
    const names = own.map((table) => `public.${pg.escapeIdentifier(table.name)}`).join(', ')
    await client.query(`truncate ${names}`)
  }
  let next = await parts.next()
  async function* blocksOf(table: string): AsyncGenerator<Buffer> {
    while (!next.done && next.value.kind === 'block' && next.value.table === table) {
      yield next.value.bytes
      next = await parts.next()
    }
  }
  const counted = new Map<string, number>()
  let total = 0
  for (const [index, table] of header.tables.entries()) {
    const rows = await copyIn(client, copySql(table, 'from stdin'), blocksOf(table.name)).catch(
      (error: unknown) => {
        if (!(error instanceof pg.DatabaseError)) throw error
        throw new BackupRefused({ code: 'row_refused', table: table.name, reason: error.message }, error)
      },
    )
    counted.set(table.name, rows)
    total += rows
    onTable(table.name, rows, index + 1, header.tables.length)
  }
  // The end arrives only when the sums of all tables were right.
  const last = next.done ? null : next.value
  if (last?.kind !== 'end')
    throw new BackupRefused({ code: 'damaged', part: last?.kind === 'block' ? last.table : '' })
  const short = last.end.tables.find((table) => counted.get(table.name) !== table.rows)
  if (short) throw new BackupRefused({ code: 'damaged', part: short.name })
  for (const { name, lastValue } of last.end.sequences) {
    const sequence = `public.${pg.escapeIdentifier(name)}`
    if (lastValue === null) await client.query(`alter sequence ${sequence} restart`)
    else await client.query('select setval($1::regclass, $2::bigint)', [sequence, lastValue])
  }
  return total
}

async function refreshViews(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ view: string }>(
    `select format('%I.%I', schemaname, matviewname) as view from pg_matviews where schemaname = 'public'`,
  )
  for (const { view } of rows) await client.query(`refresh materialized view ${view}`)
}
