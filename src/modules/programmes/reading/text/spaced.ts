/** Tables set with spaces: columns stand under their headings, and a record takes several lines. */
import type { BoxedRow } from './boxed.ts'
import { fold, joinPieces, tidy } from './fold.ts'
import { isBlank, type Line } from './lines.ts'

type Segment = { readonly text: string; readonly at: number }

/** Pieces of a line that two or more spaces part, with their columns. */
function segments(raw: string): readonly Segment[] {
  if (raw.includes('|') || raw.includes('\t') || raw.length > 400) return []
  return [...raw.matchAll(/\S+(?:\s\S+)*/g)].map((m) => ({ text: m[0], at: m.index }))
}

const NUMBER = /^\d{1,2}(?:\.\d{1,3}){0,2}[.)]?$/

/** A segment that begins with the number of its record and goes on with its text. */
function partNumber(all: readonly Segment[]): readonly Segment[] {
  const [first, ...rest] = all
  const m = first ? /^(\d{1,2}(?:\.\d{1,3}){0,2}[.)])\s(?=\S)/.exec(first.text) : null
  if (!first || !m) return all
  return [
    { text: m[1]!, at: first.at },
    { text: first.text.slice(m[0].length), at: first.at + m[0].length },
    ...rest,
  ]
}

/** A segment belongs to the last column that begins not after it; the text of a column may be set a little to the left of its heading. */
function columnAt(starts: readonly number[], at: number): number {
  const found = starts.findLastIndex((s) => s <= at + 3)
  return Math.max(0, found)
}

/**
 * The records of a table set with spaces, its heading first: the heading begins with «№» and names three or
 * more columns, each record begins with its number. Null where no such table stands.
 */
export function spacedRows(
  lines: readonly Line[],
  isHeading: (cells: readonly string[]) => boolean,
): readonly BoxedRow[] | null {
  const full = lines.filter((l) => !isBlank(l))
  const headAt = full.findIndex((l) => {
    const cells = segments(l.raw)
    return cells.length >= 3 && /^(?:№|n)/.test(fold(cells[0]!.text)) && isHeading(cells.map((c) => c.text))
  })
  if (headAt < 0) return null
  const body = full.slice(headAt)
  const firstAt = body.findIndex((l) => {
    const cells = partNumber(segments(l.raw))
    return cells.length >= 3 && NUMBER.test(cells[0]!.text)
  })
  if (firstAt < 1 || firstAt > 4) return null
  const starts = segments(body[0]!.raw).map((s) => s.at)
  const rows: { cells: string[][]; n: number; last: number }[] = []
  for (const [i, line] of body.entries()) {
    const cells = i < firstAt ? segments(line.raw) : partNumber(segments(line.raw))
    const begins = i === 0 || (i >= firstAt && cells[0] !== undefined && NUMBER.test(cells[0].text))
    // Running text after the table stands at the margin, or over all of it.
    const leaves = i >= firstAt && !begins && (cells.length === 0 || columnAt(starts, cells[0]!.at) === 0)
    if (leaves) break
    if (begins) rows.push({ cells: starts.map(() => []), n: line.n, last: line.n })
    const row = rows.at(-1)!
    row.last = line.n
    for (const c of cells) row.cells[columnAt(starts, c.at)]!.push(tidy(c.text))
  }
  if (rows.length < 3) return null
  return rows.map((r) => ({ cells: r.cells.map((c) => joinPieces(c)), n: r.n, last: r.last }))
}
