/** What other modules may ask of the law as this city applies it. */
import type { CivilDate } from '../../kernel/civil-date.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { LEGAL_RULES, type RuleKey } from '../../legal-time/data/rules.ts'
import { type ResolvedRule, resolveRule } from '../../legal-time/rules.ts'
import type { Db, DbTransaction } from '../../platform/db.ts'
import { currentValues } from './store.ts'

/** The value of one rule on a day: the city's own where it has one. */
export async function cityRule(
  db: Db | DbTransaction,
  key: RuleKey,
  date: CivilDate,
): Promise<ResolvedRule | Refusal<'rule_not_in_force'>> {
  return (await cityRules(db))(key, date)
}

export type RuleLookup = (key: RuleKey, date: CivilDate) => ResolvedRule | Refusal<'rule_not_in_force'>

/** For work that asks of many rules or days: the city's values are read once. */
export async function cityRules(db: Db | DbTransaction): Promise<RuleLookup> {
  const overrides = await currentValues(db)
  return (key, date) => resolveRule(LEGAL_RULES, overrides, key, date)
}
