/** Columns for print: no style sheet reaches a document, so colours and sizes are attributes. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure } from '../../../kernel/texts.ts'

const WIDTH = 480
const HEIGHT = 180
const TOP = 20
const BASE = HEIGHT - 22

const round = (n: number) => Math.round(n * 10) / 10

export function columnsPicture(points: readonly { readonly short: string; readonly value: number }[]): Html {
  const most = Math.max(1, ...points.map((p) => p.value))
  const step = WIDTH / Math.max(1, points.length)
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">${points.map(
    (p, i) => {
      const height = round((p.value / most) * (BASE - TOP))
      const middle = round((i + 0.5) * step)
      return html`<rect x="${round(middle - step * 0.32)}" y="${round(BASE - height)}" width="${round(step * 0.64)}" height="${height}" fill="#1a4480"/><text x="${middle}" y="${round(BASE - height - 5)}" font-family="Liberation Serif" font-size="12" text-anchor="middle">${figure('uk', p.value)}</text><text x="${middle}" y="${HEIGHT - 6}" font-family="Liberation Serif" font-size="12" text-anchor="middle">${p.short}</text>`
    },
  )}<line x1="0" x2="${WIDTH}" y1="${BASE}" y2="${BASE}" stroke="#000000" stroke-width="1"/></svg>`
}
