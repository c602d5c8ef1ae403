/**
 * A database beside the city's: made and brought up to date when it is first written, never by reading. Until then it
 * costs nothing, neither a connection nor memory.
 */
import { fileURLToPath } from 'node:url'
import type { Kysely } from 'kysely'
import pg from 'pg'
import { Unavailable } from '../../kernel/errors.ts'
import { connectTo } from '../db.ts'
import { readPasswords } from './cluster.ts'
import { databaseAddress } from './embedded.ts'
import { migrate } from './migrate.ts'
import { MigrationRefused, pending, readApplied, readMigrations } from './migrations.ts'

/** Tables are the module's: `db.withTables<RegisterTables>()`. */
export type BesideDb = Kysely<Record<never, never>>

export type Beside = {
  /** Plain values: for a thread that opens the same database for itself. */
  readonly options: BesideOptions
  /** `null` while there is none, or none that this version of the program can read. */
  read(): Promise<BesideDb | null>
  /**
   * Made and migrated where needed.
   * @throws Unavailable where we may not make or change it: it is kept by somebody else, or the server says no
   */
  write(): Promise<BesideDb>
  close(): Promise<void>
}

export type BesideOptions = {
  /** Name of the database beside the city's, and of its folder in `migrations/`. */
  readonly name: string
  readonly folder: string
  /** Where it is, when somebody said so. */
  readonly url: string | null
  /** Of the city, on whose server it otherwise stands. */
  readonly cityUrl: string
  readonly dataDir: string
}

/** An address in a server is asked again after so long: the database may have been made meanwhile. */
const LOOK_AGAIN_MS = 5_000
/** Sorting and searching of millions of rows; of one connection at a time, so it does not add up. */
const SETTINGS = '-c work_mem=32MB -c maintenance_work_mem=256MB'

export function besideDatabase(options: BesideOptions): Beside {
  const migrations = fileURLToPath(new URL(`../../../migrations/${options.folder}`, import.meta.url))
  const url = options.url ?? onServerOf(options.cityUrl, options.name)
  let connection: ReturnType<typeof connectTo<Record<never, never>>> | null = null
  let missingSince = Number.NEGATIVE_INFINITY

  function connected(): BesideDb {
    connection ??= connectTo(url, { max: 4, settings: SETTINGS })
    return connection.db
  }

  async function isReady(): Promise<boolean> {
    const files = await readMigrations(migrations)
    return onServer(url, async (client) => {
      const applied = await readApplied(client)
      return applied.length > 0 && pending(files, applied).length === 0
    })
  }

  return {
    options,
    async read() {
      if (connection) return connection.db
      if (performance.now() - missingSince < LOOK_AGAIN_MS) return null
      try {
        if (await isReady()) return connected()
      } catch (error) {
        if (!isMissing(error) && !(error instanceof MigrationRefused)) throw error
      }
      missingSince = performance.now()
      return null
    },
    async write() {
      try {
        if (options.url === null) await make(options)
        await migrate(url, migrations)
      } catch (error) {
        throw isRefused(error) ? new Unavailable(`${options.name} cannot be written here`, error) : error
      }
      missingSince = Number.NEGATIVE_INFINITY
      return connected()
    },
    async close() {
      await connection?.close()
      connection = null
    },
  }
}

function onServerOf(cityUrl: string, name: string): string {
  const url = new URL(cityUrl)
  url.pathname = `/${name}`
  return url.href
}

/** On the embedded server only its administrator may; on a server of others, whoever the city's address names. */
async function make({ cityUrl, dataDir, name }: BesideOptions): Promise<void> {
  const city = new URL(cityUrl)
  const passwords = await readPasswords(dataDir).catch(() => null)
  const embedded = passwords !== null && city.username === 'viche' && city.password === passwords.viche
  const admin = embedded ? databaseAddress('postgres', passwords.postgres, Number(city.port)) : cityUrl
  await onServer(admin, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount) return
    const owner = client.escapeIdentifier(decodeURIComponent(city.username))
    await client.query(`create database ${client.escapeIdentifier(name)} template template0 owner ${owner}`)
  })
}

async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** There is no such database, or it is not for us. */
function isMissing(error: unknown): boolean {
  return /^(3D000|28000|28P01|42501)$/.test(codeOf(error))
}

/** No right to make it, or a copy that only reads. */
function isRefused(error: unknown): boolean {
  return /^(42501|25006|3D000|28000|28P01)$/.test(
    error instanceof MigrationRefused ? codeOf(error.cause) : codeOf(error),
  )
}

function codeOf(error: unknown): string {
  return String(Reflect.get(Object(error), 'code') ?? '')
}
