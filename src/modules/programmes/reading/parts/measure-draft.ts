/** A measure while it is put together, and how it is finished. */
import { readExecutors } from '../executors.ts'
import { type MoneyUnit, readMoneyCell, readYearSum } from '../money.ts'
import { proseSums } from '../prose-sums.ts'
import { readTerm } from '../recurrence.ts'
import { sourceSums, yearSums } from '../sums.ts'
import { CELL_BREAK, fold, joinPieces, tidy, withoutBullet } from '../text/fold.ts'
import type { Lines } from '../text/lines.ts'
import type { FundingRead, MeasureRead, TextWithLines } from '../types.ts'
import type { Column, Role } from './columns.ts'

export type Piece = { readonly text: string; readonly n: number; readonly last?: number }
export type MeasureDraft = {
  number: string | null
  pieces: { role: Role; column: Column; piece: Piece }[]
  first: number
  last: number
  /** The task over a group of measures. */
  task: TextWithLines | null
}

export function draftOf(number: string | null, n: number, task: TextWithLines | null = null): MeasureDraft {
  return { number, pieces: [], first: n, last: n, task }
}

export function addPiece(draft: MeasureDraft, column: Column, piece: Piece): void {
  draft.pieces.push({ role: column.role, column, piece })
  draft.last = Math.max(draft.last, piece.last ?? piece.n)
  draft.first = Math.min(draft.first, piece.n)
}

function joined(pieces: readonly Piece[]): string {
  return joinPieces(pieces.flatMap((p) => p.text.split(CELL_BREAK)).map((t) => tidy(t)))
}

type SumPiece = { readonly column: Column; readonly piece: Piece }

/** The source of one part of a money cell: the column's own, else the cell on its row, part by part where both have as many. */
function sourceOf(sum: SumPiece, index: number, count: number, sources: readonly SumPiece[]): string | null {
  if (sum.column.source !== null) return sum.column.source
  const own = sources.filter((s) => s.piece.n === sum.piece.n)
  const before = sources.filter((s) => s.piece.n <= sum.piece.n)
  const cell = (own.at(-1) ?? before.at(-1) ?? sources.at(-1))?.piece.text
  if (cell === undefined) return null
  const parts = cell.split(CELL_BREAK)
  return tidy(parts.length === count && count > 1 ? parts[index]! : parts.join(' ')).replace(/[.;,]$/, '')
}

function fundingOf(
  draft: MeasureDraft,
  unit: MoneyUnit,
  termYear: number | null,
): { funding: readonly FundingRead[]; note: string | null } {
  const money = draft.pieces.filter((p) => p.role === 'sum')
  const sources = draft.pieces.filter((p) => p.role === 'source')
  const yearly = money.some((p) => p.column.year !== null)
  const bySource = money.some((p) => p.column.source !== null)
  const dated: FundingRead[] = []
  const plain: FundingRead[] = []
  const notes: string[] = []
  for (const sum of money) {
    const { column, piece } = sum
    const parts = piece.text.split(CELL_BREAK)
    for (const [i, part] of parts.entries()) {
      const own = column.unit ?? unit
      const source = sourceOf(sum, i, parts.length, sources)
      const lines: Lines = [piece.n, piece.n]
      const inYear = readYearSum(part, own)
      if (inYear) {
        if (inYear.year !== null) dated.push({ year: inYear.year, source, uah: inYear.amount, lines })
        continue
      }
      const inYears = yearSums(part, own)
      const bySources = sourceSums(part, own)
      if (inYears.length > 1) {
        for (const y of inYears) dated.push({ year: y.year, source, uah: y.uah, lines })
        continue
      }
      if (bySources) {
        for (const s of bySources) plain.push({ year: termYear, source: s.source, uah: s.uah, lines })
        continue
      }
      const inProse = proseSums(part)
      if (inProse) {
        for (const s of inProse)
          plain.push({
            year: s.year ?? column.year ?? termYear,
            source: s.source ?? source,
            uah: s.uah,
            lines,
          })
        continue
      }
      const read = readMoneyCell(part, own)
      if (read === null || read.kind === 'words') {
        if (tidy(part) !== '') notes.push(tidy(part))
      } else if (read.kind === 'sum' && !(column.isTotal && (yearly || bySource))) {
        plain.push({ year: column.year ?? (yearly ? null : termYear), source, uah: read.amount, lines })
      }
    }
  }
  if (money.length === 0) {
    for (const s of sources) if (!/бюджет\S*$/.test(fold(s.piece.text))) notes.push(tidy(s.piece.text))
  }
  return { funding: dated.length > 0 ? dated : plain, note: notes.length > 0 ? notes.join('; ') : null }
}

/** «1. Навчання» → «Навчання»: tasks are found again by their words. */
function withoutNumber(text: string): string {
  return text.replace(/^\d{1,2}(?:\.\d{1,2})*[.)]\s+(?=\p{L}|["«“])/u, '')
}

export function finishMeasure(draft: MeasureDraft, unit: MoneyUnit): MeasureRead {
  const of = (role: Role) => draft.pieces.filter((p) => p.role === role).map((p) => p.piece)
  const executorPieces = of('executors')
  const termPieces = of('term').filter((p) => tidy(p.text) !== '')
  const span = (pieces: readonly Piece[]): Lines | null =>
    pieces.length === 0
      ? null
      : [Math.min(...pieces.map((p) => p.n)), Math.max(...pieces.map((p) => p.last ?? p.n))]
  const term = readTerm(joined(termPieces))
  const termYear = term.period && term.period.from === term.period.to ? term.period.to : null
  const { funding, note } = fundingOf(draft, unit, termYear)
  const executorLines = span(executorPieces)
  const result = joined(of('result'))
  const remarks = joined(of('other'))
  const own = joined(of('task'))
  const task = own === '' ? draft.task : { text: own, lines: span(of('task'))! }
  return {
    number: draft.number,
    text: joined(of('text').map((p) => ({ ...p, text: withoutBullet(p.text) }))),
    task: task ? withoutNumber(task.text) : null,
    taskLines: task?.lines ?? null,
    executors: readExecutors(executorPieces.map((p) => p.text)).map((e) => ({ ...e, lines: executorLines! })),
    term: { ...term, lines: span(termPieces) },
    funding,
    fundingNote: note,
    saysMoney: draft.pieces.some(
      (p) => (p.role === 'sum' || p.role === 'source') && tidy(p.piece.text) !== '',
    ),
    expectedResult: result === '' ? null : { text: result, lines: span(of('result'))! },
    remarks: remarks === '' ? null : remarks,
    lines: [draft.first, draft.last],
  }
}
