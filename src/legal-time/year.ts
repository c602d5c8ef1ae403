/** Working days of a year, month by month: the norm of working time in days. */
import { type CivilDate, civilDate } from '../kernel/civil-date.ts'
import type { Calendar, Day } from './calendar.ts'

export type YearOfWork = {
  readonly year: number
  /** Twelve numbers, January first. */
  readonly workingDays: readonly number[]
  readonly total: number
  /** Working days before a holiday, shorter by an hour (КЗпП ст. 53); none while martial law suspends it. */
  readonly shortened: readonly CivilDate[]
  /** Days off that aren't weekends, and holidays worked under martial law. */
  readonly special: readonly Day[]
}

export function yearOfWork(calendar: Calendar, year: number): YearOfWork {
  const days = daysOfYear(year).map((date) => calendar.day(date))
  const workingDays = Array.from(
    { length: 12 },
    (_, month) => days.filter((d) => d.date.month === month + 1 && d.off === null).length,
  )
  return {
    year,
    workingDays,
    total: workingDays.reduce((sum, n) => sum + n, 0),
    shortened: days.filter((d) => isShortened(calendar, d)).map((d) => d.date),
    special: days.filter((d) => d.suspended.length > 0 || (d.off !== null && d.off.reason !== 'weekend')),
  }
}

function isShortened(calendar: Calendar, day: Day): boolean {
  if (day.off !== null || calendar.martialLawOn(day.date)) return false
  return calendar.day(day.date.add({ days: 1 })).off?.reason === 'holiday'
}

function daysOfYear(year: number): readonly CivilDate[] {
  const first = civilDate(year, 1, 1)
  return Array.from({ length: first.daysInYear }, (_, n) => first.add({ days: n }))
}
