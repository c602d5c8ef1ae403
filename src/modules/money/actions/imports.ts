/** Payments from a file: read, mapped, tried, then added. A bad row never stops the good ones. */
import { found, permit } from '../../../kernel/errors.ts'
import { sum } from '../../../kernel/money.ts'
import { accept, isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { mapRows, READ_LIMITS, readTable } from '../../../platform/documents/tables/index.ts'
import { newId } from '../../../platform/random.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import { mayManageMoney } from '../policy.ts'
import {
  type AcceptedRow,
  checkColumns,
  fingerprintOf,
  guessColumns,
  type ImportEntry,
  judgeRows,
} from '../rules/import-rows.ts'
import { liveCommitments } from '../store/commitments.ts'
import * as store from '../store/imports.ts'
import { insertPayments, knownFingerprints, type NewPaymentRow } from '../store/payments.ts'
import type {
  ImportContent,
  ImportedLine,
  ImportField,
  ImportMapping,
  ImportOutcome,
  PaymentImport,
  PaymentImportId,
  SetAsideLine,
} from '../types.ts'
import { recordPaidContract } from './evidence.ts'
import { authorOf, type Opened, open } from './opened.ts'

const LIMITS = { ...READ_LIMITS, bytes: 8_000_000, rows: 10_000 }

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

export async function readContent(bytes: Uint8Array): Promise<ImportContent | Refusal> {
  const table = await readTable(bytes, LIMITS)
  if (isRefusal(table)) return { ...table, field: 'file' }
  return { header: table.header, rows: table.rows, setAside: table.setAside }
}

export function guessMapping(content: ImportContent): ImportMapping {
  return { columns: guessColumns(content.header), source: null, measureId: null }
}

export function mapImport(ctx: Context, id: PaymentImportId, mapping: ImportMapping): Promise<void> {
  return transact(ctx, async (tx) => {
    const found = await reviewed(tx, id)
    accept(checkColumns(mapping.columns, found.content.header.length))
    await store.saveMapping(tx.db, id, mapping)
    audit(tx, 'payment.map', { type: 'paymentImport', id }, { before: found.mapping, after: mapping })
  })
}

export type TriedImport = {
  readonly accepted: readonly AcceptedRow[]
  readonly known: readonly ImportedLine[]
  readonly setAside: readonly SetAsideLine[]
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

async function addRows(
  tx: Tx,
  programmeId: ProgrammeId,
  content: ImportContent,
  mapping: ImportMapping,
  importId: PaymentImportId,
): Promise<ImportOutcome> {
  const years = readRows(content, mapping).rows.map((r) => r.entry.paidOn.year)
  const opened = await open(
    tx,
    programmeId,
    years.filter((y) => y >= 1991 && y <= 2200),
  )
  const result = await tried(tx.db, opened, content, mapping)
  const author = authorOf(tx.actor)
  const rows = result.accepted.map(
    (r): NewPaymentRow => ({
      ...r.place,
      id: newId<'payment'>(),
      programmeId,
      commitmentId: r.commitmentId,
      commitmentNumber: null,
      counterparty: null,
      paidOn: r.entry.paidOn,
      amount: r.entry.amount,
      document: r.entry.document?.slice(0, 100) ?? null,
      note: r.entry.note?.slice(0, 1_000) ?? null,
      importId,
      state: 'recorded',
      reason: null,
      createdByName: author.name,
      createdAt: tx.now,
      fingerprint: r.fingerprint,
    }),
  )
  await insertPayments(tx.db, rows, author.by)
  const contracts = new Map((await liveCommitments(tx.db, programmeId)).map((c) => [c.id, c] as const))
  for (const payment of rows) {
    const contract = payment.commitmentId && contracts.get(payment.commitmentId)
    if (contract) await recordPaidContract(tx, payment, contract)
  }
  const outcome: ImportOutcome = {
    added: rows.length,
    sum: sum(rows.map((r) => r.amount)),
    known: result.known.map((k) => k.number),
    setAside: result.setAside,
  }
  audit(
    tx,
    'payment.import',
    { type: 'paymentImport', id: importId },
    {
      after: {
        added: outcome.added,
        sum: outcome.sum,
        known: outcome.known.length,
        setAside: outcome.setAside.length,
        payments: rows.map((r) => r.id),
      },
    },
  )
  return outcome
}

async function tried(
  db: Db | DbTransaction,
  opened: Opened,
  content: ImportContent,
  mapping: ImportMapping,
): Promise<TriedImport> {
  const { rows, setAside } = readRows(content, mapping)
  const programmeId = opened.programme.id
  const judged = judgeRows(rows, {
    mapping,
    measures: opened.measures,
    commitments: await liveCommitments(db, programmeId),
    known: await knownFingerprints(
      db,
      programmeId,
      rows.map((r) => fingerprintOf(r.entry)),
    ),
    books: opened.books,
    situation: opened.situation,
  })
  const lines = new Map(content.rows.map((r) => [r.number, r] as const))
  const refused = judged.setAside.map((s) => ({ ...s, cells: lines.get(s.number)?.cells ?? [] }))
  return {
    accepted: judged.accepted,
    known: judged.known.flatMap((n) => lines.get(n) ?? []),
    setAside: [...setAside, ...refused].sort((a, b) => a.number - b.number),
  }
}

type Rows = {
  readonly rows: readonly { readonly number: number; readonly entry: ImportEntry }[]
  readonly setAside: readonly SetAsideLine[]
}

/** Columns go by their place: a file may call two of them alike. */
function readRows(content: ImportContent, mapping: ImportMapping): Rows {
  const title = (field: ImportField) => content.header[mapping.columns[field] ?? -1] ?? field
  const titles = (field: ImportField) => {
    const at = mapping.columns[field]
    return at === null ? [field] : [title(field), place(at)]
  }
  const mapped = mapRows(
    {
      header: content.header.map((_, i) => place(i)),
      rows: content.rows,
      setAside: content.setAside,
      encoding: '',
      delimiter: null,
    },
    {
      paidOn: { kind: 'date', titles: titles('paidOn'), required: 'value' },
      amount: { kind: 'money', titles: titles('amount'), required: 'value' },
      document: { kind: 'text', titles: titles('document') },
      measure: { kind: 'text', titles: titles('measure') },
      source: { kind: 'text', titles: titles('source') },
      commitment: { kind: 'text', titles: titles('commitment') },
      note: { kind: 'text', titles: titles('note') },
    },
  )
  if ('rows' in mapped) return mapped
  return {
    rows: [],
    setAside: [...content.rows.map((r) => ({ ...r, refusals: mapped })), ...content.setAside],
  }
}

function place(at: number): string {
  return `⟨${at}⟩`
}
