/** Which value a rule has on a day: the law's, or the city's own where it may have one. */
import { type CivilDate, compareDates } from '../kernel/civil-date.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { RuleKey } from './data/rules.ts'
import type { Basis } from './explanation.ts'
import { isoDate } from './holidays.ts'
import type { LegalRule, RuleOverride } from './rule.ts'

/** The row in force on a day (both ends included), the later one where two are. */
export function findRule(rules: readonly LegalRule[], key: RuleKey, date: CivilDate): LegalRule | undefined {
  const iso = date.toString()
  return rules
    .filter((rule) => rule.key === key && rule.inForceFrom !== null && rule.inForceFrom <= iso)
    .filter((rule) => rule.inForceTo === null || iso <= rule.inForceTo)
    .sort((a, b) => compareDates(isoDate(a.inForceFrom ?? iso), isoDate(b.inForceFrom ?? iso)))
    .at(-1)
}

export type ResolvedRule = {
  readonly rule: LegalRule
  /** The city's value where it has one, else the law's. */
  readonly value: number
  readonly overriddenBy: RuleOverride | null
}

/** The override with the latest start is the one that counts. One that its rule forbids is passed over. */
export function resolveRule(
  rules: readonly LegalRule[],
  overrides: readonly RuleOverride[],
  key: RuleKey,
  date: CivilDate,
): ResolvedRule | Refusal<'rule_not_in_force'> {
  const rule = findRule(rules, key, date)
  if (rule === undefined) return refuse('rule_not_in_force', { key, date: date.toString() })
  const iso = date.toString()
  const override = overrides
    .filter((o) => o.key === key && o.from <= iso && (o.to === null || iso <= o.to))
    .filter((o) => mayOverride(rule, o.value))
    .sort((a, b) => a.from.localeCompare(b.from))
    .at(-1)
  return { rule, value: override?.value ?? rule.value, overriddenBy: override ?? null }
}

/** Whether a city may set this value: a stricter one only, where the law binds it. */
export function mayOverride(rule: LegalRule, value: number): boolean {
  if (!Number.isFinite(value) || value < 0) return false
  if (rule.overridable === 'never') return false
  return rule.overridable === 'freely' || isStricter(rule, value)
}

/** A shorter term to act, a longer notice, a higher least, a lower most; the law's own value is as strict. */
export function isStricter(rule: LegalRule, value: number): boolean {
  switch (rule.bound) {
    case 'within':
    case 'by':
    case 'atMost':
      return value <= rule.value
    case 'before':
    case 'from':
    case 'atLeast':
    case 'moreThan':
      return value >= rule.value
    case 'exactly':
      return value === rule.value
  }
}

/** What a counted term keeps of the rule it was counted by. */
export function basisOf(resolved: ResolvedRule): Basis {
  const { rule, overriddenBy } = resolved
  return {
    rule: rule.key,
    source: rule.source,
    overridden: overriddenBy && { decision: overriddenBy.decision, reason: overriddenBy.reason },
  }
}
