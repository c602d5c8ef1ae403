import type { Refusal } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type RepresentativesTexts, uk } from './uk.ts'

export type { RepresentativesTexts }

export const texts: Bilingual<RepresentativesTexts> = { uk, en }

export function bilingual<T>(of: (t: RepresentativesTexts) => T): Bilingual<T> {
  return { uk: of(uk), en: of(en) }
}

/** The sentence of a refusal of this module; of another's the code itself. */
export function sentence(locale: Locale): (refusal: Refusal) => string {
  const { refusals, entryRefusals } = texts[locale]
  const counted: Readonly<Record<string, (values: Readonly<Record<string, string | number>>) => string>> =
    entryRefusals
  return ({ refused, values }) => refusals[refused] ?? counted[refused]?.(values ?? {}) ?? refused
}
