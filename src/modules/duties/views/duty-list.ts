/** The list of duties. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { type Unit, unitLabel } from '../../people/index.ts'
import type { DutyFilter } from '../forms/list.ts'
import type { StateCounts } from '../rules/duty.ts'
import { dutyState } from '../rules/duty.ts'
import { periodName } from '../texts/explain.ts'
import { textsOf } from '../texts/index.ts'
import { DUTY_STATES, type DutyLine } from '../types.ts'
import { dueCell, dutyStateCell, listFoot, measureTitle, unitCell } from './parts.ts'

export type DutyListView = {
  readonly page: Page<DutyLine>
  readonly total: number
  readonly filter: DutyFilter
  readonly filtered: boolean
  /** Of whatever year, without the filter. */
  readonly waiting: Pick<StateCounts, 'overdue' | 'open'>
  readonly units: readonly Unit[]
  readonly measures: readonly { readonly id: string; readonly number: string; readonly title: string }[]
  readonly years: readonly number[]
  readonly today: CivilDate
  readonly mayDecide: boolean
  readonly mayRecord: (duty: DutyLine) => boolean
  /** Kept in the addresses where the programme shown is not the usual one. */
  readonly programme: string | null
}

export function dutyListPage(frame: ui.Frame, view: DutyListView): Html {
  const { locale } = frame
  const t = textsOf(locale).duty
  const year = view.filter.year ?? view.today.year
  return ui.page(frame, {
    title: t.title,
    lead: t.list.lead(view.waiting.overdue, view.waiting.open),
    actions: [
      ui.linkButton({ label: t.list.ofYear(year), href: `/office/year/${year}`, kind: 'quiet' }),
      view.mayDecide && ui.linkButton({ label: t.list.terms, href: '/office/duties/terms', kind: 'quiet' }),
      view.mayDecide && ui.linkButton({ label: t.list.reminders, href: '/office/reminders', kind: 'quiet' }),
    ],
    wide: true,
    main:
      view.years.length === 0
        ? ui.emptyState({ title: t.list.nothingYet, body: t.list.nothingYetBody })
        : html`${filters(frame, view)}${dutyTable(frame, view)}${listFoot(frame, {
            shown: view.page.rows.length,
            total: view.total,
            next: view.page.next,
            of: t.list.caption,
          })}`,
  })
}

function filters(frame: ui.Frame, view: DutyListView): Html {
  const { locale } = frame
  const t = textsOf(locale).duty
  const { filter } = view
  const select = (
    name: string,
    label: string,
    value: string | null,
    options: readonly ui.SelectOption[],
    all = true,
  ) =>
    ui.selectField({
      locale,
      name,
      label,
      value,
      options,
      width: 'medium',
      ...(all ? { empty: t.list.all } : {}),
    })
  return ui.filterForm({
    locale,
    action: '/office/duties',
    ...(view.programme === null ? {} : { keep: { programme: view.programme } }),
    ...(view.filtered ? { resetHref: '/office/duties' } : {}),
    fields: [
      ui.textField({ locale, name: 'q', label: t.list.search, value: filter.text, type: 'search' }),
      select(
        'state',
        t.list.state,
        filter.state ?? 'all',
        [
          { value: 'waiting', label: t.list.waiting },
          { value: 'all', label: t.list.all },
          ...DUTY_STATES.map((s) => ({ value: s, label: t.states[s] })),
        ],
        false,
      ),
      select(
        'unit',
        t.list.unit,
        filter.unitId,
        view.units.map((u) => ({ value: u.id, label: unitLabel(u) })),
      ),
      select(
        'measure',
        t.list.measure,
        filter.measureId,
        view.measures.map((m) => ({ value: m.id, label: `${m.number} ${m.title}` })),
      ),
      select(
        'year',
        t.list.year,
        filter.year === null ? null : String(filter.year),
        view.years.map((y) => ({ value: String(y), label: String(y) })),
      ),
      select(
        'quarter',
        t.list.quarter,
        filter.quarter === null ? null : String(filter.quarter),
        ([1, 2, 3, 4] as const).map((q) => ({ value: String(q), label: t.list.quarterOption(q) })),
      ),
    ],
  })
}

function dutyTable(frame: ui.Frame, view: DutyListView): Html {
  const { locale, path } = frame
  const t = textsOf(locale).duty
  const { order, descending } = view.filter
  return ui.table<DutyLine>({
    locale,
    caption: t.list.caption,
    captionHidden: true,
    rows: view.page.rows,
    empty: view.filtered ? t.list.empty : t.list.nothingWaits,
    sort: {
      by: order,
      direction: descending ? 'descending' : 'ascending',
      href: (by, direction) =>
        ui.withQuery(path, { sort: direction === 'descending' ? `-${by}` : by, after: null }),
    },
    rowTone: (duty) => (dutyState(duty, view.today) === 'overdue' ? 'late' : null),
    columns: [
      {
        label: t.labels.measure,
        sortKey: 'measure',
        rowHeader: true,
        cell: (d) =>
          html`<a href="/office/duties/${d.id}"><b class="num">${d.measureNumber}</b> ${measureTitle(locale, {
            title: d.measureTitle,
            titleEn: d.measureTitleEn,
          })}</a>`,
      },
      { label: t.labels.period, cell: (d) => periodName(locale, d.period) },
      { label: t.labels.unit, sortKey: 'unit', cell: unitCell(locale) },
      { label: t.labels.due, sortKey: 'due', cell: (d) => dueCell(locale, d) },
      { label: t.labels.state, cell: (d) => dutyStateCell(locale, d, view.today) },
      { label: t.labels.evidence, numeric: true, cell: (d) => (d.evidence === 0 ? '' : d.evidence) },
      {
        label: t.labels.action,
        labelHidden: true,
        cell: (d) => recordLink(locale, d, view),
      },
    ],
  })
}

function recordLink(locale: ui.Frame['locale'], duty: DutyLine, view: DutyListView): Html | null {
  const state = dutyState(duty, view.today)
  if ((state !== 'open' && state !== 'overdue') || !view.mayRecord(duty)) return null
  return ui.linkButton({
    label: textsOf(locale).duty.list.recordShort,
    href: `/office/evidence/new?duty=${duty.id}`,
    small: true,
    kind: 'quiet',
    hint: `${duty.measureNumber}, ${periodName(locale, duty.period)}`,
  })
}
