/** Imports and what they set aside, in SQL. */
import { type Kysely, sql } from 'kysely'
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import type { RegisterTables } from '../tables.ts'
import type { BrokenReason, Counts, FileFault, RegisterImport, RegisterImportId, SetAside } from '../types.ts'
import type { RegisterDb, RegisterTransaction } from './database.ts'

/** Held by whoever imports, for as long as their connection lives: a killed import lets go of it by itself. */
const LOCK = sql`7669162, 1`

/** On a connection of its own. */
export async function takeImportLock(connection: RegisterDb): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select pg_try_advisory_lock(${LOCK}) as taken`.execute(
    connection,
  )
  return rows[0]?.taken === true
}

export async function letGoOfImportLock(connection: RegisterDb): Promise<void> {
  await sql`select pg_advisory_unlock(${LOCK})`.execute(connection)
}

/** A connection that works on millions of rows may take its time. */
export async function setPatience(connection: RegisterDb): Promise<void> {
  await sql`set statement_timeout = 0`.execute(connection)
}

export async function addImport(
  db: RegisterDb,
  row: Pick<
    RegisterImport,
    'id' | 'fileName' | 'path' | 'size' | 'sha256' | 'exportedOn' | 'parts' | 'startedBy'
  >,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('register_imports')
    .values({
      id: row.id,
      file_name: row.fileName,
      path: row.path,
      size: row.size,
      sha256: row.sha256,
      exported_on: row.exportedOn,
      parts: JSON.stringify(row.parts),
      state: 'running',
      started_by: row.startedBy,
      started_at: now,
      updated_at: now,
      finished_at: null,
      fault: null,
    })
    .execute()
}

/** What was just kept, and where reading goes on: in the transaction of the rows themselves. Gives whether to stop. */
export async function saveProgress(
  tx: RegisterTransaction,
  id: RegisterImportId,
  progress: Counts & { readonly part: number; readonly position: number },
  now: Temporal.Instant,
): Promise<{ readonly stop: boolean }> {
  const { part, position, read, added, changed, unchanged, setAside: set_aside } = progress
  return tx
    .updateTable('register_imports')
    .set({ part, position, read, added, changed, unchanged, set_aside, updated_at: now })
    .where('id', '=', id)
    .returning('stop')
    .executeTakeFirstOrThrow()
}

/** Somebody wants it to stop: it does so after the batch that is being kept. */
export async function askToStop(db: RegisterDb, id: RegisterImportId): Promise<void> {
  await db.updateTable('register_imports').set({ stop: true }).where('id', '=', id).execute()
}

export async function setState(
  db: RegisterDb | RegisterTransaction,
  id: RegisterImportId,
  state: 'running' | 'stopped' | 'done' | 'failed',
  now: Temporal.Instant,
  options: { readonly fault?: FileFault; readonly path?: string } = {},
): Promise<void> {
  await db
    .updateTable('register_imports')
    .set({
      state,
      updated_at: now,
      ...(state === 'running' ? { stop: false } : {}),
      finished_at: state === 'done' || state === 'failed' ? now : null,
      fault: options.fault ?? null,
      ...(options.path === undefined ? {} : { path: options.path }),
    })
    .where('id', '=', id)
    .execute()
}

function imports(db: Kysely<RegisterTables>) {
  return db
    .selectFrom('register_imports')
    .selectAll()
    .select(
      sql<boolean>`exists (select from pg_locks where locktype = 'advisory' and classid = 7669162 and objid = 1
        and database = (select oid from pg_database where datname = current_database()))`.as('busy'),
    )
}

type Row = Awaited<ReturnType<ReturnType<typeof imports>['execute']>>[number]

function toImport(row: Row): RegisterImport {
  return {
    id: row.id,
    fileName: row.file_name,
    path: row.path,
    size: row.size,
    sha256: row.sha256,
    exportedOn: row.exported_on,
    parts: row.parts,
    state: row.state === 'running' && !row.busy ? 'interrupted' : row.state,
    part: row.part,
    position: row.position,
    read: row.read,
    added: row.added,
    changed: row.changed,
    unchanged: row.unchanged,
    setAside: row.set_aside,
    fault: row.fault,
    startedBy: row.started_by,
    startedAt: row.started_at,
    updatedAt: row.updated_at,
    finishedAt: row.finished_at,
  }
}

export async function importById(db: RegisterDb, id: RegisterImportId): Promise<RegisterImport | null> {
  const row = await imports(db).where('id', '=', id).executeTakeFirst()
  return row ? toImport(row) : null
}

/** The import of this very file that did not come to its end. */
export async function unfinishedImport(db: RegisterDb, sha256: string): Promise<RegisterImport | null> {
  const row = await imports(db)
    .where('sha256', '=', sha256)
    .where('state', 'in', ['running', 'stopped'])
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toImport(row) : null
}

export async function listImports(
  db: RegisterDb,
  after: string,
  size: number,
): Promise<Page<RegisterImport>> {
  const from = decodeCursor(after, ['string', 'string'])
  let query = imports(db)
  if (from) query = query.where(sql<boolean>`(started_at, id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`)
  const rows = await query.orderBy('started_at', 'desc').orderBy('id', 'desc').limit(onePast(size)).execute()
  return cutPage(rows.map(toImport), size, (one) => [one.startedAt.toString(), one.id])
}

export async function addSetAside(
  tx: RegisterTransaction,
  id: RegisterImportId,
  rows: readonly (SetAside & { readonly bytes: Buffer })[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('register_set_aside')
    .values(rows.map((row) => ({ import_id: id, ...row })))
    .execute()
}

export async function listSetAside(
  db: RegisterDb,
  id: RegisterImportId,
  after: string,
  size: number,
): Promise<Page<SetAside>> {
  const from = decodeCursor(after, ['number'])
  let query = db
    .selectFrom('register_set_aside')
    .select(['number', 'part', 'position', 'length', 'reason'])
    .where('import_id', '=', id)
  if (from) query = query.where('number', '>', from[0])
  const rows = await query.orderBy('number').limit(onePast(size)).execute()
  return cutPage(rows, size, (row) => [row.number])
}

export async function setAsideBytes(
  db: RegisterDb,
  id: RegisterImportId,
  number: number,
): Promise<{ readonly bytes: Buffer; readonly reason: BrokenReason } | null> {
  const row = await db
    .selectFrom('register_set_aside')
    .select(['bytes', 'reason'])
    .where('import_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  return row ?? null
}

/** The day of the latest export that came in whole. */
export async function latestExport(db: RegisterDb): Promise<CivilDate | null> {
  const row = await db
    .selectFrom('register_imports')
    .select('exported_on')
    .where('state', '=', 'done')
    .orderBy('exported_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.exported_on ?? null
}
