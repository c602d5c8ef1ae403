/** A table of sums by years and sources, with a row on a line or a cell on a line. */
import { type CellMoney, type MoneyUnit, readMoneyCell, unitIn } from '../money.ts'
import { CELL_BREAK, fold, tidy, wordCount } from '../text/fold.ts'
import { isBlank, type Line, type Lines } from '../text/lines.ts'
import type { FundingRead } from '../types.ts'

type Head = { readonly year: number | null; readonly isTotal: boolean }
type FundingRow = {
  readonly source: string
  readonly isTotal: boolean
  readonly cells: readonly { readonly head: Head; readonly uah: FundingRead['uah'] }[]
  readonly n: number
}
export type FundingTable = {
  readonly rows: readonly FundingRow[]
  readonly unit: MoneyUnit
  readonly lines: Lines
  readonly funding: readonly FundingRead[]
}

const YEAR = /^(?:на )?((?:19|20)\d{2})(?: ?(?:р\.?|рік|року|роки))?(?: ?\(?(?:прогноз|план|факт)\)?)?$/
const TOTAL = /^(?:всього|усього|разом|загалом)|загальний обсяг|^обсяг\S* (?:фінансов|ресурс|кошт)/
const SOURCE = /бюджет|кошт|джерел|грант|субвенц|спонсор|донор|інвестиц/

function headOf(text: string): Head | null {
  const key = fold(text)
  const year = YEAR.exec(key.replace(/^(?:[ivxіх]+|\d)\s?-?(?:й )?етап,? ?\(?|\)$/g, ''))
  if (year) return { year: Number(year[1]), isTotal: false }
  return /^(?:всього|усього|разом)/.test(key) && wordCount(key) <= 5 ? { year: null, isTotal: true } : null
}

function funded(rows: readonly FundingRow[]): readonly FundingRead[] {
  const sources = rows.filter((r) => !r.isTotal)
  const used = sources.length > 0 ? sources : rows
  return used.flatMap((r) => {
    const yearly = r.cells.filter((c) => !c.head.isTotal)
    return (yearly.length > 0 ? yearly : r.cells).map(
      (c): FundingRead => ({
        year: c.head.year,
        source: r.isTotal ? null : r.source,
        uah: c.uah,
        lines: [r.n, r.n],
      }),
    )
  })
}

/** Sums under headings; one sum more than headings is their total, first or last. */
function under(heads: readonly Head[], found: readonly (CellMoney | null)[]): FundingRow['cells'] {
  const amount = (k: number) => (found[k]?.kind === 'sum' ? found[k].amount : 0)
  const extra = found.length === heads.length + 1
  const tail = found.slice(1).reduce((sum, _, k) => sum + amount(k + 1), 0)
  const shift = extra && Math.abs(amount(0) - tail) <= 100 ? 1 : 0
  return heads.flatMap((head, k) => {
    const read = found[k + shift]
    return read?.kind === 'sum' ? [{ head, uah: read.amount }] : []
  })
}

/** Tables with a row on a line: one heading has years, the rows after it sources and sums. */
function fromRows(lines: readonly Line[], unit: MoneyUnit): FundingTable | null {
  const rows = lines.filter((l) => l.cells && l.cells.length >= 2)
  const at = rows.findIndex((l) => {
    const years = l.cells!.filter((c) => headOf(c)?.year).length
    const leads = headOf(l.cells!.find((c) => tidy(c) !== '') ?? '') !== null
    return (years >= 2 || (years === 1 && !leads)) && !l.cells!.some((c) => tidy(c).length > 160)
  })
  if (at < 0) return null
  const head = rows[at]!
  const heads = head.cells!.flatMap((c) => headOf(c) ?? [])
  const out: FundingRow[] = []
  let last = head.n
  for (const row of rows.slice(at + 1)) {
    const cells = row.cells!
    const named = cells.findIndex((c) => /\p{L}{3}/u.test(c) && readMoneyCell(c, unit) === null)
    const label = cells[named] ?? ''
    const found = cells.slice(named + 1).map((c) => readMoneyCell(c, unit))
    if (label === '' && found.every((f) => f?.kind !== 'sum')) continue
    if (label !== '' && (SOURCE.test(fold(label)) || TOTAL.test(fold(label)))) {
      const kept = found.length > heads.length + 1 ? found.slice(-heads.length) : found
      out.push({
        source: tidy(label.replaceAll(CELL_BREAK, ' ')),
        isTotal: TOTAL.test(fold(label)),
        cells: under(heads, kept),
        n: row.n,
      })
    } else if (out.length > 0) break
    last = row.n
  }
  return out.length > 0 ? { rows: out, unit, lines: [head.n, last], funding: funded(out) } : null
}

/** Tables turned round: a year begins each row, sources or a total head the columns. */
function fromYearRows(lines: readonly Line[], unit: MoneyUnit): FundingTable | null {
  const rows = lines.filter((l) => l.cells && l.cells.length >= 2)
  const yearOf = (l: Line) => {
    const head = headOf(l.cells!.find((c) => tidy(c) !== '') ?? '')
    return head?.year ?? null
  }
  const first = rows.findIndex(
    (l) => yearOf(l) !== null && l.cells!.filter((c) => headOf(c)?.year).length === 1,
  )
  if (first < 1) return null
  const header = rows[first - 1]!.cells!
  if (!header.some((c) => SOURCE.test(fold(c)) || TOTAL.test(fold(c)) || /обсяг|сума/.test(fold(c))))
    return null
  const out: FundingRow[] = []
  for (const row of rows.slice(first)) {
    const year = yearOf(row)
    if (year === null) break
    header.forEach((name, i) => {
      const money = i > 0 ? readMoneyCell(row.cells![i] ?? '', unitIn(name) ?? unit) : null
      if (money?.kind !== 'sum') return
      const isTotal = !SOURCE.test(fold(name)) || TOTAL.test(fold(name))
      out.push({
        source: tidy(name.replace(/,?\s*\(?(?:тис\.?|млн\.?)?\s*грн\.?\)?\s*$/iu, '')),
        isTotal,
        cells: [{ head: { year, isTotal: false }, uah: money.amount }],
        n: row.n,
      })
    })
  }
  if (out.length === 0) return null
  const years = rows.slice(first).findIndex((l) => yearOf(l) === null)
  const after = rows[years < 0 ? rows.length : first + years]
  const total = after && TOTAL.test(fold(after.cells![0] ?? '')) ? after.n : 0
  return {
    rows: out,
    unit,
    lines: [rows[first - 1]!.n, Math.max(total, out.at(-1)!.n)],
    funding: funded(out),
  }
}

/** A label and as many sums as there are headings, or one more: then the first or the last is their sum. */
function cellRow(
  full: readonly Line[],
  from: number,
  heads: readonly Head[],
  unit: MoneyUnit,
): { readonly row: FundingRow; readonly next: number } | null {
  const money = (k: number) => readMoneyCell(full[k]!.text.replace(/\|/g, ''), unit)
  let at = from
  while (at < full.length && at - from < 4 && money(at) === null) at++
  const label = tidy(
    full
      .slice(from, at)
      .map((l) => l.text.replace(/\|/g, ' '))
      .join(' '),
  )
  if (label === '' || !(SOURCE.test(fold(label)) || TOTAL.test(fold(label)))) return null
  const found: ReturnType<typeof money>[] = []
  while (at < full.length && found.length <= heads.length) {
    const read = money(at)
    if (read === null || read.kind === 'words') break
    found.push(read)
    at++
  }
  if (found.length === 0) return null
  const cells = under(heads, found)
  return { row: { source: label, isTotal: TOTAL.test(fold(label)), cells, n: full[from]!.n }, next: at }
}

/** Tables with a cell on a line: years one after another, then a label and as many sums, again and again. */
function fromCells(lines: readonly Line[], unit: MoneyUnit): FundingTable | null {
  const full = lines.filter((l) => !isBlank(l))
  for (let i = 0; i < full.length; i++) {
    const heads: Head[] = []
    let at = i
    while (at < full.length) {
      const h = headOf(full[at]!.text.replace(/\|/g, ''))
      if (!h) break
      heads.push(h)
      at++
    }
    if (heads.filter((h) => h.year).length < 1 || heads.length < 2) continue
    const out: FundingRow[] = []
    let last = full[at - 1]!.n
    while (at < full.length) {
      const row = cellRow(full, at, heads, unit)
      if (row) {
        out.push(row.row)
        at = row.next
        last = full[at - 1]!.n
        continue
      }
      // A row that cannot be read does not hide the total below it.
      const below = full.slice(at + 1, at + 60).findIndex((l) => /^(?:всього|усього|разом)/.test(l.key))
      const total = at + 1 + below
      if (below < 0 || cellRow(full, total, heads, unit) === null) break
      at = total
    }
    if (out.length > 0) return { rows: out, unit, lines: [full[i]!.n, last], funding: funded(out) }
  }
  return null
}

/** The table of funding in some lines; thousands of hryvnias where no unit is named. */
export function readFundingTable(lines: readonly Line[]): FundingTable | null {
  const unit =
    unitIn(
      lines
        .slice(0, 40)
        .map((l) => l.key.slice(0, 300))
        .join(' '),
    ) ?? 'тис. грн'
  return fromRows(lines, unit) ?? fromYearRows(lines, unit) ?? fromCells(lines, unit)
}
