import type { RecurrenceKind } from '../../../../legal-time/recurrence.ts'
import type { recurrence as uk } from '../uk/recurrence.ts'

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

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
  monthNames,
  month: (n) => monthNames[n - 1] ?? '',
  quarter: (n) => `Q${n}`,
  inMonths: (names) => `in ${names}`,
  inMonth: (name) => `in ${name}`,
  inYear: (year) => `in ${year}`,
  years: (from, to) => `${from}–${to}`,
  byDay: (day) => `by day ${day} of the month`,
  byYear: (year) => `by ${year}`,
  byDate: (day, month, year) =>
    `by ${day === null ? '' : `${day} `}${monthNames[month - 1] ?? ''}${year === null ? '' : ` ${year}`}`,
  onDate: (day, month) => `${day} ${monthNames[month - 1] ?? ''}`,
}
