/** A recurrence in words of either language. */
import type { Locale } from '../../../kernel/texts.ts'
import type { Recurrence } from '../../../legal-time/recurrence.ts'
import { texts } from '../texts/index.ts'

/** `щороку, місяць січень`; the years of the term are told where it names them. */
export function recurrenceText(locale: Locale, r: Recurrence): string {
  const t = texts(locale).recurrence
  const months = (list: readonly number[]) =>
    list.length === 0
      ? []
      : [list.length === 1 ? t.inMonth(t.month(list[0]!)) : t.inMonths(list.map(t.month).join(', '))]
  const quarters = (list: readonly number[]) => (list.length === 0 ? [] : [list.map(t.quarter).join(', ')])
  const period =
    r.period === null || r.kind === 'once' || r.kind === 'by' || r.kind === 'years'
      ? []
      : [
          r.period.from === null
            ? t.byYear(r.period.to)
            : r.period.from === r.period.to
              ? t.inYear(r.period.to)
              : t.years(r.period.from, r.period.to),
        ]
  const parts = ((): readonly string[] => {
    switch (r.kind) {
      case 'monthly':
      case 'quarterly':
        return [t.kinds[r.kind], ...(r.byDay === null ? [] : [t.byDay(r.byDay)])]
      case 'halfYearly':
        return [t.kinds.halfYearly, ...months(r.months)]
      case 'yearly':
        return [
          r.everyYears === undefined ? t.kinds.yearly : t.everyYears(r.everyYears),
          ...(r.by ? [t.byDate(r.by.day, r.by.month, null)] : [...months(r.months), ...quarters(r.quarters)]),
        ]
      case 'once': {
        const when =
          r.day !== null && r.months[0] !== undefined
            ? [t.onDate(r.day, r.months[0])]
            : [...months(r.months), ...quarters(r.quarters)]
        return [...when, ...(r.year === null ? [] : [t.inYear(r.year)])]
      }
      case 'by':
        if (r.month === null) return r.year === null ? [t.kinds.by] : [t.byYear(r.year)]
        return [t.byDate(r.day, r.month, r.year)]
      case 'years':
        return [t.years(r.from, r.to)]
      default:
        return [t.kinds[r.kind]]
    }
  })()
  const whole = [...parts, ...period].join(', ')
  return [whole, ...(r.also ?? []).map((other) => recurrenceText(locale, other))].join('; ')
}
