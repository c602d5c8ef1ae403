/**
 * The page of the public calendar. Its choices are remembered until something is committed, rows of its list until their
 * event is written.
 */
import type { Period } from '../../../kernel/civil-date.ts'
import { asBytes, type Html } from '../../../kernel/html.ts'
import { exportFormat, exportReply } from '../../../platform/http/export.ts'
import { localPath, one, page, type Reply, type WebRequest } from '../../../platform/http/route.ts'
import { districts, type Outline, organisationsByIds, type Ring } from '../../organisations/index.ts'
import { calendarSheet } from '../documents/calendar-sheet.ts'
import { calendarLinks } from '../events.ts'
import { narrowedBy } from '../forms/calendar.ts'
import { type CalendarSpan, calendarSpan, dayAsked, viewOf } from '../rules/calendar.ts'
import { calendarChoices } from '../store/calendar.ts'
import { type EventFilter, eventsWithin, markEventsWithin, publicEventsOf } from '../store/lists.ts'
import { eventTitle } from '../texts/names.ts'
import type { EventLine } from '../types.ts'
import { eventMap, eventMonth, eventPath, eventRow, eventRows, eventWeek } from '../views/calendar/bodies.ts'
import {
  type Around,
  type CalendarFilters,
  calendarAround,
  calendarPage,
  filterFields,
  spanTitle,
} from '../views/calendar/page.ts'

export async function calendar(request: WebRequest): Promise<Reply> {
  const { ctx, locale, house, remember } = request
  const { filter, narrowed } = narrowedBy(request)
  const span = calendarSpan(
    viewOf(one(request.query, 'view')),
    dayAsked(one(request.query, 'day'), ctx.today),
  )
  const asked = { ...filter, period: span.period }
  const format = exportFormat(request)
  if (format) {
    const events = await eventsWithin(ctx.db, asked)
    return exportReply(
      request,
      calendarSheet(locale, events, (event) => nameOf(request, event).url),
      format,
      'events',
    )
  }
  const narrow = Object.values(narrowed).some((value) => value !== '')
  const choose = async () => filterFields(locale, await filtersOf(request), narrowed)
  const around = async (): Promise<Around> => {
    const fields = narrow
      ? await choose()
      : await remember(`events.fields ${locale}`, async () => asBytes(await choose()))
    return calendarAround(locale, {
      span,
      narrowed,
      fields,
      today: ctx.today,
      baseUrl: house.baseUrl,
      links: calendarLinks
        .all()
        .map(({ path, label }) => ({ href: localPath(locale, path), label: label[locale] })),
    })
  }
  const usual = span.view === 'list' && span.period.from.equals(ctx.today) && !narrow
  const [drawn, shown] = await Promise.all([
    usual ? remember(`events.around ${locale}`, async () => inBytes(await around())) : around(),
    span.view === 'list' ? listOf(request, asked) : bodyOf(request, span, await eventsWithin(ctx.db, asked)),
  ])
  return page(
    calendarPage(request.frame, {
      view: span.view,
      around: drawn,
      amount: shown.events.length,
      body: shown.body,
      jsonLd: listForSearch(shown.events),
    }),
  )
}

function inBytes({ above, below }: Around): Around {
  return { above: asBytes(above), below: asBytes(below) }
}

/** An event as a list of search engines names it. */
type Named = { readonly url: string; readonly name: string }
type Shown = { readonly events: readonly Named[]; readonly body: Html }

function nameOf({ locale, house }: WebRequest, event: EventLine): Named {
  return { url: `${house.baseUrl}${eventPath(locale, event)}`, name: eventTitle(locale, event) }
}

async function listOf(request: WebRequest, asked: EventFilter & { readonly period: Period }): Promise<Shown> {
  const { ctx, locale } = request
  const events = await request.draw({
    list: `events ${locale}`,
    // A row shows nothing but its event.
    beside: '',
    marks: await markEventsWithin(ctx.db, asked),
    read: (ids) => publicEventsOf(ctx.db, ids),
    draw: (event) => {
      const row = asBytes(eventRow(locale, event))
      return { ...nameOf(request, event), row, length: row.length }
    },
  })
  return {
    events,
    body: eventRows(
      locale,
      events.map((event) => event.row),
    ),
  }
}

async function bodyOf(request: WebRequest, span: CalendarSpan, events: readonly EventLine[]): Promise<Shown> {
  const { ctx, locale } = request
  const of = { span, events, today: ctx.today }
  return {
    events: events.map((event) => nameOf(request, event)),
    body:
      span.view === 'month'
        ? eventMonth(locale, of, spanTitle(locale, span))
        : span.view === 'week'
          ? eventWeek(locale, of)
          : eventMap(locale, events, await outlinesOf(request)),
  }
}

function filtersOf({ ctx, remember }: WebRequest): Promise<CalendarFilters> {
  return remember('events.filters', async () => {
    const seen = await calendarChoices(ctx.db)
    const [all, hosts] = await Promise.all([
      seen.districts.length > 0 ? districts(ctx.db) : [],
      organisationsByIds(ctx.db, seen.hosts),
    ])
    return {
      kinds: seen.kinds,
      // Without their outlines, which are long.
      districts: all
        .filter((d) => seen.districts.includes(d.id))
        .map(({ id, name, nameEn }) => ({ id, name, nameEn })),
      hosts: [...hosts.values()],
    }
  })
}

async function outlinesOf({ ctx, locale }: WebRequest) {
  return (await districts(ctx.db)).flatMap((d) =>
    d.outline && d.active
      ? [{ label: (locale === 'en' && d.nameEn) || d.name, rings: ringsOf(d.outline) }]
      : [],
  )
}

function ringsOf(outline: Outline): readonly Ring[] {
  return outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()
}

function listForSearch(events: readonly Named[]) {
  return {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    itemListElement: events.slice(0, 50).map(({ url, name }, i) => ({
      '@type': 'ListItem',
      position: i + 1,
      url,
      name,
    })),
  }
}
