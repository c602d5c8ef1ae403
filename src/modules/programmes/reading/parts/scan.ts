/** Finds the headings of chapters in order, knowing in which chapter each line stands. */
import { looksLikeTerm } from '../recurrence.ts'
import { withoutBullet, wordCount } from '../text/fold.ts'
import { isBlank, type Line, type Lines } from '../text/lines.ts'
import type { Chapter, ChapterKind } from '../types.ts'
import { roleOfHeader } from './columns.ts'
import { columnHeadings } from './flat-header.ts'
import { type Heading, headingOf, headingSpan, isMarked } from './headings.ts'
import { knownLabel } from './passport-labels.ts'
import { headerScore } from './table-heading.ts'

type Open = { heading: Heading; index: number; text: string; lines: Lines; kind: ChapterKind }

const PASSPORT_NUMBER = /^(\d{1,2})(?:\.(\d{1,2}))?[.)]?(?:\s|$|(?=\p{L}))/u

/** Chapters in order; `lines` of a chapter go to the line before the next one. `isTaken` hides lines of other parts. */
export function scanChapters(lines: readonly Line[], isTaken: (n: number) => boolean): readonly Chapter[] {
  const found: Open[] = []
  let passportLast = 0
  let passportKeys = new Set<string>()
  let passportRows = 0
  const columns = columnHeadings(lines)
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (isBlank(line) || isTaken(line.n)) continue
    const inside = found.at(-1)?.kind ?? null
    const heading = columns.has(line.n) ? null : (headingOf(line) ?? dottedHeading(lines, i))
    if (inside === 'passport') {
      const key = withoutBullet(line.key.replaceAll('|', ' '))
      const number = PASSPORT_NUMBER.exec(key)
      const rest = number ? key.slice(number[0].length).replace(/^[|\s]+/, '') : key
      const label = knownLabel((line.cells?.[0] ?? rest).trim() === '' ? rest : rest)
      const major = number ? Number(number[1]) : null
      const isNext =
        major !== null &&
        major >= passportLast &&
        major <= passportLast + 2 &&
        !(major === passportLast && number![2] === undefined)
      const isRow = (line.cells?.filter((c) => c !== '').length ?? 0) > 1
      if (
        heading &&
        !(heading.number === null && label && isItemNamed(lines, i, passportLast)) &&
        (isChapterAfter(heading, found.at(-1)!.heading, passportLast, passportKeys.size) ||
          (heading.kind === 'measures' && passportKeys.size >= 3 && tableFollows(lines, i)) ||
          (!isRow && passportRows >= 2 && heading.kind !== null && AFTER_TOTAL.includes(heading.kind)) ||
          endsPassport(
            heading,
            line,
            isNext,
            label?.key ?? null,
            passportKeys,
            passportLast >= 2 && !afterBareNumber(lines, i),
          ))
      )
        open(i, heading)
      else {
        if (isNext) passportLast = major
        if (label) passportKeys.add(label.key)
        if (label && isRow) passportRows++
      }
      continue
    }
    if (!heading) continue
    if (inside === 'measures' && !endsMeasures(lines, i, heading, found.at(-1)!)) continue
    if (heading.kind === null && inside !== null && heading.level > 1) continue
    if (isSubHeading(heading, found.at(-1))) continue
    open(i, heading)
  }

  function open(i: number, heading: Heading): void {
    const span = headingSpan(lines, i)
    const kind = heading.kind ?? 'other'
    found.push({ heading, index: i, text: span.text, lines: span.lines, kind })
    if (kind === 'passport') {
      passportLast = 0
      passportKeys = new Set()
      passportRows = 0
    }
  }

  return found.map((f, at) => ({
    number: f.heading.number,
    heading: titleOf(f),
    kind: f.kind,
    level: f.heading.level,
    headingLines: f.lines,
    lines: [f.lines[0], (found[at + 1]?.lines[0] ?? lines.length + 1) - 1],
  }))
}

function titleOf(f: Open): string {
  if (f.heading.number === null) return f.text
  const number = f.heading.number.replaceAll('.', '\\.')
  return f.text.replace(new RegExp(`^(?:(?:розділ|глава|частина)\\s+)?№?\\s?${number}[\\s.):–—-]*`, 'iu'), '')
}

const AFTER_TOTAL: readonly ChapterKind[] = [
  'problem',
  'aim',
  'tasks',
  'aimAndTasks',
  'measures',
  'expectedResults',
  'funding',
  'control',
  'ways',
  'participants',
]

/** «2. Визначення проблеми» after «1. Паспорт» whose items have no numbers. */
function isChapterAfter(heading: Heading, passport: Heading, lastItem: number, items: number): boolean {
  return (
    lastItem === 0 &&
    items >= 3 &&
    heading.value !== null &&
    heading.level === 1 &&
    heading.isRoman === passport.isRoman &&
    heading.value === (passport.value ?? 0) + 1 &&
    heading.kind !== null
  )
}

/** «Загальні положення.» between empty lines: a heading with a full stop. */
function dottedHeading(lines: readonly Line[], index: number): Heading | null {
  const line = lines[index]!
  const alone = (at: number) => lines[at] === undefined || isBlank(lines[at])
  if (!/\p{L}\.$/u.test(line.text) || wordCount(line.text) > 6 || !alone(index - 1) || !alone(index + 1))
    return null
  return headingOf({ ...line, text: line.text.slice(0, -1), key: line.key.slice(0, -1) })
}

/** Whether the next line heads a table of measures. */
function tableFollows(lines: readonly Line[], index: number): boolean {
  let at = index + 1
  while (at < lines.length && isBlank(lines[at]!)) at++
  const next = lines[at]
  return next !== undefined && next.cells !== null && headerScore(next.cells) >= 2
}

/** «7.» alone on the line before: then a line is the label of that item. */
function afterBareNumber(lines: readonly Line[], index: number): boolean {
  let at = index - 1
  while (at >= 0 && isBlank(lines[at]!)) at--
  const before = lines[at]
  return before !== undefined && BARE_NUMBER.test(before.key)
}

/** «8» alone on the line before, and the next of the items: then a known label is that item, not a chapter. */
function isItemNamed(lines: readonly Line[], index: number, last: number): boolean {
  let at = index - 1
  while (at >= 0 && isBlank(lines[at]!)) at--
  const number = BARE_NUMBER.exec(lines[at]?.key ?? '')?.[1]
  return number !== undefined && last >= 3 && Number(number) === last
}

const BARE_NUMBER = /^(\d{1,2})(?:\.\d{1,2})?[.)]?$/

function endsPassport(
  heading: Heading,
  line: Line,
  isNext: boolean,
  label: string | null,
  seen: ReadonlySet<string>,
  isNumbered: boolean,
): boolean {
  if (heading.kind === 'general' || heading.kind === 'contents' || heading.kind === 'passport')
    return heading.kind !== 'passport' || seen.size > 2
  if (heading.number !== null) {
    if (heading.isRoman || /^(?:розділ|глава) /.test(line.key)) return true
    if (isNext && label !== null) return false
    return !isNext && heading.level === 1 && heading.kind !== null
  }
  if (heading.kind === null) return false
  if (label !== null && seen.has(label)) return true
  const upper = line.text === line.text.toUpperCase() || isMarked(line)
  const late = isNumbered || seen.has('total') || seen.has('localBudgetFunds')
  return (late && AFTER_TOTAL.includes(heading.kind) && !/:/.test(line.text)) || (upper && label === null)
}

/** In a list of measures only a heading that goes on with the chapters ends the list. */
function endsMeasures(lines: readonly Line[], index: number, heading: Heading, open: Open): boolean {
  if (heading.kind === null || inTableHeading(lines, index, open)) return false
  const line = lines[index]!
  const upper = line.text === line.text.toUpperCase()
  if (heading.number !== null && heading.level > 1) return false
  if (heading.kind === 'measures') return false
  if (heading.kind === 'tasks' && !upper && !heading.isRoman && heading.number === null) return false
  if (measureFollows(lines, index)) return false
  if (heading.number === null || heading.isRoman || upper)
    return heading.kind !== 'tasks' || heading.number !== null || upper
  if (open.heading.value === null)
    return heading.level === 1 && heading.kind !== 'tasks' && /програми?/.test(heading.title)
  return (
    heading.value !== null && heading.value > open.heading.value && heading.value <= open.heading.value + 2
  )
}

/** Whether everything from the heading of the measures to here is short headings of columns. */
function inTableHeading(lines: readonly Line[], index: number, open: Open): boolean {
  if (roleOfHeader(lines[index]!.text) === null) return false
  let cells = 0
  for (let i = open.lines[1]; i < index; i++) {
    const line = lines[i]!
    if (isBlank(line)) continue
    if (cells >= 24) return false
    const text = line.text.replace(/\|/g, ' ').trim()
    if (
      text.length > 90 ||
      /^\p{L}[^:]{2,40}: \S/u.test(text) ||
      (roleOfHeader(text) === null && wordCount(text) > 4)
    )
      return false
    cells++
  }
  return cells >= 1 && cells < 24
}

/** Whether a term stands before the next numbered line: then a numbered line is a measure, whatever its words. */
function measureFollows(lines: readonly Line[], index: number): boolean {
  let seen = 0
  for (let i = index + 1; i < lines.length && seen < 7; i++) {
    const line = lines[i]!
    if (isBlank(line)) continue
    seen++
    if (/^\d{1,2}(?:\.\d{1,2})*[.)]/.test(line.text) || headingOf(line)?.kind) return false
    if (looksLikeTerm(line.text)) return !(headsYear(line) && lines.slice(i + 1, i + 4).some(headsYear))
  }
  return false
}

function headsYear(line: Line): boolean {
  return /^(?:19|20)\d{2}(?: р\S*)?$/.test(line.key)
}

/** «2.1. Мета» inside «2. Мета та завдання» divides its chapter; other headings of the second level do not. */
function isSubHeading(heading: Heading, open: Open | undefined): boolean {
  if (heading.level === 1 || open === undefined) return false
  const divides: readonly (ChapterKind | null)[] = [
    'aim',
    'tasks',
    'problem',
    'expectedResults',
    'measures',
    'control',
    'funding',
  ]
  return !divides.includes(heading.kind)
}
