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
  if (items.length === 0) return html`${isPresent(empty) && html`<p class="soft">${empty}</p>`}`
  return html`<ol class="rows">${items.map((row) => {
    const title = row.href === undefined ? row.title : html`<a href="${row.href}">${row.title}</a>`
    return html`<li>${isPresent(row.when) && html`<div class="when">${row.when}</div>`}<div class="what">${
      level === 2 ? html`<h2>${title}</h2>` : html`<h3>${title}</h3>`
    }${isPresent(row.text) && html`<p>${row.text}</p>`}</div>${
      isPresent(row.action) && html`<div class="step">${row.action}</div>`
    }</li>`
  })}</ol>`
}
