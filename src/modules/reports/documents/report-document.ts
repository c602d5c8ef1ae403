/** An executor's quarterly report as an official document. */

import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { quarterName } from '../../../kernel/texts.ts'
import {
  cell,
  landscape,
  type OfficialDocument,
  officialDocument,
  p,
  reportLayout,
  table,
} from '../../../platform/documents/index.ts'
import { percentOf } from '../rules/together.ts'
import { official as t } from '../texts/official-uk.ts'
import { rowStates } from '../texts/state-words.ts'
import type { FrozenReport } from '../types/frozen.ts'
import { type Dress, dayText, indicatorText, lines, percentText, sumText } from './parts.ts'

export function reportDocument(content: FrozenReport, dress: Dress): OfficialDocument {
  const span = quarterName('uk', content)
  const heading = t.reportHeading(content.programme.title, span)
  return officialDocument({
    locale: 'uk',
    layout: reportLayout,
    title: `${t.kind} ${heading}`,
    madeAt: dress.madeAt,
    draftMark: dress.draft ? t.draft : null,
    demonstration: dress.demonstration ? t.demonstration : null,
    requisites: {
      institution: [dress.city.council.uk, content.unit.name],
      kind: t.kind,
      date: parseCivilDate(content.submittedOn),
      place: t.place(dress.city.name.uk),
      heading,
      signatures: [{ position: t.headOfUnit, name: '' }],
    },
    body: [
      p(t.submitted(dayText(content.submittedOn), dayText(content.due), content.daysLate)),
      ...(content.correctionReason === null
        ? []
        : [p(t.correction(content.version, content.correctionReason))]),
      ...(content.nothingToDo ? [p(t.nothing)] : []),
      ...lines(content.note ?? '').map((line) => p(line)),
      ...(content.rows.length > 0 ? [landscape([measureTable(content)])] : []),
    ],
  })
}

function measureTable(content: FrozenReport) {
  const { head } = t
  return table({
    caption: t.measuresAnnex,
    columns: [
      { share: 4, align: 'center' },
      { share: 17 },
      { share: 9 },
      { share: 10, align: 'end' },
      { share: 8, align: 'end' },
      { share: 5, align: 'end' },
      { share: 9 },
      { share: 24 },
      { share: 14 },
    ],
    header: [
      [
        head.number,
        head.measure,
        head.term,
        head.plan,
        head.cash,
        head.percent,
        head.state,
        head.result,
        head.reason,
      ],
    ],
    body: content.rows.map((row) => [
      row.number,
      row.title,
      row.term,
      sumText(row.cashPlan),
      sumText(row.cashFact),
      percentText(percentOf(row.cashFact, row.cashPlan)),
      row.state === null ? t.noData : rowStates.uk[row.state],
      cell([...lines(row.result), ...row.indicators.map(indicatorText)]),
      cell([...lines(row.reason ?? ''), ...lines(row.nextStep ?? '').map((line) => `${head.next}: ${line}`)]),
    ]),
    rowHeader: 1,
  })
}
