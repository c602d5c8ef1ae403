import { attributes, type Html, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/texts.ts'
import type { Content } from './content.ts'
import { words } from './words.ts'

export type Source = { label: string; href?: string }

export type WhyOptions = {
  locale: Locale
  /** One sentence with the rule and the arithmetic. */
  explanation: Content
  sources?: readonly Source[]
  /** Said instead of `Чому саме ця дата`. */
  summary?: string
  open?: boolean
}

/** How a date (or a figure) was found, folded beside it. */
export function why({ locale, explanation, sources = [], summary, open }: WhyOptions): Html {
  const w = words(locale).why
  return html`<details${attributes({ class: 'why', open })}><summary>${summary ?? w.summary}</summary><div><p>${explanation}</p>${
    sources.length > 0 &&
    html`<p class="sources">${w.sources}: ${sources.map(
      (s, i) =>
        html`${i > 0 && '; '}${s.href === undefined ? s.label : html`<a href="${s.href}">${s.label}</a>`}`,
    )}</p>`
  }</div></details>`
}

/** Anything else that is folded away. */
export function disclosure({
  summary,
  content,
  open,
  id,
}: {
  summary: Content
  content: Content
  open?: boolean
  id?: string
}): Html {
  return html`<details${attributes({ class: 'more', open, id })}><summary>${summary}</summary><div>${content}</div></details>`
}
