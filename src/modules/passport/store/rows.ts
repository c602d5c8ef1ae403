/** Rows of the tables that the office keeps. */
import { type RawBuilder, sql } from 'kysely'
import { type CivilDate, parseCivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import { searchForm, searchWords } from '../../organisations/index.ts'
import { sortKeyOf } from '../rules/order.ts'
import type { RowId, RowInput, RowOrder, TableKey, TableRow } from '../types.ts'
import { containing, type Reader } from './reader.ts'

export const PAGE_SIZE = 50

function rows(db: Reader) {
  return db
    .selectFrom('passport_rows as r')
    .select([
      'r.id',
      'r.table_key',
      'r.values',
      'r.day',
      'r.until',
      'r.source',
      'r.source_on',
      'r.removed',
      'r.version',
      'r.updated_at',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

function toRow(row: Row): TableRow {
  return {
    id: row.id,
    table: row.table_key,
    values: row.values,
    day: row.day,
    until: row.until,
    source: row.source,
    sourceOn: row.source_on,
    removed: row.removed,
    version: row.version,
    updatedAt: row.updated_at,
  }
}

/** @param names of organisations that the row refers to, so that it is found by them */
function wordsOf(input: RowInput, names: readonly string[]): string {
  const values = Object.values(input.values).filter((v) => v !== null)
  return searchForm([...values, ...names, input.source].join(' '))
}

function columnsOf(table: TableKey, input: RowInput, names: readonly string[]) {
  return {
    values: JSON.stringify(input.values),
    day: input.day,
    until: input.until,
    source: input.source,
    source_on: input.sourceOn,
    search: wordsOf(input, names),
    sort_key: sortKeyOf(table, input.values),
  }
}

export async function insertRow(
  tx: Pick<Tx, 'db' | 'now'>,
  id: RowId,
  table: TableKey,
  input: RowInput,
  names: readonly string[] = [],
): Promise<void> {
  await tx.db
    .insertInto('passport_rows')
    .values({
      id,
      table_key: table,
      ...columnsOf(table, input, names),
      removed: null,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute()
}

export async function updateRow(
  tx: Pick<Tx, 'db' | 'now'>,
  id: RowId,
  table: TableKey,
  input: RowInput,
  names: readonly string[] = [],
): Promise<void> {
  await tx.db
    .updateTable('passport_rows')
    .set({
      ...columnsOf(table, input, names),
      version: sql<number>`version + 1`,
      updated_at: tx.now,
    })
    .where('id', '=', id)
    .execute()
}

export async function removeRow(tx: Pick<Tx, 'db' | 'now'>, id: RowId, reason: string): Promise<void> {
  await tx.db
    .updateTable('passport_rows')
    .set({ removed: reason, version: sql<number>`version + 1`, updated_at: tx.now })
    .where('id', '=', id)
    .execute()
}

export async function rowById(db: Reader, id: RowId): Promise<TableRow | null> {
  const row = await rows(db).where('r.id', '=', id).executeTakeFirst()
  return row ? toRow(row) : null
}

export async function lockRow(db: DbTransaction, id: RowId): Promise<TableRow | null> {
  const row = await rows(db).where('r.id', '=', id).forUpdate().executeTakeFirst()
  return row ? toRow(row) : null
}

/** Everything that is kept, of one table or of all: a city's whole tables are some thousands of rows. */
export async function keptRows(db: Reader, table?: TableKey): Promise<TableRow[]> {
  let query = rows(db).where('r.removed', 'is', null)
  if (table) query = query.where('r.table_key', '=', table)
  return (await query.orderBy('r.sort_key').orderBy('r.id').execute()).map(toRow)
}

export type RowFilter = {
  readonly table: TableKey
  readonly text: string
  readonly removed: boolean
  /** Whose source is older than this day. */
  readonly olderThan: CivilDate | null
  readonly order: RowOrder
  readonly after: string
}

const NEVER = '0001-01-01'

function filtered(db: Reader, filter: RowFilter) {
  let query = rows(db)
    .where('r.table_key', '=', filter.table)
    .where('r.removed', filter.removed ? 'is not' : 'is', null)
  for (const word of searchWords(filter.text)) query = query.where('r.search', 'like', containing(word))
  if (filter.olderThan) query = query.where('r.source_on', '<', filter.olderThan)
  return query
}

export async function listRows(db: Reader, filter: RowFilter, size = PAGE_SIZE): Promise<Page<TableRow>> {
  const from = decodeCursor(filter.after, ['string', 'string'])
  let query = filtered(db, filter)
  if (filter.order === 'name') {
    query = query.orderBy('r.sort_key').orderBy('r.id')
    if (from) query = query.where(sql<boolean>`(r.sort_key, r.id) > (${from[0]}, ${safeId(from[1])})`)
  } else {
    const column: RawBuilder<CivilDate> =
      filter.order === 'day' ? sql`coalesce(r.day, ${NEVER}::date)` : sql`r.source_on`
    query = query.orderBy(column, 'desc').orderBy('r.id', 'desc')
    const day = from && parseCivilDate(from[0])
    if (from && day) query = query.where(sql<boolean>`(${column}, r.id) < (${day}::date, ${safeId(from[1])})`)
  }
  const found = await query.limit(onePast(size)).execute()
  return cutPage(found.map(toRow), size, (row) => [
    filter.order === 'name'
      ? sortKeyOf(row.table, row.values)
      : ((filter.order === 'day' ? row.day : row.sourceOn)?.toString() ?? NEVER),
    row.id,
  ])
}

function safeId(text: string): RawBuilder<string> {
  return /^[0-9a-f-]{36}$/.test(text) ? sql`${text}::uuid` : sql`null::uuid`
}

export async function countRows(db: Reader, filter: RowFilter): Promise<number> {
  const { n } = await filtered(db, filter)
    .clearSelect()
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow()
  return n
}

export type TableStanding = {
  readonly rows: number
  readonly newest: CivilDate | null
  readonly oldest: CivilDate | null
}

/** Of each table that has rows: how many, and between which days their sources are. */
export async function tableStandings(db: Reader): Promise<ReadonlyMap<TableKey, TableStanding>> {
  const found = await db
    .selectFrom('passport_rows')
    .select([
      'table_key',
      sql<number>`count(*)`.as('n'),
      sql<CivilDate | null>`max(source_on)`.as('newest'),
      sql<CivilDate | null>`min(source_on)`.as('oldest'),
    ])
    .where('removed', 'is', null)
    .groupBy('table_key')
    .execute()
  return new Map(found.map((r) => [r.table_key, { rows: r.n, newest: r.newest, oldest: r.oldest }]))
}
