/** The rows of a file: how they are read, judged and added. */
import { sum } from '../../../kernel/money.ts'
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import type { Tx } from '../../../platform/context.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { mapRows, READ_LIMITS, readTable } from '../../../platform/documents/tables/index.ts'
import { newId } from '../../../platform/random.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import {
  type AcceptedRow,
  fingerprintOf,
  guessColumns,
  type ImportEntry,
  judgeRows,
} from '../rules/import-rows.ts'
import { liveCommitments } from '../store/commitments.ts'
import { insertPayments, knownFingerprints, type NewPaymentRow } from '../store/payments.ts'
import type {
  ImportContent,
  ImportedLine,
  ImportField,
  ImportMapping,
  ImportOutcome,
  PaymentImportId,
  SetAsideLine,
} from '../types.ts'
import { recordPaidContract } from './evidence.ts'
import { authorOf, type Opened, open } from './opened.ts'

const LIMITS = { ...READ_LIMITS, bytes: 8_000_000, rows: 10_000 }

export async function readContent(bytes: Uint8Array): Promise<ImportContent | Refusal> {
  const table = await readTable(bytes, LIMITS)
  if (isRefusal(table)) return { ...table, field: 'file' }
  return { header: table.header, rows: table.rows, setAside: table.setAside }
}

export function guessMapping(content: ImportContent): ImportMapping {
  return { columns: guessColumns(content.header), source: null, measureId: null }
}

export type TriedImport = {
  readonly accepted: readonly AcceptedRow[]
  readonly known: readonly ImportedLine[]
  readonly setAside: readonly SetAsideLine[]
}

/** Adds what can be added and says what became of every row. */
export async function addRows(
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

/** Judges the rows against the books as they are now. */
export async function tried(
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
