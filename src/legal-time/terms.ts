/** Terms of law counted to a day. Each result explains itself and names its sources. */
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Calendar, Day } from './calendar.ts'
import { type Due, due } from './due.ts'
import type { Basis } from './explanation.ts'

export type { Due } from './due.ts'

/** What to do where the last day is a day off. */
export type IfDayOff = 'next' | 'previous' | 'keep'

export type TermOptions = { readonly basis?: Basis | null }
export type ShiftedOptions = TermOptions & { readonly ifDayOff?: IfDayOff }

/**
 * The `count`-th working day after the event; the day of the event doesn't count (ЦК ст. 253). With 0 it
 * is the event's own day, or the first working day after it.
 * @throws RangeError when `count` isn't a whole number from 0
 */
export function workingDaysAfter(
  calendar: Calendar,
  event: CivilDate,
  count: number,
  options: TermOptions = {},
): Due {
  const passed = walk(calendar, event, whole(count), 1)
  return due(calendar, { how: 'workingDaysAfter', event: event.toString(), count }, passed, options.basis)
}

/**
 * The last day for a deed due not later than `count` working days before the event: the `count`-th working
 * day counted back from it. Strict: `count` full working days lie between, so one working day earlier.
 * @throws RangeError when `count` isn't a whole number from 0
 */
export function workingDaysBefore(
  calendar: Calendar,
  event: CivilDate,
  count: number,
  options: TermOptions & { readonly strict?: boolean } = {},
): Due {
  const strict = options.strict ?? false
  const passed = walk(calendar, event, whole(count) + (strict ? 1 : 0), -1)
  return due(
    calendar,
    { how: 'workingDaysBefore', event: event.toString(), count, strict },
    passed,
    options.basis,
  )
}

/** Ends on a day off → the first working day after it (ЦК ст. 254 ч. 5). */
export function calendarDaysAfter(
  calendar: Calendar,
  event: CivilDate,
  count: number,
  options: ShiftedOptions = {},
): Due {
  const nominal = event.add({ days: whole(count) })
  const counting = {
    how: 'calendarDaysAfter',
    event: event.toString(),
    count,
    nominal: nominal.toString(),
  } as const
  return due(calendar, counting, shift(calendar, nominal, options.ifDayOff ?? 'next'), options.basis)
}

/** The same day of the last month, or its last day where there is no such one (ЦК ст. 254 ч. 3–5). */
export function monthsAfter(
  calendar: Calendar,
  event: CivilDate,
  count: number,
  options: ShiftedOptions = {},
): Due {
  return spanAfter(calendar, 'monthsAfter', event, count, event.add({ months: whole(count) }), options)
}

/** The same month and day of the last year; 29 February → 28 (ЦК ст. 254 ч. 1, 4, 5). */
export function yearsAfter(
  calendar: Calendar,
  event: CivilDate,
  count: number,
  options: ShiftedOptions = {},
): Due {
  return spanAfter(calendar, 'yearsAfter', event, count, event.add({ years: whole(count) }), options)
}

function spanAfter(
  calendar: Calendar,
  how: 'monthsAfter' | 'yearsAfter',
  event: CivilDate,
  count: number,
  nominal: CivilDate,
  options: ShiftedOptions,
): Due {
  const counting = {
    how,
    event: event.toString(),
    count,
    nominal: nominal.toString(),
    lastOfMonth: nominal.day !== event.day,
  }
  return due(calendar, counting, shift(calendar, nominal, options.ifDayOff ?? 'next'), options.basis)
}

/**
 * The last day for a deed due at least `count` calendar days before the event. A day off → the working day
 * before it: the day after would leave less than the law asks.
 */
export function calendarDaysBefore(
  calendar: Calendar,
  event: CivilDate,
  count: number,
  options: ShiftedOptions = {},
): Due {
  const nominal = event.subtract({ days: whole(count) })
  const counting = {
    how: 'calendarDaysBefore',
    event: event.toString(),
    count,
    nominal: nominal.toString(),
  } as const
  return due(calendar, counting, shift(calendar, nominal, options.ifDayOff ?? 'previous'), options.basis)
}

/** From the nominal day to the nearest working one, in the direction asked. */
export function shift(calendar: Calendar, nominal: CivilDate, ifDayOff: IfDayOff): readonly Day[] {
  if (ifDayOff === 'keep') return [calendar.day(nominal)]
  const step = ifDayOff === 'next' ? 1 : -1
  const passed = [calendar.day(nominal)]
  while (passed.at(-1)!.off !== null) passed.push(calendar.day(passed.at(-1)!.date.add({ days: step })))
  return passed
}

/** Days passed from the event to the `count`-th working one; the event's own only where `count` is 0. */
function walk(calendar: Calendar, event: CivilDate, count: number, step: 1 | -1): readonly Day[] {
  if (count === 0) return shift(calendar, event, step === 1 ? 'next' : 'previous')
  const passed: Day[] = []
  let left = count
  let date = event
  while (left > 0) {
    date = date.add({ days: step })
    const day = calendar.day(date)
    passed.push(day)
    if (day.off === null) left--
  }
  return passed
}

function whole(count: number): number {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a whole number from 0: ${count}`)
  return count
}
