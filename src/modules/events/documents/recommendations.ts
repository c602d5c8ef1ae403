/** Recommendations as a table: public facts only. */
import type { Locale } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import type { RecommendationLine } from '../store/recommendations.ts'
import { textsOf } from '../texts/index.ts'
import { threadTexts } from '../texts/threads.ts'

export function recommendationSheet(
  locale: Locale,
  rows: readonly RecommendationLine[],
): Sheet<RecommendationLine> {
  const { title, columns: c } = threadTexts[locale].recommendations
  const states = textsOf(locale).office.recommendations.states
  return {
    name: title,
    rows,
    columns: [
      { key: 'text', title: c.text, kind: 'text', value: (r) => r.text },
      { key: 'addressee', title: c.addressee, kind: 'text', value: (r) => r.addressee },
      { key: 'event', title: c.event, kind: 'text', value: (r) => r.eventTitle },
      { key: 'day', title: c.day, kind: 'date', value: (r) => r.firstDay },
      { key: 'due', title: c.due, kind: 'date', value: (r) => r.due },
      { key: 'state', title: c.state, kind: 'text', value: (r) => states[r.state] },
      { key: 'reason', title: c.reason, kind: 'text', value: (r) => r.reason },
      { key: 'decided', title: c.decidedOn, kind: 'date', value: (r) => r.decidedOn },
    ],
  }
}
