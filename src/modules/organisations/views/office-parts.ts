/** What pages of the office share: tabs, the source of a form, the record. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Locale, shortDate } from '../../../kernel/texts.ts'
import type { AuditRecord } from '../../../platform/audit.ts'
import * as ui from '../../../ui/index.ts'
import { TYPED_SOURCES } from '../forms.ts'
import { officeTexts, words } from '../texts/index.ts'
import { FIELDS, type Field, type Names } from '../types.ts'
import { valueText } from './parts.ts'

export const OFFICE = '/office/organisations'

export type OfficeTab = 'list' | 'proposals' | 'twins' | 'imports' | 'lists' | 'persons'

export const TAB_PATHS: Readonly<Record<OfficeTab, string>> = {
  list: OFFICE,
  proposals: `${OFFICE}/proposals`,
  twins: `${OFFICE}/twins`,
  imports: `${OFFICE}/imports`,
  lists: `${OFFICE}/lists`,
  persons: `${OFFICE}/persons`,
}

/** @param keeps whether the reader keeps the registry; the others only read the list */
export function officeTabs(
  locale: Locale,
  current: OfficeTab,
  keeps: boolean,
  waiting?: number,
): Html | false {
  if (!keeps) return false
  const t = officeTexts[locale].tabs
  return ui.tabs({
    locale,
    label: t.label,
    items: (['list', 'proposals', 'twins', 'imports', 'lists', 'persons'] as const).map((tab) => ({
      label: t[tab],
      href: TAB_PATHS[tab],
      current: tab === current,
      ...(tab === 'proposals' && waiting ? { count: waiting } : {}),
    })),
  })
}

export const SOURCE_DEFAULTS = { sourceKind: 'clerk' } as const

/** Asked once for a whole form. */
export function sourceFields(locale: Locale, f: ui.BoundFields, extra: ui.Content = null): Html {
  const t = officeTexts[locale].form
  return ui.fieldset({
    legend: t.sourceTitle,
    hint: t.sourceHint,
    content: html`${ui.fieldRow([
      f.select({
        name: 'sourceKind',
        label: t.sourceKind,
        options: TYPED_SOURCES.map((value) => ({ value, label: words[locale].sources[value] })),
      }),
      f.text({ name: 'sourceRef', label: t.sourceRef, optional: true, autocomplete: 'off' }),
      f.date({ name: 'sourceOn', label: t.sourceOn, hint: t.sourceOnHint, optional: true }),
    ])}${extra}`,
  })
}

export function doneNotice(locale: Locale, key: string): Html | false {
  return ui.doneNotice(locale, officeTexts[locale].done, key)
}

/** The record of an organisation, entry by entry. */
export function recordOf(locale: Locale, records: readonly AuditRecord[], names: Names): Html {
  const t = officeTexts[locale]
  return ui.past({ locale, records, actions: t.audit, details: (r) => detailsOf(locale, r, names) })
}

function detailsOf(locale: Locale, { entry }: AuditRecord, names: Names): Html | null {
  const t = officeTexts[locale].auditLabels
  const [before, after] = [told(locale, entry.before, names), told(locale, entry.after, names)]
  if (before === '' && after === '' && !entry.reason) return null
  return html`${entry.reason && html`<p>${entry.reason}</p>`}${
    before !== '' && html`<p><b>${t.before}:</b> ${before}</p>`
  }${after !== '' && html`<p><b>${t.after}:</b> ${after}</p>`}`
}

/** Values of an entry in one line: in words, no ids. */
function told(locale: Locale, value: unknown, names: Names): string {
  if (typeof value !== 'object' || value === null) return ''
  return Object.entries(value)
    .flatMap(([key, v]) => {
      const field = FIELDS.find((f): f is Field => f === key)
      if (field !== undefined && typeof v === 'string')
        return [`${words[locale].fields[field]}: ${valueText(locale, field, v, names)}`]
      const plain = plainText(locale, key, v)
      return plain === '' ? [] : [plain]
    })
    .join('; ')
}

function plainText(locale: Locale, key: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((v) => plainText(locale, key, v)).join(', ')
  if (typeof value !== 'string' || /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value)) return ''
  const w = words[locale]
  const known: Readonly<Record<string, string>> =
    key === 'source' ? w.sources : key === 'access' ? w.contactAccess : key === 'kind' ? w.contactKinds : {}
  return known[value] ?? FIELDS.reduce((text, f) => (text === f ? w.fields[f] : text), value)
}

export function dayOrNothing(locale: Locale, day: Parameters<typeof shortDate>[1] | null): string {
  return day === null ? '' : shortDate(locale, day)
}
