/** What both languages need to name a source or to group days. */

import type { DayOff } from '../calendar.ts'
import { type Act, actByNumber } from '../data/acts.ts'
import type { SkippedDay } from '../explanation.ts'
import { isoDate } from '../holidays.ts'
import type { Source } from '../source.ts'

/** `article`: a place with a number (`ст. 253`), a part with a name (`Порядок`), a subject (`про …`), nothing. */
export function articleKind(article: string): 'place' | 'part' | 'subject' | 'none' {
  if (article === '') return 'none'
  if (article.startsWith('про ')) return 'subject'
  return /^(ст|п|ч)\./.test(article) ? 'place' : 'part'
}

export function actOf(source: Source): Act | undefined {
  return actByNumber(source.act)
}

/** Runs of weekend days, first and last ISO day; the rest of the skipped days apart. */
export function groupSkipped(skipped: readonly SkippedDay[]): {
  readonly weekends: readonly (readonly [first: string, last: string])[]
  readonly special: readonly { readonly date: string; readonly off: Exclude<DayOff, { reason: 'weekend' }> }[]
} {
  const weekends: [string, string][] = []
  const special: { date: string; off: Exclude<DayOff, { reason: 'weekend' }> }[] = []
  for (const { date, off } of skipped) {
    if (off.reason !== 'weekend') {
      special.push({ date, off })
      continue
    }
    const last = weekends.at(-1)
    if (last && isoDate(last[1]).add({ days: 1 }).toString() === date) last[1] = date
    else weekends.push([date, date])
  }
  return { weekends, special }
}

/** `1/2`, `2/3`: the share with the smallest denominator up to ten. */
export function shareText(share: number): string {
  for (let denominator = 2; denominator <= 10; denominator++) {
    const numerator = Math.round(share * denominator)
    if (Math.abs(numerator / denominator - share) < 1e-6) return `${numerator}/${denominator}`
  }
  return String(share)
}
