import type { Refusal } from '../../../kernel/refusal.ts'
import { type Bilingual, type Locale, quarterName } from '../../../kernel/texts.ts'
import type { FrozenProgramme } from '../types/frozen.ts'
import type { Span } from '../types.ts'
import { en } from './en.ts'
import { spanUk } from './narrative-uk.ts'
import { type ReportsTexts, uk } from './uk.ts'

export { rowStates } from './state-words.ts'

export const texts: Bilingual<ReportsTexts> = { uk, en }

export function sentenceOf(locale: Locale, refusal: Refusal): string {
  const found = texts[locale].refusals[refusal.refused]
  return typeof found === 'function' ? found(refusal.values ?? {}) : (found ?? refusal.refused)
}

/** `I квартал 2026 року`, `2026 рік`, `2012–2015 роки`. */
export function spanName(
  locale: Locale,
  span: Span,
  programme: Pick<FrozenProgramme, 'from' | 'to'>,
): string {
  if (locale === 'uk') return spanUk(span, programme)
  if (span.kind === 'final') return `${programme.from.slice(0, 4)}–${programme.to.slice(0, 4)}`
  return span.quarter === null
    ? String(span.year)
    : quarterName('en', { year: span.year, quarter: span.quarter })
}
