import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import type { Decision } from '../types.ts'

/** `Ніжинська міська рада, рішення від 31.01.2014 № 48`: what is known of it. */
export function decisionText(locale: Locale, d: Decision | null): string {
  if (!d) return '–'
  const date = parseCivilDate(d.date ?? '')
  const from = date && (locale === 'uk' ? `від ${shortDate(locale, date)}` : `of ${shortDate(locale, date)}`)
  const number = d.number && `№ ${d.number}`
  const act = [d.kind, from, number].filter((t) => t).join(' ')
  return [d.body, act].filter((t) => t).join(', ') || '–'
}
