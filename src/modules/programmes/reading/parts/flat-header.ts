/** A table read cell by cell: its headings stand one on a line. */
import { type MoneyUnit, unitIn } from '../money.ts'
import { fold, wordCount } from '../text/fold.ts'
import type { Line } from '../text/lines.ts'
import { type Column, columnOf, type Role, roleBeside, roleOfHeader } from './columns.ts'
import { labelled, type Para } from './paragraphs.ts'
import { wholeBeside } from './table-heading.ts'

/** «Термін: квітень» is no heading of a column. */
function saysValue(p: Para): boolean {
  return p.role !== null && (labelled(p.text)?.rest ?? '') !== ''
}

/** Headings of columns, each on its own line, at the beginning of a region. */
export function flatHeader(
  paras: readonly Para[],
): { columns: readonly Column[]; from: number; to: number; unit: MoneyUnit | null } | null {
  const start = paras.findIndex(
    (p, i) =>
      i < 12 &&
      wordCount(p.text) <= 12 &&
      ['number', 'text', 'task'].includes(roleOfHeader(p.text) ?? '') &&
      !saysValue(p) &&
      !/^захід \d/.test(fold(p.text)) &&
      !/[:.;]$/.test(p.text.replace(/№.*$/, '')),
  )
  if (start < 0) return null
  const found: { role: Role; text: string }[] = []
  let at = start
  for (; at < paras.length && at < start + 26; at++) {
    const { text } = paras[at]!
    if (/^1\.?$/.test(text) || /^\d{1,2}\.\d{1,2}\.?(?:\s|$)/.test(text) || /^1[.)]\s?\p{L}/u.test(text))
      break
    if (saysValue(paras[at]!)) break
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
      /обсяг|вартіст|фінансув|^сума/.test(fold(last.text)) &&
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
  const columns = wholeBeside(
    yearsInPlace(found)
      .filter((f) => f.role !== 'number')
      .map((f) => columnOf(f.text, !hasText && f.role === 'task' ? 'text' : f.role)),
  )
  return { columns, from: start, to, unit }
}

/** A second row of headings (years, sources, a total) stands, read cell by cell, after the last column; it belongs under the sums. */
function yearsInPlace(
  found: readonly { role: Role; text: string }[],
): readonly { role: Role; text: string }[] {
  const isYear = (f: { text: string }) => /^(?:19|20)\d{2}(?: ?р\S*)?$/.test(f.text)
  const at = found.findIndex((f) => f.role === 'sum' && !isYear(f))
  if (at < 0) return found
  const years = found.filter(isYear)
  const tail = years.length > 0 ? 0 : found.length - 1 - found.findLastIndex((f) => f.role !== 'sum')
  const below = years.length > 0 ? years : found.slice(found.length - tail)
  const isBelow = (f: { role: Role; text: string }) => below.includes(f)
  if (below.length === 0 || (years.length === 0 && (tail < 2 || found.length - tail <= at + 1))) return found
  if (found.slice(at + 1, at + 1 + below.length).every(isBelow)) return found
  return [
    ...found.slice(0, at).filter((f) => !isBelow(f)),
    ...below,
    ...found.slice(at + 1).filter((f) => !isBelow(f)),
  ]
}

/** Lines that are headings of columns, one cell on a line; none of them is the heading of a chapter. */
export function columnHeadings(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i]!
    if (first.text.length > 20 || !/^(?:№|n|номер)/.test(first.key) || found.has(first.n)) continue
    const paras: Para[] = []
    for (let k = i; k < lines.length && k < i + 90 && paras.length < 30; k++) {
      const text = lines[k]!.text.replace(/^[|\s]+|[|\s]+$/g, '')
      if (text !== '')
        paras.push({ text, n: lines[k]!.n, role: labelled(text)?.role ?? null, afterBlank: false })
    }
    const header = flatHeader(paras)
    if (header?.from === 0) for (const p of paras.slice(0, header.to)) found.add(p.n)
  }
  return found
}
