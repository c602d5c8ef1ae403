/** Lists, forms and pages of commitments. */
import { type Html, html } from '../../../kernel/html.ts'
import { kopiykas } from '../../../kernel/money.ts'
import { money } from '../../../kernel/texts.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { texts } from '../texts/index.ts'
import { COMMITMENT_STATES, type Commitment, type CommitmentState, type Payment } from '../types.ts'
import { filters, type ListFilter, listEnd } from './list.ts'
import { at, type Chosen, day, measureLabel, type Names, OFFICE, tabs } from './parts.ts'

export function stateTag(locale: ui.Frame['locale'], state: CommitmentState): Html {
  const tone = { active: 'info', closed: 'done', cancelled: 'plain' } as const
  return ui.tag(texts[locale].commitments.states[state], tone[state])
}

function unpaid(c: Commitment) {
  return kopiykas(c.state === 'active' ? Math.max(0, c.amount - c.paid) : 0)
}

export function commitmentsPage(
  frame: ui.Frame,
  chosen: Chosen,
  list: {
    readonly page: Page<Commitment>
    readonly filter: ListFilter
    readonly years: readonly number[]
    readonly names: Names
    readonly mayManage: boolean
    readonly done: Html | false
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const c = t.commitments.columns
  const tools = filters(frame, chosen, '/commitments', list, {
    search: t.commitments.search,
    states: COMMITMENT_STATES.map((s) => ({ value: s, label: t.commitments.states[s] })),
    allStates: t.commitments.allStates,
  })
  return ui.page(frame, {
    title: t.commitments.title,
    lead: t.commitments.lead,
    wide: true,
    notices: list.done,
    actions:
      list.mayManage && ui.linkButton({ label: t.commitments.add, href: at('/commitments/new', chosen) }),
    main: html`${tabs(locale, chosen, '/commitments', list.mayManage)}${tools}${ui.table<Commitment>({
      locale,
      caption: t.commitments.caption,
      captionHidden: true,
      rows: list.page.rows,
      empty: list.filter.isOn ? t.commitments.noneFound : t.commitments.none,
      columns: [
        {
          label: c.counterparty,
          rowHeader: true,
          cell: (x) => html`<a href="${OFFICE}/commitments/${x.id}">${x.counterparty}</a>`,
        },
        { label: c.number, cell: (x) => `№ ${x.number}` },
        { label: c.signedOn, cell: (x) => day(locale, x.signedOn) },
        { label: t.columns.measure, cell: (x) => measureLabel(locale, list.names, x.measureId) },
        { label: t.columns.year, cell: (x) => x.year, numeric: true },
        { label: c.amount, cell: (x) => money(locale, x.amount), numeric: true },
        { label: c.paid, cell: (x) => money(locale, x.paid), numeric: true },
        { label: c.unpaid, cell: (x) => money(locale, unpaid(x)), numeric: true },
        { label: c.state, cell: (x) => stateTag(locale, x.state) },
      ],
    })}${listEnd(frame, list.page)}`,
  })
}

export function commitmentPage(
  frame: ui.Frame,
  commitment: Commitment,
  data: {
    readonly chosen: Chosen
    readonly names: Names
    readonly payments: readonly Payment[]
    readonly mayManage: boolean
    readonly history: Html
    readonly done: Html | false
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const c = t.commitments.columns
  const { chosen } = data
  const own = `${OFFICE}/commitments/${commitment.id}`
  const quiet = (label: string, path: string) =>
    ui.linkButton({ label, href: `${own}/${path}`, kind: 'quiet' })
  const actions = {
    active: [
      unpaid(commitment) > 0 &&
        ui.linkButton({
          label: t.commitments.pay,
          href: ui.withQuery(at('/payments/new', chosen), { commitment: commitment.id }),
        }),
      quiet(t.commitments.edit, 'edit'),
      quiet(t.commitments.close, 'close'),
      commitment.paid === 0 && quiet(t.commitments.cancel, 'cancel'),
    ],
    closed: [quiet(t.commitments.reopen, 'reopen')],
    cancelled: [],
  }
  return ui.page(frame, {
    title: t.commitments.heading(commitment.number),
    breadcrumbs: [
      { label: t.title, href: at('', chosen) },
      { label: t.commitments.title, href: at('/commitments', chosen) },
    ],
    lead: commitment.counterparty,
    notices: data.done,
    actions: data.mayManage && actions[commitment.state],
    main: html`${
      commitment.reason !== null &&
      commitment.state !== 'active' &&
      ui.notice({
        locale,
        tone: 'info',
        body: t.commitments[commitment.state === 'closed' ? 'closedBecause' : 'cancelledBecause'](
          commitment.reason,
        ),
      })
    }${ui.figures([
      { value: money(locale, commitment.amount), label: c.amount },
      { value: money(locale, commitment.paid), label: c.paid },
      { value: money(locale, unpaid(commitment)), label: c.unpaid },
    ])}${ui.facts([
      { term: c.state, detail: stateTag(locale, commitment.state) },
      { term: c.kind, detail: t.commitments.kinds[commitment.kind] },
      { term: c.signedOn, detail: day(locale, commitment.signedOn) },
      ...(commitment.counterpartyCode ? [{ term: c.code, detail: commitment.counterpartyCode }] : []),
      { term: c.subject, detail: commitment.subject },
      { term: t.columns.year, detail: commitment.year },
      { term: t.columns.source, detail: commitment.source },
      { term: t.columns.measure, detail: measureLabel(locale, data.names, commitment.measureId) },
      ...(commitment.procurementLink
        ? [
            {
              term: c.link,
              detail: html`<a href="${commitment.procurementLink}" rel="noopener">${commitment.procurementLink}</a>`,
            },
          ]
        : []),
    ])}${ui.section({
      title: t.commitments.payments,
      content: ui.table<Payment>({
        locale,
        caption: t.commitments.payments,
        captionHidden: true,
        rows: data.payments,
        empty: t.commitments.noPayments,
        columns: [
          {
            label: t.payments.columns.paidOn,
            rowHeader: true,
            cell: (p) => html`<a href="${OFFICE}/payments/${p.id}">${day(locale, p.paidOn)}</a>`,
          },
          { label: t.payments.columns.document, cell: (p) => p.document },
          { label: t.payments.columns.amount, cell: (p) => money(locale, p.amount), numeric: true },
        ],
      }),
    })}${data.history}`,
  })
}
