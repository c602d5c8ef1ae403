import type { Refusal } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type DutiesTexts, uk } from './uk.ts'

const both: Bilingual<DutiesTexts> = { uk, en }

export function textsOf(locale: Locale): DutiesTexts {
  return both[locale]
}

/** A column, a summary or a keyword in both languages, as manifests want them. */
export function bilingual<T>(pick: (texts: DutiesTexts) => T): Bilingual<T> {
  return { uk: pick(uk), en: pick(en) }
}

export function refusalSentence(locale: Locale, refusal: Refusal): string {
  const texts = both[locale]
  const known = texts.refusals as Readonly<Record<string, (values: NonNullable<Refusal['values']>) => string>>
  return known[refusal.refused]?.(refusal.values ?? {}) ?? texts.unknownRefusal
}
