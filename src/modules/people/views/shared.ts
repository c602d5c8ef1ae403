/** What pages of this module share. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'

export function hiddenOf(values: Readonly<Record<string, string>>): Html[] {
  return Object.entries(values).map(([name, value]) => ui.hiddenField(name, value))
}

/**
 * A form that the script sends with the browser's answer. Hidden until the script finds that passkeys work here;
 * everything it does can be done without it by passphrase and code.
 */
export function passkeyForm(options: {
  readonly frame: ui.Frame
  readonly action: string
  readonly ceremony: 'get' | 'create'
  /** From the WebAuthn library. */
  readonly request: unknown
  readonly label: string
  readonly fields?: ui.Content
  readonly hidden?: Readonly<Record<string, string>>
  readonly errors?: readonly ui.FieldError[]
}): Html {
  const { frame, ceremony } = options
  return html`${ui.errorSummary({ locale: frame.locale, errors: options.errors ?? [] })}<form class="form" method="post" action="${
    options.action
  }" data-passkey="${ceremony}" data-request="${JSON.stringify(options.request)}" hidden>${ui.csrfField(frame.csrf)}${hiddenOf(
    options.hidden ?? {},
  )}${ui.hiddenField('answer', '')}${options.fields}<div class="buttons">${ui.button({
    label: options.label,
    kind: ceremony === 'get' ? 'quiet' : 'primary',
  })}</div></form>${script(frame)}`
}

function script(frame: ui.Frame): Html {
  return html`<script src="${frame.assets('passkey.js')}" defer></script>`
}

/** The history of a thing from the audit. */
export function pastOf(locale: Locale, records: readonly AuditRecord[]): Html {
  const t = texts[locale]
  return ui.past({ locale, records, actions: t.audit, details: (r) => detailsOf(locale, r) })
}

function detailsOf(locale: Locale, record: AuditRecord): Html | null {
  const { before, after, reason } = record.entry
  if (before === undefined && after === undefined && !reason) return null
  const t = texts[locale]
  return html`${reason && html`<p>${reason}</p>`}${told(locale, t.before, before)}${told(locale, t.after, after)}`
}

function told(locale: Locale, label: string, value: unknown): Html | null {
  const { roles, staffStates, units } = texts[locale]
  const text = plain(value, { ...roles, ...staffStates, ...units.kinds })
  return text === '' ? null : html`<p><b>${label}:</b> ${text}</p>`
}

/** Values of an entry in one line: names and words, no ids. */
function plain(value: unknown, words: Readonly<Record<string, string>>): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value !== 'object')
    return /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(String(value)) ? '' : (words[String(value)] ?? String(value))
  return Object.values(value)
    .map((v) => plain(v, words))
    .filter(Boolean)
    .join(', ')
}
