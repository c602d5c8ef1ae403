/** A measure's whole life on one page, for everyone and for the office. */
import { type CivilDate, type Period, type QuarterNumber, quarterOf } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { figure, type Locale, shortDate } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import type { Edition, Indicator, Measure, Programme, Task } from '../../programmes/index.ts'
import { asked, cellState, countStates } from '../rules/duty.ts'
import type { ExecutorRow, MeasureRow } from '../store/measures.ts'
import type { DecidedSchedule } from '../store/settings.ts'
import { periodName } from '../texts/explain.ts'
import { textsOf } from '../texts/index.ts'
import type { DutyLine, EvidenceLine } from '../types.ts'
import { dueCell, dutyStateCell, evidenceRows, unitCell } from './parts.ts'

export type MeasureView = {
  readonly programme: Programme
  readonly measure: MeasureRow
  readonly executors: readonly ExecutorRow[]
  readonly tasks: readonly Task[]
  readonly schedule: DecidedSchedule | null
  readonly year: number
  readonly years: readonly number[]
  readonly yearHref: (year: number) => string
  readonly duties: readonly DutyLine[]
  readonly dutyHref: ((duty: DutyLine) => string) | null
  readonly evidence: readonly EvidenceLine[]
  readonly evidenceHref: (line: EvidenceLine) => string
  readonly allEvidenceHref: string
  readonly indicators: readonly (Indicator & { readonly fact: number })[]
  readonly editions: readonly { readonly edition: Edition; readonly measure: Measure }[]
  readonly today: CivilDate
}

/** Only figures: `Виконано 3 з 4.` */
export function measureLead(locale: Locale, view: MeasureView): string {
  const counts = countStates(view.duties, view.today)
  return textsOf(locale).measure.progress(counts.fulfilled, asked(counts))
}

export function measureMain(locale: Locale, view: MeasureView): Html {
  const t = textsOf(locale).measure
  return html`${ui.section({ title: t.text, content: ui.paragraph(foreignText(locale, view.measure.text)) })}
${ui.facts(factsOf(locale, view))}
${dutiesSection(locale, view)}
${view.indicators.length > 0 && indicatorsSection(locale, view)}
${ui.section({
  title: t.evidence,
  id: 'evidence',
  content: html`${evidenceRows(locale, view.evidence, view.evidenceHref, t.noEvidence)}${
    view.evidence.length > 0 && ui.paragraph(ui.link({ href: view.allEvidenceHref, text: t.allEvidence }))
  }`,
})}
${view.editions.length > 1 && editionsSection(locale, view)}`
}

/** The programme is written in Ukrainian; in English pages its words say so. */
function foreignText(locale: Locale, text: string): ui.Content {
  return locale === 'uk' ? text : ui.foreign('uk', text)
}

function factsOf(locale: Locale, view: MeasureView): ui.Fact[] {
  const t = textsOf(locale).measure
  const { measure, schedule } = view
  const scheduled = schedule && {
    term: t.schedule,
    detail: html`${
      schedule.dates ? t.scheduleDates(schedule.dates.map((d) => shortDate(locale, d)).join(', ')) : null
    } ${foreignText(locale, schedule.reason)}`,
  }
  return [
    { term: t.term, detail: measure.termRaw ? foreignText(locale, `«${measure.termRaw}»`) : t.noTerm },
    ...(scheduled ? [scheduled] : []),
    {
      term: t.executors,
      detail: ui.bullets(
        view.executors.map((u) =>
          u.kind === 'unit' ? u.name : `${u.name} (${u.members === 0 ? t.groupEmpty : t.groupOf(u.members)})`,
        ),
      ),
    },
    ...(view.tasks.length === 0
      ? []
      : [{ term: t.tasks, detail: ui.bullets(view.tasks.map((task) => foreignText(locale, task.text))) }]),
  ]
}

function dutiesSection(locale: Locale, view: MeasureView): Html {
  const t = textsOf(locale).measure
  return ui.section({
    title: t.duties(view.year),
    id: 'duties',
    content: html`${
      view.years.length > 1 &&
      ui.tabs({
        locale,
        label: t.years,
        items: view.years.map((year) => ({
          label: String(year),
          href: `${view.yearHref(year)}#duties`,
          current: year === view.year,
        })),
      })
    }${
      view.duties.length === 0
        ? ui.paragraph(t.noDuties, 'soft')
        : html`${dutiesRibbon(locale, view)}${dutiesTable(locale, view)}`
    }`,
  })
}

function dutiesRibbon(locale: Locale, view: MeasureView): Html {
  const texts = textsOf(locale)
  const units = [...new Map(view.duties.map((d) => [d.unitId, d.unitLabel]))]
  const now = quarterOf(view.today)
  const words = ui.words(locale).states
  const quarters: readonly QuarterNumber[] = [1, 2, 3, 4]
  return ui.ribbon({
    locale,
    caption: texts.measure.dutiesCaption(view.year),
    head: texts.duty.labels.unit,
    columns: quarters.map((quarter) => ({
      label: texts.year.quarter(quarter),
      title: texts.year.quarterTitle(quarter, view.year),
      current: now.year === view.year && now.quarter === quarter,
    })),
    rows: units.map(([unitId, name]) => ({
      label: name,
      cells: quarters.map((quarter) => {
        const counts = countStates(
          view.duties.filter((d) => d.unitId === unitId && endsIn(d.period, quarter)),
          view.today,
        )
        const state = cellState(counts)
        return { state, label: texts.year.cell(words[state], counts.fulfilled, asked(counts)) }
      }),
    })),
  })
}

function endsIn(period: Period, quarter: QuarterNumber): boolean {
  return quarterOf(period.to).quarter === quarter
}

function dutiesTable(locale: Locale, view: MeasureView): Html {
  const t = textsOf(locale).duty
  const { dutyHref } = view
  const isShared = new Set(view.duties.map((d) => d.unitId)).size > 1
  return ui.table<DutyLine>({
    locale,
    caption: textsOf(locale).measure.duties(view.year),
    captionHidden: true,
    rows: view.duties,
    columns: [
      {
        label: t.labels.period,
        rowHeader: true,
        cell: (d) =>
          dutyHref === null
            ? periodName(locale, d.period)
            : html`<a href="${dutyHref(d)}">${periodName(locale, d.period)}</a>`,
      },
      ...(isShared ? [{ label: t.labels.unit, cell: unitCell(locale) }] : []),
      { label: t.labels.due, cell: (d) => dueCell(locale, d) },
      { label: t.labels.state, cell: (d) => dutyStateCell(locale, d, view.today) },
      { label: t.labels.evidence, numeric: true, cell: (d) => (d.evidence === 0 ? '' : d.evidence) },
    ],
  })
}

function indicatorsSection(locale: Locale, view: MeasureView): Html {
  const t = textsOf(locale).measure
  return ui.section({
    title: t.indicators,
    content: ui.table<MeasureView['indicators'][number]>({
      locale,
      caption: t.indicatorsCaption(view.year),
      captionHidden: true,
      rows: view.indicators,
      columns: [
        { label: t.indicator, rowHeader: true, cell: (i) => i.name },
        { label: t.unitName, cell: (i) => i.unitName },
        { label: t.plan, numeric: true, cell: (i) => numberOrDash(locale, i.plans[view.year]) },
        { label: t.fact, numeric: true, cell: (i) => figure(locale, i.fact) },
      ],
    }),
  })
}

function numberOrDash(locale: Locale, n: number | undefined): string {
  return n === undefined ? '–' : figure(locale, n)
}

/** The words of each edition, where they changed. */
function editionsSection(locale: Locale, view: MeasureView): Html {
  const t = textsOf(locale).measure
  return ui.section({
    title: t.editions,
    content: view.editions.map(({ edition, measure }) =>
      ui.disclosure({
        summary: t.edition(
          edition.number,
          edition.inForceFrom ? shortDate(locale, edition.inForceFrom) : '–',
        ),
        content: html`${ui.paragraph(foreignText(locale, measure.text))}${ui.paragraph(
          html`${t.term}: ${measure.termRaw ? foreignText(locale, `«${measure.termRaw}»`) : t.noTerm}`,
          'soft',
        )}`,
      }),
    ),
  })
}
