/** A list of the city's own: kept for mapping, tried without writing, then taken over row by row. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { found, permit, Refused } from '../../../kernel/errors.ts'
import { accept, isRefusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { type RawTable, readTable } from '../../../platform/documents/tables/index.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { newId } from '../../../platform/random.ts'
import { mayKeep } from '../policy.ts'
import { checkMapping, guessColumns, type ListMapping } from '../rules/import-list.ts'
import { searchForm } from '../rules/name.ts'
import * as store from '../store/imports.ts'
import type { ImportId, OrganisationKind } from '../types.ts'
import { applyRow, type Judged, judge, type Known, lookUp } from './import-rows.ts'
import { nameOf } from './who.ts'

export const IMPORT_JOB = 'organisations.importList'
const MOST_ROWS = 20_000
const BATCH = 50

/** Reads a CSV or XLSX file and keeps its rows, with a guess of what its columns are. */
export async function startImport(
  ctx: Context,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<ImportId> {
  permit(mayKeep(ctx.actor), 'organisation.importList')
  const table = await readTable(file.bytes)
  if (isRefusal(table)) throw new Refused([{ ...table, field: 'file' }])
  const rows = rowsIn(table)
  if (rows.length === 0) throw new Refused([refuse('import_empty', undefined, 'file')])
  if (rows.length > MOST_ROWS) throw new Refused([refuse('import_large', { most: MOST_ROWS }, 'file')])
  return transact(ctx, async (tx) => {
    const columns = guessColumns(table.header, await store.knownColumns(tx.db))
    const id = newId<'organisationImport'>()
    const mapping: ListMapping = { columns, kind: null, contactAccess: 'office' }
    await store.insertImport(
      tx,
      { id, fileName: file.name.slice(0, 200), headings: table.header, mapping },
      rows,
      nameOf(tx.actor),
    )
    audit(
      tx,
      'organisation.importList',
      { type: 'organisationImport', id },
      { after: { file: file.name.slice(0, 200), rows: rows.length } },
    )
    return id
  })
}

function rowsIn(table: RawTable) {
  return table.rows.filter((row) => row.cells.some((cell) => cell.trim() !== ''))
}

/** Says what each row would do, and writes nothing of it into the registry. */
export function mapImport(
  ctx: Context,
  id: ImportId,
  input: { readonly mapping: ListMapping; readonly sourceOn: CivilDate | null },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.importList')
    const made = found(await store.lockImport(tx.db, id), 'import')
    if (made.state === 'running' || made.state === 'done') throw new Refused([refuse('import_over')])
    accept(checkMapping(input.mapping, made.headings))
    await store.rememberColumns(
      tx.db,
      made.headings.map((heading, i) => ({
        heading: searchForm(heading),
        field: input.mapping.columns[i] ?? '',
      })),
    )
    const known = await lookUp(tx.db)
    const outcomes = []
    for (const row of await store.rowsOf(tx.db, id))
      outcomes.push(await judge(tx, known, row, { ...made, ...input }))
    await store.saveOutcomes(tx.db, id, outcomes)
    await store.saveImport(tx, id, { state: 'checked', ...input })
    audit(tx, 'organisation.importMap', { type: 'organisationImport', id }, { after: input.mapping })
  })
}

/** Lets the job begin. */
export function runImport(ctx: Context, id: ImportId): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.importList')
    const made = found(await store.lockImport(tx.db, id), 'import')
    if (made.state !== 'checked') throw new Refused([refuse('import_over')])
    await store.saveImport(tx, id, { state: 'running' })
    await enqueue(tx, IMPORT_JOB, { id }, { key: `${IMPORT_JOB} ${id}` })
    audit(
      tx,
      'organisation.importRun',
      { type: 'organisationImport', id },
      { after: { counts: made.counts } },
    )
  })
}

/**
 * Takes over the next rows, a transaction for each batch: stopped anywhere, it goes on from where it was. A row is judged
 * anew, since the registry may have changed; one that cannot be is set aside.
 * @returns whether there is more
 */
export async function importBatch(ctx: Context, id: ImportId): Promise<boolean> {
  return transact(ctx, async (tx) => {
    permit(mayKeep(tx.actor), 'organisation.importList')
    const made = await store.lockImport(tx.db, id)
    if (made?.state !== 'running') return false
    const rows = await store.rowsOf(tx.db, id, { waiting: true, limit: BATCH })
    const known = await lookUp(tx.db)
    for (const row of rows) {
      const judged = await judge(tx, known, row, made)
      await store.saveOutcome(tx.db, id, await taken(tx, known, judged, made), true)
    }
    const more = rows.length === BATCH
    await store.saveImport(tx, id, { state: more ? 'running' : 'done' })
    if (!more) audit(tx, 'organisation.importDone', { type: 'organisationImport', id })
    return more
  })
}

/** Upload, guess, check and take over in one go: the command line. */
export async function importListNow(
  ctx: Context,
  file: { readonly name: string; readonly bytes: Uint8Array },
  options: { readonly kind: OrganisationKind | null; readonly dryRun: boolean },
): Promise<{ readonly counts: store.Counts; readonly aside: readonly store.ImportRow[] }> {
  const id = await startImport(ctx, file)
  const made = found(await store.importById(ctx.db, id), 'import')
  await mapImport(ctx, id, { mapping: { ...made.mapping, kind: options.kind }, sourceOn: null })
  if (!options.dryRun) {
    await transact(ctx, (tx) => store.saveImport(tx, id, { state: 'running' }))
    while (await importBatch(ctx, id));
  }
  const { counts } = found(await store.importById(ctx.db, id), 'import')
  return { counts, aside: await store.rowsOf(ctx.db, id, { outcome: 'setAside' }) }
}

/** A row that cannot be written is set aside with what refused it; those before it stay. */
async function taken(tx: Tx, known: Known, judged: Judged, made: store.ListImport): Promise<Judged> {
  if (judged.outcome !== 'added' && judged.outcome !== 'changed') return judged
  const noted = tx.entries.length
  try {
    const organisationId = await store.inSavepoint(tx.db, () => applyRow(tx, known, judged, made))
    return { ...judged, organisationId }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    tx.entries.length = noted
    return { ...judged, outcome: 'setAside', reasons: error.refusals, organisationId: null }
  }
}
