/** What stands in each chapter, by the kind of its heading. */

import type { Ledger } from '../ledger.ts'
import { findSum, type MoneyUnit } from '../money.ts'
import { fold, wordCount } from '../text/fold.ts'
import { isBlank, type Line, type Lines, spanOf } from '../text/lines.ts'
import type {
  Chapter,
  ControlRule,
  Fact,
  FundingRead,
  MeasureRead,
  PassportItem,
  TextWithLines,
  TotalRead,
} from '../types.ts'
import type { Column } from './columns.ts'
import { readRules } from './control.ts'
import { readFacts } from './facts.ts'
import { readFundingTable } from './funding.ts'
import { readAim, readList } from './lists.ts'
import { readBlocks } from './measure-blocks.ts'
import { finishMeasure } from './measure-draft.ts'
import { readTables, rowsOf } from './measure-rows.ts'
import { readPassport } from './passport.ts'
import { isPlaceOrCover } from './title.ts'

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
  tableTotals: readonly TableTotal[]
}

type Draft = { -readonly [K in keyof Body]: Body[K] }

export function readChapters(
  lines: readonly Line[],
  chapters: readonly Chapter[],
  ledger: Ledger,
  title: string | null,
): Body {
  const body: Draft = {
    passport: [],
    facts: [],
    problems: [],
    aim: null,
    tasks: [],
    measures: [],
    funding: [],
    expectedResults: [],
    control: [],
    totalInText: null,
    tableTotals: [],
  }
  const firstChapter = chapters[0]?.headingLines[0] ?? lines.length + 1
  for (const chapter of chapters) ledger.claim('heading', chapter.headingLines)
  claimTables(
    lines.filter((l) => ledger.isFree(l.n) && !within(l.n, chapters, ['passport', 'measures'])),
    ledger,
    body,
  )
  for (const chapter of chapters) {
    const inner = lines
      .slice(chapter.headingLines[1], chapter.lines[1])
      .filter((l) => isBlank(l) || ledger.isFree(l.n))
    if (inner.some((l) => !isBlank(l))) readChapter(chapter, inner, ledger, body)
  }
  const front = lines.slice(0, firstChapter - 1).filter((l) => isBlank(l) || ledger.isFree(l.n))
  readFront(front, ledger, body, title)
  return body
}

function within(n: number, chapters: readonly Chapter[], kinds: readonly string[]): boolean {
  return chapters.some((c) => kinds.includes(c.kind) && n >= c.lines[0] && n <= c.lines[1])
}

function claimEach(
  ledger: Ledger,
  part: Parameters<Ledger['claim']>[0],
  lines: readonly { readonly n: number }[],
): void {
  for (const l of lines) ledger.claim(part, [l.n, l.n])
}

function claimSpans(
  ledger: Ledger,
  part: Parameters<Ledger['claim']>[0],
  values: readonly { readonly lines: Lines }[],
): void {
  for (const v of values) ledger.claim(part, v.lines)
}

/** Prose of a chapter. A table that no recogniser took is not prose and stays not understood. */
function claimProse(ledger: Ledger, lines: readonly Line[]): void {
  claimEach(
    ledger,
    'chapterText',
    lines.filter(
      (l) =>
        !isBlank(l) &&
        !(l.cells && l.cells.filter((c) => c !== '').length > 1) &&
        (wordCount(l.text) >= 4 || /[.;:]$/.test(l.text) || /^[-–•·]/.test(l.text)),
    ),
  )
}

function readChapter(chapter: Chapter, inner: readonly Line[], ledger: Ledger, body: Draft): void {
  switch (chapter.kind) {
    case 'passport': {
      const items = readPassport(inner)
      claimSpans(ledger, 'passport', items)
      for (const item of items) claimSpans(ledger, 'passport', item.details)
      claimEach(
        ledger,
        'passport',
        inner.filter(
          (l) =>
            !isBlank(l) &&
            (items.length > 0 ? l.n <= (items[0]?.lines[0] ?? 0) && wordCount(l.text) <= 40 : false),
        ),
      )
      if (body.passport.length === 0) body.passport = items
      return
    }
    case 'measures':
      readMeasures(inner, ledger, body)
      return
    case 'aim':
      readAimInto(inner, ledger, body)
      readTasksAfterAim(inner, ledger, body)
      claimProse(ledger, inner)
      return
    case 'aimAndTasks':
      readAimInto(inner, ledger, body)
      readTasksAfterAim(inner, ledger, body)
      claimProse(ledger, inner)
      return
    case 'tasks': {
      const list = readList(inner)
      claimEach(ledger, 'tasks', list.intro)
      claimSpans(ledger, 'tasks', list.items)
      body.tasks = [...body.tasks, ...list.items]
      claimProse(ledger, list.rest)
      return
    }
    case 'expectedResults': {
      const list = readList(inner)
      claimEach(ledger, 'expectedResults', list.intro)
      claimSpans(ledger, 'expectedResults', list.items)
      body.expectedResults = [...body.expectedResults, ...list.items]
      claimProse(ledger, list.rest)
      return
    }
    case 'funding': {
      takeFunding(inner, ledger, body)
      const free = inner.filter((l) => isBlank(l) || ledger.isFree(l.n))
      takeRules(free, 'funding', ledger, body)
      return
    }
    case 'control':
      takeRules(inner, 'control', ledger, body)
      return
    default:
      takeFunding(inner, ledger, body)
      readProse(chapter, inner, ledger, body)
  }
}

function takeRules(
  lines: readonly Line[],
  chapter: 'funding' | 'control',
  ledger: Ledger,
  body: Draft,
): void {
  const prose = lines.filter((l) => isBlank(l) || !(l.cells && l.cells.filter((c) => c !== '').length > 2))
  const rules = readRules(prose, chapter).filter((r) => wordCount(r.rule) >= 4)
  claimSpans(ledger, 'control', rules)
  body.control = [...body.control, ...rules]
  if (chapter === 'funding' && body.totalInText === null) {
    for (const rule of rules) {
      if (!/обсяг|становить|складає|потреба|необхідно|передбач/.test(fold(rule.rule))) continue
      const total = findSum(rule.rule, null)
      if (total) {
        body.totalInText = { ...total, lines: rule.lines }
        break
      }
    }
  }
}

function takeFunding(lines: readonly Line[], ledger: Ledger, body: Draft): void {
  const table = readFundingTable(lines)
  if (!table) return
  ledger.claim('funding', table.lines)
  body.funding = [...body.funding, ...table.funding]
  const before = lines.filter((l) => !isBlank(l) && l.n < table.lines[0]).slice(-6)
  claimEach(
    ledger,
    'funding',
    before.filter(
      (l) =>
        (wordCount(l.text) <= 16 || (l.cells?.length ?? 0) > 1) &&
        !/[.;]$/.test(l.text) &&
        /обсяг|кошт|джерел|тис|грн|рок|етап|бюджет|№/.test(l.key),
    ),
  )
}

function readAimInto(lines: readonly Line[], ledger: Ledger, body: Draft): void {
  const aim = readAim(lines)
  if (!aim || body.aim) return
  body.aim = aim
  ledger.claim('aim', aim.lines)
}

/** In a chapter on the aim a list that is introduced as tasks is the list of tasks. */
function readTasksAfterAim(lines: readonly Line[], ledger: Ledger, body: Draft): void {
  const free = lines.filter((l) => !isBlank(l) && ledger.isFree(l.n))
  const at = free.findIndex(
    (l) => /завдан|пріоритет/.test(l.key) && (/:$/.test(l.text) || wordCount(l.text) <= 6),
  )
  if (at < 0 || body.tasks.length > 0) return
  const list = readList(free.slice(at + 1))
  const items = list.items.length > 0 ? list.items : []
  if (items.length === 0) return
  ledger.claim('tasks', [free[at]!.n, free[at]!.n])
  claimEach(ledger, 'tasks', list.intro)
  claimSpans(ledger, 'tasks', items)
  body.tasks = items
}

function readProse(chapter: Chapter, inner: readonly Line[], ledger: Ledger, body: Draft): void {
  const free = inner.filter((l) => isBlank(l) || ledger.isFree(l.n))
  const facts = readFacts(free)
  claimSpans(ledger, 'facts', facts)
  body.facts = [...body.facts, ...facts]
  const full = free.filter((l) => !isBlank(l) && ledger.isFree(l.n))
  const at = full.findIndex((l) => /проблем/.test(l.key) && /:$/.test(l.text))
  if (at >= 0) {
    const list = readList(full.slice(at))
    const run = list.items
    if (run.length > 0) {
      ledger.claim('problems', [full[at]!.n, full[at]!.n])
      claimSpans(ledger, 'problems', run)
      body.problems = [...body.problems, ...run]
    }
  } else if (chapter.kind === 'problem') {
    const list = readList(full)
    claimEach(ledger, 'problems', list.intro)
    claimSpans(ledger, 'problems', list.items)
    body.problems = [...body.problems, ...list.items]
  }
  if (body.aim === null) {
    const aim = full.find(
      (l) => ledger.isFree(l.n) && /^(?:(?:основн|головн)\S+ )?мет(?:ою|а) (?:цієї )?програми/.test(l.key),
    )
    if (aim) {
      body.aim = { text: aim.text, lines: [aim.n, aim.n] }
      ledger.claim('aim', body.aim.lines)
    }
  }
  claimProse(ledger, inner)
}

function readMeasures(inner: readonly Line[], ledger: Ledger, body: Draft): void {
  if (claimTables(inner, ledger, body)) {
    claimProse(ledger, inner)
    return
  }
  const blocks = readBlocks(inner.filter((l) => isBlank(l) || ledger.isFree(l.n)))
  const measures = blocks.drafts.map((d) => finishMeasure(d, blocks.unit)).filter((m) => m.text !== '')
  claimSpans(ledger, 'measures', measures)
  for (const n of blocks.others) ledger.claim('measures', [n, n])
  body.measures = [...body.measures, ...measures]
  claimProse(ledger, inner)
}

/** Takes every table of measures among the lines; true when there was one. */
function claimTables(lines: readonly Line[], ledger: Ledger, body: Draft): boolean {
  const tables = readTables(rowsOf(lines))
  for (const table of tables) {
    const measures = table.drafts.map((d) => finishMeasure(d, table.unit)).filter((m) => m.text !== '')
    if (measures.length === 0) continue
    const taken = lines.filter((l) => !isBlank(l) && l.n >= table.first && l.n <= table.last)
    claimEach(ledger, 'measures', taken)
    const before = lines.filter((l) => !isBlank(l) && l.n < table.first).slice(-2)
    claimEach(
      ledger,
      'measures',
      before.filter((l) => wordCount(l.text) <= 6 && /^\(?(?:тис|грн|таблиця|млн)/.test(l.key)),
    )
    body.measures = [...body.measures, ...measures]
    body.tableTotals = [...body.tableTotals, ...table.totals.map((t) => ({ ...t, unit: table.unit }))]
  }
  return tables.some((t) => t.drafts.length > 0)
}

/** Before the first chapter: the title once more, an introduction. */
function readFront(front: readonly Line[], ledger: Ledger, body: Draft, title: string | null): void {
  const full = front.filter((l) => !isBlank(l))
  if (full.length === 0) return
  const known = title ? fold(title) : ''
  claimEach(
    ledger,
    'title',
    full.filter((l) => wordCount(l.text) >= 3 && known.includes(l.key)),
  )
  const facts = readFacts(full)
  claimSpans(ledger, 'facts', facts)
  body.facts = [...facts, ...body.facts]
  if (title) claimEach(ledger, 'title', full.filter(isPlaceOrCover))
  if (title && body.passport.length + body.measures.length > 0) {
    claimEach(
      ledger,
      'chapterText',
      full.filter((l) => wordCount(l.text) >= 12 && l.n > spanOf(full)[0] - 1),
    )
  }
}
