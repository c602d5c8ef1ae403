/** Days of the calendar, without clock or zone. The type is Temporal's; here is what our house adds. */
import { Temporal } from 'temporal-polyfill'

export { Temporal }

export type CivilDate = Temporal.PlainDate

/** The zone in which the city's days begin and end. */
export const CITY_ZONE = 'Europe/Kyiv'

export type QuarterNumber = 1 | 2 | 3 | 4
export type Quarter = { readonly year: number; readonly quarter: QuarterNumber }

/** First and last day, both included. */
export type Period = { readonly from: CivilDate; readonly to: CivilDate }

export function civilDate(year: number, month: number, day: number): CivilDate {
  return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
}

/**
 * Reads `2026-03-02`, `02.03.2026`, `2.3.2026` or `02/03/2026` (day first). `null` for anything else,
 * also for days that do not exist.
 */
export function parseCivilDate(text: string): CivilDate | null {
  const t = text.trim()
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(t)
  const local = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(t)
  const [year, month, day] = iso
    ? [iso[1], iso[2], iso[3]].map(Number)
    : local
      ? [local[3], local[2], local[1]].map(Number)
      : []
  if (year === undefined || month === undefined || day === undefined) return null
  // The calendar of the database knows no year 0.
  if (year < 1) return null
  try {
    return civilDate(year, month, day)
  } catch {
    return null
  }
}

const isoTexts = new WeakMap<CivilDate, string>()

/** `2026-03-02`. A date of a hot list is one value that is shown again and again, so its text is kept with it. */
export function isoDate(date: CivilDate): string {
  const known = isoTexts.get(date)
  if (known !== undefined) return known
  const text = date.toString()
  isoTexts.set(date, text)
  return text
}

let lastDay: { readonly minute: number; readonly zone: string; readonly day: CivilDate } | null = null

/** The city's civil day at an instant. Days begin on a whole minute, so one answer holds for the minute. */
export function dayOf(instant: Temporal.Instant, zone = CITY_ZONE): CivilDate {
  const minute = Math.floor(instant.epochMilliseconds / 60_000)
  if (lastDay?.minute !== minute || lastDay.zone !== zone)
    lastDay = { minute, zone, day: instant.toZonedDateTimeISO(zone).toPlainDate() }
  return lastDay.day
}

export function quarterOf(date: CivilDate): Quarter {
  return { year: date.year, quarter: Math.ceil(date.month / 3) as QuarterNumber }
}

export function quarterPeriod(q: Quarter): Period {
  const from = civilDate(q.year, q.quarter * 3 - 2, 1)
  return { from, to: from.add({ months: 3 }).subtract({ days: 1 }) }
}

export function nextQuarter(q: Quarter): Quarter {
  return q.quarter === 4
    ? { year: q.year + 1, quarter: 1 }
    : { year: q.year, quarter: (q.quarter + 1) as QuarterNumber }
}

export function previousQuarter(q: Quarter): Quarter {
  return q.quarter === 1
    ? { year: q.year - 1, quarter: 4 }
    : { year: q.year, quarter: (q.quarter - 1) as QuarterNumber }
}

export function yearPeriod(year: number): Period {
  return { from: civilDate(year, 1, 1), to: civilDate(year, 12, 31) }
}

/** Negative when `a` is earlier. */
export function compareDates(a: CivilDate, b: CivilDate): number {
  return Temporal.PlainDate.compare(a, b)
}

export function isWithin(date: CivilDate, period: Period): boolean {
  return compareDates(date, period.from) >= 0 && compareDates(date, period.to) <= 0
}

export function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return compareDates(a, b) <= 0 ? a : b
}

export function later(a: CivilDate, b: CivilDate): CivilDate {
  return compareDates(a, b) >= 0 ? a : b
}

/** Whole days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return a.until(b, { largestUnit: 'days' }).days
}

/**
 * The nth weekday of a month (1 Monday to 7 Sunday; `nth` -1: the last). Null where the month has no fifth one.
 */
export function nthWeekday(year: number, month: number, nth: number, weekday: number): CivilDate | null {
  const first = civilDate(year, month, 1)
  if (nth < 0) {
    const last = first.add({ months: 1 }).subtract({ days: 1 })
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 })
  }
  const day = 1 + ((weekday - first.dayOfWeek + 7) % 7) + (nth - 1) * 7
  return day > first.daysInMonth ? null : civilDate(year, month, day)
}
