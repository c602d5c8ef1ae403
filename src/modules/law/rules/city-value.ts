/** Which own value a city may set, and when it may be withdrawn. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { isRuleKey } from '../../../legal-time/data/rules.ts'
import type { LegalRule, RuleUnit } from '../../../legal-time/rule.ts'
import { findRule, isStricter } from '../../../legal-time/rules.ts'
import type { CityValue, LawRefusal, NewCityValue } from '../types.ts'

/** Everything that is wrong at once; an empty list lets it through. `existing`: values of the same rule. */
export function checkNewValue(
  rules: readonly LegalRule[],
  existing: readonly CityValue[],
  input: NewCityValue,
): readonly Refusal<LawRefusal>[] {
  if (!isRuleKey(input.key)) return [refuse('rule_unknown', { key: input.key }, 'key')]
  const rule = findRule(rules, input.key, input.from)
  if (rule === undefined) return [refuse('rule_not_in_force', { date: input.from.toString() }, 'from')]
  if (rule.overridable === 'never') return [refuse('rule_fixed', {}, 'key')]
  const refusals: Refusal<LawRefusal>[] = []
  if (!fits(rule.unit, input.value)) refusals.push(refuse('value_unfit', { unit: rule.unit }, 'value'))
  else if (input.value === rule.value) refusals.push(refuse('same_as_law', { value: rule.value }, 'value'))
  else if (rule.overridable === 'stricter' && !isStricter(rule, input.value))
    refusals.push(refuse('laxer_than_law', { value: rule.value }, 'value'))
  if (input.to !== null && compareDates(input.to, input.from) < 0)
    refusals.push(refuse('ends_before_start', {}, 'to'))
  if (existing.some((v) => v.withdrawnAt === null && v.from === input.from.toString()))
    refusals.push(refuse('same_start', { date: input.from.toString() }, 'from'))
  return refusals
}

/** Whether a value can stand in a unit at all: days are whole, a share is a part, 31.04 is no day. */
function fits(unit: RuleUnit, value: number): boolean {
  if (!Number.isFinite(value) || value < 0) return false
  if (unit === 'share') return value > 0 && value <= 1
  if (unit === 'percent') return value <= 100
  if (!Number.isInteger(value) || value > 10_000) return false
  if (unit === 'dayOfMonth') return value >= 1 && value <= 31
  if (unit === 'monthDay') return isMonthDay(value)
  return true
}

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** 29 February is no day for every year. */
function isMonthDay(value: number): boolean {
  const days = DAYS_IN_MONTH[Math.floor(value / 100) - 1]
  return days !== undefined && value % 100 >= 1 && value % 100 <= days
}

export function checkWithdrawal(value: CityValue): readonly Refusal<LawRefusal>[] {
  return value.withdrawnAt === null ? [] : [refuse('already_withdrawn')]
}

/** Values that count on a day, for a page that lists them. */
export function countsOn(value: CityValue, date: CivilDate): boolean {
  const iso = date.toString()
  return value.withdrawnAt === null && value.from <= iso && (value.to === null || iso <= value.to)
}
