import type { Refusal } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type FollowingTexts, uk } from './uk.ts'

export const texts: Bilingual<FollowingTexts> = { uk, en }

export function bilingual<T>(pick: (texts: FollowingTexts) => T): Bilingual<T> {
  return { uk: pick(uk), en: pick(en) }
}

export function refusalSentence(locale: Locale, refusal: Refusal): string {
  return texts[locale].refusals[refusal.refused]?.(refusal.values ?? {}) ?? refusal.refused
}
