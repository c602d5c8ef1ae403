/** The files of an embedded PostgreSQL: made once, whole or not at all. */
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chown,
  constants,
  mkdir,
  open,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { type Cluster, dataArgument, ServerFailed, spawnOptions } from './postmaster.ts'
import type { RunAs } from './run-as.ts'
import { isCode, randomSecret } from './secret.ts'

export const CLUSTER_FOLDER = 'postgres'
export const PASSWORDS_FILE = 'postgres.json'

export type Passwords = { readonly postgres: string; readonly viche: string }

export type ClusterFault =
  /** The data was made by another major version of PostgreSQL. */
  | { readonly code: 'other_version'; readonly found: string; readonly needed: string; readonly path: string }
  | { readonly code: 'not_ours'; readonly path: string; readonly uid: number }

export class ClusterRefused extends Error {
  readonly fault: ClusterFault
  constructor(fault: ClusterFault) {
    super(`embedded database refused: ${JSON.stringify(fault)}`)
    this.name = 'ClusterRefused'
    this.fault = fault
  }
}

/** Written into postgresql.conf when it is made; from then on that file belongs to the operator. Two cores, little memory. */
const SETTINGS: Readonly<Record<string, string>> = {
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '1GB',
  random_page_cost: '1.1',
  min_wal_size: '32MB',
  max_wal_size: '512MB',
  jit: 'off',
  // Helper processes for reading pay off on large tables only.
  io_method: 'sync',
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  // The detail of an error holds the row that was refused: people's data.
  log_error_verbosity: 'terse',
}

const HBA = `# Viche connects over the loopback, with passwords of its own.
host all all 127.0.0.1/32 scram-sha-256
`

/** The cluster in `dataDir` with its passwords; made when there is none. */
export async function prepareCluster(
  dataDir: string,
  user: RunAs,
  binaries: Binaries,
): Promise<{ readonly cluster: Cluster; readonly passwords: Passwords | null; readonly made: boolean }> {
  const pgData = join(await realpath(dataDir), CLUSTER_FOLDER)
  const name = `viche-${createHash('sha256').update(pgData).digest('hex').slice(0, 8)}`
  const cluster = { pgData, user, binaries, name }
  const there = await stat(pgData).catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return null
    throw error
  })
  if (there) {
    const own = process.getuid?.()
    if (own !== undefined && own !== 0 && there.uid !== own)
      throw new ClusterRefused({ code: 'not_ours', path: pgData, uid: there.uid })
    const found = (await readFile(join(pgData, 'PG_VERSION'), 'utf8')).trim()
    const needed = binaries.version.split('.')[0]!
    if (found !== needed) throw new ClusterRefused({ code: 'other_version', found, needed, path: pgData })
    return { cluster, passwords: await readPasswords(dataDir), made: false }
  }
  const passwords = await makePasswords(dataDir)
  const draft = `${pgData}.new`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  if (user) await chown(draft, user.uid, user.gid)
  const place = { ...cluster, pgData: draft }
  await initialise(place)
  await singleUser(place, [
    `alter role postgres password '${passwords.postgres}'`,
    `create role viche login password '${passwords.viche}'`,
    // A database is 8 MB; the one that initdb makes for itself becomes ours.
    'alter database postgres rename to viche',
    'alter database viche owner to viche',
  ])
  await rename(draft, pgData)
  const folder = await open(dataDir, 'r')
  await folder.sync().catch(() => {})
  await folder.close()
  return { cluster, passwords, made: true }
}

/** New passwords for data whose file of passwords was lost. The server must not run. */
export async function renewPasswords(dataDir: string, cluster: Cluster): Promise<Passwords> {
  const passwords = await makePasswords(dataDir)
  await singleUser(cluster, [
    `alter role postgres password '${passwords.postgres}'`,
    `alter role viche password '${passwords.viche}'`,
  ])
  return passwords
}

/** `null` when the file was lost. */
export async function readPasswords(dataDir: string): Promise<Passwords | null> {
  const text = await readFile(join(dataDir, PASSWORDS_FILE), 'utf8').catch((error: unknown) => {
    if (isCode(error, 'ENOENT')) return null
    throw error
  })
  if (text === null) return null
  const { postgres, viche } = JSON.parse(text) as Partial<Passwords>
  return postgres && viche ? { postgres, viche } : null
}

async function makePasswords(dataDir: string): Promise<Passwords> {
  const passwords = { postgres: randomSecret(), viche: randomSecret() }
  const draft = join(dataDir, `${PASSWORDS_FILE}.new`)
  await rm(draft, { force: true })
  await writeFile(draft, `${JSON.stringify(passwords)}\n`, { mode: 0o600, flush: true })
  await rename(draft, join(dataDir, PASSWORDS_FILE))
  return passwords
}

/**
 * Ukrainian order of letters comes from ICU; what is a letter (for search by parts of words) still comes from the
 * C library, which must know Unicode. Its locale has different names on different systems.
 */
async function initialise(cluster: Cluster): Promise<void> {
  const common = [
    '-D',
    dataArgument(cluster),
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--data-checksums',
    '--wal-segsize=4',
  ]
  const sets = Object.entries(SETTINGS).flatMap(([name, value]) => ['--set', `${name}=${value}`])
  const icu = [
    '--locale-provider=icu',
    '--icu-locale=uk-UA',
    '--lc-messages=C',
    '--text-search-config=simple',
  ]
  let failure: unknown
  for (const locale of ['C.UTF-8', 'en_US.UTF-8', 'C']) {
    try {
      await runProgram(cluster, cluster.binaries.initdb, [...common, ...icu, `--locale=${locale}`, ...sets])
      // Another user owns this file's folder: a link put in its place must not be followed.
      const flags = constants.O_WRONLY | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0)
      await writeFile(join(cluster.pgData, 'pg_hba.conf'), HBA, { flag: flags })
      return
    } catch (error) {
      failure = error
      if (!(error instanceof ServerFailed && /locale/.test(error.message))) break
    }
  }
  throw failure
}

/** Statements without a server that listens. */
async function singleUser(cluster: Cluster, statements: readonly string[]): Promise<void> {
  const quiet = [
    '-c',
    'log_min_error_statement=panic',
    '-c',
    'logging_collector=off',
    '-c',
    'exit_on_error=on',
  ]
  const args = ['--single', '-D', dataArgument(cluster), ...quiet, 'template1']
  await runProgram(cluster, cluster.binaries.postgres, args, `${statements.join('\n')}\n`)
}

function runProgram(cluster: Cluster, file: string, args: readonly string[], input = ''): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = execFile(file, args, spawnOptions(cluster), (error, _out, said) => {
      if (error) reject(new ServerFailed(said.trim() || error.message))
      else resolve()
    })
    child.stdin?.on('error', () => {})
    child.stdin?.end(input)
  })
}
