/** What the chapters give, and the ways to claim lines for it. */
import type { Ledger } from '../ledger.ts'
import type { MoneyUnit } from '../money.ts'
import { wordCount } from '../text/fold.ts'
import { isBlank, type Line, type Lines } from '../text/lines.ts'
import type {
  ControlRule,
  Fact,
  FundingRead,
  MeasureRead,
  PassportItem,
  TextWithLines,
  TotalRead,
} from '../types.ts'
import type { Column } from './columns.ts'

export type TableTotal = {
  readonly cells: readonly string[]
  readonly columns: readonly Column[]
  readonly unit: MoneyUnit
  readonly n: number
}

export type Body = {
  passport: readonly PassportItem[]
  facts: readonly Fact[]
  problems: readonly TextWithLines[]
  aim: TextWithLines | null
  tasks: readonly TextWithLines[]
  measures: readonly MeasureRead[]
  funding: readonly FundingRead[]
  expectedResults: readonly TextWithLines[]
  control: readonly ControlRule[]
  totalInText: TotalRead | null
  /** Below a table of funding. */
  fundingTotal: TotalRead | null
  tableTotals: readonly TableTotal[]
}

export type Draft = { -readonly [K in keyof Body]: Body[K] }

export function claimEach(
  ledger: Ledger,
  part: Parameters<Ledger['claim']>[0],
  lines: readonly { readonly n: number }[],
): void {
  for (const l of lines) ledger.claim(part, [l.n, l.n])
}

export function claimSpans(
  ledger: Ledger,
  part: Parameters<Ledger['claim']>[0],
  values: readonly { readonly lines: Lines }[],
): void {
  for (const v of values) ledger.claim(part, v.lines)
}

/** Prose of a chapter. A table that no recogniser took is not prose and stays not understood. */
export function claimProse(ledger: Ledger, lines: readonly Line[]): void {
  claimEach(
    ledger,
    'chapterText',
    lines.filter(
      (l) =>
        !isBlank(l) &&
        !(l.cells && l.cells.filter((c) => c !== '').length > 1) &&
        (wordCount(l.text) >= 4 ||
          /[.;:]$/.test(l.text) ||
          /^[-–•·]/.test(l.text) ||
          // «3.1. Співпраця»: a heading inside the chapter.
          /^\d{1,2}(?:\.\d{1,2})+\.?\s?\p{Lu}/u.test(l.text)),
    ),
  )
}
