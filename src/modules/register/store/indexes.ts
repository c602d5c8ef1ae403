/** Indexes of search: quicker made anew at the end of a large load than kept up row by row. */
import { sql } from 'kysely'
import type { RegisterDb } from './database.ts'

/** About how many rows there are, by the last count of the server itself. */
export async function aboutHowMany(db: RegisterDb): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select greatest(reltuples, 0)::bigint as n from pg_class where oid = 'register_entities'::regclass`.execute(
    db,
  )
  return rows[0]?.n ?? 0
}

export async function dropSearchIndexes(db: RegisterDb): Promise<void> {
  await sql`drop index if exists register_words_civil, register_words_other`.execute(db)
}

export async function makeSearchIndexes(db: RegisterDb): Promise<void> {
  await sql`create index if not exists register_words_civil on register_entities
    using gin (register_words(normal)) where kind is not null`.execute(db)
  await sql`create index if not exists register_words_other on register_entities
    using gin (register_words(normal)) where kind is null`.execute(db)
  await sql`analyze register_entities`.execute(db)
}

export async function hasSearchIndexes(db: RegisterDb): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('register_words_civil') is not null and to_regclass('register_words_other') is not null
      as there`.execute(db)
  return rows[0]?.there === true
}
