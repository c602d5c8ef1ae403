/** The sentences of legal time, in the language asked for. */
import type { CivilDate } from '../kernel/civil-date.ts'
import type { Bilingual, Locale } from '../kernel/texts.ts'
import type { RuleKey } from './data/rules.ts'
import type { Explanation } from './explanation.ts'
import type { ResolvedRule } from './rules.ts'
import type { Source } from './source.ts'
import { en } from './texts/en.ts'
import type { LegalTimeTexts } from './texts/shape.ts'
import { uk } from './texts/uk.ts'

export const legalTimeTexts: Bilingual<LegalTimeTexts> = { uk, en }

/** One plain sentence with the arithmetic of a date. */
export function sentence(locale: Locale, explanation: Explanation): string {
  return legalTimeTexts[locale].sentence(explanation)
}

/** `п. 7.4 Програми`, `ст. 254 ЦК України`. */
export function cite(locale: Locale, source: Source): string {
  return legalTimeTexts[locale].cite(source)
}

export function ruleName(locale: Locale, key: RuleKey): string {
  return legalTimeTexts[locale].ruleNames[key]
}

/** What a rule says on a day, whether a city changed it, and how far it was checked. */
export function ruleSentence(locale: Locale, key: RuleKey, resolved: ResolvedRule): string {
  return legalTimeTexts[locale].rule(resolved, ruleName(locale, key))
}

export function ruleNotInForce(locale: Locale, key: RuleKey, date: CivilDate): string {
  return legalTimeTexts[locale].ruleNotInForce(ruleName(locale, key), key, date)
}
