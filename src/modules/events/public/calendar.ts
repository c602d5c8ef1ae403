import { atomFeed } from '../../../platform/feeds/atom.ts'
import { iCalendar } from '../../../platform/feeds/icalendar.ts'
import { anyone, localPath, type Reply, type Route, type WebRequest } from '../../../platform/http/route.ts'
import { readSetting } from '../../../platform/settings.ts'
import { calendarEvents } from '../documents/calendar.ts'
import { narrowedBy } from '../forms/calendar.ts'
import { eventsWithin } from '../store/lists.ts'
import { calendarTexts } from '../texts/calendar.ts'
import { eventStateName, eventTitle, placeOf, whenOf } from '../texts/names.ts'
import type { EventLine } from '../types.ts'
import { eventPath } from '../views/calendar/bodies.ts'
import { CALENDAR, embeddedCalendar } from '../views/calendar/page.ts'
import { calendar } from './calendar-page.ts'

/** How far a subscription looks back, and ahead. */
const DAYS_BACK = 90
const DAYS_AHEAD = 550
const FEED_ENTRIES = 50
const EMBED_SHOWN = 20

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
