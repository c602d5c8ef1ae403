/** The public calendar: pages, exports, what calendars and readers of news subscribe to. */
import { asId, isId } from '../../../kernel/ids.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Sheet } from '../../../platform/documents/tables/index.ts'
import { atomFeed } from '../../../platform/feeds/atom.ts'
import { iCalendar } from '../../../platform/feeds/icalendar.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import {
  anyone,
  localPath,
  one,
  page,
  type Reply,
  type Route,
  type WebRequest,
} from '../../../platform/http/route.ts'
import { readSetting } from '../../../platform/settings.ts'
import { districts, type Outline, organisationsByIds, type Ring } from '../../organisations/index.ts'
import { calendarEvents } from '../documents/calendar.ts'
import { calendarLinks } from '../events.ts'
import { calendarSpan, dayAsked, viewOf } from '../rules/calendar.ts'
import { calendarChoices } from '../store/calendar.ts'
import { type EventFilter, eventsWithin } from '../store/lists.ts'
import { calendarTexts } from '../texts/calendar.ts'
import { eventKindName, eventStateName, eventTitle, placeOf, timeOf, whenOf } from '../texts/names.ts'
import { EVENT_KINDS, type EventLine } from '../types.ts'
import { eventPath } from '../views/calendar/bodies.ts'
import { CALENDAR, type CalendarPage, calendarPage, embeddedCalendar } from '../views/calendar/page.ts'

/** How far a subscription looks back, and ahead. */
const DAYS_BACK = 90
const DAYS_AHEAD = 550
const FEED_ENTRIES = 50
const EMBED_SHOWN = 20

/** What an address narrows the calendar by; what it cannot be is passed over. */
export function narrowedBy(request: WebRequest): {
  readonly filter: EventFilter
  readonly narrowed: CalendarPage['narrowed']
} {
  const { query } = request
  const idOf = <Of extends string>(name: string) => {
    const text = one(query, name)
    return isId(text) ? asId<Of>(text) : null
  }
  const kind = EVENT_KINDS.find((k) => k === one(query, 'kind')) ?? null
  const districtId = idOf<'district'>('district')
  const organisationId = idOf<'organisation'>('organisation')
  return {
    filter: { kind, districtId, organisationId, seriesId: idOf<'eventSeries'>('series'), publicOnly: true },
    narrowed: { kind: kind ?? '', district: districtId ?? '', organisation: organisationId ?? '' },
  }
}

async function calendar(request: WebRequest): Promise<Reply> {
  const { ctx, locale, house } = request
  const { filter, narrowed } = narrowedBy(request)
  const span = calendarSpan(
    viewOf(one(request.query, 'view')),
    dayAsked(one(request.query, 'day'), ctx.today),
  )
  const events = await eventsWithin(ctx.db, { ...filter, period: span.period })
  const format = exportFormat(request)
  if (format) return exportReply(request, sheetOf(locale, events, house.baseUrl), format, 'events')
  const seen = await calendarChoices(ctx.db)
  const drawn = span.view === 'map'
  const all = drawn || seen.districts.length > 0 ? await districts(ctx.db) : []
  const hosts = await organisationsByIds(ctx.db, seen.hosts)
  return page(
    calendarPage(request.frame, {
      span,
      events,
      narrowed,
      today: ctx.today,
      baseUrl: house.baseUrl,
      links: calendarLinks
        .all()
        .map(({ path, label }) => ({ href: localPath(locale, path), label: label[locale] })),
      jsonLd: listForSearch(locale, events, house.baseUrl),
      choices: {
        kinds: seen.kinds,
        districts: all.filter((d) => seen.districts.includes(d.id)),
        hosts: [...hosts.values()],
        outlines: all.flatMap((d) =>
          drawn && d.outline && d.active
            ? [{ label: (locale === 'en' && d.nameEn) || d.name, rings: ringsOf(d.outline) }]
            : [],
        ),
      },
    }),
  )
}

function ringsOf(outline: Outline): readonly Ring[] {
  return outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
}

function listForSearch(locale: Locale, events: readonly EventLine[], baseUrl: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    itemListElement: events.slice(0, 50).map((event, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      url: `${baseUrl}${eventPath(locale, event)}`,
      name: eventTitle(locale, event),
    })),
  }
}

function sheetOf(locale: Locale, events: readonly EventLine[], baseUrl: string): Sheet<EventLine> {
  const t = calendarTexts[locale]
  const c = t.columns
  const places = (e: EventLine) =>
    [...new Set(e.days.map((d) => placeOf(locale, d)))].filter(Boolean).join('; ')
  return {
    name: t.sheet,
    rows: events,
    columns: [
      { key: 'title', title: c.title, kind: 'text', value: (e) => eventTitle(locale, e) },
      { key: 'kind', title: c.kind, kind: 'text', value: (e) => eventKindName(locale, e.kind) },
      { key: 'state', title: c.state, kind: 'text', value: (e) => eventStateName(locale, e.state) },
      { key: 'from', title: c.from, kind: 'date', value: (e) => e.firstDay },
      { key: 'to', title: c.to, kind: 'date', value: (e) => e.lastDay },
      {
        key: 'time',
        title: c.time,
        kind: 'text',
        value: (e) => e.days.map(timeOf).filter(Boolean).join('; '),
      },
      { key: 'place', title: c.place, kind: 'text', value: places },
      { key: 'unit', title: c.unit, kind: 'text', value: (e) => e.unitName ?? '' },
      { key: 'address', title: c.address, kind: 'text', value: (e) => `${baseUrl}${eventPath(locale, e)}` },
    ],
  }
}

/** On sites that the office named for frames. */
async function embed(request: WebRequest): Promise<Reply> {
  const { ctx, house } = request
  const period = { from: ctx.today, to: ctx.today.add({ days: DAYS_AHEAD }) }
  const [events, settings] = await Promise.all([
    eventsWithin(ctx.db, { ...narrowedBy(request).filter, period }, EMBED_SHOWN),
    readSetting(ctx.db, 'publications'),
  ])
  const body = embeddedCalendar(request.frame, { events, baseUrl: house.baseUrl })
  return { kind: 'page', status: 200, body, embedIn: settings?.embedIn ?? [] }
}

async function subscription(request: WebRequest): Promise<Reply> {
  const { ctx, locale, house } = request
  const { today } = ctx
  const period = { from: today.subtract({ days: DAYS_BACK }), to: today.add({ days: DAYS_AHEAD }) }
  const lines = await eventsWithin(ctx.db, { ...narrowedBy(request).filter, period })
  return calendarReply(request, lines, {
    name: `${calendarTexts[locale].feed}: ${house.city.name[locale]}`,
    source: `${house.baseUrl}${request.url.pathname}${request.url.search}`,
  })
}

/** A calendar of these events, as other programs take it. */
export function calendarReply(
  { ctx, locale, house }: WebRequest,
  lines: readonly EventLine[],
  names: { readonly name: string; readonly source?: string; readonly file?: string },
): Reply {
  const host = new URL(house.baseUrl).host
  const body = iCalendar({
    name: names.name,
    madeAt: ctx.now,
    events: lines.flatMap((line) =>
      calendarEvents(line, { locale, host, address: `${house.baseUrl}${eventPath(locale, line)}` }),
    ),
    ...(names.source === undefined ? {} : { source: names.source }),
  })
  return {
    kind: 'bytes',
    type: 'text/calendar; charset=utf-8',
    body,
    ...(names.file === undefined ? {} : { name: names.file }),
  }
}

async function news(request: WebRequest): Promise<Reply> {
  const { ctx, locale, house } = request
  const t = calendarTexts[locale]
  const period = { from: ctx.today, to: ctx.today.add({ days: DAYS_AHEAD }) }
  const lines = await eventsWithin(ctx.db, { ...narrowedBy(request).filter, period }, FEED_ENTRIES)
  const address = (path: string) => `${house.baseUrl}${localPath(locale, path)}`
  const body = atomFeed({
    id: address(`${CALENDAR}.atom`),
    title: `${t.feed}: ${house.city.name[locale]}`,
    self: address(`${CALENDAR}.atom`),
    site: address(CALENDAR),
    lang: locale,
    author: house.city.council[locale],
    updated: lines
      .map((e) => e.changedAt)
      .reduce((a, b) => (a.since(b).sign > 0 ? a : b), ctx.now.subtract({ hours: 24 * DAYS_BACK })),
    entries: lines.map((e) => ({
      id: `urn:uuid:${e.id}`,
      title:
        e.state === 'cancelled' || e.state === 'postponed'
          ? `${eventTitle(locale, e)} (${eventStateName(locale, e.state)})`
          : eventTitle(locale, e),
      href: `${house.baseUrl}${eventPath(locale, e)}`,
      published: e.changedAt,
      updated: e.changedAt,
      summary: [whenOf(locale, e.days), e.days[0] && placeOf(locale, e.days[0]), e.stateReason ?? e.purpose]
        .filter(Boolean)
        .join('. '),
      author: e.unitName ?? house.city.council[locale],
      category: e.kind,
    })),
  })
  return { kind: 'bytes', type: 'application/atom+xml; charset=utf-8', body }
}

export const calendarRoutes: readonly Route[] = [
  { method: 'GET', path: CALENDAR, policy: anyone, cached: true, handle: calendar },
  { method: 'GET', path: `${CALENDAR}.ics`, policy: anyone, handle: subscription },
  { method: 'GET', path: '/embed/calendar', policy: anyone, cached: true, handle: embed },
  { method: 'GET', path: `${CALENDAR}.atom`, policy: anyone, handle: news },
]
