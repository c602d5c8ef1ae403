/** The public calendar: list, month, week, map. */
import type { CivilDate } from '../../../../kernel/civil-date.ts'
import { attributes, type Html, html } from '../../../../kernel/html.ts'
import { compareTexts, type Locale, longDate, MONTHS_EN, MONTHS_UK } from '../../../../kernel/texts.ts'
import { localPath } from '../../../../platform/http/route.ts'
import * as ui from '../../../../ui/index.ts'
import { type District, type OrganisationLine, organisationLabel } from '../../../organisations/index.ts'
import { type CalendarSpan, VIEWS } from '../../rules/calendar.ts'
import { calendarTexts } from '../../texts/calendar.ts'
import { eventKindName } from '../../texts/names.ts'
import type { EventKind, EventLine } from '../../types.ts'
import { eventList } from './bodies.ts'
import { followBox } from './follow.ts'

export const CALENDAR = '/events'

/** What the address narrows it by, as it stands there. */
export type Narrowed = Readonly<Record<'kind' | 'district' | 'organisation', string>>

export type CalendarFilters = {
  readonly kinds: readonly EventKind[]
  readonly districts: readonly Pick<District, 'id' | 'name' | 'nameEn'>[]
  readonly hosts: readonly OrganisationLine[]
}

/** What stands around the events, the same whatever they are. */
export type CalendarFrame = {
  readonly span: CalendarSpan
  readonly narrowed: Narrowed
  /** Fields of its filters. */
  readonly fields: Html
  readonly today: CivilDate
  readonly baseUrl: string
  /** Pages that stand beside the calendar. */
  readonly links: readonly { readonly href: string; readonly label: string }[]
}

export type Around = { readonly above: Html; readonly below: Html }

export type CalendarPage = {
  readonly view: CalendarSpan['view']
  readonly around: Around
  readonly amount: number
  /** The events as the view shows them. */
  readonly body: Html
  readonly jsonLd: unknown
}

/** `listopad 2026`, a week, or the days between. */
export function spanTitle(locale: Locale, { view, period }: CalendarSpan): string {
  if (view === 'month') {
    const name = (locale === 'uk' ? MONTHS_UK : MONTHS_EN)[period.from.month - 1]!
    return `${name.charAt(0).toLocaleUpperCase(locale)}${name.slice(1)} ${period.from.year}`
  }
  return calendarTexts[locale].between(longDate(locale, period.from), longDate(locale, period.to))
}

export function calendarPage(frame: ui.Frame, view: CalendarPage): Html {
  const { locale } = frame
  const t = calendarTexts[locale]
  const atom = localPath(locale, `${CALENDAR}.atom`)
  return ui.page(frame, {
    title: t.title,
    lead: t.lead(view.amount),
    description: t.description,
    wide: view.view === 'month',
    jsonLd: view.jsonLd,
    feeds: [
      { href: atom, title: t.feed, type: 'application/atom+xml' },
      { href: localPath(locale, `${CALENDAR}.ics`), title: t.feed, type: 'text/calendar' },
    ],
    main: html`${view.around.above}${view.body}${view.around.below}`,
  })
}

export function calendarAround(locale: Locale, view: CalendarFrame): Around {
  const t = calendarTexts[locale]
  const { span } = view
  return {
    above: html`${ui.tabs({
      locale,
      label: t.viewsLabel,
      items: VIEWS.map((v) => ({
        label: t.views[v],
        href: hrefOf(locale, view, { view: v, day: dayOfView(view, v) }),
        current: v === span.view,
      })),
    })}${filter(locale, view)}<h2>${spanTitle(locale, span)}</h2>${steps(locale, view)}`,
    below: html`${ui.exportLinks({
      locale,
      csv: exportHref(locale, view, 'csv'),
      xlsx: exportHref(locale, view, 'xlsx'),
      ods: exportHref(locale, view, 'ods'),
      json: exportHref(locale, view, 'json'),
      print: true,
    })}${followBox(locale, view)}${ui.section({
      title: t.also,
      content: ui.bullets(view.links.map((l) => html`<a href="${l.href}">${l.label}</a>`)),
    })}`,
  }
}

/** Going from one view to another keeps the days one looks at. */
function dayOfView({ span, today }: CalendarFrame, to: CalendarSpan['view']): CivilDate {
  const { from, to: last } = span.period
  const looksAtToday = from.until(today).days >= 0 && today.until(last).days >= 0
  return looksAtToday ? today : to === 'month' ? from.with({ day: 1 }) : from
}

function hrefOf(
  locale: Locale,
  view: CalendarFrame,
  { view: shown, day }: { readonly view: CalendarSpan['view']; readonly day: CivilDate },
): string {
  return ui.withQuery(localPath(locale, CALENDAR), {
    view: shown === 'list' ? null : shown,
    day: day.equals(view.today) ? null : shown === 'month' ? day.toString().slice(0, 7) : day.toString(),
    ...kept(view),
  })
}

function kept({ narrowed }: CalendarFrame): Record<string, string | null> {
  return Object.fromEntries(Object.entries(narrowed).map(([name, value]) => [name, value || null]))
}

function exportHref(locale: Locale, view: CalendarFrame, format: string): string {
  const { span } = view
  return ui.withQuery(hrefOf(locale, view, { view: span.view, day: span.period.from }), { format })
}

function steps(locale: Locale, view: CalendarFrame): Html {
  const t = calendarTexts[locale]
  const { span } = view
  const link = (label: string, day: CivilDate, rel: string | null) =>
    html`<li><a class="btn quiet small"${attributes({ rel, href: hrefOf(locale, view, { view: span.view, day }) })}>${label}</a></li>`
  return html`<nav class="calendar-steps" aria-label="${t.spanLabel}"><ul>${link(`← ${t.earlier}`, span.previous, 'prev')}${link(t.today, view.today, null)}${link(`${t.later} →`, span.next, 'next')}</ul></nav>`
}

function filter(locale: Locale, view: CalendarFrame): Html {
  const { narrowed, span } = view
  return ui.filterForm({
    locale,
    action: localPath(locale, CALENDAR),
    keep: {
      ...(span.view === 'list' ? {} : { view: span.view }),
      ...(span.period.from.equals(view.today) ? {} : { day: span.period.from.toString() }),
    },
    resetHref: Object.values(narrowed).some((v) => v !== '')
      ? ui.withQuery(hrefOf(locale, view, { view: span.view, day: span.period.from }), {
          kind: null,
          district: null,
          organisation: null,
        })
      : undefined,
    fields: view.fields,
  })
}

/** @param narrowed by what is chosen */
export function filterFields(locale: Locale, choices: CalendarFilters, narrowed: Narrowed): Html {
  const t = calendarTexts[locale]
  const all = { value: '', label: t.filter.all }
  const named = (options: readonly { value: string; label: string }[]) => [
    all,
    ...[...options].sort((a, b) => compareTexts(locale, a.label, b.label)),
  ]
  return html`${[
    ui.selectField({
      locale,
      name: 'kind',
      label: t.filter.kind,
      value: narrowed.kind,
      options: named(choices.kinds.map((k) => ({ value: k, label: eventKindName(locale, k) }))),
    }),
    choices.districts.length > 0 &&
      ui.selectField({
        locale,
        name: 'district',
        label: t.filter.district,
        value: narrowed.district,
        options: named(
          choices.districts.map((d) => ({
            value: d.id,
            label: locale === 'en' ? (d.nameEn ?? d.name) : d.name,
          })),
        ),
      }),
    choices.hosts.length > 0 &&
      ui.selectField({
        locale,
        name: 'organisation',
        label: t.filter.organisation,
        value: narrowed.organisation,
        options: named(choices.hosts.map((o) => ({ value: o.id, label: organisationLabel(o, locale) }))),
      }),
  ]}`
}

/** What stands in a frame of another site: the next events, each link out of the frame's own site. */
export function embeddedCalendar(
  frame: ui.Frame,
  view: { readonly events: readonly EventLine[]; readonly baseUrl: string },
): Html {
  const { locale } = frame
  const t = calendarTexts[locale]
  const all = `${view.baseUrl}${localPath(locale, CALENDAR)}`
  return ui.embedded(frame, {
    title: t.title,
    main: html`${eventList(locale, view.events, { level: 2, baseUrl: view.baseUrl })}<p><a href="${all}" target="_top">${t.title}</a></p>`,
  })
}
