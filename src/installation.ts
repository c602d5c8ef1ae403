/** Opens what an installation stands on: its settings, secret and database. Used by the program and by commands. */
import { fileURLToPath } from 'node:url'
import { type Config, ConfigError, readConfig } from './platform/config.ts'
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
  const embedded = await startEmbedded({ dataDir: config.dataDir, log, address: config.publicUrl }).catch(
    (error: unknown) => {
      throw asFolder(error, config.dataDir)
    },
  )
  embedded.onState((state) => log[state === 'up' ? 'info' : 'error'](`PostgreSQL is ${state}`))
  return prepared(config, log, embedded.url, true, () => embedded.stop())
}

/** For a command: works beside a running program, or starts the database for itself. */
export async function openForCommand(command: string): Promise<Installation> {
  const { config, log } = configuration()
  const database = await openDatabase(config, `viche ${command}`, log).catch((error: unknown) => {
    throw asFolder(error, config.dataDir)
  })
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
    throw embedded ? error : asSetting(error, databaseUrl)
  }
}

/** A folder that cannot be made or written is a wrong VICHE_DATA. */
function asFolder(error: unknown, dataDir: string): unknown {
  const code = String(Reflect.get(Object(error), 'code'))
  const path = String(Reflect.get(Object(error), 'path'))
  if (!(error instanceof Error) || !FOLDER_FAULTS.has(code) || !path.startsWith(dataDir)) return error
  return new ConfigError([
    {
      name: 'VICHE_DATA',
      held: dataDir,
      right: {
        uk: `потрібна тека, в якій цей користувач може писати (${error.message})`,
        en: `a folder is needed in which this user can write (${error.message})`,
      },
    },
  ])
}

const FOLDER_FAULTS: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'])

/** Codes of a server that is not there, does not know the name, the passphrase or the database. */
const UNREACHABLE = /^(?:ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|28P01$|28000$|3D000$)/

/** A server that cannot be reached is a wrong DATABASE_URL, or one that does not run: both are named. */
function asSetting(error: unknown, url: string): unknown {
  const code = String(Reflect.get(Object(error), 'code'))
  if (!UNREACHABLE.test(code) || !(error instanceof Error)) return error
  const held = url.replace(/(?<=:\/\/[^/@:]*:)[^@/]*(?=@)/, '•••')
  return new ConfigError([
    {
      name: 'DATABASE_URL',
      held,
      right: {
        uk: `потрібна адреса бази, до якої можна під’єднатися (${error.message}); перевірте, чи працює сервер і чи правильні ім’я, пароль та назва бази`,
        en: `the address of a database that can be reached is needed (${error.message}); see whether the server runs, and whether name, password and database are right`,
      },
    },
  ])
}
