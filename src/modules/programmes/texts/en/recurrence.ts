import { MONTHS_EN } from '../../../../kernel/texts.ts'
import type { RecurrenceKind } from '../../../../legal-time/recurrence.ts'
import type { recurrence as uk } from '../uk/recurrence.ts'

export const recurrence: typeof uk = {
  kinds: {
    continuous: 'continuously',
    daily: 'daily',
    weekly: 'weekly',
    monthly: 'monthly',
    quarterly: 'every quarter',
    halfYearly: 'every half-year',
    yearly: 'every year',
    once: 'once, within the named time',
    by: 'once, not later than the named time',
    years: 'through the named years',
    onDemand: 'when needed',
    none: 'no term given',
    unrecognised: 'term not recognised',
  } as Record<RecurrenceKind, string>,
  everyYears: (n) => `once in ${n} years`,
  monthNames: MONTHS_EN,
  month: (n) => MONTHS_EN[n - 1] ?? '',
  quarter: (n) => `Q${n}`,
  inMonths: (names) => `in ${names}`,
  inMonth: (name) => `in ${name}`,
  inYear: (year) => `in ${year}`,
  years: (from, to) => `${from}–${to}`,
  byDay: (day) => `by day ${day} of the month`,
  byYear: (year) => `by ${year}`,
  byDate: (day, month, year) =>
    `by ${day === null ? '' : `${day} `}${MONTHS_EN[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`,
  onDate: (day, month) => `${day} ${MONTHS_EN[month - 1] ?? ''}`,
}
