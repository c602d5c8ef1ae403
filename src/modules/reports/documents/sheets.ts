/** The table of measures of a report, for spreadsheets. Amounts are figures, so that they can be added up. */
import type { Locale } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import { groupParts } from '../rules/parts.ts'
import { percentOf } from '../rules/together.ts'
import { rowStates, texts } from '../texts/index.ts'
import type { ConsolidatedMeasure, FrozenConsolidated, FrozenReport, FrozenRow } from '../types/frozen.ts'
import { partTexts } from './consolidated-document.ts'
import { indicatorText } from './parts.ts'

export function reportSheet(locale: Locale, content: FrozenReport): Sheet<FrozenRow> {
  const c = texts[locale].columns
  return {
    name: texts[locale].title,
    rows: content.rows,
    columns: [
      { key: 'number', title: c.number, kind: 'text', value: (r) => r.number },
      { key: 'measure', title: c.measure, kind: 'text', value: (r) => r.title },
      { key: 'term', title: c.term, kind: 'text', value: (r) => r.term },
      { key: 'plan', title: c.plan, kind: 'money', value: (r) => r.cashPlan },
      { key: 'cash', title: c.cash, kind: 'money', value: (r) => r.cashFact },
      { key: 'percent', title: c.percent, kind: 'decimal', value: (r) => percentOf(r.cashFact, r.cashPlan) },
      {
        key: 'state',
        title: c.measureState,
        kind: 'text',
        value: (r) => (r.state === null ? null : rowStates[locale][r.state]),
      },
      { key: 'result', title: c.result, kind: 'text', value: (r) => r.result },
      {
        key: 'indicators',
        title: c.indicators,
        kind: 'text',
        value: (r) => r.indicators.map(indicatorText).join('; '),
      },
      { key: 'reason', title: c.reason, kind: 'text', value: (r) => r.reason },
      { key: 'nextStep', title: c.nextStep, kind: 'text', value: (r) => r.nextStep },
    ],
  }
}

export function consolidatedSheet(locale: Locale, content: FrozenConsolidated): Sheet<ConsolidatedMeasure> {
  const c = texts[locale].columns
  return {
    name: texts[locale].consolidatedTitle,
    rows: content.measures,
    columns: [
      { key: 'number', title: c.number, kind: 'text', value: (m) => m.number },
      { key: 'measure', title: c.measure, kind: 'text', value: (m) => m.title },
      { key: 'executors', title: c.executors, kind: 'text', value: (m) => m.executors.join('; ') },
      { key: 'term', title: c.term, kind: 'text', value: (m) => m.term },
      { key: 'plan', title: c.planSpan, kind: 'money', value: (m) => m.plan },
      { key: 'cash', title: c.cash, kind: 'money', value: (m) => m.cash },
      { key: 'percent', title: c.percent, kind: 'decimal', value: (m) => percentOf(m.cash, m.plan) },
      {
        key: 'state',
        title: c.measureState,
        kind: 'text',
        value: (m) => (m.state === null ? null : rowStates[locale][m.state]),
      },
      { key: 'result', title: c.result, kind: 'text', value: (m) => partTexts(content, m).join('\n') },
      {
        key: 'indicators',
        title: c.indicators,
        kind: 'text',
        value: (m) => m.indicators.map(indicatorText).join('; '),
      },
      {
        key: 'reason',
        title: c.reason,
        kind: 'text',
        value: (m) =>
          groupParts(m.parts)
            .flatMap((part) => part.reason ?? [])
            .join('\n'),
      },
    ],
  }
}
