/** The smallest parts: what stands inside all others. */
import type { CivilDate } from '../kernel/civil-date.ts'
import { attributes, type Hole, type Html, html } from '../kernel/html.ts'
import { dayMonth, type Locale, longDate, shortDate } from '../kernel/texts.ts'

/** Text (escaped) or markup; arrays are joined, `null` and `false` print nothing. */
export type Content = Hole

export function isPresent(content: Content): boolean {
  return content !== null && content !== undefined && content !== false && content !== ''
}

/** The one sentence under a heading that says what matters now. */
export function lead(content: Content): Html {
  return html`<p class="lead">${content}</p>`
}

export type HeadingOptions = { level: 2 | 3; text: Content; id?: string }

export function heading({ level, text, id }: HeadingOptions): Html {
  const tail = attributes({ id })
  return level === 2 ? html`<h2${tail}>${text}</h2>` : html`<h3${tail}>${text}</h3>`
}

export type SectionOptions = {
  title: Content
  content: Content
  id?: string
  intro?: Content
  actions?: Content
}

/** A part of a page under its second heading, with links or buttons beside it. */
export function section({ title, content, id, intro, actions }: SectionOptions): Html {
  return html`<section${attributes({ id })}>
<div class="section-head"><h2>${title}</h2>${isPresent(actions) && html`<div class="section-actions">${actions}</div>`}</div>
${isPresent(intro) && html`<p>${intro}</p>`}
${content}</section>`
}

/** A short block for the side column. */
export function box({ title, content }: { title: Content; content: Content }): Html {
  return html`<div class="box"><h2>${title}</h2>${content}</div>`
}

/** Two columns that fall into one: the matter and what stands beside it. */
export function columns({ main, aside }: { main: Content; aside: Content }): Html {
  return html`<div class="cols"><div>${main}</div><div class="aside">${aside}</div></div>`
}

export function paragraph(content: Content, tone?: 'soft' | 'small'): Html {
  return html`<p${attributes({ class: tone })}>${content}</p>`
}

export function link({ href, text, hint }: { href: string; text: Content; hint?: string }): Html {
  return html`<a href="${href}">${text}${isPresent(hint) && hidden(` ${hint}`)}</a>`
}

/** A plain list of short lines. */
export function bullets(items: readonly Content[]): Html {
  return html`<ul class="bullets">${items.map((item) => html`<li>${item}</li>`)}</ul>`
}

/** Said to screen readers only. */
export function hidden(text: Content): Html {
  return html`<span class="sr">${text}</span>`
}

/** Words in another language than the page's. `lang` is a BCP 47 tag. */
export function foreign(lang: string, content: Content): Html {
  return html`<span lang="${lang}">${content}</span>`
}

/** Figures of one width. */
export function numeric(content: Content): Html {
  return html`<span class="num">${content}</span>`
}

export type DayOptions = { locale: Locale; date: CivilDate; style?: 'long' | 'short' | 'dayMonth' }

/** A civil date as `<time>`: `6 квітня 2026 року`, `06.04.2026`, `6 квітня`. */
export function day({ locale, date, style = 'long' }: DayOptions): Html {
  const say = { long: longDate, short: shortDate, dayMonth }[style]
  return html`<time datetime="${date.toString()}">${say(locale, date)}</time>`
}

export type Crumb = { label: string; href: string }

/** The way down to this page; the page itself is not in it. */
export function breadcrumbs({ label, items }: { label: string; items: readonly Crumb[] }): Html {
  return html`<nav class="crumbs" aria-label="${label}"><ol>${items.map(
    (c) => html`<li><a href="${c.href}">${c.label}</a></li>`,
  )}</ol></nav>`
}

export type Fact = { term: Content; detail: Content }

/** A list of terms with what they are: the passport of a programme, the particulars of a sitting. */
export function facts(items: readonly Fact[]): Html {
  return html`<dl class="facts">${items.map((f) => html`<div><dt>${f.term}</dt><dd>${f.detail}</dd></div>`)}</dl>`
}

export type Figure = { value: Content; label: Content; tone?: 'late' | 'due'; href?: string }

/** Numbers as heroes: three to five figures with what they count. */
export function figures(items: readonly Figure[]): Html {
  return html`<ul class="figures">${items.map(
    ({ value, label, tone, href }) =>
      html`<li${attributes({ class: tone })}><b class="num">${value}</b> <span>${
        href === undefined ? label : html`<a href="${href}">${label}</a>`
      }</span></li>`,
  )}</ul>`
}
