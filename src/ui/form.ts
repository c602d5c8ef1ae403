import { attributes, type Html, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/texts.ts'
import { button, csrfField } from './buttons.ts'
import { type Content, isPresent } from './content.ts'
import { fieldId } from './fields/field.ts'
import { INTENT_FIELD } from './frame.ts'
import { errorSummary, type FieldError } from './notices.ts'
import { words } from './words.ts'

export type FormOptions = {
  locale: Locale
  action: string
  csrf: string | null
  content: Content
  /** Says what happens: `Подати звіт`, not `OK`. The common word for saving when absent. */
  submit?: string
  /** `true` or a label: a second button that keeps what was typed without any check (`_intent=draft`). */
  draft?: boolean | string
  cancelHref?: string
  /** For forms with files. */
  multipart?: boolean
  errors?: readonly FieldError[]
  /** Where the script keeps what was typed, on this device; must name the thing that is edited. */
  draftKey?: string
  id?: string
  /** Sets apart the ids of its fields where several forms share a page; give the same to `boundFields`. */
  scope?: string
  danger?: boolean
  /** More buttons, before the way out. */
  extra?: Content
}

/**
 * An error of a field begins with its label, or five empty fields would read the same. The label is taken from the
 * form's own markup, so that no form names its fields twice.
 */
function labelled(content: Content, errors: readonly FieldError[], scope?: string): readonly FieldError[] {
  if (errors.length === 0) return errors
  const markup = html`${content}`.toString()
  return errors.map((error) => {
    if (error.field === null) return error
    const id = fieldId(error.field, scope)
    const found =
      new RegExp(`<label for="${id}">([^<&]+)`).exec(markup) ??
      new RegExp(`<fieldset[^>]* id="${id}"[^>]*><legend>([^<&]+)`).exec(markup)
    const label = found?.[1]?.trim()
    return label === undefined || error.message.startsWith(label)
      ? error
      : { ...error, message: `${label}: ${uncapitalised(error.message)}` }
  })
}

/** `Вкажіть` becomes `вкажіть`; `ЄДРПОУ` stays. */
function uncapitalised(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLocaleLowerCase('uk'))
}

/** A form that posts. All errors stand above it; the browser's own checks are off, so that they come all at once. */
export function form(options: FormOptions): Html {
  const { locale, draft, cancelHref } = options
  const errors = labelled(options.content, options.errors ?? [], options.scope)
  const w = words(locale).form
  return html`${errorSummary({ locale, errors, ...(options.scope === undefined ? {} : { scope: options.scope }) })}<form${attributes(
    {
      id: options.id,
      class: 'form',
      method: 'post',
      action: options.action,
      enctype: options.multipart ? 'multipart/form-data' : null,
      novalidate: true,
      'data-draft': options.draftKey,
      'data-restore': options.draftKey && w.restore,
    },
  )}>${csrfField(options.csrf)}${options.content}<div class="buttons">${button({
    label: options.submit ?? w.save,
    name: INTENT_FIELD,
    value: 'save',
    ...(options.danger ? { kind: 'danger' } : {}),
  })}${
    draft !== undefined &&
    draft !== false &&
    button({ label: draft === true ? w.saveDraft : draft, kind: 'quiet', name: INTENT_FIELD, value: 'draft' })
  }${options.extra}${isPresent(cancelHref) && html`<a class="way-out" href="${cancelHref}">${w.cancel}</a>`}</div></form>`
}

/** Short fields beside one another where there is room. */
export function fieldRow(fields: readonly Content[]): Html {
  return html`<div class="field-row">${fields}</div>`
}

/** Fields that belong together. */
export function fieldset({
  legend,
  hint,
  content,
}: {
  legend: Content
  hint?: Content
  content: Content
}): Html {
  return html`<fieldset class="group"><legend>${legend}</legend>${isPresent(hint) && html`<p class="hint">${hint}</p>`}${content}</fieldset>`
}
