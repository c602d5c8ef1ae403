/** The plan with its decisions. */
import { type Html, html } from '../../../kernel/html.ts'
import { kopiykas } from '../../../kernel/money.ts'
import { money } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import * as ui from '../../../ui/index.ts'
import { type Books, ledgerOf, sourcesOf, yearsOf } from '../rules/books.ts'
import type { PlannedPlace } from '../rules/plan.ts'
import { texts } from '../texts/index.ts'
import type { PlanChange } from '../types.ts'
import {
  at,
  type Chosen,
  decisionText,
  measureLabel,
  measureOptions,
  type Names,
  OFFICE,
  programmeSelect,
  sourceLabel,
  tabs,
  yearOptions,
  yearSelect,
} from './parts.ts'
import { signed } from './tables.ts'

export function planPage(
  frame: ui.Frame,
  chosen: Chosen,
  data: {
    readonly books: Books
    readonly names: Names
    readonly mayManage: boolean
    readonly done: Html | false
  },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const c = t.plan.columns
  const { books, names, mayManage } = data
  const plan = ledgerOf(books, chosen.year).plan
  const changes = books.changes.filter((x) => x.year === chosen.year)
  const added = (p: PlannedPlace) => kopiykas(p.changes.reduce((sum, x) => sum + x.change, 0))
  const held = (change: PlanChange) => plan.find((p) => p.restated.some((r) => r.id === change.id))
  return ui.page(frame, {
    title: t.plan.title,
    lead: t.plan.lead,
    notices: data.done,
    actions: mayManage && ui.linkButton({ label: t.plan.add, href: at('/plan/new', chosen) }),
    main: html`${tabs(locale, chosen, '/plan', mayManage)}${ui.filterForm({
      locale,
      action: `${OFFICE}/plan`,
      fields: [
        programmeSelect(locale, chosen),
        yearSelect(locale, yearOptions(chosen.programme, yearsOf(books)), chosen.year, false),
      ],
    })}${ui.table<PlannedPlace>({
      locale,
      caption: t.plan.caption,
      rows: plan,
      empty: t.plan.empty,
      columns: [
        {
          label: t.columns.measure,
          cell: (p) => measureLabel(locale, names, p.measureId),
          rowHeader: true,
        },
        { label: t.columns.source, cell: (p) => sourceLabel(locale, p.source) },
        {
          label: c.ofEdition,
          cell: (p) =>
            html`${money(locale, p.ofEdition)}${p.edition !== null && html` <span class="soft small">(${t.edition(p.edition)})</span>`}`,
          numeric: true,
        },
        {
          label: c.changes,
          cell: (p) => (p.changes.length === 0 ? '–' : signed(locale, added(p))),
          numeric: true,
        },
        {
          label: c.plan,
          cell: (p) => money(locale, p.plan),
          numeric: true,
          total: money(locale, kopiykas(plan.reduce((sum, p) => sum + p.plan, 0))),
        },
      ],
    })}${ui.section({
      title: t.plan.changes,
      content: ui.table<PlanChange>({
        locale,
        caption: t.plan.changes,
        captionHidden: true,
        rows: changes,
        empty: t.plan.none,
        rowTone: (x) => (x.state === 'withdrawn' ? 'soft' : null),
        columns: [
          { label: c.decision, cell: (x) => decisionText(locale, x.decision), rowHeader: true },
          { label: c.change, cell: (x) => signed(locale, x.change), numeric: true },
          { label: t.columns.source, cell: (x) => sourceLabel(locale, x.source) },
          { label: t.columns.measure, cell: (x) => measureLabel(locale, names, x.measureId) },
          { label: c.reason, cell: (x) => x.reason },
          { label: c.who, cell: (x) => x.createdByName },
          {
            label: c.state,
            cell: (x) => {
              const holder = held(x)
              if (x.state === 'withdrawn') return t.plan.withdrawn(x.withdrawReason ?? '')
              if (holder) return t.restated(holder.edition ?? 0)
              return (
                mayManage &&
                ui.link({
                  href: `${OFFICE}/plan/${x.id}/withdraw`,
                  text: t.plan.withdraw,
                  hint: decisionText(locale, x.decision),
                })
              )
            },
          },
        ],
      }),
    })}${ui.exportLinks({
      locale,
      csv: ui.withQuery(frame.path, { format: 'csv', done: null }),
      xlsx: ui.withQuery(frame.path, { format: 'xlsx', done: null }),
      json: ui.withQuery(frame.path, { format: 'json', done: null }),
      print: true,
    })}`,
  })
}

export function planForm(
  frame: ui.Frame,
  chosen: Chosen,
  state: FormState,
  form: { readonly books: Books; readonly names: Names },
): Html {
  const { locale } = frame
  const t = texts[locale]
  const w = t.plan.form
  const f = ui.boundFields({ locale, values: state.values, errors: state.errors })
  const years = yearOptions(chosen.programme, [])
  return ui.page(frame, {
    title: w.title,
    breadcrumbs: [
      { label: t.title, href: at('', chosen) },
      { label: t.tabs.plan, href: at('/plan', chosen) },
    ],
    lead: w.lead,
    main: ui.form({
      locale,
      action: at('/plan/new', chosen),
      csrf: frame.csrf,
      errors: state.errors,
      submit: w.submit,
      cancelHref: at('/plan', chosen),
      draftKey: 'plan-change',
      content: [
        ui.fieldset({
          legend: w.decision,
          content: [
            f.text({ name: 'decisionKind', label: w.decisionKind, hint: w.decisionKindHint }),
            f.text({ name: 'decisionNumber', label: w.decisionNumber, width: 'short' }),
            f.date({ name: 'decisionDate', label: w.decisionDate }),
          ],
        }),
        ui.fieldset({
          legend: w.money,
          content: [
            f.select({
              name: 'year',
              label: w.year,
              width: 'short',
              options: years.map((y) => ({ value: String(y), label: String(y) })),
            }),
            f.text({
              name: 'source',
              label: w.source,
              hint: w.sourceHint,
              suggestions: sourcesOf(form.books),
            }),
            f.select({
              name: 'measureId',
              label: w.measure,
              empty: t.common,
              options: measureOptions(locale, form.names),
            }),
            f.radios({
              name: 'direction',
              label: w.direction,
              options: [
                { value: 'add', label: w.add },
                { value: 'take', label: w.take },
              ],
            }),
            f.money({ name: 'change', label: w.change }),
            f.area({ name: 'reason', label: w.reason, optional: true, rows: 2 }),
          ],
        }),
      ],
    }),
  })
}
