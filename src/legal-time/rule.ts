/** A rule of law as a row: a value with its unit, its source, its term in force, its limits for a city. */
import type { Source } from './source.ts'

/**
 * What the value counts. `share`: a part of a whole, 0.5 for a half. `monthDay`: month × 100 + day, 331 for
 * 31 March. `dayOfMonth`: a day of the month after the reporting period. `timesAYear` and the like: how
 * often a thing is done.
 */
export type RuleUnit =
  | 'hours'
  | 'workingDays'
  | 'calendarDays'
  | 'months'
  | 'years'
  | 'dayOfMonth'
  | 'monthDay'
  | 'timesAYear'
  | 'timesAQuarter'
  | 'timesAMonth'
  | 'share'
  | 'percent'
  | 'count'
  | 'pages'
  | 'yearsOfAge'

/**
 * `within`: not later than so long after the event; `before`: not later than so long before it; `from`: not
 * sooner than after it, for so long at least; `by`: not later than the day. The rest compare a figure.
 */
export type RuleBound = 'within' | 'before' | 'from' | 'by' | 'atLeast' | 'atMost' | 'moreThan' | 'exactly'

/** May a city set its own value: never, only to the stricter side of the law, or as it likes. */
export type Overridable = 'never' | 'stricter' | 'freely'

export type LegalRule<Key extends string = string> = {
  readonly key: Key
  readonly value: number
  readonly unit: RuleUnit
  readonly bound: RuleBound
  readonly source: Source
  /** First day in force; null while the act waits for an event (the end of martial law). */
  readonly inForceFrom: string | null
  /** Last day in force; null to this day. */
  readonly inForceTo: string | null
  readonly overridable: Overridable
}

/** A city's own value, by its own decision. Days are ISO, both included; `to` null: until changed. */
export type RuleOverride = {
  readonly key: string
  readonly value: number
  readonly reason: string
  /** As it is cited, null where none was named: «рішення міської ради від 10.08.2023 № 37-32/2023». */
  readonly decision: string | null
  readonly from: string
  readonly to: string | null
}

/** Writers of rows: an act first, then its rules. */
export type RuleDetails = {
  readonly from?: string | null
  readonly to?: string
  readonly verified?: Source['verified']
  readonly overridable?: Overridable
}

export type RuleWriter = <const Key extends string>(
  key: Key,
  bound: RuleBound,
  value: number,
  unit: RuleUnit,
  article: string,
  details?: RuleDetails,
) => LegalRule<Key>

/** Rules of one act share its number, address, first day in force and how far it was read. */
export function rulesOf(
  act: string,
  url: string,
  defaults: { readonly from: string | null } & Required<Pick<RuleDetails, 'verified' | 'overridable'>>,
): RuleWriter {
  return (key, bound, value, unit, article, details = {}) => ({
    key,
    value,
    unit,
    bound,
    source: { act, article, url, verified: details.verified ?? defaults.verified },
    inForceFrom: details.from === undefined ? defaults.from : details.from,
    inForceTo: details.to ?? null,
    overridable: details.overridable ?? defaults.overridable,
  })
}
