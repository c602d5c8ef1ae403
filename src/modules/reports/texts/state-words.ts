/** States in the words of documents and pages. */
import { type Bilingual, figure, type Locale, pluralEn, pluralUk } from '../../../kernel/texts.ts'
import type { StateTally } from '../types/frozen.ts'
import { ROW_STATES, type RowState } from '../types.ts'

export const rowStates: Bilingual<Readonly<Record<RowState, string>>> = {
  uk: {
    done: 'виконано',
    underWay: 'виконується',
    partly: 'виконано частково',
    notDone: 'не виконано',
    carriedOver: 'перенесено',
  },
  en: {
    done: 'carried out',
    underWay: 'under way',
    partly: 'carried out in part',
    notDone: 'not carried out',
    carriedOver: 'carried over',
  },
}

/** `виконано – 12, виконується – 5`: only states that occur. */
export function tallyWords(locale: Locale, tally: StateTally): string {
  return ROW_STATES.filter((s) => tally[s] > 0)
    .map((s) => `${rowStates[locale][s]} – ${figure(locale, tally[s])}`)
    .join(', ')
}

export function measuresCounted(locale: Locale, n: number): string {
  return locale === 'uk'
    ? `${figure('uk', n)} ${pluralUk(n, 'захід', 'заходи', 'заходів')}`
    : `${figure('en', n)} ${pluralEn(n, 'measure', 'measures')}`
}
