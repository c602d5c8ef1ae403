/** One process holds a data folder. The lock is a file that says who; PostgreSQL's own lock stands behind it. */
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identify } from './process-facts.ts'
import { isCode } from './secret.ts'

export const LOCK_FILE = 'viche.lock'

export type Holder = {
  readonly pid: number
  readonly identity: string
  readonly host: string
  /** ISO 8601. */
  readonly since: string
  /** What it serves: the address of the site, or the command that is running. */
  readonly address: string
}

/** Another living process holds this data. */
export class DataInUse extends Error {
  readonly dataDir: string
  readonly holder: Holder
  constructor(dataDir: string, holder: Holder) {
    super(`${dataDir} is used by process ${holder.pid} (${holder.address}) since ${holder.since}`)
    this.name = 'DataInUse'
    this.dataDir = dataDir
    this.holder = holder
  }
}

export type Lock = { release(): Promise<void> }

const BEAT_MS = 5_000

/** @throws DataInUse */
export async function takeLock(dataDir: string, address: string): Promise<Lock> {
  const path = join(dataDir, LOCK_FILE)
  const own: Holder = {
    pid: process.pid,
    identity: (await identify(process.pid)) ?? '',
    host: hostname(),
    since: new Date().toISOString(),
    address,
  }
  const text = `${JSON.stringify(own)}\n`
  for (let attempt = 0; ; attempt++) {
    try {
      await writeFile(path, text, { flag: 'wx', mode: 0o644 })
      break
    } catch (error) {
      if (!isCode(error, 'EEXIST') || attempt === 20) throw error
    }
    const found = await readFile(path, 'utf8').catch(() => '')
    const holder = parseHolder(found)
    if (!holder || (await holds(path, holder))) {
      // Its process may be just ending, or its maker be between creating and writing: another look a little later.
      if (attempt < 2) {
        await sleep(120)
        continue
      }
      if (holder) throw new DataInUse(dataDir, holder)
    }
    await setAside(path, found)
  }
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => {}), BEAT_MS)
  beat.unref()
  return {
    async release() {
      clearInterval(beat)
      if ((await readFile(path, 'utf8').catch(() => '')) === text) await rm(path, { force: true })
    },
  }
}

/** Who the lock names, living or not. */
export async function readHolder(dataDir: string): Promise<Holder | null> {
  return parseHolder(await readFile(join(dataDir, LOCK_FILE), 'utf8').catch(() => ''))
}

function parseHolder(text: string): Holder | null {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null
    if (typeof holder?.pid !== 'number') return null
    return { identity: '', host: '', since: '', address: '', ...holder, pid: holder.pid }
  } catch {
    return null
  }
}

/** On another host (a shared disk, another container) the process cannot be asked, so its beat decides. */
async function holds(path: string, holder: Holder): Promise<boolean> {
  if (holder.host === hostname()) return (await identify(holder.pid)) === holder.identity
  const file = await stat(path).catch(() => null)
  return file !== null && Date.now() - file.mtimeMs < 3 * BEAT_MS
}

/** How long a guard may stand before its maker is taken for dead. */
const GUARD_MS = 10_000

/**
 * Removes a stale lock. Of many that find it, one at a time looks again and removes: under the guard the file can be
 * nobody's new lock, since a lock is only made where there is none.
 */
async function setAside(path: string, stale: string): Promise<void> {
  const guard = `${path}.guard`
  try {
    await writeFile(guard, '', { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error
    const made = await stat(guard).catch(() => null)
    if (made && Date.now() - made.mtimeMs > GUARD_MS) await rm(guard, { force: true })
    await sleep(20)
    return
  }
  try {
    if ((await readFile(path, 'utf8').catch(() => null)) === stale) await rm(path, { force: true })
  } finally {
    await rm(guard, { force: true })
  }
}
