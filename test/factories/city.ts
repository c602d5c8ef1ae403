/** The demonstration city in a test's database: everything has happened there that can happen. */
import { sql } from 'kysely'
import { loadDemonstration } from '../../demo/load.ts'
import { transact } from '../../src/platform/context.ts'
import type { Db } from '../../src/platform/db.ts'
import { BASE_URL, type TestApp, testApp } from './app.ts'

export async function cityApp(): Promise<TestApp> {
  const app = await testApp({ kind: 'demonstration' })
  await transact(app.ctx({ kind: 'system', job: 'test' }), (tx) => loadDemonstration(tx, BASE_URL))
  return app
}

/** Of sessions and counters: reading changes these too. */
const RESTLESS = ['sessions', 'sign_in_failures', 'sign_in_challenges', 'receipts', 'schema_migrations']

/** A mark of every row of every table; the same mark, nothing was written. */
export async function markOfEverything(db: Db): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`.execute(db)
  const marks: string[] = []
  for (const { name } of rows) {
    if (RESTLESS.includes(name)) continue
    const found = await sql<{ mark: string }>`
      select count(*) || ':' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as mark
      from ${sql.table(name)} t`.execute(db)
    marks.push(`${name} ${found.rows[0]?.mark}`)
  }
  return marks.join('\n')
}
