/** Looks an installation over. Finds, never mends; says each thing by a code with its figures. */
import { access, constants, stat, statfs } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { SILENT } from '../log.ts'
import { bundledFolder, missingLinks, NoBinaries, usableBinaries } from './binaries.ts'
import { CLUSTER_FOLDER, PASSWORDS_FILE } from './cluster.ts'
import { examineDatabase } from './doctor-database.ts'
import { readHolder } from './lock.ts'
import { type OpenDatabase, openDatabase } from './open.ts'
import { identify } from './process-facts.ts'
import { chooseUser } from './run-as.ts'
import { SECRET_FILE } from './secret.ts'
import type { CheckCode } from './texts/shape.ts'

export type Check = {
  readonly code: CheckCode
  /** `warning`: works, but somebody should know. */
  readonly state: 'ok' | 'warning' | 'fault'
  readonly values: Readonly<Record<string, string | number>>
}

const MEGABYTE = 1024 * 1024
const OLDEST_NODE = 24

export function check(code: CheckCode, state: Check['state'] | boolean, values: Check['values'] = {}): Check {
  return { code, state: typeof state === 'string' ? state : state ? 'ok' : 'fault', values }
}

/** Every check, in the order in which one would mend. An embedded database that does not run is started meanwhile. */
export async function examine(config: Config, migrationsDir: string): Promise<readonly Check[]> {
  const running = config.databaseUrl === null && (await isHeld(config.dataDir))
  const before = [
    nodeVersion(),
    timeZone(),
    ...config.warnings.map(unknownSetting),
    ...(await dataFolder(config)),
  ]
  const binaries = config.databaseUrl === null ? await programs(config.dataDir) : []
  const database = binaries.some((c) => c.state === 'fault')
    ? []
    : await openAndExamine(config, migrationsDir)
  return [
    ...before,
    ...binaries,
    ...database,
    await freePort(config, running),
    publicAddress(config),
    ...(await mail(config)),
  ]
}

function nodeVersion(): Check {
  const version = process.versions.node
  return check('node_version', Number.parseInt(version, 10) >= OLDEST_NODE, { version, needed: OLDEST_NODE })
}

/** Without its data the summer hour of Kyiv would be lost, and with it the ends of terms. */
function timeZone(): Check {
  try {
    const hour = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Kyiv',
      hour: '2-digit',
      hourCycle: 'h23',
    })
    return check(
      'time_zone',
      hour.format(Date.UTC(2026, 6, 1, 0)) === '03' && hour.format(Date.UTC(2026, 0, 1, 0)) === '02',
    )
  } catch {
    return check('time_zone', false)
  }
}

function unknownSetting(warning: Config['warnings'][number]): Check {
  return check('unknown_setting', 'warning', { name: warning.name, nearest: warning.nearest ?? '' })
}

async function isHeld(dataDir: string): Promise<boolean> {
  const holder = await readHolder(dataDir)
  return holder !== null && (await identify(holder.pid)) === holder.identity
}

async function dataFolder(config: Config): Promise<readonly Check[]> {
  const path = config.dataDir
  const there = await stat(path).catch(() => null)
  if (!there) return [check('data_folder_new', 'ok', { path })]
  const writable = await access(path, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  const disk = await statfs(path)
  const free = Math.floor((disk.bavail * disk.bsize) / MEGABYTE)
  const secrets: Check[] = []
  for (const name of [SECRET_FILE, PASSWORDS_FILE]) {
    const file = await stat(join(path, name)).catch(() => null)
    if (file && process.platform !== 'win32')
      secrets.push(
        check('secret_file', (file.mode & 0o077) === 0, {
          path: join(path, name),
          mode: (file.mode & 0o777).toString(8),
        }),
      )
  }
  return [
    check('data_folder', writable, { path }),
    check('free_space', free >= 500 ? 'ok' : free >= 100 ? 'warning' : 'fault', { path, free }),
    ...secrets,
  ]
}

async function programs(dataDir: string): Promise<readonly Check[]> {
  try {
    const binaries = await usableBinaries(await chooseUser(join(dataDir, CLUSTER_FOLDER)), dataDir)
    const links = (await missingLinks(bundledFolder())).length
    return [
      check('binaries', links === 0 ? 'ok' : 'warning', {
        version: binaries.version,
        path: binaries.postgres,
        links,
      }),
    ]
  } catch (error) {
    if (!(error instanceof NoBinaries)) throw error
    return [check('no_binaries', false, { reason: error.message })]
  }
}

async function openAndExamine(config: Config, migrationsDir: string): Promise<readonly Check[]> {
  if (config.databaseUrl === null && !(await stat(join(config.dataDir, CLUSTER_FOLDER)).catch(() => null)))
    return [check('database_new', 'ok')]
  let database: OpenDatabase
  try {
    database = await openDatabase(config, 'viche doctor', SILENT)
  } catch (error) {
    return [check('database', false, { reason: error instanceof Error ? error.message : String(error) })]
  }
  try {
    return await examineDatabase(database, migrationsDir)
  } finally {
    await database.close()
  }
}

async function freePort(config: Config, running: boolean): Promise<Check> {
  const { host, port } = config
  const reason = await new Promise<string | null>((resolve) => {
    const probe = createServer()
    probe.once('error', (error) => resolve(error.message))
    probe.listen(port, host, () => probe.close(() => resolve(null)))
  })
  if (reason === null) return check('port', 'ok', { host, port })
  return running
    ? check('port_ours', 'ok', { host, port })
    : check('port_taken', false, { host, port, reason })
}

function publicAddress(config: Config): Check {
  const { protocol, hostname } = new URL(config.publicUrl)
  const local = /^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname) || hostname.endsWith('.localhost')
  const url = config.publicUrl
  if (local) return check('url_local', 'ok', { url })
  return protocol === 'https:' ? check('url', 'ok', { url }) : check('url_open', false, { url })
}

async function mail(config: Config): Promise<readonly Check[]> {
  if (config.smtpUrl === null) return [check('no_mail', 'warning')]
  const url = new URL(config.smtpUrl)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const port = Number(url.port) || (url.protocol === 'smtps:' ? 465 : 587)
  const reason = await new Promise<string | null>((resolve) => {
    const socket = connect({ host, port, timeout: 3_000 })
    const end = (said: string | null) => {
      socket.destroy()
      resolve(said)
    }
    socket.once('connect', () => end(null))
    socket.once('timeout', () => end('timeout'))
    socket.once('error', (error) => end(error.message))
  })
  return [
    check(reason === null ? 'mail' : 'mail_silent', reason === null, { host, port, reason: reason ?? '' }),
  ]
}
