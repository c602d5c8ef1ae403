/** A population by age and sex: two sides from one middle. */
import { type Html, html } from '../../kernel/html.ts'
import { figure, type Locale } from '../../kernel/texts.ts'
import { table } from '../table.ts'
import { disclosure } from '../why.ts'
import { words } from '../words.ts'

export type PyramidBand = {
  label: string
  /** `null` where the figure is not shown. */
  left: number | null
  right: number | null
}

export type PyramidOptions = {
  locale: Locale
  caption: string
  /** Heading of the bands, of the left and of the right side. */
  head: readonly [string, string, string]
  /** From the lowest, which stands at the bottom. */
  bands: readonly PyramidBand[]
  /** Stands for a figure that is not shown. */
  hidden?: string
}

const ROW = 20
const TOP = 26
/** Per cent of the width: the longest bar of a side, and where the bands are written. */
const SIDE = 40
const MIDDLE = 50
const GAP = 7

const two = (n: number) => Math.round(n * 100) / 100

export function pyramid({ locale, caption, head, bands, hidden = '–' }: PyramidOptions): Html {
  const most = Math.max(1, ...bands.flatMap((b) => [b.left ?? 0, b.right ?? 0]))
  const width = (value: number | null) => two(((value ?? 0) / most) * SIDE)
  const say = (value: number | null) => (value === null ? hidden : figure(locale, value))
  const height = TOP + bands.length * ROW + 4
  const told = bands.map((b) => `${b.label}: ${say(b.left)} / ${say(b.right)}`).join('; ')
  return html`<figure class="chart pyramid"><figcaption>${caption}</figcaption>
<svg width="100%" height="${height}" role="img" aria-label="${caption}. ${head[1]} / ${head[2]}. ${told}">
<text class="value" x="${MIDDLE - GAP - SIDE / 2}%" y="14">${head[1]}</text><text class="value" x="${MIDDLE + GAP + SIDE / 2}%" y="14">${head[2]}</text>
${bands.map((b, i) => {
  const y = TOP + (bands.length - 1 - i) * ROW
  const [left, right] = [width(b.left), width(b.right)]
  return html`<rect class="column soft" x="${two(MIDDLE - GAP - left)}%" width="${left}%" y="${y}" height="${ROW - 4}"/><rect class="column" x="${MIDDLE + GAP}%" width="${right}%" y="${y}" height="${ROW - 4}"/><text class="tick" x="${MIDDLE}%" y="${y + 13}">${b.label}</text>`
})}</svg>${disclosure({
    summary: words(locale).table.asTable,
    content: table<PyramidBand>({
      locale,
      caption,
      captionHidden: true,
      narrow: 'keep',
      rows: bands,
      columns: [
        { label: head[0], cell: (b) => b.label },
        { label: head[1], cell: (b) => say(b.left), numeric: true },
        { label: head[2], cell: (b) => say(b.right), numeric: true },
      ],
    }),
  })}</figure>`
}
