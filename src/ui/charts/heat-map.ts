import { type Html, html } from '../../kernel/html.ts'
import { figure, type Locale } from '../../kernel/texts.ts'
import { scrollRegion } from '../table.ts'

export type HeatRow = {
  label: string
  href?: string /** `null` where nothing could be counted. */
  values: readonly (number | null)[]
}

export type HeatMapOptions = {
  locale: Locale
  caption: string
  /** Heading of the first column. */
  head: string
  columns: readonly string[]
  rows: readonly HeatRow[]
  format?: (value: number) => string
}

const STEPS = 4

/** Figures by two sides, the greater the darker. The figure stands in every field, so colour says nothing alone. */
export function heatMap({ locale, caption, head, columns, rows, format }: HeatMapOptions): Html {
  const most = Math.max(0, ...rows.flatMap((r) => r.values.map((v) => v ?? 0)))
  const step = (value: number) =>
    most === 0 || value <= 0 ? 0 : Math.max(1, Math.ceil((value / most) * STEPS))
  const say = format ?? ((value: number) => figure(locale, value))
  const table = html`<table class="heat"><caption>${caption}</caption><thead><tr><th scope="col">${head}</th>${columns.map(
    (c) => html`<th scope="col">${c}</th>`,
  )}</tr></thead><tbody>${rows.map(
    (r) =>
      html`<tr><th scope="row">${r.href === undefined ? r.label : html`<a href="${r.href}">${r.label}</a>`}</th>${r.values.map(
        (v) =>
          v === null ? html`<td class="heat-none">–</td>` : html`<td class="heat-${step(v)}">${say(v)}</td>`,
      )}</tr>`,
  )}</tbody></table>`
  return columns.length > 5 ? scrollRegion({ locale, caption, content: table }) : table
}
