/** The consolidated, yearly or final report as an official document: text, tables, and the measures in landscape. */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import { sum } from '../../../kernel/money.ts'
import { figure } from '../../../kernel/texts.ts'
import {
  annex,
  type Block,
  cell,
  h,
  list,
  type OfficialDocument,
  officialDocument,
  p,
  reportLayout,
  table,
} from '../../../platform/documents/index.ts'
import { groupParts } from '../rules/parts.ts'
import { percentOf } from '../rules/together.ts'
import { spanUk } from '../texts/narrative-uk.ts'
import { official as t, unstopped, upperFirst } from '../texts/official-uk.ts'
import { rowStates, tallyWords } from '../texts/state-words.ts'
import type { ConsolidatedMeasure, FrozenConsolidated } from '../types/frozen.ts'
import { beforeTable, moneyTable } from './consolidated-tables.ts'
import { type Dress, dayText, indicatorText, lines, percentText, signatures, sumText } from './parts.ts'

export function consolidatedDocument(content: FrozenConsolidated, dress: Dress): OfficialDocument {
  const heading = t.reportHeading(content.programme.title, spanUk(content, content.programme))
  return officialDocument({
    locale: 'uk',
    layout: reportLayout,
    title: `${t.kind} ${heading}`,
    madeAt: dress.madeAt,
    draftMark: dress.draft ? t.draft : null,
    demonstration: dress.demonstration ? t.demonstration : null,
    requisites: {
      institution: [dress.city.council.uk],
      sitting: content.kind === 'quarter' ? null : content.requisites.sitting,
      kind: t.kind,
      date: parseCivilDate(content.on),
      place: t.place(dress.city.name.uk),
      heading,
      signatures: signatures(content.requisites.signatories),
    },
    body: body(content),
    annexes: [
      annex({
        mark: t.annexMark,
        title: t.measuresAnnex,
        orientation: 'landscape',
        body: [measureTable(content)],
        signatures: signatures(content.requisites.signatories.slice(-1)),
      }),
    ],
  })
}

function body(content: FrozenConsolidated): readonly Block[] {
  const undone = content.measures.filter(
    (m) => m.state === 'notDone' || m.state === 'partly' || m.state === 'carriedOver',
  )
  const before = content.before
  return [
    ...(content.correctionReason === null
      ? []
      : [p(t.correction(content.version, content.correctionReason))]),
    h(1, t.introduction),
    ...lines(content.introduction).map((line) => p(line)),
    h(1, t.arrivals),
    arrivalTable(content),
    h(1, t.tasks),
    content.tasks.length === 0 ? p(t.noTasks) : taskTable(content),
    h(1, t.indicators),
    indicatorBlock(content),
    h(1, t.money),
    content.money.bySource.length === 0 ? p(t.noMoney) : moneyTable(content),
    h(1, t.undone),
    undone.length === 0 ? p(t.allDone) : list(undone.map(undoneText)),
    ...(before === null ? [] : [h(1, t.before), beforeTable(content.figures, before)]),
    h(1, t.conclusions(before === null ? 7 : 8)),
    ...lines(content.conclusions).map((line) => p(line)),
  ]
}

function undoneText(m: ConsolidatedMeasure): string {
  const parts = groupParts(m.parts)
  const reasons = parts.flatMap((part) =>
    part.reason ? [`${upperFirst(part.names.join('; '))}: ${unstopped(part.reason)}`] : [],
  )
  const next = new Set(parts.flatMap((part) => (part.nextStep ? [unstopped(part.nextStep)] : [])))
  const state = m.state === null ? '' : rowStates.uk[m.state]
  return [
    `${m.number} ${m.title}${state && ` – ${state}`}`,
    ...reasons,
    ...[...next].map((n) => `${t.head.next}: ${n}`),
  ].join('. ')
}

function arrivalTable(content: FrozenConsolidated) {
  const { head } = t
  return table({
    caption: t.arrivals.replace(/^\d+\.\s*/, ''),
    columns: [{ share: 6 }, { share: 4 }, { share: 3 }, { share: 3 }, { share: 4 }],
    header: [[head.unit, head.quarter, head.due, head.submitted, head.arrival]],
    body: content.arrivals.map((a) => [
      a.unitName,
      t.quarterShort(a),
      dayText(a.due),
      dayText(a.submittedOn),
      `${t.arrivalStates[a.state]}${a.daysLate > 0 ? `, ${t.lateDays(a.daysLate)}` : a.state === 'missing' ? '' : `, ${t.onTime}`}`,
    ]),
    rowHeader: 0,
  })
}

function taskTable(content: FrozenConsolidated) {
  const { head } = t
  return table({
    caption: t.tasks.replace(/^\d+\.\s*/, ''),
    columns: [{ share: 10 }, { share: 5 }, { share: 6 }],
    header: [[head.task, head.measures, head.state]],
    body: content.tasks.map((task) => [
      task.text ? upperFirst(unstopped(task.text)) : t.withoutTask,
      task.measures.join(', ') || '–',
      [tallyWords('uk', task.tally), task.silent > 0 ? t.silent(task.silent) : '']
        .filter(Boolean)
        .join(', ') || '–',
    ]),
    rowHeader: 0,
  })
}

function indicatorBlock(content: FrozenConsolidated): Block {
  const { head } = t
  const rows = content.measures.flatMap((m) => m.indicators.map((i) => ({ m, i })))
  const value = (n: number | null) => (n === null ? '–' : figure('uk', n))
  if (rows.length === 0) return p(t.noIndicators)
  return table({
    caption: t.indicators.replace(/^\d+\.\s*/, ''),
    columns: [
      { share: 2, align: 'center' },
      { share: 9 },
      { share: 3 },
      { share: 3, align: 'end' },
      { share: 3, align: 'end' },
      { share: 2, align: 'end' },
    ],
    header: [[head.number, head.indicator, head.unitName, head.planValue, head.factValue, head.percent]],
    body: rows.map(({ m, i }) => [
      m.number,
      i.name,
      i.unitName,
      value(i.plan),
      value(i.fact),
      percentText(percentOf(i.fact ?? 0, i.plan ?? 0)),
    ]),
    rowHeader: 1,
  })
}

function measureTable(content: FrozenConsolidated) {
  const { head } = t
  const plan = sum(content.measures.map((m) => m.plan))
  const cash = sum(content.measures.map((m) => m.cash))
  return table({
    caption: t.measuresAnnex,
    columns: [
      { share: 4, align: 'center' },
      { share: 15 },
      { share: 11 },
      { share: 8 },
      { share: 10, align: 'end' },
      { share: 8, align: 'end' },
      { share: 5, align: 'end' },
      { share: 9 },
      { share: 21 },
      { share: 12 },
    ],
    header: [
      [
        head.number,
        head.measure,
        head.executors,
        head.term,
        head.plan,
        head.cash,
        head.percent,
        head.state,
        head.result,
        head.reason,
      ],
    ],
    body: content.measures.map((m) => [
      m.number,
      m.title,
      cell(m.executors.length > 0 ? m.executors : ['–']),
      m.term,
      sumText(m.plan),
      sumText(m.cash),
      percentText(percentOf(m.cash, m.plan)),
      m.state === null ? t.noData : rowStates.uk[m.state],
      cell([...partTexts(content, m), ...m.indicators.map(indicatorText)]),
      cell(groupParts(m.parts).flatMap((part) => lines(part.reason ?? ''))),
    ]),
    total: [
      [
        cell([t.total], { columns: 4 }),
        sumText(plan),
        sumText(cash),
        percentText(percentOf(cash, plan)),
        '',
        '',
        '',
      ],
    ],
    rowHeader: 1,
  })
}

/** Results by executor, and by quarter where there are several; what several say alike is said once. */
export function partTexts(
  content: Pick<FrozenConsolidated, 'kind'>,
  m: ConsolidatedMeasure,
): readonly string[] {
  const severalUnits = new Set(m.parts.map((part) => part.unitName)).size > 1
  return groupParts(m.parts).flatMap((part) => {
    const said = lines(part.result)
    const who = [
      content.kind === 'quarter' ? '' : t.quarterShort(part),
      severalUnits ? part.names.join('; ') : '',
    ].filter(Boolean)
    return said.map((line, i) => (i === 0 && who.length > 0 ? `${who.join(', ')}: ${line}` : line))
  })
}
