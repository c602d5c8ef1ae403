/** Lists of this module as files. The public one has what the public page shows. */
import { dayOf } from '../../../kernel/civil-date.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import type { Unit } from '../../people/index.ts'
import { texts } from '../texts/index.ts'
import type { ProposalRecord } from '../types/proposal.ts'
import type { Measure, Programme } from '../types.ts'
import { recurrenceText } from './terms.ts'

type Units = ReadonlyMap<string, Unit>

export function measureSheet(locale: Locale, measures: readonly Measure[], units: Units): Sheet<Measure> {
  const t = texts(locale).publicPages
  return {
    name: t.measures,
    rows: measures,
    columns: [
      { key: 'number', title: t.number, kind: 'text', value: (m) => m.number },
      {
        key: 'title',
        title: t.measure,
        kind: 'text',
        value: (m) => (locale === 'en' ? (m.titleEn ?? m.title) : m.title),
      },
      { key: 'text', title: t.measureText, kind: 'text', value: (m) => m.text },
      {
        key: 'executors',
        title: t.executors,
        kind: 'text',
        value: (m) => m.executors.map((id) => units.get(id)?.name ?? '').join('; ') || null,
      },
      { key: 'term', title: t.term, kind: 'text', value: (m) => m.termRaw },
      {
        key: 'recurrence',
        title: t.recurrence,
        kind: 'text',
        value: (m) => recurrenceText(locale, m.recurrence),
      },
    ],
  }
}

/** For the office: who proposed is in it. */
export function proposalSheet(
  locale: Locale,
  proposals: readonly ProposalRecord[],
  units: Units,
  programmes: readonly Programme[],
): Sheet<ProposalRecord> {
  const t = texts(locale).proposals
  return {
    name: t.title,
    rows: proposals,
    columns: [
      { key: 'submitted', title: t.submitted, kind: 'date', value: (p) => dayOf(p.createdAt) },
      {
        key: 'programme',
        title: texts(locale).office.columns.title,
        kind: 'text',
        value: (p) => programmes.find((one) => one.id === p.programmeId)?.shortTitle ?? null,
      },
      { key: 'kind', title: t.kind, kind: 'text', value: (p) => t.kinds[p.kind] },
      { key: 'text', title: t.text, kind: 'text', value: (p) => p.text },
      { key: 'reason', title: t.reason, kind: 'text', value: (p) => p.reason },
      {
        key: 'unit',
        title: t.unit,
        kind: 'text',
        value: (p) => (p.unitId && units.get(p.unitId)?.name) || null,
      },
      { key: 'by', title: t.by, kind: 'text', value: (p) => p.createdByName },
      { key: 'state', title: t.state, kind: 'text', value: (p) => t.states[p.state] },
      { key: 'answer', title: t.answer, kind: 'text', value: (p) => p.answer },
    ],
  }
}
