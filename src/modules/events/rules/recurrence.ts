/** When a series comes: the days or spans in which it is to happen, and those that would pass without it. */
import {
  type CivilDate,
  civilDate,
  compareDates,
  daysBetween,
  nthWeekday,
  type Period,
  type QuarterNumber,
  quarterPeriod,
  yearPeriod,
} from '../../../kernel/civil-date.ts'
import { orthodoxEaster } from '../../../legal-time/easter.ts'
import type { CityEvent, EventRecurrence, EventState } from '../types.ts'

/** In `period` one of the series is to happen; on `day` where the rule names it. */
export type Slot = { readonly period: Period; readonly day: CivilDate | null }

/** Of one year, in their order. */
export function slotsOfYear(rule: EventRecurrence, year: number): Slot[] {
  const months = Array.from({ length: 12 }, (_, i) => i + 1)
  const whole = yearPeriod(year)
  const monthPeriod = (month: number): Period => {
    const from = civilDate(year, month, 1)
    return { from, to: from.add({ months: 1 }).subtract({ days: 1 }) }
  }
  switch (rule.every) {
    case 'quarter':
      return ([1, 2, 3, 4] as const).map((quarter: QuarterNumber) => ({
        period: quarterPeriod({ year, quarter }),
        day: null,
      }))
    case 'month':
      return months.map((month) => ({ period: monthPeriod(month), day: null }))
    case 'monthOn':
      return months.flatMap((month) => {
        const day = nthWeekday(year, month, rule.nth, rule.weekday)
        return day ? [{ period: monthPeriod(month), day }] : []
      })
    case 'year':
      return [{ period: whole, day: null }]
    case 'yearOn': {
      const last = civilDate(year, rule.month, 1).daysInMonth
      return [{ period: whole, day: civilDate(year, rule.month, Math.min(rule.day, last)) }]
    }
    case 'yearNth': {
      const day = nthWeekday(year, rule.month, rule.nth, rule.weekday)
      return day ? [{ period: whole, day }] : []
    }
    case 'easter':
      return [{ period: whole, day: orthodoxEaster(year).add({ days: rule.days }) }]
  }
}

type Occurrence = Pick<CityEvent, 'firstDay'> & { readonly state: EventState }

const happens = (event: Occurrence) => event.state !== 'cancelled' && event.state !== 'postponed'

function isIn(event: Occurrence, period: Period): boolean {
  return compareDates(event.firstDay, period.from) >= 0 && compareDates(event.firstDay, period.to) <= 0
}

/** The next slot from a day on that has no event yet. */
export function nextSlot(
  rule: EventRecurrence,
  events: readonly Occurrence[],
  today: CivilDate,
): Slot | null {
  return (
    [today.year, today.year + 1]
      .flatMap((year) => slotsOfYear(rule, year))
      .find(
        (slot) =>
          compareDates(slot.day ?? slot.period.to, today) >= 0 &&
          !events.some((event) => happens(event) && isIn(event, slot.period)),
      ) ?? null
  )
}

/** Days before the end of a span, or before its day, at which an event that is not planned becomes a gap. */
export const GAP_DAYS = 30

/** The running span that has no event and would soon pass without one. */
export function gapOf(
  rule: EventRecurrence,
  events: readonly Occurrence[],
  today: CivilDate,
): { readonly slot: Slot; readonly daysLeft: number } | null {
  const slot = nextSlot(rule, events, today)
  if (slot === null || compareDates(slot.period.from, today.add({ days: GAP_DAYS })) > 0) return null
  const daysLeft = daysBetween(today, slot.day ?? slot.period.to)
  return daysLeft <= GAP_DAYS ? { slot, daysLeft } : null
}

/** When the next one would be: on the slot's day, or as far into the span as the last one was into its own. */
export function dayForNext(slot: Slot, last: CivilDate, rule: EventRecurrence): CivilDate {
  if (slot.day) return slot.day
  const before = slotsOfYear(rule, last.year).find((s) => isIn({ firstDay: last, state: 'held' }, s.period))
  const into = before ? daysBetween(before.period.from, last) : 14
  const day = slot.period.from.add({ days: into })
  const wished = compareDates(day, slot.period.to) > 0 ? slot.period.to : day
  // On the same weekday where the span allows it.
  const moved = wished.add({ days: last.dayOfWeek - wished.dayOfWeek })
  return compareDates(moved, slot.period.from) >= 0 && compareDates(moved, slot.period.to) <= 0
    ? moved
    : wished
}

/** Whether a rule's figures name days that exist. */
export function isRecurrence(rule: EventRecurrence): boolean {
  const weekday = (n: number) => Number.isInteger(n) && n >= 1 && n <= 7
  const nth = (n: number) => n === -1 || (Number.isInteger(n) && n >= 1 && n <= 5)
  const month = (n: number) => Number.isInteger(n) && n >= 1 && n <= 12
  switch (rule.every) {
    case 'monthOn':
      return weekday(rule.weekday) && nth(rule.nth)
    case 'yearNth':
      return month(rule.month) && weekday(rule.weekday) && nth(rule.nth)
    case 'yearOn':
      return month(rule.month) && rule.day >= 1 && rule.day <= 31
    case 'easter':
      return Number.isInteger(rule.days) && Math.abs(rule.days) <= 120
    default:
      return true
  }
}
