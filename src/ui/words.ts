import type { Bilingual, Locale } from '../kernel/texts.ts'
import { en } from './texts/en.ts'
import { type UiTexts, uk } from './texts/uk.ts'

const both: Bilingual<UiTexts> = { uk, en }

/** The shared words in one language. */
export function words(locale: Locale): UiTexts {
  return both[locale]
}
