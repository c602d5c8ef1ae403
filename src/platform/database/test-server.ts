/**
 * Holds the database server of a test run. Test files run in processes of their own, in parallel, and any of them may
 * be the first or be killed; so the server belongs to none of them. It goes when nobody used it for a while.
 */
import { rename, rm, writeFile } from 'node:fs/promises'
import pg from 'pg'
import { SILENT } from '../log.ts'
import { startEmbedded } from './embedded.ts'
import { DataInUse } from './lock.ts'

const [, , dataDir = '', urlFile = ''] = process.argv
const IDLE_MS = 15_000
const LOOK_MS = 2_000

const options = {
  dataDir,
  log: SILENT,
  address: 'tests',
  // Throwaway data: what a power cut loses is made again. Everything else is as in life.
  settings: { fsync: 'off', full_page_writes: 'off', max_connections: '200', logging_collector: 'off' },
}
const server = await startEmbedded(options).catch(async (error: unknown) => {
  if (error instanceof DataInUse) process.exit(3)
  await rm(dataDir, { recursive: true, force: true })
  return startEmbedded(options)
})
const client = new pg.Client({ connectionString: server.adminUrl, application_name: 'viche test server' })
client.on('error', () => process.exit(1))
await client.connect()
await dropOld()
await writeFile(`${urlFile}.new`, server.adminUrl, { mode: 0o600 })
await rename(`${urlFile}.new`, urlFile)

let lastUse = performance.now()
while (performance.now() - lastUse < IDLE_MS) {
  await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  const { rows } = await client.query<{ busy: boolean }>(
    `select exists (select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()) as busy`,
  )
  if (rows[0]?.busy) lastUse = performance.now()
}
await rm(urlFile, { force: true })
await client.end()
await server.stop()
process.exit(0)

/** Databases of runs that were killed, and templates that other migrations made, but the newest. */
async function dropOld(): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where datname like 'viche\\_test\\_%' or datname like 'viche\\_draft\\_%'
     union all
     (select datname from pg_database where datname like 'viche\\_template\\_%' order by oid desc offset 1)`,
  )
  for (const { datname } of rows)
    await client.query(`drop database if exists ${client.escapeIdentifier(datname)} with (force)`)
}
