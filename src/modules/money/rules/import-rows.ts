/** Rows of a treasury statement: which are added, which are known already, which are set aside and why. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { type Kopiykas, kopiykas, ZERO } from '../../../kernel/money.ts'
import { isRefusal, type Refusal, refuse } from '../../../kernel/refusal.ts'
import type {
  Commitment,
  CommitmentId,
  ImportField,
  ImportMapping,
  MeasureName,
  Place,
  Use,
} from '../types.ts'
import { type Books, type Ledger, ledgerOf } from './books.ts'
import { normalSource } from './plan.ts'
import { mayPay, type Situation } from './spending.ts'

/** A row as its columns were read. */
export type ImportEntry = {
  readonly paidOn: CivilDate
  readonly amount: Kopiykas
  readonly document: string | null
  readonly measure: string | null
  readonly source: string | null
  readonly commitment: string | null
  readonly note: string | null
}

export type AcceptedRow = {
  readonly number: number
  readonly entry: ImportEntry
  readonly place: Place
  readonly commitmentId: CommitmentId | null
  readonly fingerprint: string
}

export type JudgedRows = {
  readonly accepted: readonly AcceptedRow[]
  readonly known: readonly number[]
  readonly setAside: readonly { readonly number: number; readonly refusals: readonly Refusal[] }[]
}

export type ImportFacts = {
  readonly mapping: Pick<ImportMapping, 'source' | 'measureId'>
  readonly measures: readonly MeasureName[]
  /** Of the programme, those cancelled left out. */
  readonly commitments: readonly Commitment[]
  /** Of payments recorded or withdrawn. */
  readonly known: ReadonlySet<string>
  readonly books: Books
  readonly situation: Situation
}

/** Day, sum and document; without a document its purpose stands for it. */
export function fingerprintOf(p: {
  readonly paidOn: CivilDate
  readonly amount: Kopiykas
  readonly document: string | null
  readonly note: string | null
}): string {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[№#\s]/g, '')
      .slice(0, 200)
  return `${p.paidOn.toString()} ${p.amount} ${p.document ? plain(p.document) : `~${plain(p.note ?? '')}`}`
}

/** `п. 4.9.`, `Захід 4.9` and `4.9` are one number. */
export function measureNumber(text: string): string {
  return text
    .slice(0, 100)
    .toLowerCase()
    .replace(/^(захід|пункт|підпункт|п\.?\s?п\.?|п\.?|measure)\s*/, '')
    .replace(/[№\s]/g, '')
    .replace(/\.+$/, '')
}

/** Rows are judged in their order, each after those before it were paid. */
export function judgeRows(
  rows: readonly { readonly number: number; readonly entry: ImportEntry }[],
  facts: ImportFacts,
): JudgedRows {
  const accepted: AcceptedRow[] = []
  const known: number[] = []
  const setAside: { number: number; refusals: readonly Refusal[] }[] = []
  const ledgers = new Map<number, Ledger>()
  const paid = new Map<CommitmentId, number>()
  const seen = new Map<string, number>()
  for (const { number, entry } of rows) {
    const fingerprint = fingerprintOf(entry)
    if (facts.known.has(fingerprint)) {
      known.push(number)
      continue
    }
    const earlier = seen.get(fingerprint)
    if (earlier !== undefined) {
      setAside.push({ number, refusals: [refuse('row_twice', { row: earlier })] })
      continue
    }
    const year = entry.paidOn.year
    const ledger = ledgers.get(year) ?? ledgerOf(facts.books, year)
    const target = targetOf(entry, ledger, facts)
    if (isRefusal(target)) {
      setAside.push({ number, refusals: [target] })
      continue
    }
    const { place, commitment } = target
    const current = commitment && {
      ...commitment,
      paid: kopiykas(commitment.paid + (paid.get(commitment.id) ?? 0)),
    }
    const refusals = mayPay(
      { place, paidOn: entry.paidOn, amount: entry.amount },
      current,
      ledger,
      facts.situation,
    )
    if (refusals.length > 0) {
      setAside.push({ number, refusals })
      continue
    }
    accepted.push({ number, entry, place, commitmentId: commitment?.id ?? null, fingerprint })
    seen.set(fingerprint, number)
    if (commitment) paid.set(commitment.id, (paid.get(commitment.id) ?? 0) + entry.amount)
    ledgers.set(year, { ...ledger, uses: merged(ledger.uses, place, entry.amount, commitment !== null) })
  }
  return { accepted, known, setAside }
}

/** Paid: from what was bound, or from what was free. Kept short: one use a place. */
function merged(uses: readonly Use[], place: Place, amount: Kopiykas, bound: boolean): readonly Use[] {
  const is = (u: Use) => u.measureId === place.measureId && u.source === place.source && u.year === place.year
  const old = uses.find(is) ?? { ...place, committed: ZERO, spent: ZERO }
  const next: Use = {
    year: place.year,
    source: place.source,
    measureId: place.measureId,
    committed: kopiykas(old.committed - (bound ? amount : 0)),
    spent: kopiykas(old.spent + amount),
  }
  return [...uses.filter((u) => !is(u)), next]
}

function targetOf(
  entry: ImportEntry,
  ledger: Ledger,
  facts: ImportFacts,
): { readonly place: Place; readonly commitment: Commitment | null } | Refusal {
  const measure = measureOf(entry, facts)
  if (isRefusal(measure)) return measure
  if (entry.commitment) {
    const commitment = commitmentOf(entry.commitment, entry, measure.given, facts)
    if (isRefusal(commitment)) return commitment
    const { year, source, measureId } = commitment
    return { place: { year, source, measureId }, commitment }
  }
  const source = sourceOf(entry, ledger, facts)
  if (isRefusal(source)) return source
  return { place: { year: entry.paidOn.year, source, measureId: measure.id }, commitment: null }
}

function measureOf(entry: ImportEntry, facts: ImportFacts) {
  if (!entry.measure) return { id: facts.mapping.measureId, given: null }
  const wanted = measureNumber(entry.measure)
  const found = facts.measures.find((m) => measureNumber(m.number) === wanted)
  return found
    ? { id: found.id, given: found.id }
    : refuse('measure_unknown', { measure: entry.measure }, 'measure')
}

function commitmentOf(
  number: string,
  entry: ImportEntry,
  measure: Place['measureId'],
  facts: ImportFacts,
): Commitment | Refusal {
  const plain = (text: string) => text.toLowerCase().replace(/[№\s]/g, '')
  const named = facts.commitments.filter((c) => plain(c.number) === plain(number))
  const year = named.filter((c) => c.year === entry.paidOn.year)
  const fitting = year.filter((c) => measure === null || c.measureId === measure)
  const values = { number, year: entry.paidOn.year }
  if (fitting.length === 1) return fitting[0]!
  if (fitting.length > 1) return refuse('commitment_ambiguous', values, 'commitment')
  if (year.length > 0) return refuse('measure_differs', values, 'commitment')
  return refuse('commitment_unknown', values, 'commitment')
}

function sourceOf(entry: ImportEntry, ledger: Ledger, facts: ImportFacts): string | Refusal {
  const known = [...new Map(ledger.plan.map((p) => [normalSource(p.source), p.source])).values()]
  const wanted = entry.source ?? facts.mapping.source
  if (!wanted) return known.length === 1 ? known[0]! : refuse('source_missing', undefined, 'source')
  return (
    known.find((s) => normalSource(s) === normalSource(wanted)) ??
    refuse('source_unknown', { source: wanted, year: entry.paidOn.year }, 'source')
  )
}

export const IMPORT_FIELDS: readonly ImportField[] = [
  'paidOn',
  'amount',
  'document',
  'measure',
  'source',
  'commitment',
  'note',
]
/** Without these a row is no payment. */
export const REQUIRED_FIELDS: readonly ImportField[] = ['paidOn', 'amount']

const TITLES: Readonly<Record<ImportField, RegExp>> = {
  paidOn: /^дата$|дата.*(платеж|оплат|операц|провед|документ|списан)|^(paid|payment)?\s?(on|date)$/,
  amount: /^сума|касов|видатк|^amount|^sum$|сплачено/,
  document: /документ|доручен|інструкц|^(№|номер)$|^document/,
  measure: /захід|заход|^measure/,
  source: /джерел|^source/,
  commitment: /договор|договір|зобов.?язан|угод|контракт|^commitment|^contract/,
  note: /признач|приміт|коментар|зміст|^note|^purpose/,
}

/** What each column seems to be by its title. A column is taken once; `дата документа` is a date, not a document. */
export function guessColumns(header: readonly string[]): ImportMapping['columns'] {
  const taken = new Set<number>()
  const guess = (field: ImportField): number | null => {
    const at = header.findIndex(
      (title, i) => !taken.has(i) && TITLES[field].test(title.trim().toLowerCase().replace(/\s+/g, ' ')),
    )
    if (at < 0) return null
    taken.add(at)
    return at
  }
  const found = Object.fromEntries(IMPORT_FIELDS.map((f) => [f, guess(f)] as const))
  const of = (field: ImportField) => found[field] ?? null
  return {
    paidOn: of('paidOn'),
    amount: of('amount'),
    document: of('document'),
    measure: of('measure'),
    source: of('source'),
    commitment: of('commitment'),
    note: of('note'),
  }
}

/** What is wrong with a choice of columns. */
export function checkColumns(
  columns: ImportMapping['columns'],
  width: number,
): readonly Refusal<'column_needed' | 'column_chosen_twice'>[] {
  const chosen = IMPORT_FIELDS.flatMap((f) => columns[f] ?? [])
  return [
    ...REQUIRED_FIELDS.filter((f) => columns[f] === null).map((f) => refuse('column_needed', undefined, f)),
    ...IMPORT_FIELDS.filter((f) => {
      const at = columns[f]
      return at !== null && (at >= width || chosen.filter((c) => c === at).length > 1)
    }).map((f) => refuse('column_chosen_twice', undefined, f)),
  ]
}
