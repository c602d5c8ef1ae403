/** Tables made elsewhere, on their way in. */
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import type { ImportId, ImportMapping, ImportOutcome, TableImport, TableKey } from '../types.ts'
import type { Reader } from './reader.ts'

function imports(db: Reader) {
  return db
    .selectFrom('passport_imports')
    .select([
      'id',
      'table_key as table',
      'file_name as fileName',
      'state',
      'content',
      'mapping',
      'outcome',
      'created_by_name as createdBy',
      'created_at as createdAt',
    ])
}

export async function insertImport(tx: Pick<Tx, 'db' | 'now'>, made: TableImport): Promise<void> {
  await tx.db
    .insertInto('passport_imports')
    .values({
      id: made.id,
      table_key: made.table,
      file_name: made.fileName,
      state: made.state,
      content: JSON.stringify(made.content),
      mapping: JSON.stringify(made.mapping),
      outcome: null,
      created_by_name: made.createdBy,
      created_at: made.createdAt,
    })
    .execute()
}

export async function importById(db: Reader, id: ImportId): Promise<TableImport | null> {
  return (await imports(db).where('id', '=', id).executeTakeFirst()) ?? null
}

export async function lockImport(db: DbTransaction, id: ImportId): Promise<TableImport | null> {
  return (await imports(db).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null
}

export async function latestImports(db: Reader, table: TableKey, limit: number): Promise<TableImport[]> {
  return imports(db)
    .where('table_key', '=', table)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function saveMapping(db: DbTransaction, id: ImportId, mapping: ImportMapping): Promise<void> {
  await db
    .updateTable('passport_imports')
    .set({ mapping: JSON.stringify(mapping) })
    .where('id', '=', id)
    .execute()
}

export async function finishImport(db: DbTransaction, id: ImportId, outcome: ImportOutcome): Promise<void> {
  await db
    .updateTable('passport_imports')
    .set({ state: 'done', outcome: JSON.stringify(outcome) })
    .where('id', '=', id)
    .execute()
}

export async function discardImport(db: DbTransaction, id: ImportId): Promise<void> {
  await db.updateTable('passport_imports').set({ state: 'discarded' }).where('id', '=', id).execute()
}
