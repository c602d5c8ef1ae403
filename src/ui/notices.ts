import { attributes, type Html, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/texts.ts'
import { type Content, isPresent } from './content.ts'
import { fieldId } from './fields/field.ts'
import { words } from './words.ts'

export type NoticeTone = 'info' | 'success' | 'warning' | 'error'

export type NoticeOptions = {
  locale: Locale
  tone: NoticeTone
  /** The common word of the tone when absent. */
  title?: Content
  body?: Content
  actions?: Content
  /** Read out when the page opens: what follows an act of the reader. Standing advice is not. */
  live?: boolean
}

export function notice({ locale, tone, title, body, actions, live }: NoticeOptions): Html {
  const role = live ? (tone === 'error' ? 'alert' : 'status') : null
  return html`<div${attributes({ class: `notice ${tone}`, role })}><p class="notice-title">${
    title ?? words(locale).notice[tone]
  }</p>${isPresent(body) && html`<div class="notice-body">${body}</div>`}${
    isPresent(actions) && html`<div class="buttons">${actions}</div>`
  }</div>`
}

export type FieldError = {
  /** Name of the field; `null` when it concerns the whole form. */
  readonly field: string | null
  readonly message: string
}

export type ErrorSummaryOptions = {
  locale: Locale
  errors: readonly FieldError[]
  title?: string
  /** As in the fields that it links to. */
  scope?: string
}

/** All errors of a form at once. It takes the focus when the page opens and links to the fields. */
export function errorSummary({ locale, errors, title, scope }: ErrorSummaryOptions): Html {
  if (errors.length === 0) return html``
  const line = ({ field, message }: FieldError) =>
    field === null ? message : html`<a href="#${fieldId(field, scope)}">${message}</a>`
  return html`<div class="error-summary" role="alert" tabindex="-1" autofocus data-focus><h2>${
    title ?? words(locale).form.errors(errors.length)
  }</h2><ul>${errors.map((e) => html`<li>${line(e)}</li>`)}</ul></div>`
}

/** Nothing here yet: what it is for and what would be the first step. */
export function emptyState({
  title,
  body,
  action,
}: {
  title: Content
  body?: Content
  action?: Content
}): Html {
  return html`<div class="empty"><h2>${title}</h2>${isPresent(body) && html`<p>${body}</p>`}${
    isPresent(action) && html`<div class="buttons">${action}</div>`
  }</div>`
}

/** What was done, by the word that the address brings; a word that no sentence answers to says nothing. */
export function doneNotice(
  locale: Locale,
  sentences: Readonly<Record<string, string>>,
  key: string | null | undefined,
): Html | false {
  const body = Object.hasOwn(sentences, key ?? '') ? sentences[key ?? ''] : undefined
  return body !== undefined && notice({ locale, tone: 'success', body, live: true })
}
