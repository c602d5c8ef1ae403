/** Files of payments, from the upload to what became of each row. */
import type { Selectable } from 'kysely'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import type { MoneyTables } from '../tables.ts'
import type { ImportMapping, ImportOutcome, PaymentImport, PaymentImportId } from '../types.ts'

function importOf(row: Selectable<MoneyTables['payment_imports']>): PaymentImport {
  return {
    id: row.id,
    programmeId: row.programme_id,
    fileName: row.file_name,
    state: row.state,
    content: row.content,
    mapping: row.mapping,
    outcome: row.outcome,
    createdByName: row.created_by_name,
    createdAt: row.created_at,
  }
}

export async function importById(db: Db | DbTransaction, id: PaymentImportId): Promise<PaymentImport | null> {
  const row = await db.selectFrom('payment_imports').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? importOf(row) : null
}

export async function lockImport(db: DbTransaction, id: PaymentImportId): Promise<PaymentImport | null> {
  const row = await db
    .selectFrom('payment_imports')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? importOf(row) : null
}

export type ImportLine = Pick<
  PaymentImport,
  'id' | 'fileName' | 'state' | 'createdByName' | 'createdAt' | 'outcome'
>

/** The latest files, without their rows. */
export async function latestImports(
  db: Db,
  programmeId: ProgrammeId,
  limit: number,
): Promise<readonly ImportLine[]> {
  return db
    .selectFrom('payment_imports')
    .select([
      'id',
      'file_name as fileName',
      'state',
      'created_by_name as createdByName',
      'created_at as createdAt',
      'outcome',
    ])
    .where('programme_id', '=', programmeId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function insertImport(db: DbTransaction, made: PaymentImport, createdBy: string): Promise<void> {
  await db
    .insertInto('payment_imports')
    .values({
      id: made.id,
      programme_id: made.programmeId,
      file_name: made.fileName,
      state: made.state,
      content: JSON.stringify(made.content),
      mapping: JSON.stringify(made.mapping),
      outcome: null,
      created_by: createdBy,
      created_by_name: made.createdByName,
      created_at: made.createdAt,
    })
    .execute()
}

export async function saveMapping(
  db: DbTransaction,
  id: PaymentImportId,
  mapping: ImportMapping,
): Promise<void> {
  await db
    .updateTable('payment_imports')
    .set({ mapping: JSON.stringify(mapping) })
    .where('id', '=', id)
    .execute()
}

export async function finishImport(
  db: DbTransaction,
  id: PaymentImportId,
  outcome: ImportOutcome,
): Promise<void> {
  await db
    .updateTable('payment_imports')
    .set({ state: 'done', outcome: JSON.stringify(outcome) })
    .where('id', '=', id)
    .execute()
}

export async function discardImport(db: DbTransaction, id: PaymentImportId): Promise<void> {
  await db.updateTable('payment_imports').set({ state: 'discarded' }).where('id', '=', id).execute()
}
