/** The source text beside what was made of it: each line numbered, told by the part to which it belongs. */
import { attributes, type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { tag, words } from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { KeptReading } from '../types/draft.ts'
import type { LineRange } from '../types/proposed.ts'

export type SourceView = {
  readonly text: string
  readonly parts: KeptReading['parts']
}

/** The part of each line, by its number less one; null for an empty line. */
function partsByLine(lines: readonly string[], parts: KeptReading['parts']): (string | null)[] {
  const result: (string | null)[] = lines.map((line) => (line.trim() === '' ? null : 'none'))
  for (const {
    part,
    lines: [first, last],
  } of parts)
    for (let n = first; n <= Math.min(last, lines.length); n++)
      if (result[n - 1] !== null) result[n - 1] = part
  return result
}

/** Longer texts are shown around the marked lines only when they are many thousands of lines. */
const MOST_LINES = 3_000

export function colouredSource({
  locale,
  source,
  marked,
}: {
  readonly locale: Locale
  readonly source: SourceView
  readonly marked: readonly LineRange[]
}): Html {
  const all = source.text.split(/\r\n|[\n\r\f]/)
  const lines = all.slice(0, MOST_LINES)
  const parts = partsByLine(lines, source.parts)
  const names = texts(locale).review.parts
  let before: string | null = null
  return html`<div class="source" tabindex="0" role="region" aria-label="${words(locale).source.region}"><ol lang="uk">${lines.map(
    (line, i) => {
      const n = i + 1
      const part = parts[i] ?? null
      const begins = part !== null && part !== before
      if (part !== null) before = part
      const stands = marked.some(([first, last]) => n >= first && n <= last)
      return html`<li${attributes({ id: `line-${n}`, value: n, 'data-part': part })}><span>${
        begins && html`${tag(names[part] ?? part, part === 'none' ? 'late' : 'plain')} `
      }${stands ? html`<mark>${line}</mark>` : line}</span></li>`
    },
  )}</ol></div>`
}
