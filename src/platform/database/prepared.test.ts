import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { preparing, StatementNames } from './prepared.ts'
import { type FreshDatabase, freshDatabase } from './test-database.ts'

let database: FreshDatabase
let pool: pg.Pool
let db: Kysely<{ kept: { n: number } }>
before(async () => {
  database = await freshDatabase({ empty: true })
  pool = new pg.Pool({ connectionString: database.url, max: 1 })
  db = new Kysely({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  await pool.query('create table kept as select n from generate_series(1, 5) n')
})
after(async () => {
  await db.destroy()
  await database.drop()
})

const prepared = async () =>
  (await pool.query<{ statement: string }>('select statement from pg_prepared_statements')).rows.map(
    (r) => r.statement,
  )

test('a statement that comes the third time is prepared, and goes on giving right answers', async () => {
  const ask = (n: number) => db.selectFrom('kept').select('n').where('n', '<=', n).orderBy('n').execute()
  for (const n of [1, 2]) await ask(n)
  assert.deepEqual(await prepared(), [])
  for (const n of [3, 4, 5, 0]) assert.equal((await ask(n)).length, n)
  assert.deepEqual(await prepared(), ['select "n" from "kept" where "n" <= $1 order by "n"'])
})

test('transactions are begun and ended as before; what they ask may be prepared', async () => {
  for (let i = 0; i < 4; i++)
    await assert.rejects(
      db.transaction().execute(async (tx) => {
        await tx.deleteFrom('kept').where('n', '=', i).execute()
        throw new Error('undone')
      }),
      /undone/,
    )
  const { n } = await db.selectFrom('kept').select(sql<string>`count(*)`.as('n')).executeTakeFirstOrThrow()
  assert.equal(n, '5')
  assert.equal((await prepared()).filter((s) => /^(begin|rollback|commit)/.test(s)).length, 0)
})

test('a change of the schema beside us costs one failure and no more', async () => {
  const ask = () => db.selectFrom('kept').selectAll().execute()
  for (let i = 0; i < 4; i++) await ask()
  await pool.query('alter table kept add column note text')
  await assert.rejects(ask(), /cached plan must not change result type/)
  assert.deepEqual((await ask())[0], { n: 1, note: null })
})

test('a list without values gives the same, whether it is asked for the first time or again', async () => {
  const ask = () =>
    sql`select n, n * 10000000000 as far, date '2026-03-02' + n as day, nullif(n, 2) as "none", array['а', 'б'] as words,
      '{"a": [1]}'::jsonb as json, n > 3 as late from kept order by n`.execute(db)
  const first = await ask()
  for (let i = 0; i < 5; i++) assert.deepEqual((await ask()).rows, first.rows)
})

test('a statement that fails when it is asked again leaves its connection fit for the next', async () => {
  await pool.query('create table divisors as select 1 as n')
  const ask = () => sql<{ one: number }>`select 1 / n as one from divisors`.execute(db)
  for (let i = 0; i < 5; i++) assert.deepEqual((await ask()).rows, [{ one: 1 }])
  await pool.query('update divisors set n = 0')
  for (let i = 0; i < 2; i++) await assert.rejects(ask(), /division by zero/)
  await pool.query('update divisors set n = 1')
  for (let i = 0; i < 2; i++) assert.deepEqual((await ask()).rows, [{ one: 1 }])
})

test('statements made for one time only, and too many of them, get no name', () => {
  const names = new StatementNames()
  for (let i = 0; i < 20_000; i++) assert.equal(names.nameOf(`select ${i}`), undefined)
  const named = Array.from({ length: 400 }, (_, i) => {
    for (let k = 0; k < 2; k++) names.nameOf(`often ${i}`)
    return names.nameOf(`often ${i}`)
  })
  assert.equal(named.filter((n) => n !== undefined).length, 300)
  assert.equal(new Set(named).size, 301)
})
