import { parseCivilDate } from '../../../kernel/civil-date.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Bilingual, type Locale, longDate } from '../../../kernel/texts.ts'
import { sentence } from '../../../legal-time/explain.ts'
import type { TermExplanation } from '../types.ts'
import { en } from './en.ts'
import { type CampaignsTexts, uk } from './uk.ts'

export const texts: Bilingual<CampaignsTexts> = { uk, en }

export function bilingual<T>(pick: (texts: CampaignsTexts) => T): Bilingual<T> {
  return { uk: pick(uk), en: pick(en) }
}

export function refusalSentence(locale: Locale, refusal: Refusal): string {
  return texts[locale].refusals[refusal.refused]?.(refusal.values ?? {}) ?? refusal.refused
}

/** Why the term is what it is. */
export function explainTerm(locale: Locale, explanation: TermExplanation): string {
  if (!('chosen' in explanation)) return sentence(locale, explanation)
  const day = parseCivilDate(explanation.chosen)
  return day ? texts[locale].board.chosen(longDate(locale, day)) : ''
}
