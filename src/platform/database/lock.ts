/** One process holds a data folder. The lock is a file that says who; PostgreSQL's own lock stands behind it. */
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { identify } from './process-facts.ts'
import { isCode, randomSecret } from './secret.ts'

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

/** Of two that find the same stale lock, one may rename the other's new lock: then it is put back. */
async function setAside(path: string, stale: string): Promise<void> {
  const aside = `${path}.${randomSecret().slice(0, 8)}`
  try {
    await rename(path, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  if ((await readFile(aside, 'utf8')) === stale) await rm(aside, { force: true })
  else await rename(aside, path)
}
