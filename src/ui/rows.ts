import { type Html, html } from '../kernel/html.ts'
import { type Content, isPresent } from './content.ts'

export type Row = {
  /** A date, a term, a tag with the days that are left. */
  when?: Content
  title: Content
  href?: string
  text?: Content
  /** The one next step: a button, or a tag when nothing is to be done. */
  action?: Content
}

export type RowsOptions = {
  items: readonly Row[]
  /** Level of the titles; 3 when absent. */
  level?: 2 | 3
  /** Stands instead of the list when it is empty. */
  empty?: Content
}

/** A list where each row says when, what, and what is the next step. */
export function rows({ items, level = 3, empty }: RowsOptions): Html {
  return rowList(
    items.map((item) => row(item, level)),
    empty,
  )
}

/** The same of rows that were drawn before. */
export function rowList(items: readonly Html[], empty?: Content): Html {
  if (items.length === 0) return html`${isPresent(empty) && html`<p class="soft">${empty}</p>`}`
  return html`<ol class="rows">${items}</ol>`
}

export function row({ when, title, href, text, action }: Row, level: 2 | 3): Html {
  const named = href === undefined ? title : html`<a href="${href}">${title}</a>`
  return html`<li>${isPresent(when) && html`<div class="when">${when}</div>`}<div class="what">${
    level === 2 ? html`<h2>${named}</h2>` : html`<h3>${named}</h3>`
  }${isPresent(text) && html`<p>${text}</p>`}</div>${
    isPresent(action) && html`<div class="step">${action}</div>`
  }</li>`
}
