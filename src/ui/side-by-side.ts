/** A text beside what was made of it. */
import { attributes, type Html, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/texts.ts'
import { type Content, hidden } from './content.ts'
import { words } from './words.ts'

type Side = { title: Content; content: Content }

/** Two columns of equal right, one under the other on a narrow screen; the left one stays in sight. */
export function sideBySide({ left, right }: { left: Side; right: Side }): Html {
  return html`<div class="beside"><section class="beside-left"><h2>${left.title}</h2>${left.content}</section><section><h2>${right.title}</h2>${right.content}</section></div>`
}

export type SourceTextOptions = {
  locale: Locale
  lines: readonly string[]
  /** Number of the first line, 1 when absent. */
  from?: number
  /** First and last line, both included, that stand out. */
  marked?: readonly (readonly [number, number])[]
  /** Lines are reached as `#line-12`; another prefix where two texts share a page. */
  prefix?: string
  lang?: string
}

/** A text with numbered lines that can be linked to. */
export function sourceText({
  locale,
  lines,
  from = 1,
  marked = [],
  prefix = 'line',
  lang,
}: SourceTextOptions): Html {
  return html`<section class="source" tabindex="0" aria-label="${words(locale).source.region}"><ol${attributes({ start: from, lang })}>${lines.map(
    (line, i) => {
      const number = from + i
      const stands = marked.some(([first, last]) => number >= first && number <= last)
      return html`<li id="${prefix}-${number}" value="${number}">${stands ? html`<mark>${line}</mark>` : line}</li>`
    },
  )}</ol></section>`
}

/** Link to lines of `sourceText`: `12`, or `12–14`. */
export function lineLink({
  locale,
  lines: [first, last],
  prefix = 'line',
}: {
  locale: Locale
  lines: readonly [number, number]
  prefix?: string
}): Html {
  const w = words(locale).source
  return html`<a class="line-link num" href="#${prefix}-${first}">${hidden(last > first ? w.lines : w.line)} ${first}${last > first && `–${last}`}</a>`
}
