/**
 * `npm run bench`: the budgets of the product, as ratios within one run. Before and after each load the bare web server
 * is asked for its limit, since the machine's other work changes from minute to minute.
 * `npm run bench -- register [RECORDS]`: the state register alone, see `register.ts`.
 * `npm run bench -- lists [ROUNDS]`: lists made anew alone, round by round, see `lists.ts`.
 */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { runningUrl } from '../src/platform/database/open.ts'
import { CSRF_FIELD } from '../src/ui/frame.ts'
import { connectTo, hireClerk } from '../test/battery/clerk.ts'
import { databasePid, freePort, newDataFolder, startProgram, stopProgram } from '../test/battery/program.ts'
import { type Load, load, type Measured, type Target } from './load.ts'
import { residentMb, startScript, stopScript } from './processes.ts'
import { registrations } from './registrations.ts'
import { fillEvidence, fillOrganisations, JSON_LIST, PAGE } from './rows.ts'
import { type Row, tell } from './table.ts'
import { firstView } from './weight.ts'

const IDLE_SECONDS = 8
const ORGANISATIONS = '/organisations'

const [part, count] = process.argv.slice(2)
if (part === 'register') {
  const { benchRegister } = await import('./register.ts')
  const about = { node: process.version, cpus: cpus().length, load: loadavg()[0] }
  process.exit(tell(await benchRegister(Number(count ?? 2_000_000)), about) ? 0 : 1)
}

if (part === 'lists') {
  const { benchLists } = await import('./lists.ts')
  const begun = loadavg()[0]
  process.exit(
    tell(await benchLists(Number(count ?? 7)), { node: process.version, cpus: cpus().length, load: begun })
      ? 0
      : 1,
  )
}

const rows: Row[] = []
const dataDir = await newDataFolder()
const port = await freePort()
const address = { VICHE_URL: `http://127.0.0.1:${port}` }

const first = await startProgram(dataDir, port, address)
rows.push({ what: 'first start', value: first.readyMs / 1000, unit: 's', budget: { atMost: 10 } })
await stopProgram(first)
const program = await startProgram(dataDir, port, address)
rows.push({
  what: 'start on an existing database',
  value: program.readyMs / 1000,
  unit: 's',
  budget: { atMost: 3 },
})
const nextUrl = async () => `http://127.0.0.1:${await freePort()}`
const [bareUrl, floorUrl, freshUrl, sharedUrl] = [
  await nextUrl(),
  await nextUrl(),
  await nextUrl(),
  await nextUrl(),
]
const portOf = (url: string) => new URL(url).port
const bareServer = await startScript(new URL('bare.ts', import.meta.url), [portOf(bareUrl)], bareUrl)
const connection = await connectTo(dataDir)
try {
  await sleep(IDLE_SECONDS * 1000)
  const programPid = program.process.pid!
  rows.push({
    what: 'memory of the idle program, without the database',
    value: await residentMb(programPid),
    unit: 'MB',
    budget: { atMost: 150 },
  })
  for (const path of ['/', PAGE]) {
    const weight = await firstView(program.url, path)
    rows.push({
      what: `first view of ${path}, compressed`,
      value: weight.bytes / 1000,
      unit: 'kB',
      budget: { atMost: 50 },
    })
    rows.push({
      what: `first view of ${path}, requests`,
      value: weight.requests,
      unit: '',
      budget: { atMost: 8 },
    })
  }

  const clerk = await hireClerk(connection)
  await fillEvidence(connection.pool, 100)
  const databaseUrl = (await runningUrl(dataDir))!
  const serve = (url: string, caching: string) =>
    startScript(
      new URL('server.ts', import.meta.url),
      [databaseUrl, portOf(url), dataDir, caching],
      `${url}/api/v1/health`,
    )
  const freshServer = await serve(freshUrl, 'off')
  const sharedServer = await serve(sharedUrl, 'shared')
  const pageBytes = (await (await fetch(freshUrl + PAGE)).arrayBuffer()).byteLength
  const floorServer = await startScript(
    new URL('floor.ts', import.meta.url),
    [databaseUrl, portOf(floorUrl), String(pageBytes)],
    floorUrl,
  )
  try {
    const postmaster = await databasePid(dataDir)
    const bare: Target = { url: bareUrl, pid: bareServer.pid!, postmaster: null }
    const fresh = (path: string): Target => ({ url: freshUrl + path, pid: freshServer.pid!, postmaster })
    const cached = (path: string): Target => ({ url: program.url + path, pid: programPid, postmaster })

    /** Requests a second as a share of what the bare server gives around the same moment. */
    const limits: Measured[] = []
    const beside = async (
      target: Target,
      options: Load,
    ): Promise<Measured & { readonly ratio: number; readonly asked: number }> => {
      const limit = async () => {
        const measured = await load(bare, { seconds: 2, status: 200 })
        limits.push(measured)
        return measured
      }
      // What is asked often is compiled by then.
      const warm = await load(target, { ...options, seconds: 4 })
      const before = await limit()
      const measured = await load(target, options)
      const after = await limit()
      const perSecond = (before.perSecond + after.perSecond) / 2
      return { ...measured, ratio: measured.perSecond / perSecond, asked: warm.total + measured.total }
    }
    const row = (what: string, m: Measured & { readonly ratio: number }, atLeast: number) =>
      rows.push({
        what,
        value: m.ratio,
        unit: '× bare',
        budget: { atLeast },
        facts: { 'per s': m.perSecond, p99: m.p99, 'CPU ms': m.cpuMs, bytes: m.bytes },
      })

    const page = await beside(fresh(PAGE), { status: 200 })
    row('public page, 20 rows, made anew', page, 0.08)
    rows.push({ what: '  its CPU a request', value: page.cpuMs, unit: 'ms', budget: { atMost: 0.8 } })
    rows.push({ what: '  its p99 at 32 connections', value: page.p99, unit: 'ms', budget: { atMost: 100 } })
    const floor = await beside({ url: floorUrl, pid: floorServer.pid!, postmaster }, { status: 200 })
    rows.push({
      what: '  the floor: bare server, one statement, bytes at hand',
      value: floor.ratio,
      unit: '× bare',
      facts: { 'per s': floor.perSecond, p99: floor.p99, 'CPU ms': floor.cpuMs, bytes: floor.bytes },
    })
    rows.push({
      what: '  the page beside the floor',
      value: page.ratio / floor.ratio,
      unit: '× floor',
    })
    const begun = await commits(connection.pool)
    const crowd = await beside({ url: sharedUrl + PAGE, pid: sharedServer.pid!, postmaster }, { status: 200 })
    const makings = (await commits(connection.pool)) - begun
    rows.push({
      what: '  asked for by 32 at once, who share one making',
      value: crowd.ratio,
      unit: '× bare',
      facts: {
        'per s': crowd.perSecond,
        p99: crowd.p99,
        'CPU ms': crowd.cpuMs,
        'requests for one making': crowd.asked / makings,
      },
    })
    const etag = (await fetch(program.url + PAGE)).headers.get('etag') ?? ''
    row('the same from the cache', await beside(cached(PAGE), { status: 200 }), 0.25)
    const known = { 'if-none-match': etag }
    row('the same by its ETag', await beside(cached(PAGE), { headers: known, status: 304 }), 0.25)
    const list = await beside(fresh(JSON_LIST), { status: 200 })
    row('JSON list, 20 rows, made anew', list, 0.1)
    row('calendar of events, made anew', await beside(fresh('/events'), { status: 200 }), 0.08)

    await fillOrganisations(connection.pool, 100)
    const registry = await beside(fresh(ORGANISATIONS), { status: 200 })
    await fillOrganisations(connection.pool, 10_000)
    const longRegistry = await beside(fresh(ORGANISATIONS), { status: 200 })
    await fillEvidence(connection.pool, 10_000)
    const [longPage, longList] = [
      await beside(fresh(PAGE), { status: 200 }),
      await beside(fresh(JSON_LIST), { status: 200 }),
    ]
    for (const [what, long, short] of [
      ['page with 10,000 rows behind it', longPage, page],
      ['JSON list with 10,000 rows behind it', longList, list],
      ['list of organisations with 10,000 behind it', longRegistry, registry],
    ] as const)
      rows.push({
        what: `${what}, CPU`,
        value: long.cpuMs / short.cpuMs,
        unit: '× of 100',
        budget: { atMost: 1.2 },
        facts: { 'CPU ms': long.cpuMs, 'rate ×': long.ratio / short.ratio },
      })

    const middle = limits.sort((a, b) => a.perSecond - b.perSecond)[Math.floor(limits.length / 2)]!
    rows.push({
      what: 'bare web server, the middle of all times it was asked',
      value: middle.perSecond,
      unit: 'per s',
      facts: { 'CPU ms': middle.cpuMs, least: limits[0]!.perSecond, most: limits.at(-1)!.perSecond },
    })

    const write = await load(fresh('/office/city'), {
      connections: 16,
      amount: 500,
      status: 303,
      headers: {
        cookie: `viche_session=${clerk.cookie}`,
        origin: freshUrl,
        'content-type': 'application/x-www-form-urlencoded',
      },
      post: cityForm(clerk.csrf),
    })
    rows.push({
      what: 'audited write through a form of the office',
      value: write.perSecond,
      unit: 'per s',
      facts: { p99: write.p99, 'CPU ms': write.cpuMs },
    })
    rows.push(await registrations(connection.pool, fresh('')))
    rows.push({ what: 'fdatasync of 8 kB', value: syncsPerSecond(dataDir), unit: 'per s' })
  } finally {
    for (const server of [freshServer, sharedServer, floorServer]) await stopScript(server)
  }
} finally {
  await connection.close()
  await stopScript(bareServer)
  await stopProgram(program)
  await rm(dataDir, { recursive: true, force: true })
}
const machine = { node: process.version, cpus: cpus().length, load: loadavg()[0] }
process.exitCode = tell(rows, machine) ? 0 : 1

/** Statements outside transactions are commits of their own; the statistics are a second behind. */
async function commits(pool: pg.Pool): Promise<number> {
  await sleep(1_500)
  const { rows: found } = await pool.query<{ n: string }>(
    'select xact_commit as n from pg_stat_database where datname = current_database()',
  )
  return Number(found[0]?.n)
}

function cityForm(csrf: string): string {
  return new URLSearchParams({
    nameUk: 'Ніжин',
    nameEn: 'Nizhyn',
    councilUk: 'Ніжинська міська рада',
    councilEn: 'Nizhyn City Council',
    councilGenitive: 'Ніжинської міської ради',
    executiveUk: 'Виконавчий комітет',
    executiveEn: 'Executive Committee',
    address: 'пл. І. Франка, 1',
    [CSRF_FIELD]: csrf,
  }).toString()
}

/** What the disk gives: a durable write cannot be faster than this, except together with others. */
function syncsPerSecond(folder: string): number {
  const path = join(folder, 'sync.bench')
  const file = openSync(path, 'w')
  const block = Buffer.alloc(8192, 1)
  const began = performance.now()
  for (let i = 0; i < 200; i++) {
    writeSync(file, block, 0, block.length, 0)
    fdatasyncSync(file)
  }
  const seconds = (performance.now() - began) / 1000
  closeSync(file)
  rmSync(path)
  return 200 / seconds
}
