/** Lists as tables of files: public facts only. */
import type { Locale } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import { texts } from '../texts/index.ts'
import type { Hearing } from '../types.ts'

export function hearingSheet(locale: Locale, rows: readonly Hearing[]): Sheet<Hearing> {
  const t = texts[locale]
  const initiator = (h: Hearing) =>
    [t.initiators[h.initiatorKind], h.organisation ?? h.initiator].filter(Boolean).join(': ')
  return {
    name: t.list.title,
    rows,
    columns: [
      { key: 'title', title: t.list.columns.title, kind: 'text', value: (h) => h.title },
      { key: 'subject', title: t.facts.subject, kind: 'text', value: (h) => t.subjects[h.subject] },
      { key: 'initiator', title: t.facts.initiator, kind: 'text', value: initiator },
      { key: 'state', title: t.list.columns.state, kind: 'text', value: (h) => t.states[h.state] },
      { key: 'held', title: t.facts.held, kind: 'date', value: (h) => h.heldOn },
      { key: 'due', title: t.facts.decisionDue, kind: 'date', value: (h) => h.decisionTerm?.due ?? null },
      { key: 'decided', title: t.decision.on, kind: 'date', value: (h) => h.decision?.on ?? null },
      { key: 'number', title: t.decision.number, kind: 'text', value: (h) => h.decision?.number ?? '' },
    ],
  }
}
