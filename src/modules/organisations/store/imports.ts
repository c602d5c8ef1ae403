/** Lists of the city's own on their way into the registry. */
import { sql } from 'kysely'
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import type { ListMapping } from '../rules/import-list.ts'
import type { ImportId, OrganisationId } from '../types.ts'
import type { Reader } from './lines.ts'

export type Outcome = 'unread' | 'added' | 'changed' | 'unchanged' | 'setAside'
export type Counts = Readonly<Partial<Record<Outcome, number>>>

export type ListImport = {
  readonly id: ImportId
  readonly fileName: string
  readonly state: 'mapping' | 'checked' | 'running' | 'done'
  readonly headings: readonly string[]
  readonly mapping: ListMapping
  readonly sourceOn: CivilDate | null
  readonly counts: Counts
  readonly createdAt: Temporal.Instant
  readonly createdBy: string
}

export type ImportRow = {
  readonly number: number
  readonly cells: readonly string[]
  readonly outcome: Outcome
  readonly reasons: readonly Refusal[]
  readonly organisationId: OrganisationId | null
}

const ROWS_AT_ONCE = 500

function imports(db: Reader) {
  return db.selectFrom('organisation_imports').selectAll()
}

type Row = Awaited<ReturnType<ReturnType<typeof imports>['execute']>>[number]

function toImport(row: Row): ListImport {
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    headings: row.columns,
    mapping: row.mapping,
    sourceOn: row.source_on,
    counts: row.counts as Counts,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }
}

export async function insertImport(
  tx: Pick<Tx, 'db' | 'now'>,
  made: Pick<ListImport, 'id' | 'fileName' | 'headings' | 'mapping'>,
  rows: readonly { readonly number: number; readonly cells: readonly string[] }[],
  by: string,
): Promise<void> {
  await tx.db
    .insertInto('organisation_imports')
    .values({
      id: made.id,
      file_name: made.fileName,
      state: 'mapping',
      columns: JSON.stringify(made.headings),
      mapping: JSON.stringify(made.mapping),
      source_on: null,
      counts: JSON.stringify({ unread: rows.length }),
      created_at: tx.now,
      created_by: by,
      finished_at: null,
    })
    .execute()
  for (let i = 0; i < rows.length; i += ROWS_AT_ONCE)
    await tx.db
      .insertInto('organisation_import_rows')
      .values(
        rows.slice(i, i + ROWS_AT_ONCE).map((row) => ({
          import_id: made.id,
          number: row.number,
          cells: JSON.stringify(row.cells),
          outcome: 'unread' as const,
          reasons: '[]',
          organisation_id: null,
        })),
      )
      .execute()
}

export async function importById(db: Reader, id: ImportId): Promise<ListImport | null> {
  const row = await imports(db).where('id', '=', id).executeTakeFirst()
  return row ? toImport(row) : null
}

export async function lockImport(db: DbTransaction, id: ImportId): Promise<ListImport | null> {
  const row = await imports(db).where('id', '=', id).forUpdate().executeTakeFirst()
  return row ? toImport(row) : null
}

export async function latestImports(db: Reader, limit: number): Promise<ListImport[]> {
  const rows = await imports(db).orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(toImport)
}

/** @param filter.done rows that wait for their turn, or all */
export async function rowsOf(
  db: Reader,
  id: ImportId,
  filter: { readonly outcome?: Outcome; readonly waiting?: boolean; readonly limit?: number } = {},
): Promise<ImportRow[]> {
  let query = db.selectFrom('organisation_import_rows').selectAll().where('import_id', '=', id)
  if (filter.outcome) query = query.where('outcome', '=', filter.outcome)
  if (filter.waiting) query = query.where('done', '=', false).where('outcome', '!=', 'setAside')
  if (filter.limit) query = query.limit(filter.limit)
  const rows = await query.orderBy('number').execute()
  return rows.map((row) => ({
    number: row.number,
    cells: row.cells,
    outcome: row.outcome,
    reasons: row.reasons as readonly Refusal[],
    organisationId: row.organisation_id,
  }))
}

export async function saveOutcome(
  db: DbTransaction,
  id: ImportId,
  row: Pick<ImportRow, 'number' | 'outcome' | 'reasons' | 'organisationId'>,
  done: boolean,
): Promise<void> {
  await db
    .updateTable('organisation_import_rows')
    .set({
      outcome: row.outcome,
      reasons: JSON.stringify(row.reasons),
      organisation_id: row.organisationId,
      done,
    })
    .where('import_id', '=', id)
    .where('number', '=', row.number)
    .execute()
}

/** Outcomes of many rows at once, before any of them is done. */
export async function saveOutcomes(
  db: DbTransaction,
  id: ImportId,
  rows: readonly Pick<ImportRow, 'number' | 'outcome' | 'reasons' | 'organisationId'>[],
): Promise<void> {
  await sql`update organisation_import_rows r
    set outcome = n.outcome, reasons = n.reasons, organisation_id = n.organisation_id, done = false
    from jsonb_to_recordset(${JSON.stringify(
      rows.map((r) => ({
        number: r.number,
        outcome: r.outcome,
        reasons: r.reasons,
        organisation_id: r.organisationId,
      })),
    )}::jsonb) as n(number int, outcome text, reasons jsonb, organisation_id uuid)
    where r.import_id = ${id} and r.number = n.number`.execute(db)
}

export async function saveImport(
  tx: Pick<Tx, 'db' | 'now'>,
  id: ImportId,
  to: {
    readonly state: ListImport['state']
    readonly mapping?: ListMapping
    readonly sourceOn?: CivilDate | null
  },
): Promise<void> {
  await tx.db
    .updateTable('organisation_imports')
    .set({
      state: to.state,
      ...(to.mapping === undefined ? {} : { mapping: JSON.stringify(to.mapping) }),
      ...(to.sourceOn === undefined ? {} : { source_on: to.sourceOn }),
      ...(to.state === 'done' ? { finished_at: tx.now } : {}),
      counts: sql`(select coalesce(jsonb_object_agg(outcome, n), '{}') from (
        select outcome, count(*) as n from organisation_import_rows where import_id = ${id} group by 1) as c)`,
    })
    .where('id', '=', id)
    .execute()
}

export async function progressOf(
  db: Reader,
  id: ImportId,
): Promise<{ readonly done: number; readonly all: number }> {
  const row = await db
    .selectFrom('organisation_import_rows')
    .select([
      sql<number>`count(*) filter (where done)`.as('done'),
      sql<number>`count(*) filter (where outcome <> 'setAside')`.as('all'),
    ])
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow()
  return row
}

/** What each heading was the last time; an empty text: it was left out. */
export async function knownColumns(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('organisation_import_columns').selectAll().execute()
  return new Map(rows.map((row) => [row.heading, row.field]))
}

export async function rememberColumns(
  db: DbTransaction,
  columns: readonly { readonly heading: string; readonly field: string }[],
): Promise<void> {
  const once = [...new Map(columns.filter((c) => c.heading !== '').map((c) => [c.heading, c])).values()]
  if (once.length > 0)
    await db
      .insertInto('organisation_import_columns')
      .values(once)
      .onConflict((c) => c.column('heading').doUpdateSet({ field: sql`excluded.field` }))
      .execute()
}

/** Organisations by which rows of a list are known: by code, or by what tells their names apart. */
export async function keysOfAll(db: Reader): Promise<
  readonly {
    readonly id: OrganisationId
    readonly edrpou: string | null
    readonly core: string
    readonly kind: string
  }[]
> {
  return db
    .selectFrom('organisations')
    .select(['id', 'edrpou', 'core', 'kind'])
    .where('merged_into', 'is', null)
    .execute()
}

/** What fails inside is undone, and nothing before it. */
export async function inSavepoint<T>(db: DbTransaction, work: () => Promise<T>): Promise<T> {
  await sql`savepoint import_row`.execute(db)
  try {
    const value = await work()
    await sql`release savepoint import_row`.execute(db)
    return value
  } catch (error) {
    await sql`rollback to savepoint import_row`.execute(db)
    throw error
  }
}
