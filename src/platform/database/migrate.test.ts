import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, beforeEach, test } from 'node:test'
import pg from 'pg'
import { migrate, serverFault } from './migrate.ts'
import { type MigrationFault, MigrationRefused } from './migrations.ts'
import { type FreshDatabase, freshDatabase } from './test-database.ts'

let database: FreshDatabase
let client: pg.Client
let dir: string

before(async () => {
  database = await freshDatabase({ empty: true })
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
})
after(async () => {
  await client.end()
  await database.drop()
})
beforeEach(async () => {
  await client.query('drop schema public cascade; create schema public')
  dir = await mkdtemp(join(tmpdir(), 'viche-migrations-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const write = (name: string, sql: string) => writeFile(join(dir, name), sql)

async function fault(): Promise<MigrationFault> {
  try {
    await migrate(database.url, dir)
  } catch (error) {
    if (error instanceof MigrationRefused) return error.fault
    throw error
  }
  return assert.fail('accepted')
}

test('what is missing is applied in order, once', async () => {
  await write('0002-b.sql', 'insert into a values (2);')
  await write('0001-a.sql', 'create table a (n int); insert into a values (1);')
  assert.deepEqual(await migrate(database.url, dir), ['0001-a', '0002-b'])
  assert.deepEqual(await migrate(database.url, dir), [])
  await write('0003-c.sql', 'insert into a values (3);')
  assert.deepEqual(await migrate(database.url, dir), ['0003-c'])
  const { rows } = await client.query('select n from a order by n')
  assert.deepEqual(rows, [{ n: 1 }, { n: 2 }, { n: 3 }])
})

test('a file that fails leaves nothing of itself, and says its line; the files before it stay', async () => {
  await write('0001-a.sql', 'create table a (n int);')
  await write(
    '0002-b.sql',
    'create table b (n int);\n-- «кома»\ninsert into b values (1);\nselect * from absent;\n',
  )
  const found = await fault()
  assert.equal(found.code, 'failed')
  assert.deepEqual('line' in found && [found.name, found.line], ['0002-b', 4])
  const { rows } = await client.query(
    `select to_regclass('a') is not null as a, to_regclass('b') is not null as b`,
  )
  assert.deepEqual(rows, [{ a: true, b: false }])
})

test('an applied file that was changed is refused by its name, but not for its line ends', async () => {
  await write('0001-a.sql', 'create table a (n int);\n')
  await migrate(database.url, dir)
  await write('0001-a.sql', 'create table a (n int);\r\n')
  assert.deepEqual(await migrate(database.url, dir), [])
  await write('0001-a.sql', 'create table a (n bigint);\n')
  assert.deepEqual(await fault(), { code: 'changed', names: ['0001-a'] })
})

test('a database that is newer than the program is refused', async () => {
  await write('0001-a.sql', 'create table a (n int);')
  await write('0002-b.sql', 'create table b (n int);')
  await migrate(database.url, dir)
  await rm(join(dir, '0002-b.sql'))
  assert.deepEqual(await fault(), { code: 'newer', names: ['0002-b'] })
})

test('a misnamed file and two files of one number are refused', async () => {
  await write('1-a.sql', '')
  await write('0002-b.sql', '')
  await write('0002-c.sql', '')
  assert.deepEqual(await fault(), { code: 'misnamed', names: ['0002-c.sql', '1-a.sql'] })
})

test('processes that start together take turns', async () => {
  await write('0001-a.sql', 'create table a (n int); insert into a values (1); select pg_sleep(0.2);')
  const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, dir)))
  assert.deepEqual(applied.map((names) => names.length).sort(), [0, 0, 1])
  const { rows } = await client.query('select count(*)::int as n from a')
  assert.deepEqual(rows, [{ n: 1 }])
})

test('a server older than 15 is refused with its version', () => {
  assert.deepEqual(serverFault(140_012, '14.12'), { code: 'server_too_old', version: '14.12', needed: 15 })
  assert.equal(serverFault(150_000, '15.0'), null)
})
