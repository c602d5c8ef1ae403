/** Tables of measures with a row on a line: `|`, tabs, Markdown, Word and Writer tables. */
import { type MoneyUnit, unitIn } from '../money.ts'
import { boxedRows } from '../text/boxed.ts'
import { CELL_BREAK, fold, tidy } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'
import { spacedRows } from '../text/spaced.ts'
import type { TextWithLines } from '../types.ts'
import { align, type Column, traitsOf } from './columns.ts'
import { addPiece, draftOf, type MeasureDraft, type Piece } from './measure-draft.ts'
import { columnsOf, headerScore, isColumnNumbers, isSubHeader } from './table-heading.ts'

export type Row = {
  readonly cells: readonly string[]
  /** Line of each cell: one and the same, unless cells stand on lines of their own. */
  readonly at: readonly number[]
  /** Whether each cell goes on to the last line of the row, as in a drawn table. */
  readonly isTall?: boolean
  readonly n: number
  readonly last: number
}

export type Table = {
  readonly drafts: readonly MeasureDraft[]
  readonly unit: MoneyUnit
  /** Lines that the table takes, its heading included. */
  readonly first: number
  readonly last: number
  readonly totals: readonly {
    readonly cells: readonly string[]
    readonly columns: readonly Column[]
    readonly n: number
  }[]
}

const RULER = /^[|:\-\s+=]+$/

function rowAt(n: number, cells: readonly string[]): Row {
  return { cells, at: cells.map(() => n), n, last: n }
}

/** Where rows stand without `|` at their edges, one that begins or ends with it has an empty cell there. */
function edgesOf(rows: readonly Line[]): (l: Line) => readonly string[] {
  const piped = rows.filter((l) => l.raw.includes('|'))
  const isBare = (edge: RegExp) => piped.filter((l) => edge.test(l.raw)).length < piped.length / 2
  const [noFirst, noLast] = [isBare(/^\s*\|/), isBare(/\|\s*$/)]
  return (l) => {
    const cells = l.cells ?? []
    if (!l.raw.includes('|')) return cells
    return [
      ...(noFirst && /^\s*\|/.test(l.raw) ? [''] : []),
      ...cells,
      ...(noLast && /\|\s*$/.test(l.raw) ? [''] : []),
    ]
  }
}

/** Rows of a region. Cells written one on a line with `|` after each are put together again. */
export function rowsOf(lines: readonly Line[]): readonly Row[] {
  const boxed = boxedRows(lines) ?? spacedRows(lines, (cells) => headerScore(cells) >= 2)
  if (boxed) return boxed.map((r) => ({ ...r, at: r.cells.map(() => r.n), isTall: true }))
  const full = lines.filter((l) => !isBlank(l) && !RULER.test(l.text))
  const trailing = full.filter((l) => /\S\s*\|$/.test(l.text) && !/\|.*\|/.test(l.text)).length
  if (trailing < 4 || trailing < full.filter((l) => l.cells && l.cells.length > 2).length) {
    const isRow = (l: Line) => (l.cells?.length ?? 0) >= 2
    const edges = edgesOf(full.filter(isRow))
    const first = full.findIndex(isRow)
    const last = full.findLastIndex(isRow)
    return full.flatMap((l, i) =>
      isRow(l)
        ? [rowAt(l.n, edges(l))]
        : i > first && i < last && isRow(full[i + 1]!) && isRow(full[i - 1]!) && groupLike(l.text)
          ? [rowAt(l.n, [l.text])]
          : [],
    )
  }
  const rows: Row[] = []
  let cells: string[] = []
  let at: number[] = []
  const add = (texts: readonly string[], n: number) => {
    cells.push(...texts.map((c) => c.trim()))
    at.push(...texts.map(() => n))
  }
  const close = () => {
    if (cells.length > 0) rows.push({ cells, at, n: at[0]!, last: at.at(-1)! })
    cells = []
    at = []
  }
  for (const line of lines) {
    if (isBlank(line)) continue
    const text = line.text
    if (/^[|\s]+$/.test(text))
      add(new Array<string>(Math.max(1, text.replace(/\s/g, '').length)).fill(''), line.n)
    else if (text.endsWith('|')) add(text.slice(0, -1).split('|'), line.n)
    else {
      if (cells.length > 0) add(text.split('|'), line.n)
      close()
    }
  }
  close()
  // Without a line that ends each row the cells are read one after another instead.
  const width = usualWidth(rows)
  return rows.filter((r) => r.cells.length === width).length >= rows.length * 0.6 && rows.length >= 3
    ? rows
    : []
}

const TOTAL = /^(?:разом|всього|усього|загалом|підсумок|итого)(?:[ :(,]|$)/
const NUMBER = /^(\d{1,2}(?:\.\d{1,3}){0,3})[.)]?\s*/

function numberIn(cell: string): { number: string; rest: string } | null {
  const m = NUMBER.exec(tidy(cell))
  return m ? { number: m[1]!, rest: tidy(cell).slice(m[0].length) } : null
}

/** The tables of measures among the rows. A table begins with a heading that names measures and executors or terms. */
export function readTables(rows: readonly Row[]): readonly Table[] {
  const tables: Table[] = []
  for (let i = 0; i < rows.length; i++) {
    if (headerScore(rows[i]!.cells) < 2) continue
    const headers: (readonly string[])[] = [rows[i]!.cells]
    let at = i + 1
    while (at < rows.length && (isSubHeader(rows[at]!.cells) || isColumnNumbers(rows[at]!.cells))) {
      if (!isColumnNumbers(rows[at]!.cells)) headers.push(rows[at]!.cells)
      at++
    }
    const body: Row[] = []
    while (
      at < rows.length &&
      !(
        headerScore(rows[at]!.cells) >= 2 &&
        body.length > 0 &&
        rows[at]!.cells.length !== body.at(-1)!.cells.length
      )
    ) {
      if (body.length > 0 && rows[at]!.n - body.at(-1)!.last > 60) break
      body.push(rows[at]!)
      at++
    }
    if (body.length === 0) continue
    tables.push(readBody(rows[i]!, headers, body))
    i = at - 1
  }
  return tables
}

function usualWidth(body: readonly Row[]): number {
  const counts = new Map<number, number>()
  for (const r of body) counts.set(r.cells.length, (counts.get(r.cells.length) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]![0]
}

function readBody(head: Row, headers: readonly (readonly string[])[], body: readonly Row[]): Table {
  const width = usualWidth(body)
  const columns = columnsOf(headers, width)
  const unit = columns.find((c) => c.unit)?.unit ?? unitIn(headers.flat().join(' ')) ?? 'тис. грн'
  const drafts: MeasureDraft[] = []
  const totals: Table['totals'][number][] = []
  let task: TextWithLines | null = null
  let headerLast = head.last
  let afterTotal = false
  for (const row of body) {
    const full = row.cells.filter((c) => tidy(c) !== '')
    headerLast = Math.max(headerLast, row.last)
    if (full.length === 0) continue
    if (full.some((c) => TOTAL.test(fold(c))) && !full.some((c) => tidy(c).length > 120)) {
      totals.push({ cells: row.cells, columns, n: row.n })
      afterTotal = true
      continue
    }
    if (isColumnNumbers(row.cells) || headerScore(row.cells) >= 2) continue
    const placed = place(row, columns)
    const textAt = placed.findIndex((p) => p.column.role === 'text' && tidy(p.text) !== '')
    const numberCell = placed.find((p) => p.column.role === 'number' && tidy(p.text) !== '')
    const lone =
      full.length === 1 ||
      (full.length === 2 &&
        numberCell !== undefined &&
        placed
          .filter((p) => tidy(p.text) !== '')
          .every((p) => ['number', 'text', 'task', 'result', 'other'].includes(p.column.role)))
    const current = drafts.at(-1)
    if (
      lone &&
      width >= 3 &&
      !(
        numberCell &&
        textAt >= 0 &&
        !groupLike(full.at(-1)!) &&
        /\./.test(tidy(numberCell.text).replace(/\.$/, ''))
      )
    ) {
      const words = tidy(full.at(-1)!)
      const isTail = current && !numberCell && /^\p{Ll}/u.test(words)
      if (isTail)
        addPiece(current, columns.find((c) => c.role === 'text')!, { text: words, n: row.n, last: row.last })
      else if (numberCell && !groupLike(words) && textAt >= 0 && nextIsNotChild(body, row, columns)) {
        drafts.push(fresh(placed, numberCell.text, row, task))
      } else task = { text: tidy(full.join(' ')), lines: [row.n, row.last] }
      afterTotal = false
      continue
    }
    const named = textAt >= 0
    if (!named && current && !numberCell && !afterTotal) {
      for (const p of placed)
        if (tidy(p.text) !== '') addPiece(current, p.column, { text: p.text, n: p.n, last: p.last ?? p.n })
      current.last = Math.max(current.last, row.last)
      continue
    }
    if (!named && afterTotal && !numberCell) {
      totals.push({ cells: row.cells, columns, n: row.n })
      continue
    }
    afterTotal = false
    // A task merged over several rows stands in the first of them.
    const own = placed.find((p) => p.column.role === 'task' && tidy(p.text) !== '')
    if (own) task = { text: tidy(own.text.replaceAll(CELL_BREAK, ' ')), lines: [own.n, own.last ?? own.n] }
    drafts.push(fresh(placed, numberCell?.text ?? null, row, task))
  }
  return { drafts, unit, first: head.n, last: headerLast, totals }
}

function groupLike(text: string): boolean {
  return /^(?:розділ|завдання|напрям|пріоритет|(?:операційна |оперативна |стратегічна )?ціль|мета|[ivxіх]+\.)/.test(
    fold(text),
  )
}

function nextIsNotChild(body: readonly Row[], row: Row, columns: readonly Column[]): boolean {
  const at = columns.findIndex((c) => c.role === 'number')
  const own = numberIn(row.cells[at] ?? '')?.number
  const next = body[body.indexOf(row) + 1]
  return !(own && next && (numberIn(next.cells[at] ?? '')?.number ?? '').startsWith(`${own}.`))
}

type Placed = Piece & { readonly column: Column }

function place(row: Row, columns: readonly Column[]): readonly Placed[] {
  const cells = row.cells.map((text, i) => ({
    text,
    n: row.at[i]!,
    last: row.isTall ? row.last : row.at[i]!,
  }))
  if (cells.length === columns.length) return cells.map((c, i) => ({ ...c, column: columns[i]! }))
  const full = cells.filter((c) => tidy(c.text) !== '')
  const lead = columns[0]?.role === 'number' && numberIn(full[0]?.text ?? '')?.rest === '' ? full[0]! : null
  const rest = lead === null ? full : full.slice(1)
  const others = columns.filter((c) => c.role !== 'number')
  const { assigned } = align(
    rest.map((c) => traitsOf(c.text)),
    others,
  )
  return [
    ...(lead === null ? [] : [{ ...lead, column: columns[0]! }]),
    ...rest.map((c, i) => ({ ...c, column: others[assigned[i]!]! })),
  ]
}

function fresh(
  placed: readonly Placed[],
  numberCell: string | null,
  row: Row,
  task: TextWithLines | null,
): MeasureDraft {
  let number =
    numberCell === null ? null : (numberIn(numberCell)?.number ?? tidy(numberCell).replace(/[.)]+$/, ''))
  const draft = draftOf(number, row.n, task)
  for (const p of placed) {
    if (p.column.role === 'number' || p.column.role === 'task' || tidy(p.text) === '') continue
    let text = p.text
    if (p.column.role === 'text') {
      const own = numberIn(text)
      if (
        own &&
        own.rest !== '' &&
        /^\d+(?:\.\d+)*[.)]/.test(tidy(text)) &&
        !/^(?:19|20)\d\d/.test(own.number) &&
        (number === null || own.number.startsWith(`${number}.`) || own.number === number)
      ) {
        number = own.number
        text = own.rest
      }
    }
    addPiece(draft, p.column, { text, n: p.n, last: p.last ?? p.n })
  }
  draft.number = number
  draft.last = Math.max(draft.last, row.last)
  return draft
}
