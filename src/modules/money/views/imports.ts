/** Payments from a file, step by step. */
import { type Html, html } from '../../../kernel/html.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Locale, moment } from '../../../kernel/texts.ts'
import { explainTable } from '../../../platform/documents/tables/index.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { IMPORT_FIELDS, REQUIRED_FIELDS } from '../rules/import-rows.ts'
import { texts } from '../texts/index.ts'
import type { ImportMapping, PaymentImport } from '../types.ts'
import { at, type Chosen, measureOptions, type Names, OFFICE, sourceOptions, tabs } from './parts.ts'

type Step = 'file' | 'columns' | 'review' | 'done'

export function steps(locale: Locale, current: Step): Html {
  const t = texts[locale].import.steps
  const order: readonly Step[] = ['file', 'columns', 'review', 'done']
  const now = order.indexOf(current)
  return ui.stepper({
    locale,
    steps: order.map((s, i) => ({
      label: t[s],
      state: i < now ? 'done' : i === now ? 'current' : 'todo',
    })),
  })
}

/** A table's own sentence, or this module's. */
export function reasonOf(locale: Locale, refusal: Refusal): string {
  return (
    texts[locale].refusals[refusal.refused]?.(refusal.values ?? {}) ??
    explainTable(locale, refusal) ??
    refusal.refused
  )
}

export function crumbs(frame: ui.Frame, chosen: Chosen): readonly ui.Crumb[] {
  const t = texts[frame.locale]
  return [
    { label: t.title, href: at('', chosen) },
    { label: t.import.title, href: at('/import', chosen) },
  ]
}

export type ImportRow = Pick<
  PaymentImport,
  'id' | 'fileName' | 'state' | 'createdByName' | 'createdAt' | 'outcome'
>

export function uploadPage(
  frame: ui.Frame,
  chosen: Chosen,
  latest: readonly ImportRow[],
  state: FormState,
  done: Html | false,
): Html {
  const { locale } = frame
  const t = texts[locale].import
  const f = ui.boundFields({ locale, errors: state.errors })
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    notices: done,
    main: html`${tabs(locale, chosen, '/import', true)}${steps(locale, 'file')}${ui.form({
      locale,
      action: at('/import', chosen),
      csrf: frame.csrf,
      multipart: true,
      errors: state.errors,
      submit: t.upload,
      content: f.file({ name: 'file', label: t.file, hint: t.fileHint, accept: '.csv,.txt,.xlsx' }),
    })}${ui.section({
      title: t.latest,
      content: ui.table<ImportRow>({
        locale,
        caption: t.latest,
        captionHidden: true,
        rows: latest,
        empty: t.noLatest,
        columns: [
          {
            label: t.columns.file,
            rowHeader: true,
            cell: (r) => html`<a href="${OFFICE}/import/${r.id}">${r.fileName}</a>`,
          },
          {
            label: t.columns.state,
            cell: (r) => ui.tag(t.states[r.state], r.state === 'review' ? 'due' : 'plain'),
          },
          { label: t.columns.who, cell: (r) => r.createdByName },
          { label: t.columns.when, cell: (r) => moment(locale, r.createdAt) },
          {
            label: t.columns.result,
            cell: (r) => r.outcome && t.result(r.outcome.added, r.outcome.setAside.length),
          },
        ],
      }),
    })}`,
  })
}

export function mappingValues(mapping: ImportMapping): FormValues {
  const columns = Object.fromEntries(
    IMPORT_FIELDS.map((f) => [f, mapping.columns[f] === null ? '' : String(mapping.columns[f])]),
  )
  return { ...columns, allSource: mapping.source ?? '', allMeasure: mapping.measureId ?? '' }
}

export function mappingPage(
  frame: ui.Frame,
  chosen: Chosen,
  made: PaymentImport,
  state: FormState,
  known: { readonly sources: readonly string[]; readonly names: Names },
): Html {
  const { locale } = frame
  const t = texts[locale].import
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  const options = made.content.header.map((title, i) => ({
    value: String(i),
    label: t.mapping.option(i + 1, title, (made.content.rows[0]?.cells[i] ?? '').slice(0, 30)),
  }))
  return ui.page(frame, {
    title: t.mapping.title,
    breadcrumbs: crumbs(frame, chosen),
    lead: t.mapping.lead,
    main: html`${steps(locale, 'columns')}${ui.form({
      locale,
      action: `${OFFICE}/import/${made.id}/columns`,
      csrf: frame.csrf,
      errors: state.errors,
      submit: t.mapping.submit,
      cancelHref: at('/import', chosen),
      content: [
        ui.fieldset({
          legend: made.fileName,
          content: IMPORT_FIELDS.map((name) =>
            f.select({
              name,
              label: t.mapping.fields[name],
              empty: t.mapping.none,
              options,
              optional: !REQUIRED_FIELDS.includes(name),
            }),
          ),
        }),
        ui.fieldset({
          legend: t.mapping.rest,
          content: [
            f.select({
              name: 'allSource',
              label: t.mapping.allSource,
              empty: t.mapping.allSourceEmpty,
              options: sourceOptions(locale, known.sources),
              optional: true,
            }),
            f.select({
              name: 'allMeasure',
              label: t.mapping.allMeasure,
              empty: texts[locale].common,
              options: measureOptions(locale, known.names),
              optional: true,
            }),
          ],
        }),
      ],
    })}`,
  })
}
