/** The period of a consolidated report, and the one a year before. */
import {
  type CivilDate,
  compareDates,
  type Period,
  type Quarter,
  quarterPeriod,
  yearPeriod,
} from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Span } from '../types.ts'

export function periodOf(span: Span, programme: Period): Period {
  if (span.kind === 'final') return programme
  return span.quarter === null
    ? yearPeriod(span.year)
    : quarterPeriod({ year: span.year, quarter: span.quarter })
}

/** Quarters of a span, the first one first. */
export function quartersOf(span: Span, programme: Period): readonly Quarter[] {
  if (span.kind === 'quarter' && span.quarter !== null) return [{ year: span.year, quarter: span.quarter }]
  const period = periodOf(span, programme)
  const years = Array.from({ length: period.to.year - period.from.year + 1 }, (_, i) => period.from.year + i)
  return years
    .flatMap((year) => ([1, 2, 3, 4] as const).map((quarter) => ({ year, quarter })))
    .filter((q) => {
      const { from, to } = quarterPeriod(q)
      return compareDates(from, programme.to) <= 0 && compareDates(to, programme.from) >= 0
    })
}

export function spanBefore(span: Span): Span | null {
  return span.kind === 'final' ? null : { ...span, year: span.year - 1 }
}

/** A report is composed of a period that has begun; the final one only after the programme's end. */
export function mayCompose(span: Span, programme: Period, today: CivilDate): Refusal | null {
  const period = periodOf(span, programme)
  if (compareDates(period.from, programme.to) > 0 || compareDates(period.to, programme.from) < 0)
    return refuse('outside_programme', {}, 'year')
  if (compareDates(period.from, today) > 0) return refuse('period_not_begun', {}, 'year')
  if (span.kind === 'final' && compareDates(programme.to, today) >= 0)
    return refuse('programme_not_over', {}, 'kind')
  return null
}

/** Nothing is approved before its period is over. */
export function mayApprove(span: Span, programme: Period, today: CivilDate): Refusal | null {
  return compareDates(periodOf(span, programme).to, today) >= 0 ? refuse('period_not_over') : null
}
