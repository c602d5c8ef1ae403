/** Words that pages and documents put together in one way. */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Locale, longDate, money } from '../../../kernel/texts.ts'
import type { Content } from '../types.ts'
import { texts } from './index.ts'

/** `1 березня 2026 року – 5 травня 2026 року`, `з 1 березня 2026 року`. */
export function periodText(locale: Locale, { from, to }: Pick<Content, 'from' | 'to'>): string | null {
  const first = from === null ? null : parseCivilDate(from)
  const last = to === null ? null : parseCivilDate(to)
  if (!first) return null
  const t = texts[locale]
  return last ? t.span(longDate(locale, first), longDate(locale, last)) : t.from(longDate(locale, first))
}

export function moneyText(locale: Locale, content: Pick<Content, 'cost' | 'costSources'>): string | null {
  if (content.cost === null) return null
  return [money(locale, content.cost), content.costSources].filter(Boolean).join(', ')
}
