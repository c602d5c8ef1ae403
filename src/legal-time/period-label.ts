/** What a period is called: a quarter, a year, a month, or its days. */
import type { CivilDate, Period, QuarterNumber } from '../kernel/civil-date.ts'

export type PeriodLabel =
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: QuarterNumber }
  | { readonly kind: 'half'; readonly year: number; readonly half: 1 | 2 }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'day'; readonly date: CivilDate }
  | { readonly kind: 'span'; readonly from: CivilDate; readonly to: CivilDate }

export function periodLabel({ from, to }: Period): PeriodLabel {
  if (from.equals(to)) return { kind: 'day', date: from }
  const whole = from.day === 1 && to.day === to.daysInMonth && from.year === to.year
  const year = from.year
  if (whole && from.month === to.month) return { kind: 'month', year, month: from.month }
  if (whole && from.month % 3 === 1 && to.month === from.month + 2)
    return { kind: 'quarter', year, quarter: (to.month / 3) as QuarterNumber }
  if (whole && from.month === 1 && to.month === 12) return { kind: 'year', year }
  if (whole && from.month % 6 === 1 && to.month === from.month + 5)
    return { kind: 'half', year, half: from.month === 1 ? 1 : 2 }
  return { kind: 'span', from, to }
}
