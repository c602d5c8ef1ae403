/** The frame of every field: label, hint, error, input, in this order. */
import { attributes, type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/texts.ts'
import { type Content, hidden, isPresent } from '../content.ts'
import { words } from '../words.ts'

export type FieldBase = {
  locale: Locale
  /** Name in the form; the id follows from it. */
  name: string
  label: string
  hint?: Content
  /** Sets apart the ids of fields of one name where several forms share a page; the same in `form`. */
  scope?: string
  /** Absent, empty or `null` when the field is right. */
  error?: string | null
  /** Marked as such; fields that must be filled carry no mark. */
  optional?: boolean
  disabled?: boolean
  readOnly?: boolean
}

/** Id of the input of a field, as error summaries link to it. */
export function fieldId(name: string, scope?: string): string {
  const whole = scope === undefined ? name : `${scope}-${name}`
  return `f-${whole.replace(/[^a-z0-9_-]+/gi, '-')}`
}

/** Attributes that tie an input to its hint and error. */
export function wiring(field: FieldBase): Readonly<Record<string, string | boolean | null>> {
  const id = fieldId(field.name, field.scope)
  const described = [isPresent(field.hint) && `${id}-hint`, isPresent(field.error) && `${id}-error`]
    .filter(Boolean)
    .join(' ')
  return {
    id,
    name: field.name,
    'aria-describedby': described === '' ? null : described,
    'aria-invalid': isPresent(field.error) ? 'true' : null,
    disabled: field.disabled === true,
  }
}

export function hintLine(field: FieldBase): Html {
  return isPresent(field.hint)
    ? html`<p class="hint" id="${fieldId(field.name, field.scope)}-hint">${field.hint}</p>`
    : html``
}

export function errorLine(field: FieldBase): Html {
  if (!isPresent(field.error)) return html``
  return html`<p class="field-error" id="${fieldId(field.name, field.scope)}-error">${hidden(`${words(field.locale).form.error}: `)}${field.error}</p>`
}

export function optionalMark(field: FieldBase): Html {
  return field.optional === true
    ? html` <span class="optional">(${words(field.locale).form.optional})</span>`
    : html``
}

export function fieldClass(field: FieldBase): string {
  return isPresent(field.error) ? 'field bad' : 'field'
}

/** A field with one input. */
export function field(options: FieldBase, input: Html): Html {
  return html`<div class="${fieldClass(options)}"><label for="${fieldId(options.name, options.scope)}">${options.label}${optionalMark(options)}</label>${hintLine(
    options,
  )}${errorLine(options)}${input}</div>`
}

/** A field of several inputs under one legend. The group itself carries the id, so that links reach it. */
export function fieldGroup(options: FieldBase, inputs: Content): Html {
  const { name: _name, disabled, ...tie } = wiring(options)
  return html`<fieldset class="${fieldClass(options)}"${attributes({ ...tie, 'aria-invalid': null, tabindex: -1, disabled: disabled === true })}><legend>${
    options.label
  }${optionalMark(options)}</legend>${hintLine(options)}${errorLine(options)}${inputs}</fieldset>`
}
