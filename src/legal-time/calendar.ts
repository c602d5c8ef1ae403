/** Which days are worked: days of the week, holidays, moved days off, martial law, transfers. */
import type { CivilDate } from '../kernel/civil-date.ts'
import { HOLIDAYS, type HolidayRow } from './data/holidays.ts'
import { MARTIAL_LAW_PERIODS, type MartialLawPeriod } from './data/martial-law.ts'
import type { Transfer } from './data/transfers.ts'
import { type Holiday, holidaysOf, inForce, isoDate } from './holidays.ts'
import type { Source } from './source.ts'

/** Days worked in a week: 5 (Saturday and Sunday off) or 6 (Sunday off). */
export type Week = 5 | 6

/** `byDate`: holidays are worked on the days of `martialLawPeriods`; `on` and `off` say so of every day. */
export type MartialLaw = 'on' | 'off' | 'byDate'

export type CalendarOptions = {
  readonly week?: Week
  readonly martialLaw?: MartialLaw
  readonly martialLawPeriods?: readonly MartialLawPeriod[]
  readonly holidays?: readonly HolidayRow[]
  /** None by default: they are recommendations (`TRANSFERS` has the known ones). */
  readonly transfers?: readonly Transfer[]
}

export type DayOff =
  | { readonly reason: 'weekend' }
  | { readonly reason: 'holiday'; readonly holidays: readonly HolidayRow[] }
  /** The day off that fell on the holiday of `holidayOn` (ISO day): КЗпП ст. 67 ч. 3. */
  | { readonly reason: 'moved'; readonly holiday: HolidayRow; readonly holidayOn: string }
  | { readonly reason: 'transferred'; readonly workedOn: string; readonly source: Source }

export type Day = {
  readonly date: CivilDate
  /** Null on a working day. */
  readonly off: DayOff | null
  /** Holidays of the labour code that martial law keeps from being days off. */
  readonly suspended: readonly HolidayRow[]
}

export type Calendar = {
  readonly week: Week
  readonly martialLaw: MartialLaw
  readonly day: (date: CivilDate) => Day
  readonly isWorking: (date: CivilDate) => boolean
  /** The source by which holidays are worked on a day, or null where they are days off. */
  readonly martialLawOn: (date: CivilDate) => Source | null
}

type YearDays = {
  readonly off: ReadonlyMap<string, DayOff | null>
  readonly suspended: ReadonlyMap<string, HolidayRow[]>
}

/** The same options give the same days: years are worked out once and kept. */
export function calendar(options: CalendarOptions = {}): Calendar {
  const week = options.week ?? 5
  const martialLaw = options.martialLaw ?? 'byDate'
  const periods = options.martialLawPeriods ?? MARTIAL_LAW_PERIODS
  const rows = options.holidays ?? HOLIDAYS
  const transfers = week === 5 ? (options.transfers ?? []) : []
  const years = new Map<number, YearDays>()

  function martialLawOn(date: CivilDate): Source | null {
    if (martialLaw === 'off') return null
    const iso = date.toString()
    const period = periods.find((p) => inForce(p, iso))
    if (martialLaw === 'byDate') return period?.source ?? null
    return (period ?? periods[0] ?? MARTIAL_LAW_PERIODS[0]!).source
  }

  function weeklyOff(date: CivilDate): boolean {
    return date.dayOfWeek === 7 || (week === 5 && date.dayOfWeek === 6)
  }

  function daysOf(year: number): YearDays {
    const known = years.get(year)
    if (known) return known
    const off = new Map<string, DayOff | null>()
    const suspended = new Map<string, HolidayRow[]>()
    const kept: Holiday[] = []
    for (const holiday of holidaysOf(year, rows)) {
      const iso = holiday.date.toString()
      if (martialLawOn(holiday.date)) suspended.set(iso, [...(suspended.get(iso) ?? []), holiday.row])
      else kept.push(holiday)
    }
    for (const { date, row } of kept) {
      const before = off.get(date.toString())
      const holidays = before?.reason === 'holiday' ? [...before.holidays, row] : [row]
      off.set(date.toString(), { reason: 'holiday', holidays })
    }
    moveDaysOff(off, kept)
    for (const transfer of transfers) applyTransfer(off, year, transfer)
    const days = { off, suspended }
    years.set(year, days)
    return days
  }

  /** КЗпП ст. 67 ч. 3: a day off that falls on a holiday moves to the day after the holiday. */
  function moveDaysOff(off: Map<string, DayOff | null>, holidays: readonly Holiday[]): void {
    const done = new Set<string>()
    for (const { date, row } of holidays) {
      if (!weeklyOff(date) || done.has(date.toString())) continue
      done.add(date.toString())
      let next = date.add({ days: 1 })
      while (weeklyOff(next) || off.has(next.toString())) next = next.add({ days: 1 })
      if (!martialLawOn(next))
        off.set(next.toString(), { reason: 'moved', holiday: row, holidayOn: date.toString() })
    }
  }

  /** Ignored in martial law (КЗпП ст. 67 ч. 4–5 isn't applied) and where the days aren't what the order says. */
  function applyTransfer(off: Map<string, DayOff | null>, year: number, transfer: Transfer): void {
    const from = isoDate(transfer.from)
    const to = isoDate(transfer.to)
    if (from.year !== year || to.year !== year || martialLawOn(from) || martialLawOn(to)) return
    if (weeklyOff(from) || off.has(transfer.from) || !weeklyOff(to) || off.has(transfer.to)) return
    off.set(transfer.from, { reason: 'transferred', workedOn: transfer.to, source: transfer.source })
    off.set(transfer.to, null)
  }

  function day(date: CivilDate): Day {
    const iso = date.toString()
    const days = daysOf(date.year)
    const named = days.off.get(iso)
    const off = named === undefined ? (weeklyOff(date) ? ({ reason: 'weekend' } as const) : null) : named
    return { date, off, suspended: days.suspended.get(iso) ?? [] }
  }

  return { week, martialLaw, day, isWorking: (date) => day(date).off === null, martialLawOn }
}

/** Five-day week, martial law by date, no transfers: what a city's terms are counted by. */
export const CITY_CALENDAR: Calendar = calendar()
