/** When a memorial day falls, and which a year has. */
import { type CivilDate, civilDate, compareDates, nthWeekday } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { orthodoxEaster } from '../../../legal-time/easter.ts'
import type { DateInput, MemorialDate, MemorialRule } from '../types.ts'

/** Null where the year has no such day: 29 February, a fifth Sunday. */
export function dayIn(rule: MemorialRule, year: number): CivilDate | null {
  switch (rule.every) {
    case 'easter':
      return orthodoxEaster(year).add({ days: rule.days })
    case 'yearNth':
      return nthWeekday(year, rule.month, rule.nth, rule.weekday)
    case 'yearOn':
      return rule.day <= civilDate(year, rule.month, 1).daysInMonth
        ? civilDate(year, rule.month, rule.day)
        : null
  }
}

/** What the program knows, with what the city changed and added. */
export function mergeDates(known: readonly MemorialDate[], own: readonly MemorialDate[]): MemorialDate[] {
  const byKey = new Map([...known, ...own].map((date) => [date.key, date]))
  return [...byKey.values()]
}

/** Those kept in a year, in the order of their days; hidden ones only where asked for. */
export function datesOfYear(
  dates: readonly MemorialDate[],
  year: number,
  options: { readonly hidden?: boolean } = {},
): { readonly date: MemorialDate; readonly day: CivilDate }[] {
  return dates
    .filter((date) => (options.hidden || !date.hidden) && (date.since === null || date.since <= year))
    .flatMap((date) => {
      const day = dayIn(date.rule, year)
      return day === null ? [] : [{ date, day }]
    })
    .sort((a, b) => compareDates(a.day, b.day) || a.date.title.localeCompare(b.date.title, 'uk'))
}

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export function wrongDate(input: DateInput): Refusal[] {
  const { rule } = input
  if (rule.every === 'yearOn' && rule.day > (LONGEST_MONTH[rule.month - 1] ?? 0))
    return [refuse('no_such_day', {}, 'day')]
  return []
}
