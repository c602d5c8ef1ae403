/** Terms that name a day instead of counting to it: of the month after a quarter, or of the calendar. */
import { type CivilDate, civilDate, nextQuarter, type Quarter } from '../kernel/civil-date.ts'
import type { Calendar } from './calendar.ts'
import { type Due, due } from './due.ts'
import { type ShiftedOptions, shift } from './terms.ts'

/**
 * «До 6 числа місяця, наступного за звітним кварталом»: the day itself is included; a day off → the first
 * working day after it (ЦК ст. 254 ч. 5). A day that the month lacks is its last one.
 */
export function dayAfterQuarter(
  calendar: Calendar,
  quarter: Quarter,
  day: number,
  options: ShiftedOptions = {},
): Due {
  const next = nextQuarter(quarter)
  const nominal = dayOfMonth(civilDate(next.year, next.quarter * 3 - 2, 1), day)
  const counting = { how: 'dayAfterQuarter', quarter, day, nominal: nominal.toString() } as const
  return due(calendar, counting, shift(calendar, nominal, options.ifDayOff ?? 'next'), options.basis)
}

/** The same after a month; `month` is any day of it. */
export function dayAfterMonth(
  calendar: Calendar,
  month: CivilDate,
  day: number,
  options: ShiftedOptions = {},
): Due {
  const first = month.with({ day: 1 })
  const nominal = dayOfMonth(first.add({ months: 1 }), day)
  const counting = {
    how: 'dayAfterMonth',
    month: first.toString(),
    day,
    nominal: nominal.toString(),
  } as const
  return due(calendar, counting, shift(calendar, nominal, options.ifDayOff ?? 'next'), options.basis)
}

/** «До 20 грудня», «31.12.2026»: the day named, included; a day off → the first working day after it. */
export function fixedDay(calendar: Calendar, nominal: CivilDate, options: ShiftedOptions = {}): Due {
  const counting = { how: 'fixedDay', nominal: nominal.toString() } as const
  return due(calendar, counting, shift(calendar, nominal, options.ifDayOff ?? 'next'), options.basis)
}

function dayOfMonth(first: CivilDate, day: number): CivilDate {
  if (!Number.isInteger(day) || day < 1 || day > 31) throw new RangeError(`not a day of a month: ${day}`)
  return first.with({ day: Math.min(day, first.daysInMonth) })
}
