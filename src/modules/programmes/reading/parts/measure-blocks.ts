/** Measures without rows: numbered blocks, cells one on a line, alternating paragraphs. */
import { type MoneyUnit, readMoneyCell, readYearSum, unitIn } from '../money.ts'
import { fold, tidy, wordCount } from '../text/fold.ts'
import { type Line, spanOf } from '../text/lines.ts'
import type { TextWithLines } from '../types.ts'
import { assign, type Block } from './block-roles.ts'
import type { TableTotal } from './body.ts'
import { affinity, type Column } from './columns.ts'
import { flatHeader } from './flat-header.ts'
import { splitNumber } from './headings.ts'
import { looseBlocks } from './loose-blocks.ts'
import type { MeasureDraft, Piece } from './measure-draft.ts'
import { labelled, type Para, paragraphs } from './paragraphs.ts'

export type Blocks = {
  readonly drafts: readonly MeasureDraft[]
  readonly unit: MoneyUnit
  /** Lines of headings of columns, groups and totals inside the region. */
  readonly others: readonly number[]
  readonly tableTotals: readonly TableTotal[]
}

type Numbered = {
  readonly at: number
  readonly number: string
  readonly steps: readonly number[]
  readonly rest: string
  /** «1)»: then the item may begin with a small letter. */
  readonly bracket: boolean
}

function numberAt(paras: readonly Para[], at: number): Numbered | null {
  const m =
    /^(?:захід\s?№?\s?(?=\d{1,2}[.):\s]))?(\d{1,2}(?:\.\d{1,3}){0,3})(?:\.\)|[.)])?(?:\s*(?=[\p{L}«"“(])|\s+|$)([\s\S]*)$/iu.exec(
      paras[at]!.text,
    )
  if (!m) return null
  const rest = m[2]!
  if (
    /^(?:рік|рок|р\.|тис|грн|млн|%|-|–|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|лист|груд|раз|квартал|\d)/i.test(
      rest,
    )
  )
    return null
  return {
    at,
    number: m[1]!,
    steps: m[1]!.split('.').map(Number),
    rest,
    bracket: /^\d+\)/.test(paras[at]!.text),
  }
}

/** Whether a number goes on after the last one as numbers of a list do. */
function goesOn(next: Numbered, last: Numbered | null): boolean {
  const n = next.steps
  const tail = n.at(-1)!
  const bare = next.rest === ''
  if (n.length === 1 && !bare && !next.bracket && /^\p{Ll}/u.test(next.rest)) return false
  if (last === null) return tail === 1 || (n.length >= 2 && tail <= 3 && !bare)
  const l = last.steps
  const same = (count: number) => n.slice(0, count).every((s, i) => s === l[i])
  if (n.length === l.length) {
    if (same(n.length - 1))
      return (
        tail === l.at(-1)! + 1 ||
        (!bare && tail > l.at(-1)! && tail <= l.at(-1)! + 5) ||
        (!bare && tail === l.at(-1)! && n.length >= 2)
      )
    return (
      n.length >= 2 && same(n.length - 2) && n.at(-2)! > l.at(-2)! && n.at(-2)! <= l.at(-2)! + 2 && tail === 1
    )
  }
  if (n.length === l.length + 1)
    return (same(l.length) && tail === 1) || (n.length === 2 && n[0]! === l[0]! + 1 && tail === 1)
  if (n.length < l.length)
    return same(n.length - 1) && tail > l[n.length - 1]! && tail <= l[n.length - 1]! + 2
  return false
}

/**
 * Rows with a bare number each and numbered measures inside, which begin at 1 again in every row: then the
 * rows are the tasks and the inner numbers the measures. Null where a text is not made so.
 */
function innerMarks(paras: readonly Para[], start: number): readonly Numbered[] | null {
  const rows: Numbered[] = []
  const inner: Numbered[] = []
  let restarts = 0
  let last: Numbered | null = null
  for (let i = start; i < paras.length; i++) {
    const mark = numberAt(paras, i)
    if (mark?.steps.length !== 1) continue
    const [value = 0] = mark.steps
    if (mark.rest === '') {
      if (value !== rows.length + 1) continue
      rows.push(mark)
      inner.push(mark)
      last = null
    } else if (value === (last?.steps[0] ?? 0) + 1 && rows.length > 0 && /^["«“]?\p{Lu}/u.test(mark.rest)) {
      if (value === 1) restarts++
      inner.push(mark)
      last = mark
    }
  }
  return restarts >= 2 && restarts >= rows.length / 2 ? inner : null
}

const TOTAL = /^(?:разом|всього|усього|загалом)(?:[ :(,.]|$)/
const GROUP =
  /^(?:завдання|напрям|пріоритет|розділ|ціль|операційна ціль|оперативна ціль|стратегічна ціль)\s?№?\s?(?:\d|[ivxіх]+[.: ])/

/** A line over a group of measures: «Завдання 2. …», «ІІ. Навчальні заходи». Numbers may begin again after it. */
function isGroup(text: string): boolean {
  const key = fold(text)
  if (GROUP.test(key)) return true
  const numbered = splitNumber(key)
  if (!numbered?.isRoman) return false
  return numbered.rest !== '' && wordCount(key) <= 18 && /^\S+[.)]\s?\p{Lu}/u.test(text)
}

export function readBlocks(lines: readonly Line[]): Blocks {
  const paras = paragraphs(lines)
  const header = flatHeader(paras)
  const start = header?.to ?? 0
  const others = paras.slice(header?.from ?? 0, start).map((p) => p.n)
  const unit =
    header?.unit ??
    unitIn(
      paras
        .slice(0, start + 3)
        .map((p) => p.text)
        .join(' ')
        .slice(0, 2000),
    ) ??
    'тис. грн'
  const marks: Numbered[] = []
  let regrouped = false
  for (let i = start; i < paras.length; i++) {
    if (isGroup(paras[i]!.text)) {
      regrouped = true
      continue
    }
    const mark = numberAt(paras, i)
    if (mark && (goesOn(mark, marks.at(-1) ?? null) || (regrouped && goesOn(mark, null)))) {
      marks.push(mark)
      regrouped = false
    }
  }
  const inner = innerMarks(paras, start)
  if (inner && header) return numberedBlocks(paras, inner, header.columns, unit, others)
  const numbered = marks.length >= 1
  return numbered
    ? numberedBlocks(paras, marks, header?.columns ?? null, unit, others)
    : { drafts: looseBlocks(paras.slice(start), header?.columns ?? null), unit, others, tableTotals: [] }
}

/** Numbers of the lines of a paragraph. */
function linesOf({ n, last = n }: Para): readonly number[] {
  return Array.from({ length: last - n + 1 }, (_, i) => n + i)
}

/** The task or direction over a group of measures. */
function taskOf(paras: readonly Para[]): TextWithLines | null {
  return paras.length === 0 ? null : { text: tidy(paras.map((p) => p.text).join(' ')), lines: spanOf(paras) }
}

function numberedBlocks(
  paras: readonly Para[],
  marks: readonly Numbered[],
  columns: readonly Column[] | null,
  unit: MoneyUnit,
  others: number[],
): Blocks {
  const blocks: Block[] = []
  const totals: Piece[] = []
  let task: TextWithLines | null = null
  // A group's own line may stand before the first number of all.
  const before = paras.slice(0, marks[0]!.at).findLast((p) => isGroup(p.text))
  if (before) {
    task = { text: before.text, lines: [before.n, before.n] }
    others.push(...linesOf(before))
  }
  for (const [i, mark] of marks.entries()) {
    const end = marks[i + 1]?.at ?? paras.length
    const own = paras[mark.at]!
    const head: Para[] =
      mark.rest === '' ? [] : [{ ...own, text: mark.rest, role: labelled(mark.rest)?.role ?? null }]
    let body = [...head, ...paras.slice(mark.at + 1, end)]
    const totalAt = body.findIndex(
      (p, k) =>
        k > 0 && TOTAL.test(fold(p.text)) && wordCount(p.text) <= 10 && readYearSum(p.text, unit) === null,
    )
    if (totalAt > 0) {
      totals.push(...body.slice(totalAt))
      others.push(...body.slice(totalAt).flatMap(linesOf))
      body = body.slice(0, totalAt)
    }
    const child = marks[i + 1]
    const isParent =
      child !== undefined &&
      ((child.steps.length > mark.steps.length && child.number.startsWith(`${mark.number}.`)) ||
        (mark.steps.length === 1 && mark.rest === '' && child.number === '1' && child.rest !== ''))
    if (isParent && !body.some((p) => affinity('term', p.text, null) >= 5)) {
      task = taskOf(body)
      others.push(own.n, ...body.flatMap(linesOf))
      continue
    }
    let next: TextWithLines | null = null
    const groupAt = body.findIndex((p, k) => k > 0 && isGroup(p.text))
    if (groupAt > 0) {
      next = taskOf(body.slice(groupAt))
      others.push(...body.slice(groupAt).flatMap(linesOf))
      body = body.slice(0, groupAt)
    }
    blocks.push({ number: mark.number, first: own.n, body, task })
    if (next) task = next
  }
  return {
    drafts: assign(blocks, columns),
    unit,
    others,
    tableTotals: columns ? totalsUnder(columns, totals, unit) : [],
  }
}

/** The sums behind «Разом», as many as there are columns of sums. */
function totalsUnder(
  columns: readonly Column[],
  pieces: readonly Piece[],
  unit: MoneyUnit,
): readonly TableTotal[] {
  const sums = columns.flatMap((c, i) => (c.role === 'sum' ? [i] : []))
  const found = pieces.filter((p) => {
    const money = readMoneyCell(p.text, unit)
    return money !== null && money.kind !== 'words'
  })
  if (found.length !== sums.length || found.length === 0) return []
  const cells = columns.map((_, i) => found[sums.indexOf(i)]?.text ?? '')
  return [{ cells, columns, unit, n: found[0]!.n }]
}
