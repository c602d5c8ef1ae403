/**
 * A PostgreSQL of our own: made at the first start, watched, started again when it breaks, stopped with us.
 *
 * It is reached over TCP on 127.0.0.1, on a free port, with a random password (scram-sha-256), and over nothing
 * else. A socket file would need no port, but Windows clients cannot use it and its path may be 103 bytes long at
 * most; we measured no difference in speed.
 */
import { mkdir, realpath } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorFacts, type Log } from '../log.ts'
import { usableBinaries } from './binaries.ts'
import { CLUSTER_FOLDER, prepareCluster, renewPasswords } from './cluster.ts'
import { takeLock } from './lock.ts'
import { type Cluster, clearLeftovers, type Server, ServerFailed, startServer } from './postmaster.ts'
import { chooseUser } from './run-as.ts'

export type DatabaseState = 'up' | 'down'

export type Embedded = {
  /** Database `viche` as its owner, who is no superuser. */
  readonly url: string
  /** The same database as the superuser. */
  readonly adminUrl: string
  /** Whether the data was made by this start. */
  readonly made: boolean
  /** Called at every change after the start. */
  onState(listener: (state: DatabaseState) => void): void
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  readonly dataDir: string
  readonly log: Log
  /** What a second start is told about this one: the site's address, or the command. */
  readonly address?: string
  /** Settings of PostgreSQL over those of its postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>
}

const SLOWEST_RETRY_MS = 5_000

/** @throws DataInUse, NoBinaries, ClusterRefused, ServerFailed */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  await mkdir(options.dataDir, { recursive: true, mode: 0o700 })
  const dataDir = await realpath(options.dataDir)
  const lock = await takeLock(dataDir, options.address ?? '')
  try {
    return await startLocked(dataDir, options, () => lock.release())
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function startLocked(
  dataDir: string,
  options: EmbeddedOptions,
  release: () => Promise<void>,
): Promise<Embedded> {
  const { log, settings = {} } = options
  const user = await chooseUser(join(dataDir, CLUSTER_FOLDER))
  const binaries = await usableBinaries(user, dataDir)
  const { cluster, passwords: kept, made } = await prepareCluster(dataDir, user, binaries)
  if (!made && (await clearLeftovers(cluster))) log.warn('the database was not stopped in order last time')
  const passwords = kept ?? (await renewPasswords(dataDir, cluster))
  const listeners: ((state: DatabaseState) => void)[] = []
  const { server: first, port } = await startOnFreePort(cluster, settings)
  let server = first
  let ended: Promise<void> | null = null
  const stopping = new AbortController()

  async function watch(): Promise<void> {
    for (;;) {
      await server.gone
      if (stopping.signal.aborted) return
      log.error('the database ended by itself and is started again')
      tell('down')
      await startAgain()
      if (stopping.signal.aborted) return
      log.info('the database is back')
      tell('up')
    }
  }
  async function startAgain(): Promise<void> {
    for (let pause = 50; !stopping.signal.aborted; pause = Math.min(pause * 2, SLOWEST_RETRY_MS)) {
      try {
        await clearLeftovers(cluster)
        server = await startServer(cluster, port, settings)
        return
      } catch (error) {
        log.error('the database does not start', errorFacts(error))
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {})
      }
    }
  }
  function tell(state: DatabaseState): void {
    for (const listener of listeners) listener(state)
  }
  const watching = watch()

  async function stop(): Promise<void> {
    stopping.abort()
    await server.stop()
    await watching
    // A restart was under way: then the server that it made is stopped too.
    await server.stop()
    await release()
  }

  return {
    url: databaseAddress('viche', passwords.viche, port),
    adminUrl: databaseAddress('postgres', passwords.postgres, port),
    made,
    onState: (listener) => void listeners.push(listener),
    stop: () => {
      ended ??= stop()
      return ended
    },
  }
}

export function databaseAddress(user: string, password: string, port: number): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/viche`
}

/** Somebody may take the port between our look and PostgreSQL's. */
async function startOnFreePort(
  cluster: Cluster,
  settings: Readonly<Record<string, string>>,
): Promise<{ readonly server: Server; readonly port: number }> {
  for (let attempt = 0; ; attempt++) {
    const port = await freePort()
    try {
      return { server: await startServer(cluster, port, settings), port }
    } catch (error) {
      if (!portTaken(error) || attempt === 4) throw error
    }
  }
}

export function portTaken(error: unknown): boolean {
  return error instanceof ServerFailed && /could not (bind|create any TCP)/.test(error.message)
}

/** Below the ports that systems give to outgoing connections: the port must still be ours after a crash. */
async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer()
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
    })
    if (free) return port
  }
  throw new ServerFailed('no free port between 20000 and 29999 on 127.0.0.1')
}
