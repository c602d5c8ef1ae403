import { attributes, type Html, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/texts.ts'
import { type Content, hidden, isPresent } from './content.ts'
import { CSRF_FIELD } from './frame.ts'
import { words } from './words.ts'

export type ButtonKind = 'primary' | 'quiet' | 'danger'

type Common = {
  label: Content
  kind?: ButtonKind
  small?: boolean
  /** Read out after the label where the label alone does not say of what: `Переглянути` + `звіт відділу культури`. */
  hint?: string
}

function classes({ kind = 'primary', small }: Common): string {
  return `btn${kind === 'primary' ? '' : ` ${kind}`}${small ? ' small' : ''}`
}

function caption({ label, hint }: Common): Html {
  return html`${label}${isPresent(hint) && hidden(` ${hint}`)}`
}

export type ButtonOptions = Common & {
  name?: string
  value?: string /** Id of the form, when outside of it. */
  form?: string
  formAction?: string
  skipValidation?: boolean
}

/** A submit button. */
export function button(options: ButtonOptions): Html {
  const { name, value, form, formAction, skipValidation } = options
  return html`<button${attributes({
    type: 'submit',
    class: classes(options),
    name,
    value,
    form,
    formaction: formAction,
    formnovalidate: skipValidation,
  })}>${caption(options)}</button>`
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function linkButton(options: Common & { href: string; download?: boolean }): Html {
  return html`<a${attributes({ class: classes(options), href: options.href, download: options.download })}>${caption(options)}</a>`
}

export function hiddenField(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

/** The token of the session; nothing where there is no session. */
export function csrfField(csrf: string | null): Html {
  return csrf === null ? html`` : hiddenField(CSRF_FIELD, csrf)
}

export type PostButtonOptions = Common & {
  action: string
  csrf: string | null
  fields?: Readonly<Record<string, string>>
  /** Before the button: one more field, such as a reason. */
  before?: Html
}

/** A button that changes something: a form of its own. */
export function postButton(options: PostButtonOptions): Html {
  return html`<form class="inline" method="post" action="${options.action}">${csrfField(options.csrf)}${Object.entries(
    options.fields ?? {},
  ).map(([name, value]) => hiddenField(name, value))}${options.before}${button(options)}</form>`
}

/** A change that cannot be undone: the button stands behind a line that opens, with what will happen. */
export function confirmButton(options: PostButtonOptions & { summary: Content; text: Content }): Html {
  return html`<details class="confirm"><summary>${options.summary}</summary><p>${options.text}</p>${postButton(
    {
      ...options,
      kind: options.kind ?? 'danger',
    },
  )}</details>`
}

/** Buttons side by side. */
export function buttonRow(...items: readonly Content[]): Html {
  return html`<div class="buttons">${items}</div>`
}

/** A text to be taken away, such as a link or recovery codes, with a button that copies it where scripts run. */
export function copyText({ locale, id, text }: { locale: Locale; id: string; text: string }): Html {
  const w = words(locale)
  return html`<div class="copy"><code id="${id}">${text}</code> <button class="btn quiet small" type="button" data-copy="${id}" data-done="${w.copied}" data-scripted hidden>${w.copy}</button></div>`
}
