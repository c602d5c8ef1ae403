/** Opens what an installation stands on: its settings, secret and database. Used by the program and by commands. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Config, readConfig } from './platform/config.ts'
import { type Embedded, startEmbedded } from './platform/database/embedded.ts'
import { readHolder } from './platform/database/lock.ts'
import { prepareDatabase } from './platform/database/prepare.ts'
import { keptSecret } from './platform/database/secret.ts'
import { createLog, type Log } from './platform/log.ts'

/** Where a running program leaves the address of its database for commands of the same user. */
const ADDRESS_FILE = 'database-url'

export const MIGRATIONS = fileURLToPath(new URL('../migrations', import.meta.url))

export type Installation = {
  readonly config: Config
  readonly secret: string
  readonly log: Log
  readonly databaseUrl: string
  /** Null for a server of others, or one that a running program holds. */
  readonly embedded: Embedded | null
  close(): Promise<void>
}

export function configuration(): { readonly config: Config; readonly log: Log } {
  const config = readConfig(process.env, process.cwd())
  const log = createLog(config.logLevel, (line) => process.stderr.write(line))
  for (const w of config.warnings) log.warn('unknown setting', { name: w.name, nearest: w.nearest })
  return { config, log }
}

/**
 * @param purpose `serve` takes the data for itself and fails when it is taken; `command` joins a running program
 */
export async function openInstallation(purpose: 'serve' | 'command'): Promise<Installation> {
  const { config, log } = configuration()
  const secret = config.secret ?? (await keptSecret(config.dataDir))
  if (config.databaseUrl) {
    await prepareDatabase(config.databaseUrl, MIGRATIONS)
    return { config, secret, log, databaseUrl: config.databaseUrl, embedded: null, close: async () => {} }
  }
  const addressFile = join(config.dataDir, ADDRESS_FILE)
  if (purpose === 'command' && (await readHolder(config.dataDir))) {
    const databaseUrl = (await readFile(addressFile, 'utf8')).trim()
    return { config, secret, log, databaseUrl, embedded: null, close: async () => {} }
  }
  const embedded = await startEmbedded({
    dataDir: config.dataDir,
    log,
    address: purpose === 'serve' ? config.publicUrl : 'viche',
  })
  try {
    await writeFile(addressFile, `${embedded.url}\n`, { mode: 0o600 })
    await prepareDatabase(embedded.url, MIGRATIONS)
  } catch (error) {
    await embedded.stop()
    throw error
  }
  return { config, secret, log, databaseUrl: embedded.url, embedded, close: () => embedded.stop() }
}
