import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, test } from 'node:test'
import pg from 'pg'
import { createLog, SILENT } from '../log.ts'
import { bundledFolder, usableBinaries } from './binaries.ts'
import { PASSWORDS_FILE, prepareCluster } from './cluster.ts'
import { type DatabaseState, type Embedded, portTaken, startEmbedded } from './embedded.ts'
import { DataInUse, LOCK_FILE, readHolder } from './lock.ts'
import { openDatabase, runningUrl } from './open.ts'
import { startServer } from './postmaster.ts'
import { identify, serversOf, until } from './process-facts.ts'
import { chooseUser } from './run-as.ts'

let home: string
let dataDir: string
const running: Embedded[] = []
const children: ChildProcess[] = []

// One database for all: each test leaves it as it would be found after its accident.
before(async () => {
  home = await realpath(await mkdtemp(join(tmpdir(), 'viche-embedded-')))
  // Nobody else can enter, so neither can the server's own user, as in a home of root.
  await chmod(home, 0o700)
  dataDir = join(home, 'data')
})
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop()
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await until(async () => (await serversOf(join(dataDir, 'postgres'), 'viche-')).length === 0, 10_000)
  await rm(join(dataDir, LOCK_FILE), { force: true })
})
after(() => rm(home, { recursive: true, force: true }))

const keep = (url: string) => ask(url, 'drop table if exists kept; create table kept as select 1 as n')

async function start(): Promise<Embedded> {
  const one = await startEmbedded({ dataDir, log: SILENT, address: 'http://localhost:3000' })
  running.push(one)
  return one
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** Another program that starts a database on the same data and says its address. */
async function startElsewhere(): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const code = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('embedded.ts', import.meta.url).href)})
    const { SILENT } = await import(${JSON.stringify(new URL('../log.ts', import.meta.url).href)})
    const one = await startEmbedded({ dataDir: process.argv[1], log: SILENT, address: 'elsewhere' })
    process.stdout.write(one.url)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const [url] = await new Promise<[Buffer]>((resolve, reject) => {
    child.stdout.once('data', (chunk: Buffer) => resolve([chunk]))
    child.once('exit', () => reject(new Error('ended')))
  })
  return { child, url: url.toString('utf8') }
}

const postmaster = async () =>
  Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])

test('the first start makes a durable database that knows Ukrainian; the next ones find it', async () => {
  const first = await start()
  assert.equal(first.made, true)
  await keep(first.url)
  const settings = await ask<{ name: string; setting: string }>(
    first.url,
    `select name, setting from pg_settings where name in
     ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums', 'listen_addresses', 'server_encoding') order by name`,
  )
  assert.deepEqual(Object.fromEntries(settings.map((s) => [s.name, s.setting])), {
    data_checksums: 'on',
    fsync: 'on',
    full_page_writes: 'on',
    listen_addresses: '127.0.0.1',
    server_encoding: 'UTF8',
    synchronous_commit: 'on',
  })
  const words = await ask<{ words: string }>(
    first.url,
    `select string_agg(w, ' ' order by w) as words from unnest('{яма,ґава,гад,їжак,єва,ель,іва,ирій,дім}'::text[]) w`,
  )
  assert.equal(words[0]?.words, 'гад ґава дім ель єва ирій іва їжак яма')
  await ask(first.url, 'create extension pg_trgm; create extension unaccent')
  const like = await ask<{ like: number }>(first.url, `select similarity('Ніжин', 'Ніжина') as like`)
  assert.ok(like[0]!.like > 0.5)
  assert.deepEqual(await ask(first.url, `select rolsuper from pg_roles where rolname = current_user`), [
    { rolsuper: false },
  ])
  await first.stop()
  const second = await start()
  assert.equal(second.made, false)
  assert.deepEqual(await ask(second.url, 'select n from kept'), [{ n: 1 }])
})

test('nobody else can read the passwords or the data', async () => {
  await start()
  const mode = async (name: string) => (await stat(join(dataDir, name))).mode & 0o777
  assert.equal(await mode(PASSWORDS_FILE), 0o600)
  assert.equal(await mode('postgres'), 0o700)
})

test('a wrong password is refused', async () => {
  const url = new URL((await start()).adminUrl)
  url.password = 'wrong'
  await assert.rejects(ask(url.href, 'select 1'), /password authentication failed/)
})

test('a second start on the same data says who holds it and leaves it alone', async () => {
  const first = await start()
  await assert.rejects(
    startEmbedded({ dataDir, log: SILENT }),
    (error: unknown) =>
      error instanceof DataInUse &&
      error.holder.pid === process.pid &&
      error.holder.address === 'http://localhost:3000',
  )
  assert.deepEqual(await ask(first.url, 'select 1 as n'), [{ n: 1 }])
  assert.equal((await readHolder(dataDir))?.pid, process.pid)
})

test('killed with -9, the program takes its database with it, and the next start copes within 5 s', async () => {
  const { child, url } = await startElsewhere()
  await keep(url)
  child.kill('SIGKILL')
  const began = performance.now()
  const next = await start()
  assert.ok(performance.now() - began < 5_000)
  assert.deepEqual(await ask(next.url, 'select n from kept'), [{ n: 1 }])
})

test('a database that outlived its program is stopped and started again; its postmaster.pid is not just removed', async () => {
  const { child, url } = await startElsewhere()
  const orphan = await postmaster()
  // Without the watcher the server stays, as it would on a machine where /bin/sh was killed too.
  await killWatcher(orphan)
  child.kill('SIGKILL')
  await until(() => child.signalCode !== null, 2_000)
  await keep(url)
  const next = await start()
  assert.equal(await identify(orphan), null)
  assert.deepEqual(await ask(next.url, 'select n from kept'), [{ n: 1 }])
})

test('killed with -9, the database comes back by itself on the same address, nothing lost', async () => {
  const one = await start()
  const states: DatabaseState[] = []
  one.onState((state) => states.push(state))
  await keep(one.url)
  for (let round = 1; round <= 3; round++) {
    const old = await postmaster()
    process.kill(old, 'SIGKILL')
    assert.ok(await until(() => states.length === round * 2, 5_000), 'not back')
    assert.notEqual(await postmaster(), old)
    assert.deepEqual(await ask(one.url, 'select n from kept'), [{ n: 1 }])
  }
  assert.deepEqual(states, ['down', 'up', 'down', 'up', 'down', 'up'])
})

test('the program and the database killed at once: the next start finds everything', async () => {
  const { child, url } = await startElsewhere()
  await keep(url)
  const pid = await postmaster()
  child.kill('SIGKILL')
  process.kill(pid, 'SIGKILL')
  assert.deepEqual(await ask((await start()).url, 'select n from kept'), [{ n: 1 }])
})

test('a postmaster.pid whose number went to another process does not stop the start', async () => {
  const one = await start()
  const text = await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')
  await one.stop()
  await writeFile(join(dataDir, 'postgres/postmaster.pid'), text.replace(/^\d+/, String(process.ppid)), {
    mode: 0o666,
  })
  await start()
})

test('a command beside the running program uses its database, and starts it when nobody runs it', async () => {
  const one = await start()
  await keep(one.url)
  const beside = await openDatabase({ dataDir, databaseUrl: null }, 'viche backup', SILENT)
  assert.deepEqual([beside.kind, beside.url], ['running', one.url])
  await beside.close()
  assert.deepEqual(await ask(one.url, 'select n from kept'), [{ n: 1 }])
  await one.stop()
  const alone = await openDatabase({ dataDir, databaseUrl: null }, 'viche backup', SILENT)
  assert.equal(alone.kind, 'own')
  assert.deepEqual(await ask(alone.url, 'select n from kept'), [{ n: 1 }])
  await assert.rejects(startEmbedded({ dataDir, log: SILENT }), /viche backup/)
  await alone.close()
  assert.equal(await runningUrl(dataDir), null)
})

test('stopped, it leaves no process and no lock, also while a client still works', async () => {
  const one = await start()
  const client = new pg.Client({ connectionString: one.url })
  client.on('error', () => {})
  await client.connect()
  const work = client.query('select pg_sleep(60)').catch(() => 'broken off')
  const began = performance.now()
  await one.stop()
  assert.ok(performance.now() - began < 3_000)
  assert.equal(await work, 'broken off')
  assert.deepEqual(await serversOf(join(dataDir, 'postgres'), 'viche-'), [])
  assert.equal(await readHolder(dataDir), null)
})

test('a server that cannot start says why: here its port is taken', async () => {
  const one = await start()
  const taken = Number(new URL(one.url).port)
  const elsewhere = join(home, 'elsewhere')
  await mkdir(elsewhere)
  const user = await chooseUser(join(elsewhere, 'postgres'))
  const { cluster } = await prepareCluster(elsewhere, user, await usableBinaries(user, elsewhere))
  await assert.rejects(startServer(cluster, taken, {}), portTaken)
})

test('a lost file of passwords is made anew', async () => {
  const first = await start()
  await keep(first.url)
  await first.stop()
  await rm(join(dataDir, PASSWORDS_FILE))
  const second = await start()
  assert.notEqual(second.url, first.url)
  assert.deepEqual(await ask(second.url, 'select n from kept'), [{ n: 1 }])
})

test('a making that was broken off is begun again', async () => {
  await rm(join(dataDir, 'postgres'), { recursive: true })
  await mkdir(join(dataDir, 'postgres.new/base'), { recursive: true })
  assert.equal((await start()).made, true)
})

test('data of another major version is refused, and not touched', async () => {
  await writeFile(join(dataDir, 'postgres/PG_VERSION'), '17\n')
  await assert.rejects(startEmbedded({ dataDir, log: SILENT }), /other_version.*17/)
  assert.equal(await readHolder(dataDir), null)
  await writeFile(join(dataDir, 'postgres/PG_VERSION'), '18\n')
})

test('programs that cannot be reached, and links that npm did not make, are no hindrance', async () => {
  const bundled = join(home, 'native')
  await cp(bundledFolder(), bundled, {
    recursive: true,
    filter: (path) => !/libicu\w+\.so(\.60)?$/.test(path),
  })
  const user = await chooseUser(join(dataDir, 'postgres'))
  const found = await usableBinaries(user, dataDir, bundled)
  assert.match(found.version, /^18/)
  assert.equal(found.postgres.startsWith(home), user === null)
})

test('what it logs holds no password', async () => {
  const lines: string[] = []
  const one = await startEmbedded({ dataDir, log: createLog('debug', (line) => lines.push(line)) })
  running.push(one)
  process.kill(await postmaster(), 'SIGKILL')
  await until(() => lines.some((line) => line.includes('is back')), 5_000)
  const passwords = Object.values(
    JSON.parse(await readFile(join(dataDir, PASSWORDS_FILE), 'utf8')) as Record<string, string>,
  )
  assert.ok(lines.length > 0)
  for (const password of passwords) assert.ok(!lines.join('').includes(password))
})

async function killWatcher(pid: number): Promise<void> {
  const list = execFileSync('ps', ['-axo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  const watcher = list.find((line) => line.includes('viche-watch') && line.endsWith(` ${pid}`))
  assert.ok(watcher, `no watcher of ${pid}`)
  process.kill(Number.parseInt(watcher, 10), 'SIGKILL')
}
