/** Lists, forms and pages of payments. */
import { type Html, html } from '../../../kernel/html.ts'
import { kopiykas } from '../../../kernel/money.ts'
import { money, shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import type { Commitment, Payment } from '../types.ts'
import { filters, type ListFilter, listEnd } from './list.ts'
import {
  at,
  type Chosen,
  day,
  measureLabel,
  measureOptions,
  type Names,
  OFFICE,
  sourceOptions,
  tabs,
} from './parts.ts'

export function paymentsPage(
  frame: ui.Frame,
  chosen: Chosen,
  list: {
    readonly page: Page<Payment>
    readonly filter: ListFilter
    readonly years: readonly number[]
    readonly names: Names
    readonly mayManage: boolean
    readonly done: Html | false
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const c = t.payments.columns
  const tools = filters(frame, chosen, '/payments', list, {
    search: t.payments.search,
    states: (['recorded', 'withdrawn'] as const).map((s) => ({ value: s, label: t.payments.states[s] })),
    allStates: t.payments.allStates,
  })
  return ui.page(frame, {
    title: t.payments.title,
    lead: t.payments.lead,
    wide: true,
    notices: list.done,
    actions: list.mayManage && ui.linkButton({ label: t.payments.add, href: at('/payments/new', chosen) }),
    main: html`${tabs(locale, chosen, '/payments', list.mayManage)}${tools}${ui.table<Payment>({
      locale,
      caption: t.payments.caption,
      captionHidden: true,
      rows: list.page.rows,
      empty: list.filter.isOn ? t.payments.noneFound : t.payments.none,
      rowTone: (p) => (p.state === 'withdrawn' ? 'soft' : null),
      columns: [
        {
          label: c.paidOn,
          rowHeader: true,
          cell: (p) => html`<a href="${OFFICE}/payments/${p.id}">${day(locale, p.paidOn)}</a>`,
        },
        { label: c.amount, cell: (p) => money(locale, p.amount), numeric: true },
        { label: c.document, cell: (p) => p.document },
        { label: c.counterparty, cell: (p) => p.counterparty ?? t.payments.noCommitment },
        { label: t.columns.measure, cell: (p) => measureLabel(locale, list.names, p.measureId) },
        { label: c.note, cell: (p) => p.note },
        {
          label: c.state,
          cell: (p) => ui.tag(t.payments.states[p.state], p.state === 'recorded' ? 'done' : 'plain'),
        },
      ],
    })}${listEnd(frame, list.page)}`,
  })
}

export function paymentPage(
  frame: ui.Frame,
  payment: Payment,
  data: {
    readonly chosen: Chosen
    readonly names: Names
    readonly mayManage: boolean
    readonly history: Html
    readonly done: Html | false
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const c = t.payments.columns
  return ui.page(frame, {
    title: t.payments.heading(payment.amount, shortDate(locale, payment.paidOn)),
    breadcrumbs: [
      { label: t.title, href: at('', data.chosen) },
      { label: t.payments.title, href: at('/payments', data.chosen) },
    ],
    notices: data.done,
    actions:
      data.mayManage &&
      payment.state === 'recorded' &&
      ui.linkButton({
        label: t.payments.withdraw,
        href: `${OFFICE}/payments/${payment.id}/withdraw`,
        kind: 'quiet',
      }),
    main: html`${
      payment.reason !== null &&
      ui.notice({ locale, tone: 'info', body: t.payments.withdrawnBecause(payment.reason) })
    }${ui.facts([
      { term: c.state, detail: t.payments.states[payment.state] },
      { term: c.document, detail: payment.document ?? '–' },
      {
        term: c.commitment,
        detail: payment.commitmentId
          ? html`<a href="${OFFICE}/commitments/${payment.commitmentId}">№ ${payment.commitmentNumber}, ${payment.counterparty}</a>`
          : t.payments.noCommitment,
      },
      { term: t.columns.source, detail: payment.source },
      { term: t.columns.measure, detail: measureLabel(locale, data.names, payment.measureId) },
      { term: c.note, detail: payment.note ?? '–' },
      { term: c.who, detail: payment.createdByName },
      ...(payment.importId && data.mayManage
        ? [
            {
              term: t.tabs.import,
              detail: html`<a href="${OFFICE}/import/${payment.importId}">${t.payments.imported}</a>`,
            },
          ]
        : []),
    ])}${data.history}`,
  })
}

export function paymentForm(
  frame: ui.Frame,
  chosen: Chosen,
  state: FormState,
  form: {
    readonly sources: readonly string[]
    readonly names: Names
    readonly commitments: readonly Commitment[]
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const w = t.payments.form
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  return ui.page(frame, {
    title: w.title,
    breadcrumbs: [
      { label: t.title, href: at('', chosen) },
      { label: t.payments.title, href: at('/payments', chosen) },
    ],
    lead: w.lead,
    main: ui.form({
      locale,
      action: at('/payments/new', chosen),
      csrf: frame.csrf,
      errors: state.errors,
      submit: w.submit,
      cancelHref: at('/payments', chosen),
      draftKey: 'payment-new',
      content: [
        f.date({ name: 'paidOn', label: w.paidOn }),
        f.money({ name: 'amount', label: w.amount }),
        f.text({
          name: 'document',
          label: w.document,
          hint: w.documentHint,
          optional: true,
          width: 'medium',
        }),
        f.select({
          name: 'commitmentId',
          label: w.commitment,
          hint: w.commitmentHint,
          empty: w.noCommitment,
          options: form.commitments.map((c) => ({
            value: c.id,
            label: w.option(c.number, c.counterparty, kopiykas(Math.max(0, c.amount - c.paid))),
            group: String(c.year),
          })),
        }),
        ui.fieldset({
          legend: w.noCommitment,
          hint: w.withoutHint,
          content: [
            f.select({
              name: 'source',
              label: w.source,
              options: sourceOptions(locale, form.sources),
              empty: form.sources.length === 1 ? undefined : true,
            }),
            f.select({
              name: 'measureId',
              label: w.measure,
              hint: t.commitments.form.measureHint,
              empty: t.common,
              options: measureOptions(locale, form.names),
            }),
          ],
        }),
        f.area({ name: 'note', label: w.note, hint: w.noteHint, optional: true, rows: 2 }),
      ],
    }),
  })
}
