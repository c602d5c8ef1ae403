/** Finds entities: by words of their names, by code, by reference. */
import { sql } from 'kysely'
import { type RegisterEntity, type RegisterRef, SOURCES } from '../types.ts'
import type { RegisterDb } from './database.ts'

const COLUMNS = [
  'ref',
  'source',
  'record',
  'edrpou',
  'name',
  'short_name',
  'form',
  'kind',
  'branch',
  'state',
  'state_text',
  'registration',
  'registered_on',
  'purpose',
  'place',
  'leaders',
  'exported_on',
  'normal',
] as const

export type FoundEntity = RegisterEntity & { readonly normal: string }

function entities(db: RegisterDb) {
  return db.selectFrom('register_entities').select(COLUMNS)
}

type Row = Awaited<ReturnType<ReturnType<typeof entities>['execute']>>[number]

function toEntity(row: Row): FoundEntity {
  return {
    ref: row.ref,
    source: row.source,
    record: row.record,
    edrpou: row.edrpou,
    name: row.name,
    shortName: row.short_name,
    form: row.form,
    kind: row.kind,
    branch: row.branch,
    state: row.state,
    stateText: row.state_text,
    registration: row.registration,
    registeredOn: row.registered_on?.toString() ?? null,
    purpose: row.purpose,
    place: row.place,
    leaders: row.leaders ?? [],
    exportedOn: row.exported_on,
    normal: row.normal,
  }
}

/** So many are looked at before the best are chosen: of a word that stands in a hundred thousand names, not all. */
const LOOKED_AT = 1_000
const CANDIDATES = 80

/**
 * The shortest names that hold all words, of civil society or of all others.
 * @param tsquery of `rules/query.ts`
 */
export async function byWords(
  db: RegisterDb,
  tsquery: string,
  civil: boolean,
): Promise<readonly FoundEntity[]> {
  const some = db
    .selectFrom('register_entities')
    .select(COLUMNS)
    .where('kind', civil ? 'is not' : 'is', null)
    .where(sql<boolean>`register_words(normal) @@ ${tsquery}::tsquery`)
    .limit(sql.lit(LOOKED_AT))
  const rows = await db
    .selectFrom(some.as('some'))
    .select(COLUMNS)
    .orderBy(sql`length(normal)`)
    .orderBy('ref')
    .limit(sql.lit(CANDIDATES))
    .execute()
  return rows.map(toEntity)
}

/** Organisations of civil society whose names hold a word that begins so. */
export async function civilByWord(
  db: RegisterDb,
  tsquery: string,
  limit: number,
): Promise<readonly FoundEntity[]> {
  const rows = await entities(db)
    .where('kind', 'is not', null)
    .where(sql<boolean>`register_words(normal) @@ ${tsquery}::tsquery`)
    .orderBy('ref')
    .limit(limit)
    .execute()
  return rows.map(toEntity)
}

/** All that have these codes, from either file. */
export async function byCodes(db: RegisterDb, codes: readonly string[]): Promise<readonly FoundEntity[]> {
  if (codes.length === 0) return []
  const first = SOURCES.flatMap((source) => codes.map((code) => `${source}:${code}`))
  const columns = sql.raw(COLUMNS.map((column) => `e.${column}`).join(', '))
  // Where two records have one code the second is `uo:14360570/…`: between `/` and `0` of ASCII.
  const { rows } = await sql<Row>`
    select ${columns} from register_entities e where e.ref = any(${first}::text[])
    union all
    select ${columns} from unnest(${first}::text[]) as f(ref) cross join lateral (
      select * from register_entities
      where ref > (f.ref || '/') collate "C" and ref < (f.ref || '0') collate "C") e`.execute(db)
  return rows.map(toEntity)
}

export async function byRefs(db: RegisterDb, refs: readonly RegisterRef[]): Promise<readonly FoundEntity[]> {
  if (refs.length === 0) return []
  const rows = await entities(db)
    .where('ref', 'in', [...refs])
    .execute()
  return rows.map(toEntity)
}
