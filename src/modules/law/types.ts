/** A city's own value for a rule of law, with its history. */
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { RuleOverride } from '../../legal-time/rule.ts'

export type OverrideId = Id<'ruleOverride'>

export type CityValue = RuleOverride & {
  readonly id: OverrideId
  /** Name of the person who set it. */
  readonly createdBy: string
  readonly createdAt: Temporal.Instant
  readonly withdrawnAt: Temporal.Instant | null
  readonly withdrawReason: string | null
}

export type NewCityValue = {
  readonly key: string
  /** In the rule's own unit; a share as a decimal number, 0.5 for a half. */
  readonly value: number
  readonly from: CivilDate
  readonly to: CivilDate | null
  readonly reason: string
  readonly decision: string | null
}

/** How days are counted: a week of five or six days, holidays in martial law, transfers of days off. */
export type CalendarChoice = {
  readonly week: '5' | '6'
  /** `by-date`: as it was, or is, on each day. */
  readonly martialLaw: 'by-date' | 'on' | 'off'
  readonly transfers: boolean
}

export const TERM_UNITS = ['workingDays', 'calendarDays', 'months', 'years'] as const
export type TermUnit = (typeof TERM_UNITS)[number]

export type TermQuestion = CalendarChoice & {
  readonly direction: 'after' | 'before'
  readonly event: CivilDate
  readonly count: number
  readonly unit: TermUnit
  /** Full days lie between; only for working days before an event. */
  readonly strict: boolean
}

export type LawRefusal =
  | 'not_backwards'
  | 'not_strict'
  | 'one_length'
  | 'rule_not_a_term'
  | 'rule_unknown'
  | 'rule_not_in_force'
  | 'rule_fixed'
  | 'laxer_than_law'
  | 'same_as_law'
  | 'value_unfit'
  | 'ends_before_start'
  | 'same_start'
  | 'already_withdrawn'
