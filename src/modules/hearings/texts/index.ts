import { inputSentence } from '../../../kernel/input-texts.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type HearingsTexts, uk } from './uk.ts'

export type { HearingsTexts }

export const texts: Bilingual<HearingsTexts> = { uk, en }

export function sentenceOf(locale: Locale, { refused, values }: Refusal): string {
  return texts[locale].refusals[refused]?.(values ?? {}) ?? inputSentence(locale, refused, values)
}
