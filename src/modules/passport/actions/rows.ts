/** Rows of the tables: entered, changed, taken away with a reason. */
import { Conflict, found, permit } from '../../../kernel/errors.ts'
import { accept, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import { mayKeepPassport } from '../policy.ts'
import { definitionOf } from '../rules/definitions.ts'
import { wrongWith } from '../rules/row.ts'
import { keyOf } from '../rules/standing.ts'
import { namesOf, organisationNamed } from '../store/registry.ts'
import * as store from '../store/rows.ts'
import type { RowId, RowInput, TableKey, TableRow } from '../types.ts'

export function addRow(ctx: Context, table: TableKey, input: RowInput): Promise<RowId> {
  return transact(ctx, async (tx) => {
    permit(mayKeepPassport(tx.actor), 'passportRow.add')
    const row = await settled(tx, table, input)
    const key = keyOf(table, row)
    const same = (await store.keptRows(tx.db, table)).find((r) => keyOf(table, r) === key && overlaps(r, row))
    accept(same ? refuse('row_known') : row)
    return insert(tx, table, row)
  })
}

export function changeRow(ctx: Context, id: RowId, lockVersion: number, input: RowInput): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeepPassport(tx.actor), 'passportRow.change')
    const before = found(await store.lockRow(tx.db, id), 'row')
    accept(before.removed === null ? true : refuse('row_removed'))
    if (before.version !== lockVersion) throw new Conflict('row')
    await update(tx, before, await settled(tx, before.table, input))
  })
}

export function removeRow(ctx: Context, id: RowId, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeepPassport(tx.actor), 'passportRow.remove')
    const before = found(await store.lockRow(tx.db, id), 'row')
    accept(before.removed === null ? true : refuse('row_removed'))
    await store.removeRow(tx, id, reason)
    audit(tx, 'passportRow.remove', { type: 'passportRow', id }, { before: factsOf(before), reason })
  })
}

/** With names of organisations made ids, and nothing wrong with it. */
async function settled(tx: Tx, table: TableKey, input: RowInput): Promise<RowInput> {
  const { row, refusals } = await resolve(tx.db, table, input)
  accept([...refusals, ...wrongWith(table, input, tx.today)])
  return row
}

export async function resolve(
  db: DbTransaction,
  table: TableKey,
  input: RowInput,
): Promise<{ readonly row: RowInput; readonly refusals: readonly Refusal[] }> {
  const values = { ...input.values }
  const refusals: Refusal[] = []
  for (const field of definitionOf(table).fields) {
    const typed = values[field.key]
    if (field.kind !== 'organisation' || typeof typed !== 'string') continue
    const id = await organisationNamed(db, typed)
    if (id === null) refusals.push(refuse('organisation_unknown', { name: typed }, field.key))
    values[field.key] = id
  }
  return { row: { ...input, values }, refusals }
}

export async function insert(tx: Tx, table: TableKey, row: RowInput): Promise<RowId> {
  const id = newId<'passportRow'>()
  await store.insertRow(tx, id, table, row, await organisationsOf(tx, table, row))
  audit(tx, 'passportRow.add', { type: 'passportRow', id }, { after: { table, ...factsOf(row) } })
  return id
}

export async function update(tx: Tx, before: TableRow, row: RowInput): Promise<void> {
  const { id, table } = before
  await store.updateRow(tx, id, table, row, await organisationsOf(tx, table, row))
  audit(
    tx,
    'passportRow.change',
    { type: 'passportRow', id },
    { before: factsOf(before), after: factsOf(row) },
  )
}

async function organisationsOf(tx: Tx, table: TableKey, row: RowInput): Promise<readonly string[]> {
  const ids = definitionOf(table).fields.flatMap((f) => {
    const value = row.values[f.key]
    return f.kind === 'organisation' && typeof value === 'string' ? [value] : []
  })
  return [...(await namesOf(tx.db, ids)).values()]
}

/** As the record keeps a row. */
export function factsOf(row: RowInput): Readonly<Record<string, unknown>> {
  const said = Object.fromEntries(Object.entries(row.values).filter(([, v]) => v !== null))
  return {
    ...said,
    ...(row.day ? { day: row.day.toString() } : {}),
    ...(row.until ? { until: row.until.toString() } : {}),
    source: row.source,
    sourceOn: row.sourceOn.toString(),
  }
}

/** Terms of one key may follow each other; what stands at the same time is the same row twice. */
function overlaps(a: Pick<RowInput, 'day' | 'until'>, b: Pick<RowInput, 'day' | 'until'>): boolean {
  const before = (x: RowInput['until'], y: RowInput['day']) =>
    x !== null && y !== null && x.toString() < y.toString()
  return !before(a.until, b.day) && !before(b.until, a.day)
}
