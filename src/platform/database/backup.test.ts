import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { backup, copySql, EXACT } from './backup.ts'
import { type BackupFault, BackupRefused } from './backup-file.ts'
import { objectsOf, sequencesOf, tablesOf } from './catalog.ts'
import { copyOut } from './copy.ts'
import { migrate } from './migrate.ts'
import { MigrationRefused, readApplied } from './migrations.ts'
import { ROWS, SCHEMA } from './nasty.fixture.ts'
import { restore } from './restore.ts'
import { readTar, TAR_END, tarEntry } from './tar.ts'
import { type FreshDatabase, freshDatabase } from './test-database.ts'

let source: FreshDatabase
let target: FreshDatabase
let dir: string
let file: Buffer

before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'viche-backup-'))
  await writeFile(join(dir, '0001-schema.sql'), SCHEMA)
  source = await freshDatabase({ empty: true })
  await migrate(source.url, dir)
  await on(source, (client) => client.query(`set timezone to 'America/New_York'; ${ROWS}`))
  file = await take(source.url)
})
after(async () => {
  await source.drop()
  await rm(dir, { recursive: true, force: true })
})
beforeEach(async () => {
  target = await freshDatabase({ empty: true })
})
afterEach(() => target.drop())

async function on<T>(database: FreshDatabase, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function take(url: string, onTable?: (index: number) => void): Promise<Buffer> {
  const output = new PassThrough()
  const bytes = output.toArray()
  bytes.catch(() => {})
  await backup(url, output, { product: '0.0.0', onTable: (_, index) => onTable?.(index) })
  return Buffer.concat((await bytes) as Buffer[])
}

/** Every row of every table as COPY writes it, every sequence, constraint, trigger and migration. */
async function everything(database: FreshDatabase): Promise<Record<string, unknown>> {
  return on(database, async (client) => {
    await client.query(EXACT)
    const all: Record<string, unknown> = {}
    for (const table of await tablesOf(client)) {
      const hash = createHash('sha256')
      let start = ''
      for await (const block of copyOut(client, copySql(table, 'to stdout'))) {
        hash.update(block)
        start ||= block.toString('utf8', 0, 300)
      }
      all[table.name] = { start, sha256: hash.digest('hex') }
    }
    all['#sequences'] = await sequencesOf(client)
    all['#migrations'] = await readApplied(client)
    const more = {
      '#guards': `select conrelid::regclass::text as t, conname::text as n, pg_get_constraintdef(oid) as d from pg_constraint
        where connamespace = 'public'::regnamespace
        union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal order by 1, 2`,
      '#computed': `select id, twice from "Дивна ""назва""" order by id`,
      '#view': 'select name from cities order by name',
    }
    for (const [name, sql] of Object.entries(more)) all[name] = (await client.query(sql)).rows
    return all
  })
}

async function fault(bytes: Buffer, url = target.url): Promise<BackupFault> {
  try {
    await restore(url, Readable.from([bytes]), dir)
  } catch (error) {
    if (error instanceof BackupRefused) return error.fault
    throw error
  }
  return assert.fail('accepted')
}

test('restored into an empty place, everything is as it was', async () => {
  const summary = await restore(target.url, Readable.from([file]), dir)
  assert.ok(summary.rows > 10)
  assert.deepEqual(await everything(target), await everything(source))
  // New rows go on where the old ones ended.
  const { rows } = await on(target, (c) => c.query(`insert into city (name) values ('Новий') returning id`))
  assert.deepEqual(rows, [{ id: 6 }])
  await assert.rejects(
    on(target, (c) => c.query('delete from kept')),
    /append-only/,
  )
  assert.deepEqual(await on(target, async (c) => (await c.query('select from scratch')).rowCount), 0)
})

test('a backup of the restored is the same, but for its moment', async () => {
  await restore(target.url, Readable.from([file]), dir)
  const parts = async (bytes: Buffer) => {
    const all: string[] = []
    for await (const entry of readTar(Readable.from([gunzipSync(bytes)]), 1 << 26))
      if (entry.name.startsWith('tables/')) all.push(`${entry.name} ${entry.bytes.toString('latin1')}`)
    return all
  }
  assert.deepEqual(await parts(await take(target.url)), await parts(file))
})

test('it is one moment: what is written meanwhile is not in it', async () => {
  await restore(target.url, Readable.from([file]), dir)
  const before = await everything(target)
  let written = Promise.resolve<unknown>(null)
  const bytes = await take(target.url, (index) => {
    if (index === 1)
      written = on(target, (c) => c.query('insert into lone default values; insert into empty values (1)'))
  })
  await written
  assert.notDeepEqual(await everything(target), before)
  const another = await freshDatabase({ empty: true })
  try {
    await restore(another.url, Readable.from([bytes]), dir)
    assert.deepEqual(await everything(another), before)
  } finally {
    await another.drop()
  }
})

test('cut off anywhere, it is refused and the target is still empty', async () => {
  for (const share of [0, 0.01, 0.3, 0.7, 0.999]) {
    const cut = file.subarray(0, Math.floor(file.length * share))
    assert.ok(['truncated', 'not_a_backup'].includes((await fault(cut)).code), `${share}`)
  }
  assert.deepEqual(await on(target, objectsOf), [])
})

test('with any byte flipped, it is refused and the target is still empty', async () => {
  for (let i = 0; i < 12; i++) {
    const bytes = Buffer.from(file)
    // The header of gzip holds a time and a system's name, which mean nothing.
    const at = 10 + Math.floor(((file.length - 10) * i) / 12)
    bytes[at] = bytes[at]! ^ 0x10
    assert.ok(await fault(bytes), `byte ${at}`)
  }
  assert.deepEqual(await on(target, objectsOf), [])
})

test('changed with care, so that gzip and tar are right, it is still refused', async () => {
  const entries: { name: string; bytes: Buffer }[] = []
  for await (const entry of readTar(Readable.from([gunzipSync(file)]), 1 << 26)) entries.push(entry)
  const pack = (list: typeof entries) =>
    gzipSync(Buffer.concat([...list.map((e) => tarEntry(e.name, e.bytes, 0)), TAR_END]), { level: 1 })
  const change = (name: RegExp, from: string, to: string) =>
    pack(
      entries.map((e) =>
        name.test(e.name) ? { ...e, bytes: Buffer.from(e.bytes.toString().replace(from, to)) } : e,
      ),
    )
  const kept = entries.findIndex((e) => /-kept\//.test(e.name))
  const cases: readonly (readonly [string, Buffer, string])[] = [
    ['another value', change(/-city\//, 'Ніжин', 'Нежин'), 'damaged'],
    ['a row less', change(/-lone\//, '5\n', ''), 'damaged'],
    ['a wrong type', change(/-lone\//, '5\n', 'x\n'), 'row_refused'],
    ['a part less', pack(entries.filter((_, i) => i !== kept)), 'row_refused'],
    [
      'two parts in the wrong order',
      pack(entries.map((e, i) => (i === kept ? entries[kept + 1]! : i === kept + 1 ? entries[kept]! : e))),
      'row_refused',
    ],
    ['an end less', pack(entries.slice(0, -1)), 'truncated'],
    ['another header', change(/viche-backup/, '0.0.0', '0.0.1'), 'damaged'],
    ['a part after the end', pack([...entries, entries[kept]!]), 'damaged'],
    ['a newer format', change(/viche-backup/, '"format": 1', '"format": 2'), 'format_newer'],
    ['no backup at all', pack([{ name: 'readme.txt', bytes: Buffer.from('hello') }]), 'not_a_backup'],
    ['plain text', Buffer.from('hello'), 'not_a_backup'],
  ]
  for (const [what, bytes, code] of cases) assert.equal((await fault(bytes)).code, code, what)
  assert.deepEqual(await on(target, objectsOf), [])
})

test('a database with something in it is left alone, unless it is to be replaced', async () => {
  await on(target, (c) => c.query('create table mine as select 1 as n'))
  assert.deepEqual(await fault(file), { code: 'not_empty', objects: ['mine'] })
  await assert.rejects(
    restore(target.url, Readable.from([file.subarray(0, -9)]), dir, { replace: true }),
    BackupRefused,
  )
  assert.deepEqual(await on(target, async (c) => (await c.query('select n from mine')).rows), [{ n: 1 }])
  await restore(target.url, Readable.from([file]), dir, { replace: true })
  assert.deepEqual(await everything(target), await everything(source))
})

test('a database on which the program works is not replaced', async () => {
  const program = new pg.Client({ connectionString: target.url, application_name: 'viche' })
  await program.connect()
  assert.deepEqual(await fault(file), { code: 'in_use' })
  await program.end()
})

test('a backup of a newer program is refused by the migrations it names', async () => {
  const older = await mkdtemp(join(tmpdir(), 'viche-backup-'))
  try {
    await assert.rejects(
      restore(target.url, Readable.from([file]), older),
      (error: unknown) => error instanceof MigrationRefused && error.fault.code === 'newer',
    )
  } finally {
    await rm(older, { recursive: true })
  }
  assert.deepEqual(await on(target, objectsOf), [])
})

test('a database that is not ours is not backed up', async () => {
  await assert.rejects(
    take(target.url),
    (e: unknown) => e instanceof BackupRefused && e.fault.code === 'not_ours',
  )
})

test('the real schema comes back too, with what its migrations put in', async () => {
  const ours = await freshDatabase()
  const migrations = new URL('../../../migrations', import.meta.url).pathname
  try {
    await on(ours, (c) => c.query(`insert into settings values ('a', '{"b": 1}', now())`))
    await restore(target.url, Readable.from([await take(ours.url)]), migrations)
    const dump = (d: FreshDatabase) =>
      on(d, async (client) => {
        const all: string[] = []
        for (const table of await tablesOf(client))
          for await (const block of copyOut(client, copySql(table, 'to stdout')))
            all.push(table.name, block.toString())
        return all
      })
    assert.deepEqual(await dump(target), await dump(ours))
  } finally {
    await ours.drop()
  }
})
