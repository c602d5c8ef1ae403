/** Databases for tests: a fresh one in a moment, on a server that all tests of a run share. */
import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { readMigrations } from './migrations.ts'
import { prepareDatabase } from './prepare.ts'
import { until } from './process-facts.ts'

export type FreshDatabase = {
  /** As the owner of the database. */
  readonly url: string
  drop(): Promise<void>
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url))
const MIGRATIONS = join(ROOT, 'migrations')
const HOLDER = fileURLToPath(new URL('test-server.ts', import.meta.url))
const START_MS = 60_000
const TEST_OWNER = 'viche_test'

/**
 * A database of one's own: with all migrations applied, or empty.
 * `VICHE_TEST_DATABASE_URL`, as a superuser, names another server than the shared one.
 */
export async function freshDatabase(options: { readonly empty?: boolean } = {}): Promise<FreshDatabase> {
  const serverUrl = await livingServerUrl()
  const name = `viche_test_${process.pid}_${randomBytes(5).toString('hex')}`
  const owner = ownerOf(serverUrl)
  const from = options.empty ? 'template0' : await template(serverUrl)
  await onServer(serverUrl, (admin) =>
    admin.query(`create database ${name} template ${from} owner ${owner.username}`),
  )
  owner.pathname = `/${name}`
  return {
    url: owner.href,
    drop: () =>
      onServer(
        serverUrl,
        async (admin) => void (await admin.query(`drop database if exists ${name} with (force)`)),
      ),
  }
}

/** As in life, the program is no superuser. The test server's password makes the role's. */
function ownerOf(serverUrl: string): URL {
  const url = new URL(serverUrl)
  url.username = TEST_OWNER
  url.password = createHash('sha256').update(`owner ${url.password}`).digest('hex')
  return url
}

/** The shared server ends when nobody used it for a while; a test that took long meanwhile starts it anew. */
async function livingServerUrl(): Promise<string> {
  const url = await testServerUrl()
  const lives = await onServer(url, async () => true).catch(() => false)
  if (lives) return url
  known = null
  return testServerUrl()
}

/** The shared server's address; it is started when nobody did so yet. */
let known: Promise<string> | null = null
async function testServerUrl(): Promise<string> {
  known ??= (async () => {
    const url = process.env['VICHE_TEST_DATABASE_URL'] ?? (await sharedServerUrl())
    const owner = ownerOf(url)
    await onServer(url, async (admin) => {
      await admin.query('select pg_advisory_lock(7669)')
      const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [TEST_OWNER])
      await admin.query(
        `${rowCount ? 'alter' : 'create'} role ${TEST_OWNER} login password '${owner.password}'`,
      )
    })
    return url
  })()
  return known
}

async function sharedServerUrl(): Promise<string> {
  const checkout = createHash('sha256').update(ROOT).digest('hex').slice(0, 12)
  const home = join(tmpdir(), `viche-tests-${userInfo().uid}-${checkout}`)
  const urlFile = join(home, 'url')
  const running = await answering(urlFile)
  if (running !== null) return running
  await mkdir(home, { recursive: true, mode: 0o700 })
  let said = ''
  const end = performance.now() + START_MS
  while (performance.now() < end) {
    // Several files may start a holder at once: the lock of the data lets one live, and all find its address. One
    // that is just going away still has the lock, so it is tried again.
    const holder = spawn(process.execPath, [HOLDER, join(home, 'data'), urlFile], {
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    holder.stderr.on('data', (chunk: Buffer) => {
      said = chunk.toString('utf8')
    })
    holder.unref()
    let url: string | null = null
    await until(
      async () => {
        url = await answering(urlFile)
        return url !== null || holder.exitCode !== null
      },
      START_MS,
      50,
    )
    holder.stderr.destroy()
    if (url !== null) return url
  }
  throw new Error(`the database for tests does not start: ${said}`)
}

async function answering(urlFile: string): Promise<string | null> {
  const url = await readFile(urlFile, 'utf8').catch(() => '')
  if (url === '') return null
  return onServer(url, async () => url).catch(() => null)
}

/** The database that is copied, named by the migrations' content; made by whoever comes first. */
async function template(serverUrl: string): Promise<string> {
  const files = await readMigrations(MIGRATIONS)
  const hash = createHash('sha256')
    .update(files.map((f) => `${f.name} ${f.sha256}`).join('\n'))
    .digest('hex')
  const name = `viche_ready_${hash.slice(0, 12)}`
  await onServer(serverUrl, async (admin) => {
    await admin.query('select pg_advisory_lock(7669)')
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    const draft = `viche_draft_${randomBytes(5).toString('hex')}`
    const owner = ownerOf(serverUrl)
    await admin.query(`create database ${draft} template template0 owner ${owner.username}`)
    owner.pathname = `/${draft}`
    try {
      await prepareDatabase(owner.href, MIGRATIONS)
      await admin.query(`alter database ${draft} rename to ${name}`)
    } catch (error) {
      await admin.query(`drop database if exists ${draft} with (force)`)
      throw error
    }
  })
  return name
}

async function onServer<T>(url: string, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  admin.on('error', () => {})
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}
