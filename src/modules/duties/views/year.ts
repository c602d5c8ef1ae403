/** The picture of a year: measures by quarters as a ribbon, and the same in figures. */
import { type CivilDate, type QuarterNumber, quarterOf } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import { addCounts, asked, NO_COUNTS, type StateCounts } from '../rules/duty.ts'
import type { RibbonOfYear } from '../store/summaries.ts'
import { textsOf } from '../texts/index.ts'
import { measureTitle } from './parts.ts'

const QUARTERS: readonly QuarterNumber[] = [1, 2, 3, 4]

export type YearView = {
  readonly year: number
  readonly years: readonly number[]
  readonly rows: RibbonOfYear
  readonly today: CivilDate
  readonly hrefOf: (row: RibbonOfYear[number], quarter: QuarterNumber | null) => string
  readonly yearHref: (year: number) => string
}

export function totalOf(rows: RibbonOfYear): StateCounts {
  return rows.reduce<StateCounts>((sum, row) => addCounts(sum, row.year), NO_COUNTS)
}

export function yearLead(locale: Locale, rows: RibbonOfYear): string {
  const total = totalOf(rows)
  return textsOf(locale).year.lead(total.fulfilled, asked(total), total.overdue)
}

/** The ribbon with the years around it, and the same in figures. */
export function yearPicture(locale: Locale, view: YearView): Html {
  const t = textsOf(locale).year
  const tabs =
    view.years.length > 1 &&
    ui.tabs({
      locale,
      label: t.years,
      items: view.years.map((year) => ({
        label: String(year),
        href: view.yearHref(year),
        current: year === view.year,
      })),
    })
  if (view.rows.length === 0) return html`${tabs}${ui.emptyState({ title: t.nothing, body: t.nothingBody })}`
  const now = quarterOf(view.today)
  const words = ui.words(locale).states
  return html`${tabs}${ui.ribbon({
    locale,
    caption: t.caption(view.year),
    head: t.head,
    columns: QUARTERS.map((quarter) => ({
      label: t.quarter(quarter),
      title: t.quarterTitle(quarter, view.year),
      current: now.year === view.year && now.quarter === quarter,
    })),
    rows: view.rows.map((row) => ({
      number: row.measure.number,
      label: measureTitle(locale, row.measure),
      href: view.hrefOf(row, null),
      cells: row.quarters.map(({ quarter, counts, state }) => ({
        state,
        label: t.cell(words[state], counts.fulfilled, asked(counts)),
        ...(state === 'none' ? {} : { href: view.hrefOf(row, quarter) }),
      })),
    })),
  })}${ui.disclosure({ summary: t.table, content: yearTable(locale, view) })}`
}

function yearTable(locale: Locale, view: YearView): Html {
  const t = textsOf(locale).year
  const say = (counts: StateCounts) =>
    asked(counts) === 0 ? '–' : textsOf(locale).duty.progress(counts.fulfilled, asked(counts))
  const total = totalOf(view.rows)
  return ui.table<RibbonOfYear[number]>({
    locale,
    caption: t.tableCaption(view.year),
    rows: view.rows,
    columns: [
      {
        label: t.head,
        rowHeader: true,
        cell: (row) =>
          html`<a href="${view.hrefOf(row, null)}"><b class="num">${row.measure.number}</b> ${measureTitle(locale, row.measure)}</a>`,
      },
      ...QUARTERS.map((quarter) => ({
        label: t.quarter(quarter),
        numeric: true,
        cell: (row: RibbonOfYear[number]) => say(row.quarters[quarter - 1]!.counts),
        total: say(
          view.rows.reduce<StateCounts>(
            (sum, row) => addCounts(sum, row.quarters[quarter - 1]!.counts),
            NO_COUNTS,
          ),
        ),
      })),
      { label: t.total, numeric: true, cell: (row) => say(row.year), total: say(total) },
      {
        label: t.late,
        numeric: true,
        cell: (row) => (row.year.overdue === 0 ? '' : row.year.overdue),
        total: total.overdue,
      },
    ],
  })
}
