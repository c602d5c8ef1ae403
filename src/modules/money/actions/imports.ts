/** Payments from a file: read, mapped, tried, then added. A bad row never stops the good ones. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import { mayManageMoney } from '../policy.ts'
import { checkColumns } from '../rules/import-rows.ts'
import * as store from '../store/imports.ts'
import type { ImportMapping, ImportOutcome, PaymentImport, PaymentImportId } from '../types.ts'
import { addRows, guessMapping, readContent, type TriedImport, tried } from './import-rows.ts'
import { authorOf, open } from './opened.ts'

/** Reads a CSV or XLSX file and keeps it for review, with a guess of what its columns are. */
export async function startImport(
  ctx: Context,
  programmeId: ProgrammeId,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<PaymentImportId> {
  permit(mayManageMoney(ctx.actor), 'payment.import')
  const content = accept(await readContent(file.bytes))
  return transact(ctx, async (tx) => {
    await open(tx, programmeId, [])
    const author = authorOf(tx.actor)
    const made: PaymentImport = {
      id: newId<'paymentImport'>(),
      programmeId,
      fileName: file.name.slice(0, 200),
      state: 'review',
      content,
      mapping: guessMapping(content),
      outcome: null,
      createdByName: author.name,
      createdAt: tx.now,
    }
    await store.insertImport(tx.db, made, author.by)
    audit(
      tx,
      'payment.upload',
      { type: 'paymentImport', id: made.id },
      { after: { file: made.fileName, rows: content.rows.length + content.setAside.length } },
    )
    return made.id
  })
}

export function mapImport(ctx: Context, id: PaymentImportId, mapping: ImportMapping): Promise<void> {
  return transact(ctx, async (tx) => {
    const found = await reviewed(tx, id)
    accept(checkColumns(mapping.columns, found.content.header.length))
    await store.saveMapping(tx.db, id, mapping)
    audit(tx, 'payment.map', { type: 'paymentImport', id }, { before: found.mapping, after: mapping })
  })
}

/** What would happen now, and nothing written. */
export function tryImport(ctx: Context, id: PaymentImportId): Promise<TriedImport> {
  return transact(
    ctx,
    async (tx) => {
      permit(mayManageMoney(tx.actor), 'payment.import')
      const made = found(await store.importById(tx.db, id), 'import')
      const opened = await open(tx, made.programmeId, [])
      return tried(tx.db, opened, made.content, made.mapping)
    },
    { dryRun: true },
  )
}

/** Adds what can be added now; the rest is kept with its reasons. */
export function confirmImport(ctx: Context, id: PaymentImportId): Promise<ImportOutcome> {
  return transact(ctx, async (tx) => {
    const made = await reviewed(tx, id)
    accept(checkColumns(made.mapping.columns, made.content.header.length))
    const outcome = await addRows(tx, made.programmeId, made.content, made.mapping, id)
    await store.finishImport(tx.db, id, outcome)
    return outcome
  })
}

export function discardImport(ctx: Context, id: PaymentImportId): Promise<void> {
  return transact(ctx, async (tx) => {
    await reviewed(tx, id)
    await store.discardImport(tx.db, id)
    audit(tx, 'payment.discard', { type: 'paymentImport', id })
  })
}

/** Upload, guess and confirm in one go: the command line. */
export async function importPayments(
  ctx: Context,
  programmeId: ProgrammeId,
  file: { readonly name: string; readonly bytes: Uint8Array },
  options: { readonly dryRun: boolean },
): Promise<ImportOutcome> {
  permit(mayManageMoney(ctx.actor), 'payment.import')
  const content = accept(await readContent(file.bytes))
  const mapping = guessMapping(content)
  accept(checkColumns(mapping.columns, content.header.length))
  return transact(
    ctx,
    async (tx) => {
      const author = authorOf(tx.actor)
      const id = newId<'paymentImport'>()
      await store.insertImport(
        tx.db,
        {
          id,
          programmeId,
          fileName: file.name.slice(0, 200),
          state: 'review',
          content,
          mapping,
          outcome: null,
          createdByName: author.name,
          createdAt: tx.now,
        },
        author.by,
      )
      const outcome = await addRows(tx, programmeId, content, mapping, id)
      await store.finishImport(tx.db, id, outcome)
      return outcome
    },
    options,
  )
}

async function reviewed(tx: Tx, id: PaymentImportId): Promise<PaymentImport> {
  permit(mayManageMoney(tx.actor), 'payment.import')
  const made = found(await store.lockImport(tx.db, id), 'import')
  accept(made.state === 'review' ? true : refuse('import_over', { state: made.state }))
  return made
}
