import { inputSentence } from '../../../kernel/input-texts.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type ReconciliationTexts, uk } from './uk.ts'

export const texts: Bilingual<ReconciliationTexts> = { uk, en }

export function sentence(locale: Locale): (refusal: Refusal) => string {
  return ({ refused, values }) => texts[locale].refusals[refused] ?? inputSentence(locale, refused, values)
}
