/** The result of a count: the day, why it is that day, and where that stands. */
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Calendar, Day } from './calendar.ts'
import type { Basis, Counting, Explanation } from './explanation.ts'
import type { Source } from './source.ts'

export type Due = {
  readonly date: CivilDate
  readonly explanation: Explanation
  /** Without repetition; the rule's own source first. */
  readonly sources: readonly Source[]
}

const CIVIL_CODE = 'https://zakon.rada.gov.ua/laws/show/435-15'
const civilCode = (article: string): Source => ({ act: '435-IV', article, url: CIVIL_CODE, verified: 'L' })

export const START_NEXT_DAY = civilCode('ст. 253')
export const END_OF_TERM = civilCode('ст. 254')
export const MOVED_DAY_OFF: Source = {
  act: '322-VIII',
  article: 'ст. 67 ч. 3',
  url: 'https://zakon.rada.gov.ua/laws/show/322-08',
  verified: 'L',
}

/** `passed`: the days gone over, in the order of the count; the last of them is the result. */
export function due(
  calendar: Calendar,
  counting: Counting,
  passed: readonly Day[],
  basis: Basis | null = null,
): Due {
  const date = passed.at(-1)!.date
  const inOrder = [...passed].sort((a, b) => (a.date.toString() < b.date.toString() ? -1 : 1))
  const skipped = inOrder.flatMap((day) =>
    day.off !== null && !day.date.equals(date) ? [{ date: day.date.toString(), off: day.off }] : [],
  )
  const suspended = inOrder.flatMap((day) =>
    day.suspended.map((holiday) => ({ date: day.date.toString(), holiday })),
  )
  const firstSuspended = inOrder.find((day) => day.suspended.length > 0)
  const martialLaw = firstSuspended ? calendar.martialLawOn(firstSuspended.date) : null
  const explanation: Explanation = { date: date.toString(), counting, skipped, suspended, martialLaw, basis }
  return { date, explanation, sources: sourcesOf(explanation) }
}

function sourcesOf(explanation: Explanation): readonly Source[] {
  const { counting, skipped, basis, martialLaw } = explanation
  const sources: Source[] = []
  if (basis) sources.push(basis.source)
  if ('event' in counting) sources.push(START_NEXT_DAY)
  if ('nominal' in counting) sources.push(END_OF_TERM)
  for (const { off } of skipped) {
    if (off.reason === 'holiday') sources.push(...off.holidays.map((h) => h.source))
    if (off.reason === 'moved') sources.push(off.holiday.source, MOVED_DAY_OFF)
    if (off.reason === 'transferred') sources.push(off.source)
  }
  if (martialLaw) sources.push(martialLaw)
  return unique(sources)
}

function unique(sources: readonly Source[]): readonly Source[] {
  const seen = new Map<string, Source>()
  for (const source of sources) {
    const key = `${source.act} ${source.article}`
    if (!seen.has(key)) seen.set(key, source)
  }
  return [...seen.values()]
}
