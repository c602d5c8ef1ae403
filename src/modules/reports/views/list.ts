/** The office's list of quarterly reports. */
import { type Html, html } from '../../../kernel/html.ts'
import { figure, quarterName, ROMAN, shortDate } from '../../../kernel/texts.ts'
import type { FormState } from '../../../platform/http/submit.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { type Unit, unitLabel } from '../../people/index.ts'
import type { Programme } from '../../programmes/index.ts'
import type { ReportQuery } from '../store/lists.ts'
import { texts } from '../texts/index.ts'
import { REPORT_STATES, type ReportLine } from '../types.ts'
import { CONSOLIDATED, REPORTS, reportTag, timeliness } from './parts.ts'

export type ListData = {
  readonly page: Page<ReportLine>
  readonly total: number
  readonly waiting: number
  readonly query: Pick<ReportQuery, 'year' | 'quarter' | 'unitId' | 'state'>
  readonly years: readonly number[]
  readonly units: readonly Unit[]
  readonly programmes: readonly Programme[]
  readonly mayOpen: boolean
  /** How many were opened by the last act; null when it was another one. */
  readonly opened: number | null
  readonly form: FormState
}

const QUARTERS = [1, 2, 3, 4] as const

export function listPage(frame: ui.Frame, data: ListData): Html {
  const { locale } = frame
  const t = texts[locale]
  const { query } = data
  const filtered = query.year || query.quarter || query.unitId || query.state
  const all = { value: '', label: t.list.all }
  return ui.page(frame, {
    title: t.title,
    lead: t.list.lead(data.waiting),
    actions: ui.linkButton({ label: t.list.toConsolidated, href: CONSOLIDATED, kind: 'quiet' }),
    notices:
      data.opened !== null &&
      ui.notice({ locale, tone: 'success', body: t.list.opened(data.opened), live: true }),
    main: html`${ui.filterForm({
      locale,
      action: REPORTS,
      fields: [
        ui.selectField({
          locale,
          name: 'year',
          label: t.columns.year,
          value: String(query.year ?? ''),
          width: 'short',
          options: [all, ...data.years.map((y) => ({ value: String(y), label: String(y) }))],
        }),
        ui.selectField({
          locale,
          name: 'quarter',
          label: t.columns.quarter,
          value: String(query.quarter ?? ''),
          width: 'short',
          options: [all, ...QUARTERS.map((q) => ({ value: String(q), label: ROMAN[q] }))],
        }),
        data.units.length > 1 &&
          ui.selectField({
            locale,
            name: 'unit',
            label: t.columns.unit,
            value: query.unitId ?? '',
            width: 'medium',
            options: [all, ...data.units.map((u) => ({ value: u.id, label: unitLabel(u) }))],
          }),
        ui.selectField({
          locale,
          name: 'state',
          label: t.columns.state,
          value: query.state ?? '',
          width: 'medium',
          options: [
            all,
            ...REPORT_STATES.map((s) => ({ value: s, label: t.states[s] })),
            { value: 'late', label: t.list.lateFilter },
          ],
        }),
      ],
      ...(filtered ? { resetHref: REPORTS } : {}),
    })}${ui.table<ReportLine>({
      locale,
      caption: t.list.caption,
      captionHidden: true,
      rows: data.page.rows,
      empty: t.list.none,
      columns: [
        {
          label: t.columns.unit,
          rowHeader: true,
          cell: (r) => html`<a href="${REPORTS}/${r.id}">${r.unitLabel}</a>`,
        },
        { label: t.columns.quarter, cell: (r) => quarterName(locale, r.quarter) },
        { label: t.columns.programme, cell: (r) => r.programmeTitle },
        { label: t.columns.due, cell: (r) => shortDate(locale, r.due) },
        {
          label: t.columns.state,
          cell: (r) => html`${reportTag(locale, r.state)}${r.version > 1 && html` ${t.version(r.version)}`}`,
        },
        { label: t.columns.submitted, cell: (r) => timeliness(locale, r, frame.today) },
        { label: t.columns.measures, cell: (r) => figure(locale, r.measures), numeric: true },
      ],
    })}${ui.pager({
      locale,
      shown: data.page.rows.length,
      total: data.total,
      nextHref: data.page.next && ui.withQuery(frame.path, { after: data.page.next }),
    })}${ui.exportLinks({
      locale,
      csv: ui.withQuery(frame.path, { format: 'csv', after: null }),
      xlsx: ui.withQuery(frame.path, { format: 'xlsx', after: null }),
      ods: ui.withQuery(frame.path, { format: 'ods', after: null }),
      json: ui.withQuery(frame.path, { format: 'json', after: null }),
      print: true,
      of: t.list.caption,
    })}${data.mayOpen && openForm(frame, data)}`,
  })
}

function openForm(frame: ui.Frame, data: ListData): Html {
  const { locale } = frame
  const t = texts[locale]
  const { errors } = data.form
  const last = frame.today.subtract({ months: 1 })
  const values =
    errors.length > 0
      ? data.form.values
      : {
          programme: data.programmes[0]?.id ?? '',
          year: String(last.year),
          quarter: String(Math.ceil(last.month / 3)),
        }
  const f = ui.boundFields({ locale, values, errors, scope: 'open' })
  return ui.section({
    id: 'open',
    title: t.list.open,
    intro: t.list.openHint,
    content: ui.form({
      locale,
      action: `${REPORTS}/open`,
      csrf: frame.csrf,
      errors,
      scope: 'open',
      submit: t.list.open,
      content: [
        f.select({
          name: 'programme',
          label: t.columns.programme,
          options: data.programmes.map((p) => ({ value: p.id, label: p.shortTitle })),
        }),
        f.integer({ name: 'year', label: t.columns.year }),
        f.select({
          name: 'quarter',
          label: t.columns.quarter,
          width: 'short',
          options: QUARTERS.map((q) => ({ value: String(q), label: ROMAN[q] })),
        }),
      ],
    }),
  })
}
