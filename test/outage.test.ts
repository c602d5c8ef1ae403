/** The database stops, dies and comes back under a program with readers. */
import assert from 'node:assert/strict'
import { readdir, readFile, rm } from 'node:fs/promises'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { connectTo } from './battery/clerk.ts'
import {
  databasePid,
  freePort,
  newDataFolder,
  type Program,
  startProgram,
  stopProgram,
} from './battery/program.ts'

const AT_ONCE_MS = 2_000
/** Seconds at the most where nothing else runs; a machine that does other work is given its time. */
const BACK_MS = 20_000
const CACHED = ['/', '/en', '/evidence', '/programmes', '/api/v1/evidence?limit=5']
const NOT_CACHED = ['/evidence?q=вода', '/en/search?q=вода', '/office', '/api/v1/programmes', '/programmes/x']

let dataDir: string
let program: Program
before(async () => {
  dataDir = await newDataFolder()
  program = await startProgram(dataDir, await freePort(), {}, { quiet: true })
  for (const path of CACHED) assert.equal((await ask(path)).status, 200, path)
})
after(async () => {
  await stopProgram(program, 'SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly ms: number
}

async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const began = performance.now()
  const answer = await fetch(program.url + path, {
    redirect: 'manual',
    headers: { cookie: 'viche_session=abcdefghijklmnopqrstuvwxyz0123456789' },
    signal: AbortSignal.timeout(10_000),
    ...init,
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, text, ms: performance.now() - began }
}

/** The postmaster and the servers of its connections. */
async function databasePids(): Promise<number[]> {
  const postmaster = await databasePid(dataDir)
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const children = await Promise.all(
    pids.map(async (pid) => {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
      return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === postmaster ? [pid] : []
    }),
  )
  return [postmaster, ...children.flat()]
}

async function signalDatabase(signal: NodeJS.Signals): Promise<void> {
  for (const pid of await databasePids()) process.kill(pid, signal)
}

async function readsGoOnAndAllElseSaysSo(): Promise<void> {
  const answers = await Promise.all(
    [...CACHED, ...NOT_CACHED].map(async (path) => ({ path, ...(await ask(path)) })),
  )
  for (const { path, status, headers, text, ms } of answers) {
    assert.ok(ms < AT_ONCE_MS, `${path}: ${Math.round(ms)} ms`)
    if (CACHED.includes(path)) {
      assert.equal(status, 200, path)
      continue
    }
    assert.equal(status, 503, path)
    assert.match(headers.get('retry-after') ?? '', /^\d+$/, path)
    assert.doesNotMatch(text, /\bat .*:\d+:\d+|node_modules|ECONN|postgres/i, path)
    if (path.startsWith('/api/')) {
      assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/)
      const { status: said, instance } = JSON.parse(text) as { status: number; instance: string }
      assert.equal(said, 503)
      assert.match(instance, /^urn:request:[\w-]+$/)
    } else {
      assert.match(text, path.startsWith('/en') ? /try again/i : /спробуйте/i, `${path} says what to do`)
      assert.match(text, /[\da-z]{6,}-[\da-z]+/, `${path} has its number`)
    }
  }
}

async function writesAreRefused(): Promise<void> {
  const answer = await ask('/demo', {
    method: 'POST',
    headers: { origin: program.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'role=coordinator',
  })
  assert.equal(answer.status, 503)
  assert.ok(answer.ms < AT_ONCE_MS)
}

async function isBackWithin(ms: number): Promise<void> {
  const began = performance.now()
  let last = 0
  while (performance.now() - began < ms) {
    last = (await ask(`/evidence?q=${Math.random()}`)).status
    if (last === 200) return
    assert.equal(last, 503)
    await sleep(50)
  }
  assert.fail(`not back after ${ms} ms: ${last}`)
}

test('a database that hangs: kept pages go on, all else answers 503 at once, and it recovers by itself', async () => {
  await signalDatabase('SIGSTOP')
  try {
    await readsGoOnAndAllElseSaysSo()
    await writesAreRefused()
    await sleep(1_000)
    await readsGoOnAndAllElseSaysSo()
  } finally {
    await signalDatabase('SIGCONT')
  }
  await isBackWithin(BACK_MS)
})

test('a database that is killed: the same, and the program starts it again', async () => {
  const dead = await databasePid(dataDir)
  await signalDatabase('SIGSTOP')
  await signalDatabase('SIGKILL')
  await readsGoOnAndAllElseSaysSo()
  await isBackWithin(BACK_MS)
  assert.notEqual(await databasePid(dataDir), dead)
  const written = await ask('/demo', {
    method: 'POST',
    headers: { origin: program.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: 'role=coordinator',
  })
  assert.equal(written.status, 303)
})

test('an outage is said in the log when it begins and ends, not for each request', () => {
  const lines = program
    .logged()
    .split('\n')
    .filter((line) => line.includes('database is down'))
  assert.equal(lines.length, 2, program.logged())
  assert.doesNotMatch(program.logged(), /request failed/)
})

test('SIGTERM while a request waits: it is answered, and then the program ends', async () => {
  const connection = await connectTo(dataDir)
  const client = await connection.pool.connect()
  await client.query('begin; lock table evidence in access exclusive mode')
  const slow = ask('/evidence?q=повільно')
  await sleep(300)
  const ended = new Promise((resolve) => program.process.once('exit', resolve))
  program.process.kill('SIGTERM')
  await sleep(500)
  assert.equal(program.process.exitCode, null, 'it waits for its reader')
  await assert.rejects(ask('/programmes?x=1'), 'and takes no new one')
  await client.query('commit')
  client.release()
  await connection.close()
  assert.equal((await slow).status, 200)
  const answered = performance.now()
  assert.equal(await ended, 0)
  assert.ok(performance.now() - answered < 3_000, 'it does not wait for a reader who keeps the connection')
})
