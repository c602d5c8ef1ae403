/** Columns and sparklines, drawn on the server in per cent of the width, so that letters keep their size. */
import { type Html, html } from '../../kernel/html.ts'
import { figure, type Locale } from '../../kernel/texts.ts'
import { table } from '../table.ts'
import { disclosure } from '../why.ts'
import { words } from '../words.ts'
import { bands, linearScale } from './scales.ts'

export type ChartPoint = {
  label: string /** Under the column, where the label is long. */
  short?: string
  value: number
  tone?: 'late' | 'soft'
}

export type ColumnChartOptions = {
  locale: Locale
  caption: string
  points: readonly ChartPoint[]
  /** Heads of the table's two columns. */
  head?: readonly [string, string]
  format?: (value: number) => string
  /** The table stands open under the picture. */
  tableOpen?: boolean
}

const HEIGHT = 180
const TOP = 24
const BASE = HEIGHT - 26

const two = (n: number) => Math.round(n * 100) / 100
const percent = (n: number) => `${two(n)}%`

/** Values of zero and above. */
export function columnChart(options: ColumnChartOptions): Html {
  const { locale, caption, points } = options
  const w = words(locale)
  const format = options.format ?? ((value: number) => figure(locale, value))
  const told = points.map((p) => `${p.label}: ${format(p.value)}`).join('; ')
  const listed = table({
    locale,
    caption,
    captionHidden: true,
    narrow: 'keep',
    rows: points,
    columns: [
      { label: options.head?.[0] ?? w.chart.label, cell: (p) => p.label },
      { label: options.head?.[1] ?? w.chart.value, cell: (p) => format(p.value), numeric: true },
    ],
  })
  return html`<figure class="chart"><figcaption>${caption}</figcaption>
<svg class="columns" width="100%" height="${HEIGHT}" role="img" aria-label="${caption}. ${told}">
${columns(points, format)}<line class="axis" x1="0" x2="100%" y1="${BASE}" y2="${BASE}"/>
</svg>${disclosure({ summary: w.table.asTable, open: options.tableOpen === true, content: listed })}</figure>`
}

function columns(points: readonly ChartPoint[], format: (value: number) => string): Html[] {
  const x = bands(points.length, 100, { inner: 0.35, outer: 0.1 })
  const most = Math.max(0, ...points.map((p) => p.value))
  const y = linearScale([0, most === 0 ? 1 : most], [BASE, TOP])
  return points.map((point, i) => {
    const left = x.at(i)
    const middle = percent(left + x.bandwidth / 2)
    const top = two(y(point.value))
    const tone = point.tone === undefined ? 'column' : `column ${point.tone}`
    return html`<rect class="${tone}" x="${percent(left)}" width="${percent(x.bandwidth)}" y="${top}" height="${two(BASE - top)}"/>
<text class="value" x="${middle}" y="${two(top - 7)}">${format(point.value)}</text>
<text class="tick" x="${middle}" y="${HEIGHT - 6}">${point.short ?? point.label}</text>`
  })
}

/** A line of figures among words; the label says what it shows, the figures stand in it. */
export function sparkline({
  locale,
  label,
  values,
}: {
  locale: Locale
  label: string
  values: readonly number[]
}): Html {
  const [low, high] = [Math.min(...values, 0), Math.max(...values, 1)]
  const x = linearScale([0, Math.max(1, values.length - 1)], [2, 98])
  const y = linearScale([low, high], [22, 2])
  const path = values.map((v, i) => `${i === 0 ? 'M' : 'L'}${two(x(i))} ${two(y(v))}`).join('')
  return html`<svg class="spark" viewBox="0 0 100 24" role="img" aria-label="${label}: ${values.map((v) => figure(locale, v)).join(', ')}"><path d="${path}"/>${
    values.length > 0 &&
    html`<circle cx="${two(x(values.length - 1))}" cy="${two(y(values.at(-1)!))}" r="2.4"/>`
  }</svg>`
}
