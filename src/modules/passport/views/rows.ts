/** Rows of one table: the list and the form. One of each for all tables. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { CHOICES, definitionOf, type FieldDefinition, type TableKey } from '../rules/definitions.ts'
import { shownFields } from '../rules/shown.ts'
import type { RowFilter } from '../store/rows.ts'
import { texts } from '../texts/index.ts'
import { valueText } from '../texts/values.ts'
import { ROW_ORDERS, type TableRow } from '../types.ts'
import { dayText, isNumeric, OFFICE } from './parts.ts'

export type Names = ReadonlyMap<string, string>

const pathOf = (table: TableKey) => `${OFFICE}/tables/${table}`

/** With names in place of ids. */
export function saidValue(
  locale: ui.Frame['locale'],
  field: FieldDefinition,
  row: Pick<TableRow, 'values'>,
  names: Names,
): string {
  const value = row.values[field.key]
  if (field.kind === 'organisation') return names.get(String(value ?? '')) ?? ''
  return valueText(locale, field, value)
}

export function rowsPage(
  frame: ui.Frame,
  data: {
    readonly table: TableKey
    readonly filter: RowFilter
    readonly show: string
    readonly page: Page<TableRow>
    readonly total: number
    readonly names: Names
    readonly mayKeep: boolean
    readonly done: string
    /** The row that was entered just now: the next may be like it. */
    readonly like: string | null
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const o = t.office
  const { table, filter, page } = data
  const path = pathOf(table)
  const asked = filter.text !== '' || data.show !== ''
  const buttons = html`${ui.linkButton({ label: o.addRow, href: `${path}/new` })}${ui.linkButton({ label: o.import, href: `${path}/import`, kind: 'quiet' })}`
  const done = data.done === 'removed' ? o.removed : data.done === 'saved' ? o.saved : null
  return ui.page(frame, {
    title: t.table(table).title,
    lead: t.table(table).lead,
    breadcrumbs: [{ label: t.title, href: OFFICE }],
    notices:
      done !== null &&
      ui.notice({
        locale,
        tone: 'success',
        body: done,
        live: true,
        actions: data.like !== null && html`<a href="${path}/new?like=${data.like}">${o.another}</a>`,
      }),
    actions: data.mayKeep && buttons,
    main:
      data.total === 0 && !asked
        ? ui.emptyState({ title: o.noneYet, body: o.noneYetBody })
        : html`${filterOf(frame, data)}${list(frame, data)}${ui.pager({
            locale,
            shown: page.rows.length,
            total: data.total,
            nextHref: page.next === null ? null : ui.withQuery(frame.path, { after: page.next }),
          })}${ui.exportLinks({
            locale,
            of: t.table(table).title,
            csv: ui.withQuery(frame.path, { format: 'csv' }),
            xlsx: ui.withQuery(frame.path, { format: 'xlsx' }),
            ods: ui.withQuery(frame.path, { format: 'ods' }),
            json: ui.withQuery(frame.path, { format: 'json' }),
            print: true,
          })}`,
  })
}

function filterOf(
  { locale }: ui.Frame,
  data: { readonly table: TableKey; readonly filter: RowFilter; readonly show: string },
): Html {
  const o = texts[locale].office
  const asked = data.filter.text !== '' || data.show !== ''
  return ui.filterForm({
    locale,
    action: pathOf(data.table),
    ...(asked ? { resetHref: pathOf(data.table) } : {}),
    fields: [
      ui.textField({ locale, name: 'q', label: o.search, value: data.filter.text, optional: true }),
      ui.selectField({
        locale,
        name: 'show',
        label: o.show,
        value: data.show,
        options: [
          { value: '', label: o.kept },
          { value: 'old', label: o.oldRows },
          { value: 'removed', label: o.removedRows },
        ],
      }),
      ui.selectField({
        locale,
        name: 'order',
        label: o.order,
        value: data.filter.order,
        options: ROW_ORDERS.map((value) => ({ value, label: o.orders[value] })),
      }),
    ],
  })
}

function list(
  { locale, today }: ui.Frame,
  data: {
    readonly table: TableKey
    readonly page: Page<TableRow>
    readonly names: Names
  },
): Html {
  const t = texts[locale]
  const { table } = data
  const rows = data.page.rows
  const fields = shownFields(
    table,
    rows.map((r) => ({ values: r.values, hidden: [] })),
  )
  const yearAgo = today.subtract({ years: 1 }).toString()
  const named = Math.max(
    0,
    fields.findIndex((f) => f.kind === 'line' || f.kind === 'text'),
  )
  const has = (key: 'day' | 'until') => rows.some((r) => r[key] !== null)
  return ui.table<TableRow>({
    locale,
    caption: t.table(table).title,
    captionHidden: true,
    rows,
    empty: t.office.none,
    columns: [
      ...fields.map((field, i) => ({
        label: t.field(table, field.key).label,
        numeric: isNumeric(field),
        rowHeader: i === named,
        cell: (row: TableRow) => {
          const text = saidValue(locale, field, row, data.names)
          return i === named ? html`<a href="${pathOf(table)}/${row.id}">${text}</a>` : text
        },
      })),
      ...(['day', 'until'] as const).filter(has).map((key) => ({
        label: t.field(table, key).label,
        cell: (row: TableRow) => dayText(locale, row[key]),
      })),
      {
        label: t.columns.source,
        cell: (row) =>
          html`<span class="soft">${t.source(row.source, shortDate(locale, row.sourceOn))}</span>${row.sourceOn.toString() < yearAgo && html` ${ui.tag(t.oldMark, 'due')}`}`,
      },
    ],
  })
}

/** As the form shows a row that is kept. */
export function rowValues(locale: ui.Frame['locale'], row: TableRow, names: Names): FormValues {
  const said = (field: FieldDefinition) => {
    const value = row.values[field.key] ?? null
    if (value === null) return ''
    if (field.kind === 'organisation') return names.get(String(value)) ?? ''
    return field.kind === 'decimal' && locale === 'uk' ? String(value).replace('.', ',') : String(value)
  }
  return {
    ...Object.fromEntries(definitionOf(row.table).fields.map((f) => [f.key, said(f)])),
    day: dayText(locale, row.day),
    until: dayText(locale, row.until),
    source: row.source,
    sourceOn: dayText(locale, row.sourceOn),
    lockVersion: String(row.version),
  }
}

export function rowPage(
  frame: ui.Frame,
  data: {
    readonly table: TableKey
    readonly row: TableRow | null
    readonly form: FormState
    readonly removal: FormState
    readonly history: Html | false
    readonly mayKeep: boolean
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const o = t.office
  const { table, row } = data
  const { title, lead } = t.table(table)
  const kept = row === null || row.removed === null
  return ui.page(frame, {
    title: row === null ? o.newRow(title) : o.changeRow(title),
    lead,
    breadcrumbs: [
      { label: t.title, href: OFFICE },
      { label: title, href: pathOf(table) },
    ],
    notices:
      row !== null &&
      row.removed !== null &&
      ui.notice({ locale, tone: 'info', body: o.removedBecause(row.removed) }),
    main: html`${data.mayKeep && kept ? rowForm(frame, table, row, data.form) : row && facts(frame, row, data.form)}${
      data.mayKeep &&
      row !== null &&
      kept &&
      ui.disclosure({
        summary: o.remove,
        open: data.removal.errors.length > 0,
        content: removalForm(frame, row, data.removal),
      })
    }${data.history}`,
  })
}

function rowForm(frame: ui.Frame, table: TableKey, row: TableRow | null, state: FormState): Html {
  const { locale } = frame
  const t = texts[locale]
  const { time, fields } = definitionOf(table)
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  const told = (key: string) => {
    const { label, hint } = t.field(table, key)
    return { name: key, label, ...(hint === undefined ? {} : { hint }) }
  }
  const day = f.date({ ...told('day'), optional: time === 'term' })
  return ui.form({
    locale,
    action: row === null ? `${pathOf(table)}/new` : `${pathOf(table)}/${row.id}`,
    csrf: frame.csrf,
    errors: state.errors,
    cancelHref: pathOf(table),
    draftKey: `passport-${table}-${row?.id ?? 'new'}`,
    content: [
      ui.hiddenField('lockVersion', String(state.values['lockVersion'] ?? row?.version ?? 0)),
      ...fields.map((field: FieldDefinition) => {
        const options = { ...told(field.key), optional: field.required !== true }
        if (field.kind === 'choice')
          return f.select({
            ...options,
            empty: true,
            width: 'medium',
            options: CHOICES[field.set].map((value) => ({ value, label: t.choice(field.set, value) })),
          })
        if (field.kind === 'text') return f.area({ ...options, rows: 4, maxLength: field.most ?? 2_000 })
        if (field.kind === 'integer') return f.integer(options)
        if (field.kind === 'decimal')
          return f.text({ ...options, width: 'short', inputMode: 'decimal', autocomplete: 'off' })
        return f.text({ ...options, type: field.kind === 'link' ? 'url' : 'text', autocomplete: 'off' })
      }),
      time === 'term' ? ui.fieldRow([day, f.date({ ...told('until'), optional: true })]) : day,
      ui.fieldset({
        legend: t.office.whereFrom,
        content: [f.text({ ...told('source'), autocomplete: 'off' }), f.date(told('sourceOn'))],
      }),
    ],
  })
}

/** For those who only read. */
function facts({ locale }: ui.Frame, row: TableRow, state: FormState): Html {
  const t = texts[locale]
  const text = (key: string) => {
    const value = state.values[key]
    return typeof value === 'string' ? value : ''
  }
  const keys = [...definitionOf(row.table).fields.map((f) => f.key), 'day', 'until', 'source', 'sourceOn']
  const fields = new Map(definitionOf(row.table).fields.map((f): [string, FieldDefinition] => [f.key, f]))
  return ui.facts(
    keys
      .filter((key) => text(key) !== '')
      .map((key) => {
        const field = fields.get(key)
        return {
          term: t.field(row.table, key).label,
          detail: field?.kind === 'choice' ? valueText(locale, field, text(key)) : text(key),
        }
      }),
  )
}

function removalForm(frame: ui.Frame, row: TableRow, state: FormState): Html {
  const { locale } = frame
  const o = texts[locale].office
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors, scope: 'removal' })
  return ui.form({
    locale,
    action: `${pathOf(row.table)}/${row.id}/remove`,
    csrf: frame.csrf,
    errors: state.errors,
    scope: 'removal',
    danger: true,
    submit: o.remove,
    content: f.area({ name: 'reason', label: o.reason, hint: o.removeHint, rows: 2 }),
  })
}
