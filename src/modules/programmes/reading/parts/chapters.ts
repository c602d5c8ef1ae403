/** What stands in each chapter, by the kind of its heading. */
import type { Ledger } from '../ledger.ts'
import { fold, withoutBullet, wordCount } from '../text/fold.ts'
import { isBlank, type Line, spanOf } from '../text/lines.ts'
import type { Chapter } from '../types.ts'
import { type Body, claimEach, claimProse, claimSpans, type Draft } from './body.ts'
import { claimTables, readMeasures } from './chapter-measures.ts'
import { takeFunding, takeRules } from './chapter-rules.ts'
import { readFacts } from './facts.ts'
import { fillGaps } from './fill-gaps.ts'
import { flatHeader } from './flat-header.ts'
import { readAim, readList } from './lists.ts'
import { takeLoosePassport } from './loose-passport.ts'
import { paragraphs } from './paragraphs.ts'
import { readPassport } from './passport.ts'
import { isPlaceOrCover } from './title.ts'

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
    fundingTotal: null,
    tableTotals: [],
  }
  const firstChapter = chapters[0]?.headingLines[0] ?? lines.length + 1
  for (const chapter of chapters) ledger.claim('heading', chapter.headingLines)
  const own = linesOf(chapters, ['passport', 'measures'])
  claimTables(
    lines.filter((l) => ledger.isFree(l.n) && !own.has(l.n)),
    ledger,
    body,
  )
  for (const chapter of chapters) {
    const inner = lines
      .slice(chapter.headingLines[1], chapter.lines[1])
      .filter((l) => isBlank(l) || ledger.isFree(l.n))
    if (inner.some((l) => !isBlank(l))) readChapter(chapter, inner, ledger, body)
  }
  readBetween(lines, chapters, ledger, body)
  const front = lines.slice(0, firstChapter - 1).filter((l) => isBlank(l) || ledger.isFree(l.n))
  readFront(front, ledger, body, title)
  fillGaps(body)
  return body
}

/** Annexes without a heading that is known: a table of measures read cell by cell, or another document. */
function readBetween(
  lines: readonly Line[],
  chapters: readonly Chapter[],
  ledger: Ledger,
  body: Draft,
): void {
  for (const [i, chapter] of chapters.entries()) {
    const next = chapters[i + 1]?.headingLines[0] ?? lines.length + 1
    const rest = lines.slice(chapter.lines[1], next - 1).filter((l) => ledger.isFree(l.n))
    if (rest.length === 0) continue
    if (flatHeader(paragraphs(rest))) readMeasures(rest, ledger, body)
    else {
      const own = rest.slice(0, 2).filter((l) => !l.cells && wordCount(l.text) <= 25)
      claimEach(ledger, 'heading', own)
      claimProse(ledger, rest)
    }
  }
}

function linesOf(chapters: readonly Chapter[], kinds: readonly string[]): ReadonlySet<number> {
  const numbers = new Set<number>()
  for (const c of chapters) {
    if (kinds.includes(c.kind)) for (let n = c.lines[0]; n <= c.lines[1]; n++) numbers.add(n)
  }
  return numbers
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
      takeLoosePassport(inner, ledger, body, 4, /характеристика/.test(fold(chapter.heading)))
      takeFunding(
        inner.filter((l) => isBlank(l) || ledger.isFree(l.n)),
        ledger,
        body,
      )
      readProse(chapter, inner, ledger, body)
  }
}

function readAimInto(lines: readonly Line[], ledger: Ledger, body: Draft): void {
  const aim = readAim(lines)
  if (!aim || body.aim) return
  body.aim = aim
  ledger.claim('aim', aim.lines)
}

/** «Завдання 1.1. …» below «Ціль 1. …»; the goals themselves where no tasks stand below them. */
function namedTasks(lines: readonly Line[]): readonly Line[] {
  const of = (word: RegExp) => lines.filter((l) => word.test(withoutBullet(l.key)))
  const tasks = of(/^завдання ?№? ?\d{1,2}(?:\.\d{1,2})*\.? ?[:.-]? \S/)
  return tasks.length >= 2
    ? tasks
    : of(/^(?:операційна |оперативна |стратегічна )?ціль ?№? ?\d{1,2}(?:\.\d{1,2})*\.? ?[:.-]? \S/)
}

/** In a chapter on the aim a list that is introduced as tasks is the list of tasks. */
function readTasksAfterAim(lines: readonly Line[], ledger: Ledger, body: Draft): void {
  const free = lines.filter((l) => !isBlank(l) && ledger.isFree(l.n))
  const named = namedTasks(free)
  if (named.length >= 2 && body.tasks.length === 0) {
    claimEach(ledger, 'tasks', named)
    body.tasks = named.map((l) => ({ text: withoutBullet(l.text), lines: [l.n, l.n] }))
    return
  }
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

/** A table that stands at the head of a text has its headings within so many lines. */
const LONGEST_HEAD = 80

/** «Мета Програми: …» */
const AIM_ALONE = /^(?:(?:основн|головн)\S+ )?мет(?:а|ою)(?: цієї)?(?: програми)?(?: ?:| є | ?- )/

/** Before the first chapter: the title once more, an introduction. */
function readFront(front: readonly Line[], ledger: Ledger, body: Draft, title: string | null): void {
  if (flatHeader(paragraphs(front.slice(0, LONGEST_HEAD)))) readMeasures(front, ledger, body)
  const full = front.filter((l) => !isBlank(l) && ledger.isFree(l.n))
  if (full.length === 0) return
  const known = title ? fold(title) : ''
  claimEach(
    ledger,
    'title',
    full.filter((l) => wordCount(l.text) >= 3 && known.includes(l.key)),
  )
  takeLoosePassport(full, ledger, body, 3)
  const aim = full.find((l) => ledger.isFree(l.n) && AIM_ALONE.test(l.key))
  if (aim && body.aim === null) {
    body.aim = { text: aim.text, lines: [aim.n, aim.n] }
    ledger.claim('aim', body.aim.lines)
  }
  const facts = readFacts(full.filter((l) => ledger.isFree(l.n)))
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
