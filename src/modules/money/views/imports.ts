/** Payments from a file, step by step. */
import { type Html, html } from '../../../kernel/html.ts'
import { type Kopiykas, sum } from '../../../kernel/money.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { type Locale, moment, money } from '../../../kernel/texts.ts'
import { explainTable, type Sheet } from '../../../platform/documents/tables/index.ts'
import type { FormValues } from '../../../platform/http/route.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { type AcceptedRow, IMPORT_FIELDS, REQUIRED_FIELDS } from '../rules/import-rows.ts'
import { texts } from '../texts/index.ts'
import type { ImportedLine, ImportMapping, ImportOutcome, PaymentImport, SetAsideLine } from '../types.ts'
import {
  at,
  type Chosen,
  day,
  formErrors,
  measureLabel,
  measureOptions,
  type Names,
  OFFICE,
  sourceLabel,
  sourceOptions,
  tabs,
} from './parts.ts'

const SHOWN = 50

type Step = 'file' | 'columns' | 'review' | 'done'

function steps(locale: Locale, current: Step): Html {
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

function crumbs(frame: ui.Frame, chosen: Chosen): readonly ui.Crumb[] {
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
      errors: formErrors(state.errors),
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
      errors: formErrors(state.errors),
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

export function reviewPage(
  frame: ui.Frame,
  chosen: Chosen,
  made: PaymentImport,
  tried: {
    readonly accepted: readonly AcceptedRow[]
    readonly known: readonly ImportedLine[]
    readonly setAside: readonly SetAsideLine[]
  },
  names: Names,
  errors: FormState['errors'],
): Html {
  const { locale } = frame
  const t = texts[locale]
  const w = t.import.review
  const { accepted, known, setAside } = tried
  const total: Kopiykas = sum(accepted.map((r) => r.entry.amount))
  const action = `${OFFICE}/import/${made.id}`
  return ui.page(frame, {
    title: made.fileName,
    breadcrumbs: crumbs(frame, chosen),
    lead: w.lead(accepted.length, total),
    main: html`${steps(locale, 'review')}${ui.errorSummary({ locale, errors: formErrors(errors) })}${ui.figures(
      [
        { value: accepted.length, label: w.added },
        { value: known.length, label: w.known },
        {
          value: setAside.length,
          label: w.setAside,
          ...(setAside.length > 0 ? { tone: 'due' as const } : {}),
        },
      ],
    )}${ui.buttonRow(
      accepted.length > 0 &&
        ui.postButton({ action: `${action}/confirm`, csrf: frame.csrf, label: w.confirm(accepted.length) }),
      ui.linkButton({ label: w.back, href: `${action}/columns`, kind: 'quiet' }),
      ui.postButton({ action: `${action}/discard`, csrf: frame.csrf, label: w.discard, kind: 'quiet' }),
    )}${asideSection(locale, made, setAside)}${
      accepted.length > 0 &&
      ui.section({
        title: w.willAdd,
        content: html`${ui.table<AcceptedRow>({
          locale,
          caption: w.willAdd,
          captionHidden: true,
          rows: accepted.slice(0, SHOWN),
          columns: [
            { label: w.row, cell: (r) => r.number, rowHeader: true },
            { label: t.payments.columns.paidOn, cell: (r) => day(locale, r.entry.paidOn) },
            { label: t.payments.columns.amount, cell: (r) => money(locale, r.entry.amount), numeric: true },
            { label: t.payments.columns.document, cell: (r) => r.entry.document },
            { label: t.columns.source, cell: (r) => sourceLabel(locale, r.place.source) },
            { label: t.columns.measure, cell: (r) => measureLabel(locale, names, r.place.measureId) },
            { label: t.payments.columns.commitment, cell: (r) => r.entry.commitment },
            { label: t.payments.columns.note, cell: (r) => r.entry.note },
          ],
        })}${accepted.length > SHOWN && ui.paragraph(w.firstShown(SHOWN, accepted.length), 'soft')}`,
      })
    }${
      known.length > 0 &&
      ui.disclosure({
        summary: `${w.knownTitle}: ${known.length}`,
        content: html`${ui.paragraph(w.knownText)}${ui.bullets(
          known
            .slice(0, SHOWN)
            .map((k) => html`${w.row} ${k.number}: ${k.cells.filter(Boolean).join(' · ')}`),
        )}`,
      })
    }`,
  })
}

export function outcomePage(
  frame: ui.Frame,
  chosen: Chosen,
  made: PaymentImport,
  outcome: ImportOutcome | null,
  past: Html,
): Html {
  const { locale } = frame
  const t = texts[locale].import
  return ui.page(frame, {
    title: made.fileName,
    breadcrumbs: crumbs(frame, chosen),
    lead: outcome
      ? t.doneLead(outcome.added, outcome.sum, outcome.known.length, outcome.setAside.length)
      : t.discardedLead,
    actions: [
      ui.linkButton({ label: t.seePayments, href: at('/payments', chosen) }),
      ui.linkButton({ label: t.again, href: at('/import', chosen), kind: 'quiet' }),
    ],
    main: html`${outcome && steps(locale, 'done')}${outcome && asideSection(locale, made, outcome.setAside)}${past}`,
  })
}

function asideSection(locale: Locale, made: PaymentImport, setAside: readonly SetAsideLine[]): Html | false {
  const w = texts[locale].import.review
  if (setAside.length === 0) return false
  const file = (format: string) => ui.withQuery(`${OFFICE}/import/${made.id}/set-aside`, { format })
  return ui.section({
    title: w.asideTitle,
    intro: w.asideText,
    content: html`${ui.table<SetAsideLine>({
      locale,
      caption: w.asideTitle,
      captionHidden: true,
      rows: setAside.slice(0, SHOWN),
      columns: [
        { label: w.row, cell: (r) => r.number, rowHeader: true },
        { label: w.reason, cell: (r) => r.refusals.map((x) => reasonOf(locale, x)).join(' ') },
        { label: w.content, cell: (r) => r.cells.filter(Boolean).join(' · ') },
      ],
    })}${setAside.length > SHOWN && ui.paragraph(w.firstShown(SHOWN, setAside.length), 'soft')}${ui.exportLinks(
      {
        locale,
        csv: file('csv'),
        xlsx: file('xlsx'),
        of: w.takeAside,
      },
    )}`,
  })
}

/** The rows as they came, with why: to be mended and loaded again. */
export function asideSheet(
  locale: Locale,
  made: PaymentImport,
  rows: readonly SetAsideLine[],
): Sheet<SetAsideLine> {
  const w = texts[locale].import.review
  const width = Math.max(made.content.header.length, ...rows.map((r) => r.cells.length))
  return {
    name: w.asideTitle,
    rows,
    columns: [
      ...Array.from({ length: width }, (_, i) => ({
        key: `column${i + 1}`,
        title: made.content.header[i] ?? '',
        kind: 'text' as const,
        value: (r: SetAsideLine) => r.cells[i] ?? null,
      })),
      {
        key: 'reason',
        title: w.reason,
        kind: 'text' as const,
        value: (r: SetAsideLine) => r.refusals.map((x) => reasonOf(locale, x)).join(' '),
      },
    ],
  }
}
