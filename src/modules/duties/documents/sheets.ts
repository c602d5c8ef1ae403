/** Lists of duties and evidence as files. Each column is named here: nothing else goes out. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import { asked, dutyState, type StateCounts } from '../rules/duty.ts'
import { explainDuty, periodName } from '../texts/explain.ts'
import { textsOf } from '../texts/index.ts'
import type { DutyLine, EvidenceInFull, MeasureRef } from '../types.ts'

export function dutySheet(locale: Locale, rows: readonly DutyLine[], today: CivilDate): Sheet<DutyLine> {
  const t = textsOf(locale)
  const c = t.openData.columns
  return {
    name: t.duty.title,
    rows,
    columns: [
      { key: 'measure', title: c.measure[0]!, kind: 'text', value: (d) => d.measureNumber },
      { key: 'measureTitle', title: c.measureTitle[0]!, kind: 'text', value: (d) => d.measureTitle },
      { key: 'unit', title: c.unit[0]!, kind: 'text', value: (d) => d.unitName },
      {
        key: 'period',
        title: t.duty.labels.period,
        kind: 'text',
        value: (d) => periodName(locale, d.period),
      },
      { key: 'due', title: c.due[0]!, kind: 'date', value: (d) => d.due },
      {
        key: 'dueExplanation',
        title: c.dueExplanation[0]!,
        kind: 'text',
        value: (d) => explainDuty(locale, d.explanation),
      },
      { key: 'state', title: c.state[0]!, kind: 'text', value: (d) => t.duty.states[dutyState(d, today)] },
      { key: 'fulfilledOn', title: c.fulfilledOn[0]!, kind: 'date', value: (d) => d.fulfilledOn },
      { key: 'reason', title: c.reason[0]!, kind: 'text', value: (d) => d.outcomeReason },
      { key: 'evidence', title: c.evidence[0]!, kind: 'integer', value: (d) => d.evidence },
    ],
  }
}

export function evidenceSheet(locale: Locale, rows: readonly EvidenceInFull[]): Sheet<EvidenceInFull> {
  const t = textsOf(locale)
  const c = t.openData.columns
  return {
    name: t.evidence.title,
    rows,
    columns: [
      { key: 'title', title: c.title[0]!, kind: 'text', value: (e) => e.title },
      { key: 'kind', title: c.kind[0]!, kind: 'text', value: (e) => t.evidence.kinds[e.kind] },
      { key: 'happenedFrom', title: c.happenedFrom[0]!, kind: 'date', value: (e) => e.happened.from },
      { key: 'happenedTo', title: c.happenedTo[0]!, kind: 'date', value: (e) => e.happened.to },
      { key: 'measures', title: c.measures[0]!, kind: 'text', value: (e) => e.measures.join('; ') },
      { key: 'unit', title: c.unit[0]!, kind: 'text', value: (e) => e.unitName },
      { key: 'place', title: c.place[0]!, kind: 'text', value: (e) => e.place },
      { key: 'result', title: c.result[0]!, kind: 'text', value: (e) => e.result },
      { key: 'participants', title: c.participants[0]!, kind: 'integer', value: (e) => e.participants },
    ],
  }
}

export type YearRow = {
  readonly measure: MeasureRef
  readonly quarters: readonly { readonly counts: StateCounts }[]
  readonly year: StateCounts
}

/** Two columns for each quarter: done, and asked. */
export function yearSheet(locale: Locale, year: number, rows: readonly YearRow[]): Sheet<YearRow> {
  const t = textsOf(locale)
  const pair = (key: string, title: string, of: (row: YearRow) => StateCounts) => [
    {
      key: `${key}Fulfilled`,
      title: `${title}, ${t.duty.states.fulfilled}`,
      kind: 'integer' as const,
      value: (row: YearRow) => of(row).fulfilled,
    },
    {
      key: `${key}Asked`,
      title: `${title}, ${t.duty.states.planned}`,
      kind: 'integer' as const,
      value: (row: YearRow) => asked(of(row)),
    },
  ]
  return {
    name: t.year.title(year),
    rows,
    columns: [
      { key: 'measure', title: t.year.number, kind: 'text', value: (row) => row.measure.number },
      { key: 'measureTitle', title: t.year.head, kind: 'text', value: (row) => row.measure.title },
      ...([1, 2, 3, 4] as const).flatMap((q) =>
        pair(`q${q}`, t.year.quarter(q), (row) => row.quarters[q - 1]!.counts),
      ),
      ...pair('year', t.year.total, (row) => row.year),
      { key: 'overdue', title: t.year.late, kind: 'integer', value: (row) => row.year.overdue },
    ],
  }
}
