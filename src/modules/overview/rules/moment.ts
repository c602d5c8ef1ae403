/** Where the programme stands on a day: the year and the quarters that matter. */
import {
  type CivilDate,
  compareDates,
  isWithin,
  type Period,
  previousQuarter,
  type Quarter,
  quarterOf,
  quarterPeriod,
} from '../../../kernel/civil-date.ts'

/** The year of the day; before the programme its first, after it its last. */
export function yearToShow(period: Period, today: CivilDate): number {
  return Math.min(Math.max(today.year, period.from.year), period.to.year)
}

/** The quarter of a year that is going on, or none. */
export function quarterNow(year: number, today: CivilDate): Quarter | null {
  const quarter = quarterOf(today)
  return quarter.year === year ? quarter : null
}

function meets(quarter: Quarter, period: Period): boolean {
  const q = quarterPeriod(quarter)
  return compareDates(q.from, period.to) <= 0 && compareDates(q.to, period.from) >= 0
}

/** The quarter whose reports are due next: the one before while its day has not passed, else this one. */
export function nextReport(
  period: Period,
  today: CivilDate,
  dueOf: (quarter: Quarter) => CivilDate,
): { readonly quarter: Quarter; readonly due: CivilDate } | null {
  const current = quarterOf(today)
  for (const quarter of [previousQuarter(current), current]) {
    const due = dueOf(quarter)
    if (meets(quarter, period) && compareDates(due, today) >= 0) return { quarter, due }
  }
  return null
}

/** Quarters whose reports are followed: the one before while something of it is not accepted, and the one going on. */
export function quartersToFollow(
  period: Period,
  today: CivilDate,
  beforeIsSettled: boolean,
): readonly Quarter[] {
  const current = quarterOf(today)
  const before = previousQuarter(current)
  return [...(beforeIsSettled ? [] : [before]), current].filter((q) => meets(q, period))
}

/** The year of which the session is told next: the one that has ended, while the programme had it. */
export function yearToReport(period: Period, today: CivilDate): number | null {
  const year = today.year - 1
  return year >= period.from.year && year <= period.to.year ? year : null
}

export type Course = 'ahead' | 'running' | 'over'

export function courseOf(period: Period, today: CivilDate): Course {
  return isWithin(today, period) ? 'running' : compareDates(today, period.from) < 0 ? 'ahead' : 'over'
}
