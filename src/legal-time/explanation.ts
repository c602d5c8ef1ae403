/**
 * Why a date is what it is: codes and figures, no words. Everything here is plain JSON (days are ISO
 * texts), so that a duty can keep the explanation it was made with and show it years later.
 */
import type { Quarter } from '../kernel/civil-date.ts'
import type { DayOff } from './calendar.ts'
import type { HolidayRow } from './data/holidays.ts'
import type { Source } from './source.ts'

/** A civil day as `2026-04-06`. */
export type IsoDay = string

/** How the day was found. `nominal`: the day the term names, before a day off moves it. */
export type Counting =
  | { readonly how: 'workingDaysAfter'; readonly event: IsoDay; readonly count: number }
  | {
      readonly how: 'calendarDaysAfter'
      readonly event: IsoDay
      readonly count: number
      readonly nominal: IsoDay
    }
  | {
      readonly how: 'monthsAfter' | 'yearsAfter'
      readonly event: IsoDay
      readonly count: number
      readonly nominal: IsoDay
      /** The last month has no such day, so the term ends on its last one (ЦК ст. 254 ч. 4). */
      readonly lastOfMonth: boolean
    }
  | {
      readonly how: 'workingDaysBefore'
      readonly event: IsoDay
      readonly count: number
      /** `count` full working days lie between the deed and the event. */
      readonly strict: boolean
    }
  | {
      readonly how: 'calendarDaysBefore'
      readonly event: IsoDay
      readonly count: number
      readonly nominal: IsoDay
    }
  | {
      readonly how: 'dayAfterQuarter'
      readonly quarter: Quarter
      readonly day: number
      readonly nominal: IsoDay
    }
  | { readonly how: 'dayAfterMonth'; readonly month: IsoDay; readonly day: number; readonly nominal: IsoDay }
  | { readonly how: 'fixedDay'; readonly nominal: IsoDay }

export type SkippedDay = { readonly date: IsoDay; readonly off: DayOff }
export type SuspendedHoliday = { readonly date: IsoDay; readonly holiday: HolidayRow }

/** The rule a term comes from. `overridden`: the city's own value and why. */
export type Basis = {
  readonly rule: string | null
  readonly source: Source
  readonly overridden: { readonly decision: string | null; readonly reason: string } | null
}

export type Explanation = {
  readonly date: IsoDay
  readonly counting: Counting
  /** Days off that were passed over, in the order of the calendar. */
  readonly skipped: readonly SkippedDay[]
  /** Holidays that would have mattered, had martial law not suspended them. */
  readonly suspended: readonly SuspendedHoliday[]
  readonly martialLaw: Source | null
  readonly basis: Basis | null
}
