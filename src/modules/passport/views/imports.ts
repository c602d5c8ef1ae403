/** A table from a file, step by step on two pages. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Locale, moment } from '../../../kernel/texts.ts'
import { explainTable, type Sheet } from '../../../platform/documents/tables/index.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { ROW_COLUMNS } from '../forms.ts'
import { definitionOf, type TableKey } from '../rules/definitions.ts'
import { sentenceOf, texts } from '../texts/index.ts'
import type { ImportMapping, ImportOutcome, SetAsideRow, TableImport } from '../types.ts'
import { OFFICE } from './parts.ts'

const pathOf = (table: TableKey) => `${OFFICE}/tables/${table}`

export function reasonOf(locale: Locale, table: TableKey, refusal: Refusal): string {
  const said = explainTable(locale, refusal) ?? sentenceOf(locale, refusal)
  const { field } = refusal
  return field === undefined || field === '' || field === 'file'
    ? said
    : `${texts[locale].field(table, field).label}: ${said}`
}

function crumbs(locale: Locale, table: TableKey): ui.Crumb[] {
  const t = texts[locale]
  return [
    { label: t.title, href: OFFICE },
    { label: t.table(table).title, href: pathOf(table) },
  ]
}

export function uploadPage(
  frame: ui.Frame,
  table: TableKey,
  latest: readonly TableImport[],
  state: FormState,
): Html {
  const { locale } = frame
  const t = texts[locale]
  const i = t.import
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  return ui.page(frame, {
    title: `${t.table(table).title}: ${i.title.toLocaleLowerCase(locale)}`,
    lead: i.lead,
    breadcrumbs: crumbs(locale, table),
    main: html`${ui.form({
      locale,
      action: `${pathOf(table)}/import`,
      csrf: frame.csrf,
      multipart: true,
      errors: state.errors,
      submit: i.submit,
      cancelHref: pathOf(table),
      content: [
        f.file({ name: 'file', label: i.file, hint: i.fileHint, accept: '.csv,.txt,.xlsx', optional: true }),
        f.area({ name: 'text', label: i.text, hint: i.textHint, rows: 8, optional: true }),
      ],
    })}<p>${i.sample} <a href="${pathOf(table)}/sample?format=xlsx">XLSX</a>, <a href="${pathOf(table)}/sample?format=csv">CSV</a></p>${ui.section(
      {
        title: i.latest,
        content: ui.table<TableImport>({
          locale,
          caption: i.latest,
          captionHidden: true,
          rows: latest,
          empty: i.noLatest,
          columns: [
            {
              label: i.file,
              rowHeader: true,
              cell: (m) => html`<a href="${OFFICE}/imports/${m.id}">${m.fileName}</a>`,
            },
            {
              label: t.columns.state,
              cell: (m) => ui.tag(i.states[m.state], m.state === 'review' ? 'due' : 'plain'),
            },
            { label: i.who, cell: (m) => m.createdBy },
            { label: i.when, cell: (m) => moment(locale, m.createdAt) },
          ],
        }),
      },
    )}`,
  })
}

export function mappingValues(mapping: ImportMapping): FormValues {
  return {
    ...Object.fromEntries(
      Object.entries(mapping.columns).map(([key, at]) => [`column.${key}`, at === null ? '' : String(at)]),
    ),
    allDay: mapping.day ?? '',
    allSource: mapping.source ?? '',
    allSourceOn: mapping.sourceOn ?? '',
  }
}

/** Columns above, and under them what would come of it. */
export function importPage(
  frame: ui.Frame,
  made: TableImport,
  outcome: ImportOutcome | null,
  state: FormState,
): Html {
  const { locale } = frame
  const t = texts[locale]
  const i = t.import
  const open = made.state === 'review'
  return ui.page(frame, {
    title: `${t.table(made.table).title}: ${made.fileName}`,
    breadcrumbs: crumbs(locale, made.table),
    lead: open ? i.lead : i.states[made.state],
    main: html`${
      // Once there is something to decide on, it stands first.
      outcome === null || state.errors.length > 0
        ? html`${open && mapping(frame, made, state)}${outcome === null && html`<p class="soft">${i.chooseColumns}</p>`}`
        : html`${resultOf(frame, made, outcome)}${open && ui.disclosure({ summary: i.columns, content: mapping(frame, made, state) })}`
    }${
      open &&
      ui.postButton({
        action: `${OFFICE}/imports/${made.id}/discard`,
        csrf: frame.csrf,
        label: i.discard,
        kind: 'quiet',
      })
    }`,
  })
}

function resultOf(frame: ui.Frame, made: TableImport, outcome: ImportOutcome): Html {
  const i = texts[frame.locale].import
  const { added, changed, unchanged, setAside } = outcome
  return ui.section({
    title: i.result,
    content: html`<p>${i.outcome(added, changed, unchanged, setAside.length)}</p>${
      made.state === 'review' &&
      added + changed > 0 &&
      ui.postButton({
        action: `${OFFICE}/imports/${made.id}/confirm`,
        csrf: frame.csrf,
        label: i.confirm,
      })
    }${setAside.length > 0 && aside(frame, made, setAside)}`,
  })
}

function mapping(frame: ui.Frame, made: TableImport, state: FormState): Html {
  const { locale } = frame
  const t = texts[locale]
  const i = t.import
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  const { fields, time } = definitionOf(made.table)
  const keys = [
    ...fields.map((field) => field.key),
    ...ROW_COLUMNS.filter((key) => key !== 'until' || time === 'term'),
  ]
  const needed = new Set(fields.filter((field) => field.required).map((field) => field.key))
  const options = made.content.header.map((title, at) => ({
    value: String(at),
    label: i.option(at + 1, title, (made.content.rows[0]?.cells[at] ?? '').slice(0, 30)),
  }))
  return ui.form({
    locale,
    action: `${OFFICE}/imports/${made.id}`,
    csrf: frame.csrf,
    errors: state.errors,
    submit: i.apply,
    cancelHref: `${OFFICE}/tables/${made.table}/import`,
    content: [
      ui.fieldset({
        legend: i.columns,
        content: keys.map((key) =>
          f.select({
            name: `column.${key}`,
            label: t.field(made.table, key).label,
            empty: i.absent,
            options,
            width: 'medium',
            optional: !needed.has(key),
          }),
        ),
      }),
      ui.fieldset({
        legend: i.forAll,
        content: [
          f.date({ name: 'allDay', label: i.allDay, optional: true }),
          f.text({ name: 'allSource', label: i.allSource, optional: true }),
          f.date({ name: 'allSourceOn', label: i.allSourceOn, optional: true }),
        ],
      }),
    ],
  })
}

const SHOWN = 100

function aside(frame: ui.Frame, made: TableImport, rows: readonly SetAsideRow[]): Html {
  const { locale } = frame
  const i = texts[locale].import
  return html`<h3>${i.aside}</h3><p>${i.asideLead}</p>${ui.table<SetAsideRow>({
    locale,
    caption: i.aside,
    captionHidden: true,
    rows: rows.slice(0, SHOWN),
    columns: [
      { label: i.number, cell: (r) => r.number, numeric: true },
      { label: i.content, rowHeader: true, cell: (r) => r.cells.filter(Boolean).join(' | ').slice(0, 200) },
      { label: i.why, cell: (r) => r.refusals.map((x) => reasonOf(locale, made.table, x)).join('; ') },
    ],
  })}${ui.exportLinks({
    locale,
    of: i.aside,
    csv: `${OFFICE}/imports/${made.id}/set-aside?format=csv`,
    xlsx: `${OFFICE}/imports/${made.id}/set-aside?format=xlsx`,
  })}`
}

/** In the columns of the file, so that it can be mended and taken again; why stands at the end. */
export function asideSheet(
  locale: Locale,
  made: TableImport,
  rows: readonly SetAsideRow[],
): Sheet<SetAsideRow> {
  const i = texts[locale].import
  return {
    name: i.aside,
    rows,
    columns: [
      ...made.content.header.map((title, at) => ({
        key: `column${at + 1}`,
        title,
        kind: 'text' as const,
        value: (r: SetAsideRow) => r.cells[at] ?? null,
      })),
      {
        key: 'why',
        title: i.why,
        kind: 'text',
        value: (r) => r.refusals.map((x) => reasonOf(locale, made.table, x)).join('; '),
      },
    ],
  }
}
