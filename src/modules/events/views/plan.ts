/** The plan of events before it is printed. */

import { type Period, quarterOf } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { quarterName, shortDate } from '../../../kernel/texts.ts'
import * as ui from '../../../ui/index.ts'
import type { PlanRow } from '../store/reports.ts'
import { textsOf } from '../texts/index.ts'
import { eventKindName, whenOf } from '../texts/names.ts'
import { EVENT_KINDS, type EventKind } from '../types.ts'
import { placesOf } from './office-list.ts'
import { OFFICE, officePath, stateTag } from './office-page.ts'

export function planPage(
  frame: ui.Frame,
  view: {
    readonly period: Period
    readonly year: number
    readonly quarter: number | null
    readonly kind: EventKind | null
    readonly rows: readonly PlanRow[]
    /** The days between which it is asked for, as they were typed. */
    readonly typed: { readonly from: string; readonly to: string }
  },
): Html {
  const { locale } = frame
  const t = textsOf(locale).office.plan
  const file = (format: string) => ui.withQuery(frame.path, { format })
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(shortDate(locale, view.period.from), shortDate(locale, view.period.to)),
    breadcrumbs: [{ label: textsOf(locale).office.title, href: OFFICE }],
    actions: [
      ui.linkButton({ label: t.docx, href: file('docx'), download: true }),
      ui.linkButton({ label: t.pdf, href: file('pdf'), kind: 'quiet', download: true }),
    ],
    main: html`${ui.filterForm({
      locale,
      action: `${OFFICE}/plan`,
      fields: [
        ui.textField({
          locale,
          name: 'year',
          label: t.year,
          value: String(view.year),
          width: 'short',
          inputMode: 'numeric',
        }),
        ui.selectField({
          locale,
          name: 'quarter',
          label: t.quarter,
          value: view.quarter === null ? '' : String(view.quarter),
          empty: t.wholeYear,
          options: ['1', '2', '3', '4'].map((q) => ({ value: q, label: q })),
        }),
        ui.dateField({ locale, name: 'from', label: t.from, value: view.typed.from, optional: true }),
        ui.dateField({ locale, name: 'to', label: t.to, value: view.typed.to, optional: true }),
        ui.selectField({
          locale,
          name: 'kind',
          label: textsOf(locale).office.kind,
          value: view.kind,
          empty: textsOf(locale).office.all,
          options: EVENT_KINDS.map((k) => ({ value: k, label: eventKindName(locale, k) })),
        }),
      ],
    })}${ui.table<PlanRow>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: view.rows,
      empty: t.none,
      narrow: 'stack',
      columns: [
        { label: t.name, rowHeader: true, cell: (r) => html`<a href="${officePath(r.id)}">${r.title}</a>` },
        {
          label: t.date,
          cell: (r) => (r.state === 'postponed' ? stateTag(locale, r.state) : whenOf(locale, r.days)),
        },
        { label: t.place, cell: (r) => placesOf(locale, r) },
        { label: t.responsible, cell: (r) => r.unitShort },
        { label: t.executors, cell: (r) => r.executors.join('; ') },
      ],
    })}${ui.section({
      title: t.summary,
      intro: t.summaryText,
      content: ui.bullets(
        quartersBack(frame).map(
          (q) =>
            html`<a href="${OFFICE}/information-days?year=${q.year}&amp;quarter=${q.quarter}&amp;format=docx" download>${t.summaryOf(quarterName(locale, q))}</a>`,
        ),
      ),
    })}`,
  })
}

function quartersBack(frame: ui.Frame) {
  return [0, 3, 6, 9].map((months) => quarterOf(frame.today.subtract({ months })))
}
