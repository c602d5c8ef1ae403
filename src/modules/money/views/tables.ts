/** Tables of plan and use, the same in the office and in public. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Kopiykas, kopiykas } from '../../../kernel/money.ts'
import { compareTexts, type Locale, longDate, money, shortDate } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import type { Edition } from '../../programmes/index.ts'
import type { PlannedPlace } from '../rules/plan.ts'
import { texts } from '../texts/index.ts'
import type { Commitment, Figures, MeasureFigures, MoneySummary } from '../types.ts'
import { decisionText, measureCell, measureLabel, type Names, original, share, sourceLabel } from './parts.ts'

/** @param draws whether a row lives on the common pot alone: a plan and a rest of its own it has none */
function amounts<Row extends Figures>(
  locale: Locale,
  draws: (row: Row) => boolean = () => false,
): readonly ui.Column<Row>[] {
  const t = texts[locale].columns
  return [
    { label: t.plan, cell: (r) => (draws(r) ? '–' : money(locale, r.plan)), numeric: true },
    { label: t.committed, cell: (r) => money(locale, r.committed), numeric: true },
    { label: t.spent, cell: (r) => money(locale, r.spent), numeric: true },
    { label: t.left, cell: (r) => (draws(r) ? '–' : money(locale, r.left)), numeric: true },
    { label: t.share, cell: (r) => share(r.spent, r.plan), numeric: true },
  ]
}

function totals<Row>(
  columns: readonly ui.Column<Row>[],
  locale: Locale,
  whole: Figures,
): readonly ui.Column<Row>[] {
  const values = [whole.plan, whole.committed, whole.spent, whole.left].map((v) => money(locale, v))
  return columns.map((c, i) => ({ ...c, total: values[i] ?? share(whole.spent, whole.plan) }))
}

export function bySourceTable(locale: Locale, summary: MoneySummary): Html {
  const t = texts[locale]
  const rows = [...summary.bySource].sort((a, b) => compareTexts(locale, a.source, b.source))
  return ui.table({
    locale,
    caption: t.bySource,
    captionHidden: true,
    rows,
    empty: t.nothing,
    columns: [
      { label: t.columns.source, cell: (r) => sourceLabel(locale, r.source), rowHeader: true },
      ...totals(amounts<(typeof rows)[number]>(locale), locale, summary),
    ],
    rowTone: (r) => (r.left < 0 ? 'late' : null),
  })
}

/** Where the page of a measure of this number is. */
export type MeasureHref = (number: string) => string

export function byMeasureTable(
  locale: Locale,
  summary: MoneySummary,
  names: Names,
  hrefOf: MeasureHref | null = null,
): Html {
  const t = texts[locale]
  const place = (m: MeasureFigures) =>
    m.measureId === null ? -1 : names.findIndex((n) => n.id === m.measureId)
  const rows = [...summary.byMeasure].sort((a, b) => place(a) - place(b))
  return ui.table<MeasureFigures>({
    locale,
    caption: t.byMeasure,
    captionHidden: true,
    rows,
    empty: t.nothing,
    columns: [
      {
        label: t.columns.measure,
        rowHeader: true,
        cell: (m) =>
          html`${measureCell(locale, names, m.measureId, hrefOf)}${
            m.fromCommon > 0 && html`<br><span class="soft small">${t.fromCommon(m.fromCommon)}</span>`
          }`,
      },
      ...totals(
        amounts<MeasureFigures>(locale, (m) => m.plan === 0 && m.fromCommon > 0),
        locale,
        summary,
      ),
    ],
    rowTone: (m) => (m.left < 0 ? 'late' : null),
  })
}

export type YearFigures = Figures & { readonly year: number }

export function byYearTable(
  locale: Locale,
  years: readonly YearFigures[],
  hrefOf: (year: number) => string,
): Html {
  const t = texts[locale]
  const add = (of: (y: YearFigures) => Kopiykas) => kopiykas(years.reduce((sum, y) => sum + of(y), 0))
  const whole = {
    plan: add((y) => y.plan),
    committed: add((y) => y.committed),
    spent: add((y) => y.spent),
    left: add((y) => y.left),
  }
  return ui.table<YearFigures>({
    locale,
    caption: t.byYear,
    captionHidden: true,
    rows: years,
    empty: t.nothing,
    columns: [
      {
        label: t.columns.year,
        cell: (y) => html`<a href="${hrefOf(y.year)}">${y.year}</a>`,
        rowHeader: true,
      },
      ...totals(amounts<YearFigures>(locale), locale, whole),
    ],
    rowTone: (y) => (y.left < 0 ? 'late' : null),
  })
}

export function bar(locale: Locale, year: number, f: Figures): Html {
  return ui.moneyBar({
    locale,
    caption: texts[locale].picture(year),
    captionHidden: true,
    planned: f.plan,
    committed: f.committed,
    spent: f.spent,
  })
}

/** Which decisions made the plan: the edition's, and those on the budget. */
export function decisionsList(
  locale: Locale,
  plan: readonly PlannedPlace[],
  editions: readonly Pick<Edition, 'number' | 'decision' | 'inForceFrom'>[],
  names: Names,
): Html {
  const t = texts[locale]
  const cited = [...new Set(plan.flatMap((p) => p.edition ?? []))].sort((a, b) => b - a)
  const ofEditions = cited.map((number) => {
    const edition = editions.find((e) => e.number === number)
    const named = edition?.decision ? editionDecision(locale, edition.decision) : ''
    const from = edition?.inForceFrom ? t.inForceFrom(longDate(locale, edition.inForceFrom)) : ''
    return html`${t.editionLine(number)}${named && html`: ${original(locale, named)}`}${from && `, ${from}`}`
  })
  const changes = plan.flatMap((p) => [
    ...p.changes.map((c) => ({ change: c, held: false, place: p })),
    ...p.restated.map((c) => ({ change: c, held: true, place: p })),
  ])
  const ofBudget = changes.map(
    ({ change, held, place }) =>
      html`${original(locale, decisionText(locale, change.decision))}: <span class="num">${signed(locale, change.change)}</span>, ${sourceLabel(locale, change.source)}${
        change.measureId && html`, ${measureLabel(locale, names, change.measureId)}`
      }${held && html` <span class="soft">(${t.restated(place.edition ?? 0)})</span>`}`,
  )
  const all = [...ofEditions, ...ofBudget]
  return all.length === 0 ? ui.paragraph(t.nothing, 'soft') : ui.bullets(all)
}

function editionDecision(locale: Locale, d: NonNullable<Edition['decision']>): string {
  const day = d.date && `від ${shortDateOf(locale, d.date)}`
  const act = [d.kind, day, d.number && `№ ${d.number}`].filter(Boolean).join(' ')
  return [d.body, act].filter(Boolean).join(', ')
}

function shortDateOf(locale: Locale, iso: string): string {
  const [year = '', month = '', date = ''] = iso.split('-')
  return locale === 'uk' ? `${date}.${month}.${year}` : iso
}

/** `+5 000 грн`, `−5 000 грн`. */
export function signed(locale: Locale, amount: Kopiykas): string {
  return `${amount < 0 ? '−' : '+'}${money(locale, kopiykas(Math.abs(amount)))}`
}

/** Contracts for everybody: the explicit list of what is public. */
export function recipientsTable(
  locale: Locale,
  commitments: readonly Commitment[],
  names: Names,
  hrefOf: MeasureHref,
  empty: string,
): Html {
  const t = texts[locale]
  const c = t.commitments.columns
  return ui.table<Commitment>({
    locale,
    caption: t.recipients,
    captionHidden: true,
    rows: commitments,
    empty,
    columns: [
      {
        label: c.counterparty,
        rowHeader: true,
        cell: (x) =>
          html`${original(locale, x.counterparty)}${x.counterpartyCode && html`<br><span class="soft small num">${c.code} ${x.counterpartyCode}</span>`}`,
      },
      { label: c.number, cell: (x) => html`№ ${x.number}, ${shortDate(locale, x.signedOn)}` },
      {
        label: c.subject,
        cell: (x) =>
          html`${original(locale, x.subject)}${x.procurementLink && html` <a href="${x.procurementLink}" rel="noopener">${c.link}</a>`}`,
      },
      { label: t.columns.measure, cell: (x) => measureCell(locale, names, x.measureId, hrefOf) },
      { label: c.amount, cell: (x) => money(locale, x.amount), numeric: true },
      { label: c.paid, cell: (x) => money(locale, x.paid), numeric: true },
      { label: c.state, cell: (x) => t.commitments.states[x.state] },
    ],
  })
}
