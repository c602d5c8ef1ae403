/** What a recurrence asks for before it is cut to its programme: periods, and how each was read. */
import {
  type CivilDate,
  civilDate,
  compareDates,
  earlier,
  later,
  type Period,
  type QuarterNumber,
  quarterPeriod,
  yearPeriod,
} from '../kernel/civil-date.ts'
import type { Calendar } from './calendar.ts'
import type { Due } from './due.ts'
import type { Recurrence } from './recurrence.ts'
import { dayAfterMonth, dayAfterQuarter, fixedDay } from './reporting-days.ts'

/**
 * How the term was read. `quarterOfWork`: work without an end is answered for each quarter, as reports are
 * quarterly. `beforeNamed` and `throughNamed`: the two readings of «до 2015 року». `namedDay`: a day on which
 * the thing happens, not the end of a term, so a day off doesn't move it.
 */
export type ReadingCode =
  | 'quarterOfWork'
  | 'month'
  | 'dayAfterMonth'
  | 'quarter'
  | 'dayAfterQuarter'
  | 'half'
  | 'year'
  | 'yearOfWork'
  | 'severalYears'
  | 'named'
  | 'byDay'
  | 'beforeNamed'
  | 'throughNamed'
  | 'namedDay'

/** «До 2015 року»: before 1 January 2015 (the default), or to the end of 2015. */
export type NamedYear = 'excluded' | 'included'

export type Draft = {
  readonly period: Period
  readonly code: ReadingCode
  readonly everyYear?: boolean
  readonly times?: number
  /** Found otherwise than as the last day of the period. */
  readonly due?: (calendar: Calendar) => Due
}

export function draftsOf(r: Recurrence, period: Period, namedYear: NamedYear = 'excluded'): readonly Draft[] {
  const own = ownDrafts(r, period, namedYear)
  return r.also === undefined
    ? own
    : inTurn([...own, ...r.also.flatMap((other) => ownDrafts(other, period, namedYear))])
}

/** Of two days by which something is due, the time of the second begins after the first. */
function inTurn(drafts: readonly Draft[]): readonly Draft[] {
  const sorted = [...drafts].sort((a, b) => compareDates(a.period.to, b.period.to))
  return sorted.map((draft, i) => {
    const before = sorted.slice(0, i).findLast((d) => d.code === 'byDay')
    if (draft.code !== 'byDay' || !before) return draft
    const from = later(draft.period.from, before.period.to.add({ days: 1 }))
    return { ...draft, period: { from: earlier(from, draft.period.to), to: draft.period.to } }
  })
}

function ownDrafts(r: Recurrence, period: Period, namedYear: NamedYear): readonly Draft[] {
  const years = yearsOf(r, period)
  switch (r.kind) {
    case 'none':
    case 'unrecognised':
      return []
    case 'continuous':
    case 'daily':
    case 'weekly':
    case 'onDemand':
      return years.flatMap((year) => quartersOf(year).map((p) => ({ period: p, code: 'quarterOfWork' })))
    case 'monthly':
      return years.flatMap((year) => MONTHS.map((month) => monthDraft(year, month, r.byDay)))
    case 'quarterly':
      return years.flatMap((year) => QUARTERS.map((quarter) => quarterDraft(year, quarter, r.byDay, r.times)))
    case 'halfYearly':
      return years.flatMap((year) => HALVES.map((half) => halfDraft(year, half, r.months)))
    case 'yearly':
      return inBlocks(years, r.everyYears ?? 1).flatMap((block) => yearlyDrafts(block, r, namedYear))
    case 'once':
      return (r.year === null ? years : [r.year]).flatMap((year) => onceDrafts(year, r))
    case 'by':
      return (r.year === null ? years : [r.year]).map((year) => ({
        ...byDraft(r.year === null ? yearPeriod(year).from : period.from, year, r, namedYear),
        everyYear: r.year === null,
      }))
    case 'years':
      return years.map((year) => ({ period: yearPeriod(year), code: 'yearOfWork' }))
  }
}

const QUARTERS: readonly QuarterNumber[] = [1, 2, 3, 4]
const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const HALVES = [1, 2] as const

/** Years of the programme; where the term names years of its own, only those. */
function yearsOf(r: Recurrence, period: Period): readonly number[] {
  const own = r.kind === 'years' ? r : r.kind === 'once' || r.kind === 'by' ? null : r.period
  const first = Math.max(period.from.year, own?.from ?? period.from.year)
  const last = Math.min(period.to.year, own?.to ?? period.to.year)
  return first > last ? [] : Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

function quartersOf(year: number): readonly Period[] {
  return QUARTERS.map((quarter) => quarterPeriod({ year, quarter }))
}

function monthsPeriod(year: number, first: number, last: number): Period {
  const from = civilDate(year, first, 1)
  const end = civilDate(year, last, 1)
  return { from, to: end.with({ day: end.daysInMonth }) }
}

function monthDraft(year: number, month: number, byDay: number | null): Draft {
  const period = monthsPeriod(year, month, month)
  return byDay === null
    ? { period, code: 'month' }
    : { period, code: 'dayAfterMonth', due: (c) => dayAfterMonth(c, period.from, byDay) }
}

function quarterDraft(year: number, quarter: QuarterNumber, byDay: number | null, times: number): Draft {
  const period = quarterPeriod({ year, quarter })
  return byDay === null
    ? { period, code: 'quarter', times }
    : { period, code: 'dayAfterQuarter', times, due: (c) => dayAfterQuarter(c, { year, quarter }, byDay) }
}

function halfDraft(year: number, half: 1 | 2, months: readonly number[]): Draft {
  const [first, last] = half === 1 ? [1, 6] : [7, 12]
  const named = months.filter((m) => m >= first && m <= last)
  return named.length === 0
    ? { period: monthsPeriod(year, first, last), code: 'half' }
    : { period: monthsPeriod(year, Math.min(...named), Math.max(...named)), code: 'named' }
}

/** «Раз на 2 роки» is counted from the first year; the last block may be cut short. */
function inBlocks(years: readonly number[], size: number): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(years.length / size) }, (_, i) =>
    years.slice(i * size, (i + 1) * size),
  )
}

/** What a term names within the year is due in the last year of its block. */
function yearlyDrafts(
  block: readonly number[],
  r: Extract<Recurrence, { kind: 'yearly' }>,
  namedYear: NamedYear,
): readonly Draft[] {
  const [first, year] = [block[0]!, block.at(-1)!]
  if (r.by !== null) return [byDraft(yearPeriod(first).from, year, r.by, namedYear)]
  const months = r.months.length > 0 ? r.months : r.quarters.flatMap(monthsOfQuarter)
  if (months.length > 0)
    return runs(months).map(([a, b]) => ({ period: monthsPeriod(year, a, b), code: 'named' }))
  const period = { from: yearPeriod(first).from, to: yearPeriod(year).to }
  return [{ period, code: first === year ? 'year' : 'severalYears' }]
}

function onceDrafts(year: number, r: Extract<Recurrence, { kind: 'once' }>): readonly Draft[] {
  const everyYear = r.year === null
  const month = r.months[0]
  if (r.day !== null && month !== undefined) {
    const first = civilDate(year, month, 1)
    const day = first.with({ day: Math.min(r.day, first.daysInMonth) })
    return [{ period: { from: day, to: day }, code: 'namedDay', everyYear, due: onTheDay(day) }]
  }
  const months = r.months.length > 0 ? r.months : r.quarters.flatMap(monthsOfQuarter)
  return months.length === 0
    ? [{ period: yearPeriod(year), code: 'year', everyYear }]
    : runs(months).map(([a, b]) => ({ period: monthsPeriod(year, a, b), code: 'named', everyYear }))
}

/** «До 20 грудня» includes the day; «до грудня» and «до 2015 року» end before what they name, by default. */
function byDraft(
  from: CivilDate,
  year: number,
  r: { readonly month: number | null; readonly day: number | null },
  namedYear: NamedYear,
): Draft {
  const first = civilDate(year, r.month ?? 1, 1)
  if (r.month !== null && r.day !== null) {
    const to = first.with({ day: Math.min(r.day, first.daysInMonth) })
    return { period: { from: earlier(from, to), to }, code: 'byDay' }
  }
  const code = namedYear === 'included' ? 'throughNamed' : 'beforeNamed'
  const next = r.month === null ? first.add({ years: 1 }) : first.add({ months: 1 })
  const to = (code === 'throughNamed' ? next : first).subtract({ days: 1 })
  return { period: { from: earlier(from, to), to }, code }
}

export function onTheDay(day: CivilDate): (calendar: Calendar) => Due {
  return (calendar) => fixedDay(calendar, day, { ifDayOff: 'keep' })
}

function monthsOfQuarter(quarter: number): readonly number[] {
  return [quarter * 3 - 2, quarter * 3 - 1, quarter * 3]
}

/** Months that follow each other are one time: `[3, 4, 5, 10]` → March to May, October. */
function runs(months: readonly number[]): readonly (readonly [number, number])[] {
  const found: [number, number][] = []
  for (const month of [...new Set(months)].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last && last[1] + 1 === month) last[1] = month
    else found.push([month, month])
  }
  return found
}
