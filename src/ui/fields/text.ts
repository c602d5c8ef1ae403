/** Fields in which one types. */
import { attributes, type Html, html } from '../../kernel/html.ts'
import { figure } from '../../kernel/texts.ts'
import { words } from '../words.ts'
import { type FieldBase, field, fieldId, wiring } from './field.ts'

export type TextFieldOptions = FieldBase & {
  value?: string | null
  type?: 'text' | 'email' | 'tel' | 'url' | 'search'
  width?: 'short' | 'medium' | 'full'
  maxLength?: number
  autocomplete?: string
  inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url'
  /** Offered while typing; anything else may be typed too. */
  suggestions?: readonly string[]
  /** After the input: a unit. */
  suffix?: string
  spellcheck?: boolean
}

export function textField(options: TextFieldOptions): Html {
  const id = fieldId(options.name, options.scope)
  const { suggestions, suffix, width = 'full' } = options
  const input = html`<input${attributes({
    type: options.type ?? 'text',
    ...wiring(options),
    class: width === 'full' ? null : width,
    value: options.value ?? '',
    maxlength: options.maxLength,
    autocomplete: options.autocomplete,
    inputmode: options.inputMode,
    spellcheck: options.spellcheck === undefined ? null : String(options.spellcheck),
    readonly: options.readOnly,
    list: suggestions && `${id}-list`,
  })}>`
  return field(
    options,
    html`${suffix === undefined ? input : html`<div class="with-unit">${input}<span class="unit">${suffix}</span></div>`}${
      suggestions &&
      html`<datalist id="${id}-list">${suggestions.map((s) => html`<option value="${s}"></option>`)}</datalist>`
    }`,
  )
}

export type TextAreaOptions = FieldBase & {
  value?: string | null
  rows?: number
  maxLength?: number
  lang?: string
}

export function textArea(options: TextAreaOptions): Html {
  const hint =
    options.hint ??
    (options.maxLength === undefined
      ? undefined
      : words(options.locale).form.limit(figure(options.locale, options.maxLength)))
  const told = { ...options, hint }
  // The line break after the tag is dropped by the parser; without it a text that begins with one would lose it.
  return field(
    told,
    html`<textarea${attributes({
      ...wiring(told),
      rows: options.rows ?? 5,
      maxlength: options.maxLength,
      readonly: options.readOnly,
      lang: options.lang,
    })}>${'\n'}${options.value ?? ''}</textarea>`,
  )
}

type Typed = FieldBase & { value?: string | null }

/** A civil date as typed: `06.04.2026`, `6.4.2026`, `2026-04-06` are all read by `parseCivilDate`. */
export function dateField(options: Typed): Html {
  return textField({
    ...options,
    hint: options.hint ?? words(options.locale).form.dateHint,
    width: 'short',
    autocomplete: 'off',
    maxLength: 10,
  })
}

/** Hryvnias as typed: `15 000`, `9840,50`; read by `parseHryvnias`. */
export function moneyField(options: Typed): Html {
  return textField({
    ...options,
    width: 'short',
    inputMode: 'decimal',
    autocomplete: 'off',
    suffix: words(options.locale).form.moneyUnit,
  })
}

export function integerField(options: Typed & { suffix?: string }): Html {
  return textField({ ...options, width: 'short', inputMode: 'numeric', autocomplete: 'off' })
}

export type PassphraseFieldOptions = FieldBase & { use: 'new' | 'current' }

/** A passphrase. It is never printed back. */
export function passphraseField(options: PassphraseFieldOptions): Html {
  const w = words(options.locale).form
  const told = { ...options, hint: options.hint ?? (options.use === 'new' ? w.passphraseHint : undefined) }
  return field(
    told,
    html`<div class="with-unit"><input${attributes({
      type: 'password',
      ...wiring(told),
      autocomplete: `${options.use}-password`,
      spellcheck: 'false',
    })}><span data-scripted hidden><button class="btn quiet small" type="button" data-reveal="${fieldId(options.name, options.scope)}" data-off="${w.hide}">${w.reveal}</button></span></div>`,
  )
}

/** A one-time code from an application or a message. */
export function codeField(options: FieldBase & { digits?: number }): Html {
  const told = { ...options, hint: options.hint ?? words(options.locale).form.codeHint }
  return field(
    told,
    html`<input${attributes({
      type: 'text',
      ...wiring(told),
      class: 'short code',
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      // Room for the blanks with which applications group digits.
      maxlength: (options.digits ?? 6) + 2,
      spellcheck: 'false',
    })}>`,
  )
}

export type FileFieldOptions = FieldBase & { accept?: string; multiple?: boolean }

/** Files; the form must be `multipart`. */
export function fileField(options: FileFieldOptions): Html {
  return field(
    options,
    html`<input${attributes({ type: 'file', ...wiring(options), accept: options.accept, multiple: options.multiple })}>`,
  )
}
