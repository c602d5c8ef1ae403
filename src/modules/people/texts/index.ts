import type { Refusal } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type PeopleTexts, uk } from './uk.ts'
import type { RefusalSentences } from './uk-refusals.ts'

export type { PeopleTexts } from './uk.ts'

export const texts: Bilingual<PeopleTexts> = { uk, en }

/** The sentence of a refusal of this module; of another's the code itself. */
export function sentence(locale: Locale): (refusal: Refusal) => string {
  return ({ refused, values }) => {
    const say = texts[locale].refusals[refused as keyof RefusalSentences]
    return say ? say(values ?? {}) : refused
  }
}
