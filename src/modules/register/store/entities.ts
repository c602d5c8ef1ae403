/** Entities of the register in SQL: looked up, added and changed by the thousand. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { HistoryField, RegisterImportId, RegisterRef, RegisterSource } from '../types.ts'
import type { RegisterTransaction } from './database.ts'

/** A row as it is written; the order of the columns is that of `COLUMNS`. */
export type EntityRow = {
  readonly ref: RegisterRef
  readonly source: RegisterSource
  readonly record: string | null
  readonly edrpou: string | null
  readonly name: string
  readonly short_name: string | null
  readonly form: string | null
  readonly kind: string | null
  readonly branch: string | null
  readonly state: string
  readonly state_text: string | null
  readonly registration: string | null
  readonly registered_on: string | null
  readonly purpose: string | null
  readonly place: string | null
  /** JSON text. */
  readonly leaders: string | null
  readonly normal: string
  readonly digest: string
}

const COLUMNS = [
  ['ref', 'text'],
  ['source', 'text'],
  ['record', 'text'],
  ['edrpou', 'text'],
  ['name', 'text'],
  ['short_name', 'text'],
  ['form', 'text'],
  ['kind', 'text'],
  ['branch', 'text'],
  ['state', 'text'],
  ['state_text', 'text'],
  ['registration', 'text'],
  ['registered_on', 'date'],
  ['purpose', 'text'],
  ['place', 'text'],
  ['leaders', 'jsonb'],
  ['normal', 'text'],
  ['digest', 'text'],
] as const

/** What tells whether a record says anything new. */
export type KnownEntity = {
  readonly ref: RegisterRef
  readonly record: string | null
  readonly digest: string
  readonly exported_on: CivilDate
}

export async function knownEntities(
  tx: RegisterTransaction,
  refs: readonly RegisterRef[],
): Promise<ReadonlyMap<RegisterRef, KnownEntity>> {
  if (refs.length === 0) return new Map()
  const { rows } = await sql<KnownEntity>`
    select ref, record, digest, exported_on from register_entities where ref = any(${refs}::text[])`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.ref, row]))
}

/** The rows as one value for each column: one statement however many they are. */
function unnested(rows: readonly EntityRow[]) {
  const arrays = COLUMNS.map(([column, type]) => sql`${rows.map((row) => row[column])}::${sql.raw(type)}[]`)
  return sql`unnest(${sql.join(arrays)}) as r(${sql.raw(COLUMNS.map(([column]) => column).join(', '))})`
}

export async function addEntities(
  tx: RegisterTransaction,
  rows: readonly EntityRow[],
  exportedOn: CivilDate,
): Promise<void> {
  if (rows.length === 0) return
  const columns = sql.raw(COLUMNS.map(([column]) => column).join(', '))
  await sql`insert into register_entities (${columns}, exported_on)
    select r.*, ${exportedOn}::date from ${unnested(rows)}`.execute(tx)
}

/** Earlier values of the fields whose history is kept, as texts; leaders as JSON text. */
export type Earlier = Readonly<Record<HistoryField, string | null>> & { readonly ref: RegisterRef }

export async function earlierValues(
  tx: RegisterTransaction,
  refs: readonly RegisterRef[],
): Promise<readonly Earlier[]> {
  const { rows } = await sql<Earlier>`
    select ref, name, short_name as "shortName", form, branch, state, edrpou, registration, leaders::text as leaders
    from register_entities where ref = any(${refs}::text[])`.execute(tx)
  return rows
}

export async function changeEntities(
  tx: RegisterTransaction,
  rows: readonly EntityRow[],
  exportedOn: CivilDate,
): Promise<void> {
  if (rows.length === 0) return
  const sets = COLUMNS.filter(([column]) => column !== 'ref').map(([column]) =>
    // Exports of today have no address: the district that an earlier one said still tells namesakes apart.
    column === 'place' ? 'place = coalesce(r.place, e.place)' : `${column} = r.${column}`,
  )
  await sql`update register_entities e set ${sql.raw(sets.join(', '))}, exported_on = ${exportedOn}::date
    from ${unnested(rows)} where e.ref = r.ref`.execute(tx)
}

export type ChangeRow = {
  readonly ref: RegisterRef
  readonly field: HistoryField
  readonly before: string | null
  readonly after: string | null
}

export async function addChanges(
  tx: RegisterTransaction,
  rows: readonly ChangeRow[],
  exportedOn: CivilDate,
  importId: RegisterImportId,
): Promise<void> {
  if (rows.length === 0) return
  const column = (of: (row: ChangeRow) => string | null) => rows.map(of)
  await sql`insert into register_changes (ref, field, before, after, exported_on, import_id)
    select r.*, ${exportedOn}::date, ${importId}::uuid
    from unnest(${column((r) => r.ref)}::text[], ${column((r) => r.field)}::text[],
      ${column((r) => r.before)}::text[], ${column((r) => r.after)}::text[]) as r`.execute(tx)
}
