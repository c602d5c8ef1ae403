/** Writes the whole database into one file, as it was at one moment, while people go on working. */
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { BackupRefused, FORMAT, type TableSum, writeBackup } from './backup-file.ts'
import { sequencesOf, tablesOf } from './catalog.ts'
import { copyOut } from './copy.ts'
import { readApplied } from './migrations.ts'

export type BackupSummary = { readonly tables: number; readonly rows: number; readonly jobsLeftOut: number }

/** How values are written: the same on every server, whatever its settings are. */
export const EXACT = `
  set client_encoding to 'UTF8'; set datestyle to 'ISO'; set intervalstyle to 'postgres'; set timezone to 'UTC';
  set extra_float_digits to 3; set bytea_output to 'hex'; set statement_timeout to 0; set search_path to public`

/**
 * Streams a backup; memory does not grow with the database. The caller's stream is ended, or destroyed on an error.
 * @param options.product version of the program, written into the file
 * @throws BackupRefused
 */
export async function backup(
  url: string,
  output: Writable,
  options: {
    readonly product: string
    readonly onTable?: (sum: TableSum, index: number, of: number) => void
  },
): Promise<BackupSummary> {
  const client = new pg.Client({ connectionString: url, application_name: 'viche backup' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(EXACT)
    await client.query('begin isolation level repeatable read, read only')
    const migrations = await readApplied(client)
    if (migrations.length === 0) throw new BackupRefused({ code: 'not_ours' })
    const tables = await tablesOf(client)
    const sequences = await sequencesOf(client)
    const jobsLeftOut = await waitingJobs(client)
    const { rows: facts } = await client.query<{ at: string; server: string }>(
      `select to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, current_setting('server_version') as server`,
    )
    const header = {
      format: FORMAT,
      product: options.product,
      madeAt: facts[0]!.at,
      server: facts[0]!.server,
      migrations: [...migrations],
      tables: tables.map((t) => ({ name: t.name, columns: [...t.columns] })),
      jobsLeftOut,
    }
    let rows = 0
    let done = 0
    const archive = writeBackup(
      header,
      (table) => copyOut(client, copySql(table, 'to stdout')),
      sequences,
      (sum) => {
        rows += sum.rows
        options.onTable?.(sum, ++done, tables.length)
      },
    )
    await pipeline(archive, createGzip({ level: 3 }), output)
    await client.query('commit')
    return { tables: tables.length, rows, jobsLeftOut }
  } catch (error) {
    output.destroy()
    throw error
  } finally {
    await client.end()
  }
}

export function copySql(
  table: { readonly name: string; readonly columns: readonly string[] },
  way: string,
): string {
  const columns = table.columns.map(pg.escapeIdentifier).join(', ')
  return `copy public.${pg.escapeIdentifier(table.name)} (${columns}) ${way}`
}

async function waitingJobs(client: pg.Client): Promise<number> {
  const { rows: known } = await client.query<{ there: boolean }>(
    `select to_regclass('graphile_worker.jobs') is not null as there`,
  )
  if (!known[0]?.there) return 0
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from graphile_worker.jobs')
  return rows[0]?.n ?? 0
}
