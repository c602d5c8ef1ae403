/** When a measure is to be carried out: the recurrence of its term laid over the days of its programme. */
import { type CivilDate, compareDates, earlier, later, type Period } from '../kernel/civil-date.ts'
import type { Calendar } from './calendar.ts'
import type { Explanation, IsoDay } from './explanation.ts'
import { type Draft, draftsOf, type NamedYear, onTheDay, type ReadingCode } from './occurrence-drafts.ts'
import { type PeriodLabel, periodLabel } from './period-label.ts'
import type { Recurrence, RecurrenceKind } from './recurrence.ts'
import { fixedDay } from './reporting-days.ts'

export type { NamedYear, ReadingCode } from './occurrence-drafts.ts'
export type { PeriodLabel } from './period-label.ts'

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
  readonly namedYear?: NamedYear
}

/** In the order of their periods; none for a term that is not given or not understood. */
export function occurrences(
  recurrence: Recurrence,
  period: Period,
  options: OccurrenceOptions,
): readonly Occurrence[] {
  return draftsOf(recurrence, period, options.namedYear)
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
  const within = draftsOf(recurrence, period, options.namedYear).filter((draft) =>
    overlap(draft.period, period),
  )
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
    const term = {
      kind: 'once',
      raw,
      period: null,
      year: day.year,
      quarters: [],
      months: [],
      day: null,
    } as const
    return settle(draft, term, draft.period, calendar)
  })
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
