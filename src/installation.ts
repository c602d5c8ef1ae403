/** Opens what an installation stands on: its settings, secret and database. Used by the program and by commands. */
import { fileURLToPath } from 'node:url'
import { type Config, readConfig } from './platform/config.ts'
import { startEmbedded } from './platform/database/embedded.ts'
import { openDatabase } from './platform/database/open.ts'
import { prepareDatabase } from './platform/database/prepare.ts'
import { keptSecret } from './platform/database/secret.ts'
import { createLog, type Log } from './platform/log.ts'

export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

export type Installation = {
  readonly config: Config
  readonly secret: string
  readonly log: Log
  readonly databaseUrl: string
  /** The database is one that the program made for itself, not a server of others. */
  readonly embedded: boolean
  close(): Promise<void>
}

export function configuration(): { readonly config: Config; readonly log: Log } {
  const config = readConfig(process.env, process.cwd())
  const log = createLog(config.logLevel, (line) => process.stderr.write(line))
  for (const w of config.warnings) log.warn('unknown setting', { name: w.name, nearest: w.nearest })
  return { config, log }
}

/** For the program: takes the data for itself, and fails when another has it. */
export async function openToServe(): Promise<Installation> {
  const { config, log } = configuration()
  if (config.databaseUrl !== null) return prepared(config, log, config.databaseUrl, false, async () => {})
  const embedded = await startEmbedded({ dataDir: config.dataDir, log, address: config.publicUrl })
  embedded.onState((state) => log[state === 'up' ? 'info' : 'error'](`PostgreSQL is ${state}`))
  return prepared(config, log, embedded.url, true, () => embedded.stop())
}

/** For a command: works beside a running program, or starts the database for itself. */
export async function openForCommand(command: string): Promise<Installation> {
  const { config, log } = configuration()
  const database = await openDatabase(config, `viche ${command}`, log)
  return prepared(config, log, database.url, database.kind !== 'server', () => database.close())
}

async function prepared(
  config: Config,
  log: Log,
  databaseUrl: string,
  embedded: boolean,
  close: () => Promise<void>,
): Promise<Installation> {
  try {
    await prepareDatabase(databaseUrl, MIGRATIONS)
    const secret = config.secret ?? (await keptSecret(config.dataDir))
    return { config, secret, log, databaseUrl, embedded, close }
  } catch (error) {
    await close()
    throw error
  }
}
