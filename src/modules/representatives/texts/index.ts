import type { Refusal } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type RepresentativesTexts, uk } from './uk.ts'

export type { RepresentativesTexts }

export const texts: Bilingual<RepresentativesTexts> = { uk, en }

/** The sentence of a refusal of this module; of another's the code itself. */
export function sentence(locale: Locale): (refusal: Refusal) => string {
  return ({ refused, values }) => {
    const sentences: Readonly<Record<string, (v: Readonly<Record<string, string | number>>) => string>> =
      texts[locale].entryRefusals
    return sentences[refused]?.(values ?? {}) ?? refused
  }
}
