/** One running PostgreSQL server: started, waited for, stopped, and cleared away where somebody left it behind. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { isAlive, serversOf, until } from './process-facts.ts'
import type { RunAs } from './run-as.ts'

/** Where a cluster lies and who runs it. */
export type Cluster = {
  /** Real path, without links. */
  readonly pgData: string
  readonly user: RunAs
  readonly binaries: Binaries
  /** Shown by `ps`, so that a server can be told from another. */
  readonly name: string
}

export type Server = {
  readonly pid: number
  /** Settles when the server is gone, for whatever reason. */
  readonly gone: Promise<void>
  stop(): Promise<void>
}

/** The server ended instead of getting ready; the message is what it said last. */
export class ServerFailed extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'ServerFailed'
  }
}

/** Its last checkpoint may wait long for a busy disk; what breaks it off costs a recovery at the next start. */
const FAST_MS = 20_000
const START_MS = 60_000
/** How long to wait for the log of a server that ended. */
const LOG_MS = 3_000

/**
 * Where PostgreSQL finds its data. Its own user may not be able to walk there from the root (through a home
 * closed to others), but `/proc/self/cwd` leads to the working folder without passing the folders above it,
 * and PostgreSQL never leaves that folder.
 */
export function dataArgument(cluster: Pick<Cluster, 'pgData' | 'user'>): string {
  return cluster.user && process.platform === 'linux' ? '/proc/self/cwd' : cluster.pgData
}

/** How every program of the cluster is run. Nothing of our environment reaches it. */
export function spawnOptions(cluster: Pick<Cluster, 'pgData' | 'user'>) {
  const { PATH, SystemRoot, TEMP, TMPDIR } = process.env
  return { ...cluster.user, cwd: cluster.pgData, env: { PATH, SystemRoot, TEMP, TMPDIR, LC_MESSAGES: 'C' } }
}

/** @throws ServerFailed */
export async function startServer(
  cluster: Cluster,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<Server> {
  const always = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    cluster_name: cluster.name,
  }
  const flags = Object.entries({ ...settings, ...always }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const child = spawn(cluster.binaries.postgres, ['-D', dataArgument(cluster), ...flags], {
    ...spawnOptions(cluster),
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own group: Ctrl+C in a terminal is for us, who stop the database when the last request is done.
    detached: true,
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-4_000)
  })
  let ended = false
  const gone = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      said += error.message
      ended = true
      resolve()
    })
    child.once('exit', () => {
      ended = true
      resolve()
    })
  })
  const ready = await until(async () => ended || (await isReady(cluster.pgData, child.pid)), START_MS, 8)
  if (!ready) child.kill('SIGQUIT')
  if (!ready || ended) {
    let words: string | null = null
    // Its log has a writer of its own, which may be a moment behind the end.
    const inLog = async () => {
      words = await lastWords(cluster.pgData)
      return words !== null
    }
    await until(inLog, said.includes('redirecting log output') ? LOG_MS : 0, 50)
    throw new ServerFailed(words ?? (said.trim() || 'the server ended without a word'))
  }
  const pid = child.pid!
  const watcher = watchOver(cluster, pid)
  gone.then(() => watcher?.kill())
  // The server must not keep our process from ending; then the watcher stops it.
  child.unref()
  Reflect.get(child.stderr, 'unref')?.call(child.stderr)
  return { pid, gone, stop: () => stopServer(cluster, child, gone, () => ended) }
}

/** Once its log is open, the server says there why it ends. Of the last minute, so that nothing old is told. */
async function lastWords(pgData: string): Promise<string | null> {
  const folder = join(pgData, 'log')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.log'))
  const lines = await Promise.all(
    names.map(async (name) => {
      const file = await stat(join(folder, name))
      if (Date.now() - file.mtimeMs > 60_000) return []
      const end = (await readFile(join(folder, name), 'utf8')).slice(-4_000).split('\n')
      return end
        .filter((line) => /(FATAL|PANIC): /.test(line) && !/the database system is/.test(line))
        .slice(-1)
    }),
  )
  return lines.flat().at(-1) ?? null
}

/** The eighth line of `postmaster.pid` says so; the first must be our child, not one before it. */
async function isReady(pgData: string, pid: number | undefined): Promise<boolean> {
  const lines = await readPidFile(pgData)
  return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
}

async function readPidFile(pgData: string): Promise<readonly string[]> {
  return (await readFile(join(pgData, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
}

/**
 * Stops the database when our process ends in whatever way, also by `kill -9`: a shell waits for the end of its
 * input, which the system closes then. Windows has no such shell; there the next start finds the server.
 */
function watchOver(cluster: Cluster, pid: number): ChildProcess | null {
  if (process.platform === 'win32') return null
  const watcher = spawn('/bin/sh', ['-c', 'read -r _; kill -INT "$1"', 'viche-watch', String(pid)], {
    ...cluster.user,
    cwd: '/',
    env: {},
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  })
  watcher.on('error', () => {})
  watcher.unref()
  Reflect.get(watcher.stdin ?? {}, 'unref')?.call(watcher.stdin)
  return watcher
}

/** Fast: running statements are broken off, everything committed is written. Immediate where that takes too long. */
async function stopServer(
  cluster: Cluster,
  child: ChildProcess,
  gone: Promise<void>,
  ended: () => boolean,
): Promise<void> {
  // Now our process waits for it to the end.
  child.ref()
  if (process.platform === 'win32') await pgCtlStop(cluster)
  else child.kill('SIGINT')
  for (const harder of ['SIGQUIT', 'SIGKILL'] as const) {
    if (await until(ended, harder === 'SIGQUIT' ? FAST_MS : 2_000)) break
    child.kill(harder)
  }
  await gone
}

/** Windows knows no signals; PostgreSQL's own tool speaks to it through a pipe. */
async function pgCtlStop(cluster: Cluster): Promise<void> {
  const args = ['stop', '-D', cluster.pgData, '-m', 'fast', '-w', '-t', String(FAST_MS / 1_000)]
  await new Promise<void>((resolve) =>
    execFile(cluster.binaries.pgCtl, args, spawnOptions(cluster), () => resolve()),
  )
}

/**
 * Ends what is left of a server on this data whose program is gone, so that a new one can start. The caller holds
 * the lock of the folder. A `postmaster.pid` is removed only when no process works on the data and its number
 * went to somebody else; otherwise PostgreSQL itself decides.
 * @returns whether there was anything
 */
export async function clearLeftovers(cluster: Cluster): Promise<boolean> {
  const { pgData } = cluster
  const alive = () => serversOf(pgData, cluster.name)
  const nobody = async () => (await alive()).length === 0
  const pid = Number((await readPidFile(pgData))[0])
  if (process.platform === 'win32') {
    if (pid > 0 && isAlive(pid)) await pgCtlStop(cluster)
    return pid > 0
  }
  if (await nobody()) {
    if (pid > 0 && isAlive(pid)) await rm(join(pgData, 'postmaster.pid'), { force: true })
    return pid > 0
  }
  // Without their postmaster the workers end by themselves.
  for (const [signal, patience] of [
    ['SIGINT', 2_500],
    ['SIGQUIT', 1_000],
  ] as const) {
    if ((await alive()).includes(pid)) send(pid, signal)
    if (await until(nobody, patience)) return true
  }
  for (const one of await alive()) send(one, 'SIGKILL')
  await until(nobody, 1_000)
  return true
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It ended meanwhile.
  }
}
