/** Events in the office as a list. */
import { type Html, html } from '../../../kernel/html.ts'
import { shortDate } from '../../../kernel/texts.ts'
import type { Page } from '../../../platform/keyset.ts'
import * as ui from '../../../ui/index.ts'
import { type Unit, unitLabel } from '../../people/index.ts'
import { textsOf } from '../texts/index.ts'
import { eventKindName, eventStateName, placeOf, timeOf } from '../texts/names.ts'
import { threadTexts } from '../texts/threads.ts'
import { EVENT_KINDS, EVENT_STATES, type EventKind, type EventLine, type EventState } from '../types.ts'
import { doneNotice, OFFICE, officePath, stateTag } from './office-page.ts'

export type OfficeListView = {
  readonly page: Page<EventLine>
  readonly filter: {
    readonly text: string
    readonly kind: EventKind | null
    readonly state: EventState | null
    readonly unitId: string | null
    readonly year: number | null
  }
  readonly filtered: boolean
  readonly years: readonly number[]
  readonly units: readonly Unit[]
  readonly mayMake: boolean
  readonly keepsSeries: boolean
  readonly done: string | undefined
}

export function officeListPage(frame: ui.Frame, view: OfficeListView): Html {
  const { locale } = frame
  const t = textsOf(locale).office
  const { filter } = view
  const select = (name: string, label: string, value: string | null, options: readonly ui.SelectOption[]) =>
    ui.selectField({ locale, name, label, value, options, empty: t.all, width: 'medium' })
  return ui.page(frame, {
    title: t.title,
    lead: t.lead,
    notices: doneNotice(locale, view.done),
    actions: [
      view.mayMake && ui.linkButton({ label: t.new, href: `${OFFICE}/new` }),
      ui.linkButton({ label: t.plan.link, href: `${OFFICE}/plan`, kind: 'quiet' }),
      ui.linkButton({ label: t.series.link, href: `${OFFICE}/series`, kind: 'quiet' }),
      ui.linkButton({ label: t.instructions.link, href: `${OFFICE}/instructions`, kind: 'quiet' }),
      ui.linkButton({
        label: threadTexts[locale].recommendations.link,
        href: `${OFFICE}/recommendations`,
        kind: 'quiet',
      }),
    ],
    main: html`${ui.filterForm({
      locale,
      action: OFFICE,
      ...(view.filtered ? { resetHref: OFFICE } : {}),
      fields: [
        ui.textField({ locale, name: 'q', label: t.search, value: filter.text, type: 'search' }),
        select(
          'kind',
          t.kind,
          filter.kind,
          EVENT_KINDS.map((k) => ({ value: k, label: eventKindName(locale, k) })),
        ),
        select(
          'state',
          t.state,
          filter.state,
          EVENT_STATES.map((s) => ({ value: s, label: eventStateName(locale, s) })),
        ),
        select(
          'unit',
          t.unit,
          filter.unitId,
          view.units.map((u) => ({ value: u.id, label: unitLabel(u) })),
        ),
        select(
          'year',
          t.year,
          filter.year === null ? null : String(filter.year),
          view.years.map((y) => ({ value: String(y), label: String(y) })),
        ),
      ],
    })}${ui.table<EventLine>({
      locale,
      caption: t.title,
      captionHidden: true,
      rows: view.page.rows,
      narrow: 'stack',
      empty: view.filtered ? t.noneFound : t.none,
      columns: [
        { label: t.columns.day, cell: (e) => dayCell(locale, e) },
        {
          label: t.columns.title,
          cell: (e) => html`<a href="${officePath(e.id)}">${e.title}</a>`,
          rowHeader: true,
        },
        { label: t.columns.kind, cell: (e) => eventKindName(locale, e.kind) },
        { label: t.columns.place, cell: (e) => placesOf(locale, e) },
        { label: t.columns.state, cell: (e) => stateTag(locale, e.state) },
      ],
    })}${ui.pager({
      locale,
      shown: view.page.rows.length,
      previousHref: /[?&]after=/.test(frame.path) ? ui.withQuery(frame.path, { after: null }) : null,
      nextHref: view.page.next === null ? null : ui.withQuery(frame.path, { after: view.page.next }),
    })}${ui.exportLinks({
      locale,
      ...ui.tableFiles(frame.path),
      print: true,
      of: t.title,
    })}`,
  })
}

function dayCell(locale: ui.Frame['locale'], e: EventLine): string {
  const first = shortDate(locale, e.firstDay)
  const time = e.days[0] ? timeOf(e.days[0]) : ''
  return e.lastDay.equals(e.firstDay)
    ? [first, time].filter(Boolean).join(', ')
    : `${first} – ${shortDate(locale, e.lastDay)}`
}

export function placesOf(locale: ui.Frame['locale'], e: Pick<EventLine, 'days'>): string {
  return [...new Set(e.days.map((d) => placeOf(locale, d)).filter((place) => place !== ''))].join('; ')
}
