/** A recurrence as fields of a form, and back. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Recurrence, RecurrenceKind, Years } from '../../../legal-time/recurrence.ts'

export const RECURRENCE_KINDS = [
  'continuous',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'halfYearly',
  'yearly',
  'once',
  'by',
  'years',
  'onDemand',
  'none',
  'unrecognised',
] as const satisfies readonly RecurrenceKind[]

export type RecurrenceFields = {
  readonly months: readonly number[]
  readonly quarters: readonly number[]
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
  readonly fromYear: number | null
  readonly toYear: number | null
}

export const NO_FIELDS: RecurrenceFields = {
  months: [],
  quarters: [],
  year: null,
  month: null,
  day: null,
  fromYear: null,
  toYear: null,
}

type Incomplete = Refusal<
  'recurrence_needs_years' | 'recurrence_years_order' | 'recurrence_needs_year' | 'recurrence_day'
>

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** @param raw the term as it stands in the text */
export function recurrenceFrom(
  kind: RecurrenceKind,
  fields: RecurrenceFields,
  raw: string | null,
): Recurrence | Incomplete {
  const { months, quarters, year, month, day, fromYear, toYear } = fields
  if (fromYear !== null && toYear !== null && fromYear > toYear)
    return refuse('recurrence_years_order', undefined, 'toYear')
  if (day !== null && month !== null && day > LONGEST_MONTH[month - 1]!)
    return refuse('recurrence_day', undefined, 'day')
  const period: Years | null = toYear === null ? null : { from: fromYear, to: toYear }
  const base = { raw: raw ?? '', period }
  switch (kind) {
    case 'monthly':
      return { ...base, kind, byDay: day }
    case 'quarterly':
      return { ...base, kind, byDay: day, times: 1 }
    case 'halfYearly':
      return { ...base, kind, months }
    case 'yearly':
      return {
        ...base,
        kind,
        months: month === null ? months : [],
        quarters: month === null ? quarters : [],
        by: month === null ? null : { month, day },
      }
    case 'once':
      if (year === null) return refuse('recurrence_needs_year', undefined, 'year')
      return { ...base, kind, year, quarters, months: month === null ? months : [month], day }
    case 'by':
      if (year === null) return refuse('recurrence_needs_year', undefined, 'year')
      return { ...base, kind, year, month, day }
    case 'years':
      if (fromYear === null || toYear === null) return refuse('recurrence_needs_years', undefined, 'fromYear')
      return { ...base, kind, from: fromYear, to: toYear }
    default:
      return { ...base, kind }
  }
}

export function fieldsOf(r: Recurrence): RecurrenceFields {
  const base: RecurrenceFields = {
    ...NO_FIELDS,
    fromYear: r.period?.from ?? null,
    toYear: r.period?.to ?? null,
  }
  switch (r.kind) {
    case 'monthly':
    case 'quarterly':
      return { ...base, day: r.byDay }
    case 'halfYearly':
      return { ...base, months: r.months }
    case 'yearly':
      return {
        ...base,
        months: r.months,
        quarters: r.quarters,
        month: r.by?.month ?? null,
        day: r.by?.day ?? null,
      }
    case 'once': {
      // A day belongs to one month: it is edited as such.
      const single = r.day !== null && r.months.length === 1
      return {
        ...base,
        year: r.year,
        quarters: r.quarters,
        months: single ? [] : r.months,
        month: single ? r.months[0]! : null,
        day: r.day,
      }
    }
    case 'by':
      return { ...base, year: r.year, month: r.month, day: r.day }
    case 'years':
      return { ...base, fromYear: r.from, toYear: r.to }
    default:
      return base
  }
}

/** Whether duties can be made of it: it has a rhythm or an end. */
export function makesDuties(r: Recurrence): boolean {
  return r.kind !== 'none' && r.kind !== 'unrecognised' && r.kind !== 'onDemand'
}
