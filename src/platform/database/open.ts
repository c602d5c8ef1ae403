/** The database of an installation, wherever it is: for the program itself, and for commands beside it. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import { CLUSTER_FOLDER, readPasswords } from './cluster.ts'
import { databaseAddress, startEmbedded } from './embedded.ts'
import { DataInUse } from './lock.ts'

export type OpenDatabase = {
  readonly url: string
  /** `server`: by DATABASE_URL; `running`: the embedded one of a program that runs; `own`: started here. */
  readonly kind: 'server' | 'running' | 'own'
  /** The embedded data was made just now. */
  readonly made: boolean
  /** Stops what was started here. */
  close(): Promise<void>
}

/**
 * For a command (`viche backup` by night, while people read the pages): uses the embedded database of the program
 * that runs, or starts it for the time of the command.
 * @param command what a second start is told meanwhile
 */
export async function openDatabase(
  config: Pick<Config, 'databaseUrl' | 'dataDir'>,
  command: string,
  log: Log,
): Promise<OpenDatabase> {
  if (config.databaseUrl !== null)
    return { url: config.databaseUrl, kind: 'server', made: false, close: async () => {} }
  try {
    const own = await startEmbedded({ dataDir: config.dataDir, log, address: command })
    return { url: own.url, kind: 'own', made: own.made, close: own.stop }
  } catch (error) {
    const url = error instanceof DataInUse ? await runningUrl(config.dataDir) : null
    if (url === null) throw error
    return { url, kind: 'running', made: false, close: async () => {} }
  }
}

/** Address of the embedded server that somebody runs on this data, if it answers. */
export async function runningUrl(dataDir: string): Promise<string | null> {
  const passwords = await readPasswords(dataDir).catch(() => null)
  const pidFile = await readFile(join(dataDir, CLUSTER_FOLDER, 'postmaster.pid'), 'utf8').catch(() => '')
  const port = Number(pidFile.split('\n')[3])
  if (!passwords || !(port > 0)) return null
  const url = databaseAddress('viche', passwords.viche, port)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return url
  } catch {
    return null
  } finally {
    await client.end().catch(() => {})
  }
}
