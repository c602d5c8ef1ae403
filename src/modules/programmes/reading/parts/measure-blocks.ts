/** Measures without rows: numbered blocks, cells one on a line, alternating paragraphs. */
import { type MoneyUnit, readYearSum, unitIn } from '../money.ts'
import { BULLET, fold, tidy, withoutBullet, wordCount } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'
import {
  affinity,
  align,
  type Column,
  columnOf,
  type Role,
  roleBeside,
  roleOfHeader,
  traitsOf,
  USUAL_ORDERS,
} from './columns.ts'
import { splitNumber } from './headings.ts'
import { addPiece, draftOf, type MeasureDraft, type Piece } from './measure-draft.ts'

export type Blocks = {
  readonly drafts: readonly MeasureDraft[]
  readonly unit: MoneyUnit
  /** Lines of headings of columns, groups and totals inside the region. */
  readonly others: readonly number[]
  readonly totals: readonly Piece[]
}

type Para = {
  readonly text: string
  readonly n: number
  readonly role: Role | null
  readonly afterBlank: boolean
}

const LABELS: readonly (readonly [Role, string])[] = [
  [
    'executors',
    '(?:відповідальн(?:ий|і|а)(?: виконавець| виконавці| за виконання| особа| особи)?|(?:основн(?:ий|і) )?виконав(?:ець|ці)|співвиконавці)(?: заходу| заходів)?',
  ],
  ['term', '(?:термін|строк|терміни|строки|період)(?: виконання| реалізації| проведення)?(?: заходу)?'],
  ['source', 'джерел[ао](?: фінансування)?'],
  [
    'sum',
    '(?:(?:орієнтовн|прогнозн|загальн)\\S+ )?(?:обсяг(?:и)?(?: фінансування| коштів)?|фінансування|вартість|сума|кошти)',
  ],
  ['result', '(?:очікуван\\S+ результат\\S*|результат|показник\\S*|примітк\\S*)'],
  ['text', '(?:захід|зміст заходу|назва заходу)'],
]
const LABEL = LABELS.map(
  ([role, p]) => [role, new RegExp(`^${p}(?: ?\\([^)]{0,30}\\))?\\s?(?::|-(?=\\s)|$)\\s*`)] as const,
)
const INLINE_LABEL =
  /(?<=[.;,)\s])\s*(?=(?:Відповідальн|Виконав(?:ець|ці)|Термін|Строк|Джерел[ао] фінансування|Фінансування|Обсяг фінансування|Очікуван\S+ результат)[^:.;]{0,30}:)/u

function labelled(text: string): { role: Role; rest: string } | null {
  const key = fold(text)
  for (const [role, pattern] of LABEL) {
    const m = pattern.exec(key)
    if (m) return { role, rest: tidy(text).slice(m[0].length).trim() }
  }
  return null
}

function paragraphs(lines: readonly Line[]): readonly Para[] {
  const out: Para[] = []
  let blank = true
  for (const line of lines) {
    if (isBlank(line)) {
      blank = true
      continue
    }
    const text = line.text.replace(/^[|\s]+|[|\s]+$/g, '')
    if (text === '') continue
    const parts = text.length < 4000 ? text.split(INLINE_LABEL) : [text]
    for (const [i, part] of parts.entries()) {
      const label = labelled(part)
      out.push({ text: part.trim(), n: line.n, role: label?.role ?? null, afterBlank: blank && i === 0 })
    }
    blank = false
  }
  return out
}

/** Headings of columns, each on its own line, at the beginning of a region. */
function flatHeader(
  paras: readonly Para[],
): { columns: readonly Column[]; from: number; to: number; unit: MoneyUnit | null } | null {
  const start = paras.findIndex(
    (p, i) =>
      i < 12 &&
      wordCount(p.text) <= 12 &&
      ['number', 'text', 'task'].includes(roleOfHeader(p.text) ?? '') &&
      !/[:.;]$/.test(p.text.replace(/№.*$/, '')),
  )
  if (start < 0) return null
  const found: { role: Role; text: string }[] = []
  let at = start
  for (; at < paras.length && at < start + 26; at++) {
    const { text } = paras[at]!
    if (/^1\.?$/.test(text) || /^\d{1,2}\.\d{1,2}\.?(?:\s|$)/.test(text) || /^1[.)]\s?\p{L}/u.test(text))
      break
    const role = roleBeside(text, found.at(-1)?.role ?? null)
    if (role === null || wordCount(text) > 14) {
      if (
        /^(?:п\/п|з\/п|\(?тис|\(?грн|\(?у |\(?в |за |та |[а-яіїєґ]+[,)]?$)/.test(fold(text)) &&
        wordCount(text) <= 8 &&
        found.length > 0
      )
        continue
      break
    }
    const year = /^(?:19|20)\d{2}/.test(text)
    const last = found.at(-1)
    if (
      last?.role === 'sum' &&
      role === 'sum' &&
      (year || /бюджет|інші|всього|усього|разом|джерел/.test(fold(text))) &&
      /обсяг|вартіст|фінансув/.test(fold(last.text)) &&
      !/бюджет$/.test(fold(last.text))
    )
      found[found.length - 1] = { role, text: `${unitIn(last.text) ? '' : ''}${text}` }
    else found.push({ role, text })
  }
  const roles = new Set(found.map((f) => f.role))
  if (
    found.length < 3 ||
    !(roles.has('text') || roles.has('task')) ||
    !(roles.has('executors') || roles.has('term'))
  )
    return null
  let to = at
  const numbers = paras.slice(at, at + 20).map((p) => p.text)
  let run = 0
  while (run < numbers.length && numbers[run] === String(run + 1)) run++
  if (run >= 3) to = at + run
  const unit = unitIn(
    paras
      .slice(start, at)
      .map((p) => p.text)
      .join(' '),
  )
  const hasText = roles.has('text')
  const columns = yearsInPlace(found)
    .filter((f) => f.role !== 'number')
    .map((f) => columnOf(f.text, !hasText && f.role === 'task' ? 'text' : f.role))
  return { columns, from: start, to, unit }
}

/** Years in a second row of headings stand, read cell by cell, after the last column; they belong under the sums. */
function yearsInPlace(
  found: readonly { role: Role; text: string }[],
): readonly { role: Role; text: string }[] {
  const isYear = (f: { text: string }) => /^(?:19|20)\d{2}(?: ?р\S*)?$/.test(f.text)
  const at = found.findIndex((f) => f.role === 'sum' && !isYear(f))
  const years = found.filter(isYear)
  if (at < 0 || years.length === 0 || found.slice(at + 1, at + 1 + years.length).every(isYear)) return found
  return [
    ...found.slice(0, at).filter((f) => !isYear(f)),
    ...years,
    ...found.slice(at + 1).filter((f) => !isYear(f)),
  ]
}

type Numbered = {
  readonly at: number
  readonly number: string
  readonly steps: readonly number[]
  readonly rest: string
}

function numberAt(paras: readonly Para[], at: number): Numbered | null {
  const m = /^(\d{1,2}(?:\.\d{1,3}){0,3})(?:\.\)|[.)])?(?:\s*(?=[\p{L}«"“(])|\s+|$)([\s\S]*)$/u.exec(
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
  return { at, number: m[1]!, steps: m[1]!.split('.').map(Number), rest }
}

/** Whether a number goes on after the last one as numbers of a list do. */
function goesOn(next: Numbered, last: Numbered | null): boolean {
  const n = next.steps
  const tail = n.at(-1)!
  const bare = next.rest === ''
  if (n.length === 1 && !bare && /^\p{Ll}/u.test(next.rest)) return false
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
  /^(?:завдання|напрям|пріоритет|розділ|ціль|операційна ціль|стратегічна ціль)\s?№?\s?(?:\d|[ivxіх]+[.: ])/

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
    : looseBlocks(paras.slice(start), header?.columns ?? null, unit, others)
}

type Block = { number: string | null; first: number; body: Para[]; task: string | null }

function numberedBlocks(
  paras: readonly Para[],
  marks: readonly Numbered[],
  columns: readonly Column[] | null,
  unit: MoneyUnit,
  others: number[],
): Blocks {
  const blocks: Block[] = []
  const totals: Piece[] = []
  let task: string | null = null
  // A group's own line may stand before the first number of all.
  const before = paras.slice(0, marks[0]!.at).findLast((p) => isGroup(p.text))
  if (before) {
    task = before.text
    others.push(before.n)
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
      others.push(...body.slice(totalAt).map((p) => p.n))
      body = body.slice(0, totalAt)
    }
    const child = marks[i + 1]
    const isParent =
      child !== undefined &&
      ((child.steps.length > mark.steps.length && child.number.startsWith(`${mark.number}.`)) ||
        (mark.steps.length === 1 && mark.rest === '' && child.number === '1' && child.rest !== ''))
    if (isParent && !body.some((p) => affinity('term', p.text, null) >= 5)) {
      task = tidy(body.map((p) => p.text).join(' '))
      others.push(own.n, ...body.map((p) => p.n))
      continue
    }
    let next: string | null = null
    const groupAt = body.findIndex((p, k) => k > 0 && isGroup(p.text))
    if (groupAt > 0) {
      next = tidy(
        body
          .slice(groupAt)
          .map((p) => p.text)
          .join(' '),
      )
      others.push(...body.slice(groupAt).map((p) => p.n))
      body = body.slice(0, groupAt)
    }
    blocks.push({ number: mark.number, first: own.n, body, task })
    if (next) task = next
  }
  return { drafts: assign(blocks, columns), unit, others, totals }
}

/** Without numbers a measure begins where text comes after an executor or a term. */
function looseBlocks(
  paras: readonly Para[],
  columns: readonly Column[] | null,
  unit: MoneyUnit,
  others: number[],
): Blocks {
  const kinds = paras.map((p, i): Role => {
    if (p.role) return p.role
    const text = withoutBullet(p.text)
    const before = i > 0 ? paras[i - 1]! : null
    const scores: [Role, number][] = [
      ['text', affinity('text', text, null) + (BULLET.test(p.text) ? 2 : 0) + 0.5],
      [
        'executors',
        affinity(
          'executors',
          text,
          before && (affinity('executors', before.text, null) > 3 || /^\p{Ll}/u.test(text))
            ? 'executors'
            : null,
        ),
      ],
      ['term', affinity('term', text, null)],
      ['sum', affinity('sum', text, null)],
      ['source', affinity('source', text, null) - 1],
    ]
    return scores.reduce((a, b) => (b[1] > a[1] ? b : a))[0]
  })
  const shaped = kinds.some((k) => k === 'executors' || k === 'term')
  const bulleted = paras.filter((p) => BULLET.test(p.text)).length
  const blocks: Block[] = []
  let allowResult = columns?.some((c) => c.role === 'result') ?? false
  let seen: Role | null = null
  for (const [i, p] of paras.entries()) {
    const kind = kinds[i]!
    const current = blocks.at(-1)
    const fresh: boolean = shaped
      ? kind === 'text' && (current === undefined || (seen !== 'text' && !allowResult))
      : BULLET.test(p.text) || (bulleted === 0 && wordCount(p.text) >= 3)
    if (fresh) {
      blocks.push({ number: null, first: p.n, body: [{ ...p, text: withoutBullet(p.text) }], task: null })
      allowResult = columns?.some((c) => c.role === 'result') ?? false
    } else if (current) {
      current.body.push(p)
      if (kind === 'text' && seen !== 'text') allowResult = false
    }
    seen = kind
  }
  if (!shaped && bulleted === 0) return { drafts: [], unit, others, totals: [] }
  return { drafts: assign(blocks, columns), unit, others, totals: [] }
}

/** All blocks of a region share the order of their columns: the order that fits them best together. */
function assign(blocks: readonly Block[], columns: readonly Column[] | null): readonly MeasureDraft[] {
  const known = blocks.map((block) => ({ block, traits: block.body.map((p) => traitsOf(p.text)) }))
  const free = known.filter(({ block }) => !block.body.some((p) => p.role !== null))
  const orders = columns ? [columns] : USUAL_ORDERS
  let best = orders[0]!
  if (orders.length > 1 && free.length > 0) {
    let top = Number.NEGATIVE_INFINITY
    for (const order of orders) {
      const score = free.reduce((sum, { traits }) => sum + align(traits, order).score, 0)
      if (score > top + 1e-9) {
        top = score
        best = order
      }
    }
  }
  return known.map(({ block, traits }) => {
    const draft = draftOf(block.number, block.first, block.task)
    if (block.body.some((p) => p.role !== null)) return byLabels(draft, block.body)
    const { assigned } = align(traits, best)
    block.body.forEach((p, i) => {
      addPiece(draft, best[assigned[i]!]!, { text: p.text, n: p.n })
    })
    return draft
  })
}

function byLabels(draft: MeasureDraft, body: readonly Para[]): MeasureDraft {
  let role: Role = 'text'
  for (const p of body) {
    const label = p.role === null ? null : labelled(p.text)
    if (label) role = label.role
    const text = label ? label.rest : p.text
    if (
      !label &&
      role === 'term' &&
      draft.pieces.some((x) => x.role === 'term') &&
      affinity('executors', text, null) > 3
    )
      role = 'executors'
    addPiece(draft, columnOf('', role), { text, n: p.n })
  }
  draft.pieces = draft.pieces.filter((x) => tidy(x.piece.text) !== '')
  return draft
}
