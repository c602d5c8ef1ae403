import type { Refusal } from '../../../kernel/refusal.ts'
import type { Bilingual, Locale } from '../../../kernel/texts.ts'
import { en } from './en.ts'
import { type EventsTexts, uk } from './uk.ts'

const both: Bilingual<EventsTexts> = { uk, en }

export function textsOf(locale: Locale): EventsTexts {
  return both[locale]
}

/** A label in both languages, as manifests want it. */
export function bilingual<T>(pick: (texts: EventsTexts) => T): Bilingual<T> {
  return { uk: pick(uk), en: pick(en) }
}

export function refusalSentence(locale: Locale, refusal: Refusal): string {
  const texts = both[locale]
  const known = texts.refusals as Readonly<Record<string, (values: NonNullable<Refusal['values']>) => string>>
  return known[refusal.refused]?.(refusal.values ?? {}) ?? texts.unknownRefusal
}
