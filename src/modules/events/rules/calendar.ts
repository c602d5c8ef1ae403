/** Which part of the calendar an address asks for. */
import { type CivilDate, civilDate, type Period, parseCivilDate } from '../../../kernel/civil-date.ts'

export const VIEWS = ['list', 'month', 'week', 'map'] as const
export type CalendarView = (typeof VIEWS)[number]

/** Months that the list and the map look ahead. */
const AHEAD = 3
const FIRST_YEAR = 1991
const LAST_YEAR = 2200

export type CalendarSpan = {
  readonly view: CalendarView
  readonly period: Period
  /** Days by which the neighbouring spans are asked for. */
  readonly previous: CivilDate
  readonly next: CivilDate
}

/** @param on any day of the span: its month, its week; the first day of a list or map */
export function calendarSpan(view: CalendarView, on: CivilDate): CalendarSpan {
  switch (view) {
    case 'month': {
      const from = on.with({ day: 1 })
      const next = from.add({ months: 1 })
      return {
        view,
        period: { from, to: next.subtract({ days: 1 }) },
        previous: from.subtract({ months: 1 }),
        next,
      }
    }
    case 'week': {
      const from = on.subtract({ days: on.dayOfWeek - 1 })
      const next = from.add({ days: 7 })
      return { view, period: { from, to: from.add({ days: 6 }) }, previous: from.subtract({ days: 7 }), next }
    }
    default: {
      const next = on.add({ months: AHEAD })
      return {
        view,
        period: { from: on, to: next.subtract({ days: 1 }) },
        previous: on.subtract({ months: AHEAD }),
        next,
      }
    }
  }
}

export function viewOf(text: string): CalendarView {
  return VIEWS.find((v) => v === text) ?? 'list'
}

/** The day that an address names, `2026-11` for the first of a month; today for anything else. */
export function dayAsked(text: string, today: CivilDate): CivilDate {
  const month = /^(\d{4})-(\d{2})$/.exec(text)
  const day = month ? safeMonth(Number(month[1]), Number(month[2])) : parseCivilDate(text)
  return day !== null && day.year >= FIRST_YEAR && day.year <= LAST_YEAR ? day : today
}

function safeMonth(year: number, month: number): CivilDate | null {
  return month >= 1 && month <= 12 ? civilDate(year, month, 1) : null
}
