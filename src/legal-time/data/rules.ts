/** Every rule of law that the house counts by, as dated rows. */
import { COUNCIL_RULES } from './rules-council.ts'
import { OPENNESS_RULES } from './rules-openness.ts'
import { SOCIETY_RULES } from './rules-society.ts'

export const LEGAL_RULES = [...OPENNESS_RULES, ...COUNCIL_RULES, ...SOCIETY_RULES]

/** A key that isn't in the table doesn't compile. */
export type RuleKey = (typeof LEGAL_RULES)[number]['key']

export function isRuleKey(text: string): text is RuleKey {
  return LEGAL_RULES.some((rule) => rule.key === text)
}
