import assert from 'node:assert/strict'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Config, readConfig } from '../config.ts'
import { backupCommand, type DatabaseIo, doctorCommand, restoreCommand } from './commands.ts'
import { type Check, examine } from './doctor.ts'
import { explain } from './explain.ts'
import { DataInUse } from './lock.ts'
import { MigrationRefused } from './migrations.ts'
import { type FreshDatabase, freshDatabase } from './test-database.ts'

const MIGRATIONS = fileURLToPath(new URL('../../../migrations', import.meta.url))

let home: string
let database: FreshDatabase

before(async () => {
  home = await mkdtemp(join(tmpdir(), 'viche-doctor-'))
  database = await freshDatabase()
})
after(async () => {
  await database.drop()
  await rm(home, { recursive: true, force: true })
})

const config = (env: Record<string, string> = {}): Config =>
  readConfig({ VICHE_DATA: home, PORT: '0', DATABASE_URL: database.url, ...env }, home)

async function states(own: Config): Promise<Record<string, Check['state']>> {
  return Object.fromEntries((await examine(own, MIGRATIONS)).map((c) => [c.code, c.state]))
}

test('a sound installation has no fault; what is only for one machine is said', async () => {
  const found = await states(config())
  assert.deepEqual(
    Object.entries(found).filter(([, state]) => state === 'fault' && state !== undefined),
    // The server of the tests is not durable, on purpose.
    [['not_durable', 'fault']],
  )
  for (const code of [
    'node_version',
    'time_zone',
    'data_folder',
    'free_space',
    'migrations',
    'checksums',
    'encoding',
    'clock',
  ])
    assert.equal(found[code], 'ok', code)
  assert.equal(found['url_local'], 'ok')
  assert.equal(found['no_mail'], 'warning')
})

test('each fault is found', async () => {
  const busy = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => busy.once('listening', resolve))
  const address = busy.address()
  const port = String(typeof address === 'object' && address ? address.port : 0)
  await writeFile(join(home, 'secret'), 's'.repeat(40))
  await chmod(join(home, 'secret'), 0o644)
  try {
    const found = await states(
      config({
        PORT: port,
        VICHE_URL: 'http://gromada.example.gov.ua',
        SMTP_URL: 'smtp://127.0.0.1:1',
        DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
        VICHE_DAT: 'x',
      }),
    )
    for (const code of ['port_taken', 'url_open', 'mail_silent', 'database', 'secret_file'])
      assert.equal(found[code], 'fault', code)
    assert.equal(found['unknown_setting'], 'warning')
  } finally {
    busy.close()
    await rm(join(home, 'secret'))
  }
})

test('migrations that wait, are unknown or were changed are told apart', async () => {
  const empty = await freshDatabase({ empty: true })
  try {
    assert.equal((await states(config({ DATABASE_URL: empty.url })))['migrations_pending'], 'warning')
  } finally {
    await empty.drop()
  }
  const none = join(home, 'none')
  await mkdir(none)
  const found = (await examine(config(), none)).map((c) => c.code)
  assert.ok(found.includes('migrations_newer'))
})

test('the embedded database is looked at without being made', async () => {
  const fresh = join(home, 'fresh')
  const found = await states(readConfig({ VICHE_DATA: fresh, PORT: '0' }, home))
  assert.equal(found['database_new'], 'ok')
  assert.equal(found['binaries'], 'ok')
  assert.equal(found['data_folder_new'], 'ok')
})

function io(): DatabaseIo & { said: string; out: PassThrough } {
  const own = {
    said: '',
    out: new PassThrough(),
    databaseUrl: async () => database.url,
    migrationsDir: MIGRATIONS,
    product: '0.0.0',
    locale: 'uk' as const,
    stdin: Readable.from([]),
    stderr: (text: string) => {
      own.said += text
    },
    get stdout() {
      return own.out
    },
  }
  return own
}

test('the doctor speaks and ends with 1 when there is a fault', async () => {
  const own = io()
  assert.equal(await doctorCommand(config(), own), 1)
  const text = String(own.out.read())
  assert.match(text, /✓ Node\.js 24/)
  assert.match(text, /✗ Підтверджений запис може зникнути разом із живленням: увімкніть fsync/)
  assert.match(text, /Треба виправити: 1\./)
  assert.doesNotMatch(text, /undefined|NaN/)
})

test('backup and restore speak, and end with 0, 1 or 2', async () => {
  const file = join(home, 'city.viche')
  const own = io()
  assert.equal(await backupCommand([], own), 2)
  assert.equal(await backupCommand([file, '--wrong'], own), 2)
  assert.equal(await backupCommand([file], own), 0)
  assert.match(own.said, /Записано «.*city\.viche»: \d+ таблиц/)
  assert.equal(await backupCommand([file], own), 1)
  assert.match(own.said, /уже є/)
  assert.equal(await backupCommand([file, '--force'], own), 0)
  assert.equal(await backupCommand(['--check', file], own), 0)
  assert.match(own.said, /ціла/)

  const other = await freshDatabase({ empty: true })
  try {
    const target = { ...io(), databaseUrl: async () => other.url }
    assert.equal(await restoreCommand([join(home, 'absent')], target), 1)
    assert.equal(await restoreCommand([file], target), 0)
    assert.equal(await restoreCommand([file], target), 1)
    assert.equal(await restoreCommand([file, '--replace'], target), 0)
    const client = new pg.Client({ connectionString: other.url })
    await client.connect()
    const { rows } = await client.query('select count(*)::int as n from schema_migrations')
    await client.end()
    assert.ok(rows[0].n > 0)
  } finally {
    await other.drop()
  }
  const bytes = await readFile(file)
  await writeFile(file, bytes.subarray(0, bytes.length / 2))
  assert.equal(await backupCommand(['--check', file], own), 1)
  assert.match(own.said, /обірваний/)
})

test('a refusal has a sentence in both languages; another error has none', () => {
  const holder = {
    pid: 7,
    identity: '',
    host: 'a',
    since: '2026-03-02T10:00:00Z',
    address: 'http://localhost:3000',
  }
  assert.match(
    explain(new DataInUse('/d', holder), 'uk') ?? '',
    /«\/d» вже використовує процес 7 \(http:\/\/localhost:3000\)/,
  )
  assert.match(explain(new DataInUse('/d', holder), 'en') ?? '', /used by process 7/)
  const newer = new MigrationRefused({ code: 'newer', names: ['0009-x'] })
  assert.match(explain(newer, 'uk') ?? '', /0009-x/)
  assert.equal(explain(new Error('x'), 'uk'), null)
})
