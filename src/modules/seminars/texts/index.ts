import { inputSentence } from '../../../kernel/input-texts.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type SeminarsTexts, uk } from './uk.ts'

export const texts: Bilingual<SeminarsTexts> = { uk, en }

export function sentenceOf(locale: Locale, { refused, values }: Refusal): string {
  return texts[locale].refusals[refused]?.(values ?? {}) ?? inputSentence(locale, refused, values)
}
