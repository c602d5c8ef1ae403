/** Listens to the database: that it lives, and that something was committed (by this process or another). */
import pg from 'pg'

const BEAT_MS = 500
const PATIENCE_MS = 1_000
const STEP_MS = 100

export type Pulse = {
  /** Rises with every commit that was audited. */
  readonly version: number
  readonly up: boolean
  /** Says at once that something changed, before the database's own message arrives. */
  bump(): void
  /** Rejects when the database is away, without beginning `work`, or when it goes away before `work` is done. */
  guard<T>(work: () => Promise<T>): Promise<T>
  close(): Promise<void>
}

export class DatabaseAway extends Error {
  constructor() {
    super('the database does not answer')
    this.name = 'DatabaseAway'
  }
}

export async function takePulse(url: string, onChange: (up: boolean) => void = () => {}): Promise<Pulse> {
  let version = 1
  let up = false
  let closed = false
  let client: pg.Client | null = null
  const waiting = new Set<(error: Error) => void>()

  function set(next: boolean): void {
    if (next === up) return
    up = next
    onChange(up)
    if (up) version += 1
    else for (const reject of waiting) reject(new DatabaseAway())
  }

  async function open(): Promise<void> {
    const fresh = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: PATIENCE_MS,
      application_name: 'viche pulse',
    })
    fresh.on('error', () => {
      if (client === fresh) client = null
      set(false)
    })
    fresh.on('notification', () => {
      version += 1
    })
    await fresh.connect()
    await fresh.query('listen viche_changed')
    client = fresh
    set(true)
  }

  async function beat(): Promise<void> {
    try {
      if (!client) await open()
      else await withPatience(client.query('select 1'))
      set(true)
    } catch {
      const broken = client
      client = null
      set(false)
      broken?.end().catch(() => {})
    }
  }

  await open()
  let timer: NodeJS.Timeout | undefined
  function next(): void {
    if (closed) return
    timer = setTimeout(() => void beat().finally(next), BEAT_MS)
    timer.unref()
  }
  next()

  return {
    get version() {
      return version
    },
    get up() {
      return up
    },
    bump() {
      version += 1
    },
    guard<T>(work: () => Promise<T>): Promise<T> {
      if (!up) return Promise.reject(new DatabaseAway())
      return new Promise<T>((resolve, reject) => {
        waiting.add(reject)
        work()
          .then(resolve, reject)
          .finally(() => waiting.delete(reject))
      })
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}

/**
 * Patience is counted in small steps, after each of which the socket is read: a program that was busy with itself for a
 * second must not take its own slowness for the database's.
 */
function withPatience<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let steps = PATIENCE_MS / STEP_MS
    let timer = setTimeout(step, STEP_MS)
    function step(): void {
      steps -= 1
      if (steps > 0) timer = setTimeout(step, STEP_MS)
      else setImmediate(() => reject(new DatabaseAway()))
    }
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
