/** The headings of a table of measures: one or more rows of them → columns. */
import { unitIn } from '../money.ts'
import { fold, tidy } from '../text/fold.ts'
import { type Column, columnOf, roleBeside, roleOfHeader } from './columns.ts'

export function isColumnNumbers(cells: readonly string[]): boolean {
  const full = cells.map((c) => tidy(c)).filter((c) => c !== '')
  return full.length >= 3 && full.every((c, i) => c === String(i + 1))
}

export function headerScore(cells: readonly string[]): number {
  const roles = cells.map((c) => roleOfHeader(c))
  const distinct = new Set(roles.filter((r) => r !== null))
  const named =
    (distinct.has('text') || distinct.has('task') ? 1 : 0) +
    (distinct.has('executors') ? 1 : 0) +
    (distinct.has('term') ? 1 : 0)
  const long = cells.some((c) => tidy(c).length > 160)
  return long
    ? 0
    : named + (distinct.has('number') ? 0.5 : 0) + (distinct.has('sum') || distinct.has('source') ? 0.5 : 0)
}

export function isSubHeader(cells: readonly string[]): boolean {
  const full = cells.map(fold).filter((c) => c !== '')
  return (
    full.length > 0 &&
    full.every(
      (c) =>
        /^(?:19|20)\d{2}(?: ?(?:р\.?|рік|року|роки))?$|бюджет|всього|усього|разом|джерел|^у т|^в т|за роками|кошти|грн|прогноз|план/.test(
          c,
        ) && c.length < 90,
    )
  )
}

/** Columns out of one or more rows of headings, as wide as the rows of data. */
export function columnsOf(headers: readonly (readonly string[])[], width: number): readonly Column[] {
  // Text tables lose an empty cell at an edge together with its `|`.
  const padded = headers.map((h) =>
    h.length === width - 1 ? (tidy(h[0] ?? '') === '' ? ['', ...h] : [...h, '']) : h,
  )
  const top = [...padded[0]!]
  let names = top
  for (const sub of padded.slice(1)) {
    const missing = width - names.length
    const at = names.findIndex((c) => roleOfHeader(c) === 'sum')
    if (missing > 0 && at >= 0) {
      const inner = sub.filter((c) => tidy(c) !== '')
      if (sub.length === names.length || inner.length < missing + 1) {
        names = names.map((c, i) => (tidy(sub[i] ?? '') === '' ? c : `${c}\u0000${sub[i]}`))
      } else
        names = [
          ...names.slice(0, at),
          ...inner.slice(0, missing + 1).map((c) => `${names[at]}\u0000${c}`),
          ...names.slice(at + 1),
        ]
    } else {
      let parent = ''
      names = names.map((c, i) => {
        if (tidy(c) !== '') parent = c
        const below = tidy(sub[i] ?? '')
        return below === '' ? c : `${tidy(c) === '' ? parent : c}\u0000${below}`
      })
    }
  }
  let last: Column | null = null
  const read = names.map((name): Column => {
    const [parent = '', ...below] = name.split('\u0000')
    const own = below.join(' ') || parent
    const parentRole = roleOfHeader(parent)
    const role = below.length > 0 ? (parentRole ?? roleOfHeader(own)) : roleBeside(own, last?.role ?? null)
    if (tidy(own) === '' && last && (last.role === 'sum' || last.role === 'executors'))
      return { ...last, isTotal: false, year: null }
    const column = columnOf(own, role ?? 'other')
    const above = below.length > 0 ? columnOf(parent, column.role) : column
    last = {
      ...column,
      unit: column.unit ?? unitIn(parent),
      year: column.year ?? above.year,
      source: column.source ?? above.source,
    }
    return last
  })
  const columns = wholeBeside(read)
  const hasText = columns.some((c) => c.role === 'text')
  const fixed = hasText
    ? columns
    : columns.map((c, i) =>
        c.role === 'task' && i === columns.findLastIndex((x) => x.role === 'task')
          ? { ...c, role: 'text' as const }
          : c,
      )
  if (fixed.some((c) => c.role === 'text')) return fixed
  const free = fixed.findIndex((c) => c.role === 'other' || c.role === 'result')
  return fixed.map((c, i) => (i === free ? { ...c, role: 'text' as const } : c))
}

/** The one sum without a year or a source, beside sums by years, is their whole. */
export function wholeBeside(columns: readonly Column[]): readonly Column[] {
  const sums = columns.filter((c) => c.role === 'sum')
  const bare = sums.filter((c) => c.year === null && c.source === null)
  if (bare.length !== 1 || sums.filter((c) => c.year !== null).length < 2) return columns
  return columns.map((c) => (c === bare[0] ? { ...c, isTotal: true } : c))
}
