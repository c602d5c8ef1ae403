/** Pages of the record, of the city and about the site. */
import { type Html, html } from '../../kernel/html.ts'
import { type Locale, moment } from '../../kernel/texts.ts'
import type { AuditRecord } from '../../platform/audit.ts'
import type { FormState } from '../../platform/http/submit.ts'
import type { Page } from '../../platform/keyset.ts'
import type { City } from '../../platform/settings.ts'
import * as ui from '../../ui/index.ts'
import { type CityFields, fieldsOf } from './forms.ts'
import type { RecordRow } from './store.ts'
import { texts } from './texts/index.ts'

export function recordPage(
  frame: ui.Frame,
  list: { readonly page: Page<RecordRow>; readonly action: string; readonly actions: readonly string[] },
): Html {
  const { locale } = frame
  const t = texts[locale].record
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    wide: true,
    main: html`${ui.filterForm({
      locale,
      action: '/office/record',
      fields: ui.selectField({
        locale,
        name: 'action',
        label: t.action,
        value: list.action,
        options: [{ value: '', label: t.any }, ...list.actions.map((a) => ({ value: a, label: a }))],
      }),
      ...(list.action ? { resetHref: '/office/record' } : {}),
    })}${ui.table<RecordRow>({
      locale,
      caption: t.caption,
      captionHidden: true,
      rows: list.page.rows,
      empty: t.none,
      columns: [
        { label: t.columns.seq, cell: (r) => r.seq, numeric: true },
        { label: t.columns.at, cell: (r) => moment(locale, r.at) },
        { label: t.columns.who, cell: (r) => whoOf(frame, r) },
        { label: t.columns.action, cell: (r) => r.entry.action, rowHeader: true },
        {
          label: t.columns.subject,
          cell: (r) =>
            html`<a href="${ui.withQuery('/office/record', { subject: r.entry.subject.id })}">${r.entry.subject.type}</a>`,
        },
        { label: t.columns.reason, cell: (r) => r.entry.reason },
        { label: t.columns.change, cell: (r) => changeOf(frame, r) },
      ],
    })}${ui.pager({ locale, ...(list.page.next ? { nextHref: ui.withQuery(frame.path, { after: list.page.next }) } : {}) })}${ui.exportLinks(
      {
        locale,
        ...ui.tableFiles(frame.path),
        print: true,
      },
    )}`,
  })
}

export function whoOf(frame: ui.Frame, row: RecordRow): string {
  const t = texts[frame.locale].record
  return row.actor.kind === 'system' ? `${t.system} (${row.actor.name})` : (row.actor.name ?? t.visitor)
}

function changeOf(frame: ui.Frame, row: RecordRow): Html | null {
  const t = texts[frame.locale].record
  const { before, after } = row.entry
  if (before === undefined && after === undefined) return null
  const part = (label: string, value: unknown) =>
    value !== undefined &&
    html`<p><strong>${label}</strong></p><pre class="letter">${JSON.stringify(value, null, 1)}</pre>`
  return ui.disclosure({
    summary: t.columns.change,
    content: html`${part(t.before, before)}${part(t.after, after)}`,
  })
}

export function cityPage(
  frame: ui.Frame,
  view: { readonly state: FormState; readonly saved: boolean; readonly records: readonly AuditRecord[] },
): Html {
  const { state, saved, records } = view
  const { locale } = frame
  const t = texts[locale].city
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  const hints: Partial<Record<keyof CityFields, string>> = t.hints
  const optional: readonly (keyof CityFields)[] = ['edrpou', 'katottg', 'address', 'email']
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    notices: saved && ui.notice({ locale, tone: 'success', body: t.saved, live: true }),
    main: html`${ui.form({
      locale,
      action: '/office/city',
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.save,
      content: Object.entries(t.fields).map(([name, label]) => {
        const key = name as keyof CityFields
        return f.text({
          name,
          label,
          ...(hints[key] ? { hint: hints[key] } : {}),
          optional: optional.includes(key),
        })
      }),
    })}${ui.section({
      title: t.history,
      content: ui.past({
        locale,
        records,
        actions: t.actions,
        details: ({ entry }) => cityChanges(locale, entry),
      }),
    })}`,
  })
}

/** Field by field, what it was and what it became. */
function cityChanges(locale: Locale, { before, after }: AuditRecord['entry']): Html | null {
  const t = texts[locale].city
  const [was, is] = [before, after].map((city) => (city ? fieldsOf(city as City) : null))
  if (!is) return null
  const keys = (Object.keys(is) as (keyof CityFields)[]).filter((key) => was?.[key] !== is[key])
  return ui.bullets(
    keys.map((key) => `${t.fields[key]}: ${was?.[key] || t.nothing} → ${is[key] || t.nothing}`),
  )
}

export function accessibilityPage(frame: ui.Frame, city: City): Html {
  const t = texts[frame.locale].accessibility
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    main: html`${t.sections.map((s) => ui.section({ title: s.title, content: ui.bullets(s.items) }))}<p>${
      city.email ? html`${t.contact} <a href="mailto:${city.email}">${city.email}</a>` : t.noContact
    }</p>`,
  })
}
