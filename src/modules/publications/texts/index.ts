import type { Refusal } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type PublicationsTexts, uk } from './uk.ts'

export type { PublicationsTexts }

const both: Bilingual<PublicationsTexts> = { uk, en }

export function textsOf(locale: Locale): PublicationsTexts {
  return both[locale]
}

export function bilingual<T>(of: (t: PublicationsTexts) => T): Bilingual<T> {
  return { uk: of(uk), en: of(en) }
}

/** The sentence of a refusal of this module; of another's the code itself. */
export function sentence(locale: Locale): (refusal: Refusal) => string {
  return ({ refused }) => both[locale].refusals[refused] ?? refused
}
