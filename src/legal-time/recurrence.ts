/** How often and by when a measure is carried out: the written term, understood. */

/** Years, both included; `from` is null for «до 2020 року». */
export type Years = { readonly from: number | null; readonly to: number }

export type RecurrenceBase = {
  /** The term as it stands in the source; empty for a term not given. */
  readonly raw: string
  /** Years that the term itself names. */
  readonly period: Years | null
  /** Other times that the same term names: «до 1 березня та до 1 вересня». They have none of their own. */
  readonly also?: readonly Recurrence[]
}

/**
 * Months are 1–12, quarters 1–4, days of the month 1–31. `once` is one occurrence within the named time,
 * `by` one occurrence not later than the named time, `years` work that goes on through named years.
 */
export type Recurrence = RecurrenceBase &
  (
    | { readonly kind: 'continuous' | 'daily' | 'weekly' | 'onDemand' | 'none' | 'unrecognised' }
    | { readonly kind: 'monthly'; readonly byDay: number | null }
    | { readonly kind: 'quarterly'; readonly byDay: number | null; readonly times: number }
    | { readonly kind: 'halfYearly'; readonly months: readonly number[] }
    | {
        readonly kind: 'yearly'
        readonly months: readonly number[]
        readonly quarters: readonly number[]
        readonly by: { readonly month: number; readonly day: number | null } | null
        /** Once in so many years, 2 or more; absent for every year. */
        readonly everyYears?: number
      }
    | {
        readonly kind: 'once'
        readonly year: number | null
        readonly quarters: readonly number[]
        readonly months: readonly number[]
        readonly day: number | null
      }
    | {
        readonly kind: 'by'
        readonly year: number | null
        readonly month: number | null
        readonly day: number | null
      }
    | { readonly kind: 'years'; readonly from: number; readonly to: number }
  )

export type RecurrenceKind = Recurrence['kind']
