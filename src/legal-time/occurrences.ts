/** When a measure is to be carried out: the recurrence of its term laid over the days of its programme. */
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
import type { Explanation, IsoDay } from './explanation.ts'
import { type PeriodLabel, periodLabel } from './period-label.ts'
import type { Recurrence, RecurrenceKind } from './recurrence.ts'
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
  | 'named'
  | 'byDay'
  | 'beforeNamed'
  | 'throughNamed'
  | 'namedDay'

export type Reading = {
  readonly code: ReadingCode
  readonly term: RecurrenceKind
  readonly raw: string
  /** The term names no year, so it stands for each year of the programme. */
  readonly everyYear: boolean
  /** Last day of the programme, where the occurrence would have gone beyond it. */
  readonly cutAt: IsoDay | null
}

/** Plain JSON, kept with the duty it explains. */
export type OccurrenceExplanation = { readonly reading: Reading; readonly due: Explanation }

export type Occurrence = {
  /** Within the programme's own period. */
  readonly period: Period
  readonly due: CivilDate
  readonly explanation: OccurrenceExplanation
  readonly label: PeriodLabel
  /** Of several within one period («двічі на квартал»): this one, of so many. */
  readonly ordinal: number
  readonly of: number
}

export type OccurrenceOptions = {
  readonly calendar: Calendar
  /** Day on which the text came into force: what had ended before it makes no duty. */
  readonly inForceFrom?: CivilDate | null
  /** «До 2015 року»: before 1 January 2015 (the default), or to the end of 2015. */
  readonly namedYear?: 'excluded' | 'included'
}

type Draft = {
  readonly period: Period
  readonly code: ReadingCode
  readonly everyYear?: boolean
  readonly times?: number
  /** Found otherwise than as the last day of the period. */
  readonly due?: (calendar: Calendar) => Due
}

/** In the order of their periods; none for a term that is not given or not understood. */
export function occurrences(
  recurrence: Recurrence,
  period: Period,
  options: OccurrenceOptions,
): readonly Occurrence[] {
  return draftsOf(recurrence, period, options)
    .filter((draft) => overlap(draft.period, period) && !endedBefore(draft, period, options))
    .flatMap((draft) => settle(draft, recurrence, period, options.calendar))
    .sort((a, b) => compareDates(a.period.from, b.period.from) || a.ordinal - b.ordinal)
}

export type NoOccurrence = 'noTerm' | 'notUnderstood' | 'outsideProgramme' | 'endedBeforeDecision'

/** Why a term makes no duty; null where it makes some. */
export function whyNoOccurrence(
  recurrence: Recurrence,
  period: Period,
  options: OccurrenceOptions,
): NoOccurrence | null {
  if (recurrence.kind === 'none') return 'noTerm'
  if (recurrence.kind === 'unrecognised') return 'notUnderstood'
  const within = draftsOf(recurrence, period, options).filter((draft) => overlap(draft.period, period))
  if (within.length === 0) return 'outsideProgramme'
  return within.every((draft) => endedBefore(draft, period, options)) ? 'endedBeforeDecision' : null
}

/** Days that a person named: each is one occurrence, and a day off does not move it. */
export function occurrencesOn(
  days: readonly CivilDate[],
  raw: string,
  calendar: Calendar,
): readonly Occurrence[] {
  return [...days].sort(compareDates).flatMap((day) => {
    const draft: Draft = { period: { from: day, to: day }, code: 'namedDay', due: onTheDay(day) }
    const term = { kind: 'once', raw, period: null, year: day.year, quarters: [], months: [], day: null } as const
    return settle(draft, term, draft.period, calendar)
  })
}

function draftsOf(r: Recurrence, period: Period, options: OccurrenceOptions): readonly Draft[] {
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
      return years.flatMap((year) => yearlyDrafts(year, r, options))
    case 'once':
      return (r.year === null ? years : [r.year]).flatMap((year) => onceDrafts(year, r))
    case 'by':
      return (r.year === null ? years : [r.year]).map((year) => ({
        ...byDraft(r.year === null ? yearPeriod(year).from : period.from, year, r, options),
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

function yearlyDrafts(
  year: number,
  r: Extract<Recurrence, { kind: 'yearly' }>,
  options: OccurrenceOptions,
): readonly Draft[] {
  if (r.by !== null) return [byDraft(yearPeriod(year).from, year, r.by, options)]
  const months = r.months.length > 0 ? r.months : r.quarters.flatMap(monthsOfQuarter)
  return months.length === 0
    ? [{ period: yearPeriod(year), code: 'year' }]
    : runs(months).map(([first, last]) => ({ period: monthsPeriod(year, first, last), code: 'named' }))
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
  { namedYear }: OccurrenceOptions,
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

function onTheDay(day: CivilDate): (calendar: Calendar) => Due {
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

function overlap(a: Period, b: Period): boolean {
  return compareDates(a.from, b.to) <= 0 && compareDates(b.from, a.to) <= 0
}

function endedBefore(draft: Draft, period: Period, { inForceFrom }: OccurrenceOptions): boolean {
  if (!inForceFrom) return false
  return compareDates(earlier(draft.period.to, period.to), inForceFrom) < 0
}

function settle(draft: Draft, r: Recurrence, programme: Period, calendar: Calendar): readonly Occurrence[] {
  const to = earlier(draft.period.to, programme.to)
  const cut = !to.equals(draft.period.to)
  const period = { from: later(draft.period.from, programme.from), to }
  const due = draft.due && !cut ? draft.due(calendar) : fixedDay(calendar, to)
  const reading: Reading = {
    code: draft.code,
    term: r.kind,
    raw: r.raw,
    everyYear: draft.everyYear ?? false,
    cutAt: cut ? to.toString() : null,
  }
  const of = Math.max(1, draft.times ?? 1)
  return Array.from({ length: of }, (_, i) => ({
    period,
    due: due.date,
    explanation: { reading, due: due.explanation },
    label: periodLabel(period),
    ordinal: i + 1,
    of,
  }))
}
