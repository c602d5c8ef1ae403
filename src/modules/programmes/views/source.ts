/** The source text beside what was made of it: each line numbered, told by the part to which it belongs. */
import { attributes, type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { disclosure, tag, words } from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { KeptReading } from '../types/draft.ts'
import type { LineRange } from '../types/proposed.ts'

export type SourceView = {
  readonly text: string
  readonly parts: KeptReading['parts']
}

type Line = {
  readonly n: number
  readonly text: string
  readonly part: string | null
  readonly begins: boolean
}

/** Lines with their parts; an empty line has none. A line `begins` where another part begins. */
function linesOf({ text, parts }: SourceView): Line[] {
  const raw = text.split(/\r\n|[\n\r\f]/)
  const owner: (string | null)[] = raw.map((line) => (line.trim() === '' ? null : 'none'))
  for (const {
    part,
    lines: [first, last],
  } of parts)
    for (let n = first; n <= Math.min(last, raw.length); n++) if (owner[n - 1] !== null) owner[n - 1] = part
  let before: string | null = null
  return raw.map((line, i) => {
    const part = owner[i] ?? null
    const begins = part !== null && part !== before
    if (part !== null) before = part
    return { n: i + 1, text: line, part, begins }
  })
}

/** Lines around a passage that are shown with it. */
const AROUND = 4
/** A passage that is longer, or several that stand apart, are marked in the whole text instead. */
const LONGEST_EXCERPT = 40

/**
 * The whole text with the marked lines standing out. One short passage is shown at once, and the text before and
 * after it is folded: no script scrolls to it.
 */
export function colouredSource(view: {
  readonly locale: Locale
  readonly source: SourceView
  readonly marked: readonly LineRange[]
}): Html {
  const { locale, source, marked } = view
  const lines = linesOf(source)
  const first = Math.min(...marked.map((m) => m[0]))
  const last = Math.max(...marked.map((m) => m[1]))
  if (marked.length === 0 || last - first > LONGEST_EXCERPT) return block(locale, lines, marked)
  const from = Math.max(1, first - AROUND)
  const to = Math.min(lines.length, last + AROUND)
  return html`${folded(locale, lines.slice(0, from - 1))}${block(locale, lines.slice(from - 1, to), marked)}${folded(locale, lines.slice(to))}`
}

function folded(locale: Locale, lines: readonly Line[]): Html | false {
  const [first, last] = [lines[0], lines.at(-1)]
  return (
    first !== undefined &&
    last !== undefined &&
    disclosure({
      summary: `${texts(locale).review.linesLabel} ${first.n}–${last.n}`,
      content: block(locale, lines, []),
    })
  )
}

function block(locale: Locale, lines: readonly Line[], marked: readonly LineRange[]): Html {
  const names = texts(locale).review.parts
  const label = `${words(locale).source.region}, ${lines[0]?.n ?? 1}–${lines.at(-1)?.n ?? 1}`
  return html`<section class="source" tabindex="0" aria-label="${label}"><ol lang="uk">${lines.map(
    ({ n, text, part, begins }) => {
      const stands = marked.some(([first, last]) => n >= first && n <= last)
      const told = begins && part !== null
      return html`<li${attributes({ id: `line-${n}`, value: n, 'data-part': part })}><span>${
        told && html`${tag(names[part] ?? part, part === 'none' ? 'late' : 'plain')} `
      }${stands ? html`<mark>${text}</mark>` : text}</span></li>`
    },
  )}</ol></section>`
}
