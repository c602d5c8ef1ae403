/** The ribbon: measures by quarters as a woven band over a real table. */
import { attributes, type Html, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/texts.ts'
import { hidden } from './content.ts'
import { legend, STITCH_STATES, type StitchState, stitch } from './stitch.ts'
import { scrollRegion } from './table.ts'
import { words } from './words.ts'

export type RibbonCell = {
  state: StitchState /** Said instead of the state's word. */
  label?: string
  href?: string
}
export type RibbonRow = { number?: string; label: string; href?: string; cells: readonly RibbonCell[] }
export type RibbonColumn = {
  label: string /** Read out in full: `I квартал 2026 року`. */
  title?: string
  current?: boolean
}

export type RibbonOptions = {
  locale: Locale
  caption: string
  /** Heading of the first column: `Захід`. */
  head: string
  columns: readonly RibbonColumn[]
  rows: readonly RibbonRow[]
  /** With the states that occur; `true` when absent. */
  legend?: boolean
}

/** Above this many columns the band scrolls sideways on a narrow screen. */
const NARROW_COLUMNS = 5

export function ribbon(options: RibbonOptions): Html {
  const { locale, caption, head, columns, rows } = options
  const used = new Set(rows.flatMap((r) => r.cells.map((c) => c.state)))
  const table = html`<table class="ribbon"><caption>${caption}</caption>
<thead><tr><th scope="col" class="head">${head}</th>${columns.map((c) => columnHead(locale, c))}</tr></thead>
<tbody>${rows.map((row) => ribbonRow(locale, row, columns))}</tbody></table>`
  return html`${columns.length > NARROW_COLUMNS ? scrollRegion({ locale, caption, content: table }) : table}
${options.legend !== false && legend({ locale, states: STITCH_STATES.filter((s) => s !== 'none' && used.has(s)) })}`
}

function columnHead(locale: Locale, column: RibbonColumn): Html {
  const text =
    column.title === undefined
      ? column.label
      : html`<span aria-hidden="true">${column.label}</span>${hidden(column.title)}`
  return html`<th scope="col"${attributes({ class: column.current && 'now' })}>${text}${
    column.current === true && hidden(`, ${words(locale).current}`)
  }</th>`
}

function ribbonRow(locale: Locale, row: RibbonRow, columns: readonly RibbonColumn[]): Html {
  const text = html`${row.number !== undefined && html`<b class="num">${row.number}</b> `}<span>${row.label}</span>`
  return html`<tr><th scope="row">${
    row.href === undefined
      ? html`<span class="measure">${text}</span>`
      : html`<a class="measure" href="${row.href}">${text}</a>`
  }</th>${row.cells.map((cell, i) => {
    const mark = stitch({
      locale,
      state: cell.state,
      ...(cell.label === undefined ? {} : { label: cell.label }),
    })
    return html`<td${attributes({ class: columns[i]?.current && 'now' })}>${
      cell.href === undefined ? mark : html`<a class="cell" href="${cell.href}">${mark}</a>`
    }</td>`
  })}</tr>`
}
