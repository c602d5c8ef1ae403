import type { Refusal } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type OffersTexts, uk } from './uk.ts'

const both: Bilingual<OffersTexts> = { uk, en }

export function textsOf(locale: Locale): OffersTexts {
  return both[locale]
}

export function bilingual<T>(of: (t: OffersTexts) => T): Bilingual<T> {
  return { uk: of(uk), en: of(en) }
}

export function sentence(locale: Locale): (refusal: Refusal) => string {
  return ({ refused }) => both[locale].refusals[refused] ?? refused
}
