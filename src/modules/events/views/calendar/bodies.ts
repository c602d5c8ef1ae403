/** The same events as a list, a month, a week, a map. */
import { type CivilDate, compareDates } from '../../../../kernel/civil-date.ts'
import { attributes, type Html, html } from '../../../../kernel/html.ts'
import { dayMonth, type Locale, weekday } from '../../../../kernel/texts.ts'
import { localPath } from '../../../../platform/http/route.ts'
import * as ui from '../../../../ui/index.ts'
import type { Ring } from '../../../organisations/index.ts'
import type { CalendarSpan } from '../../rules/calendar.ts'
import { calendarTexts } from '../../texts/calendar.ts'
import {
  dayAndTime,
  eventKindName,
  eventStateName,
  eventTitle,
  placeOf,
  timeOf,
  whenOf,
} from '../../texts/names.ts'
import type { EventDay, EventLine } from '../../types.ts'

export function eventPath(locale: Locale, event: Pick<EventLine, 'id'>): string {
  return localPath(locale, `/events/${event.id}`)
}

/** Rows with day, title, kind and place; what is off says so. */
export function eventList(
  locale: Locale,
  events: readonly EventLine[],
  { level = 3, baseUrl = '' }: { readonly level?: 2 | 3; readonly baseUrl?: string } = {},
): Html {
  return eventRows(
    locale,
    events.map((event) => eventRow(locale, event, level, baseUrl)),
  )
}

/** The same of rows that were drawn before. */
export function eventRows(locale: Locale, rows: readonly Html[]): Html {
  return ui.rowList(rows, calendarTexts[locale].none)
}

/** Of the event and its days only: it is remembered until the event is written again. */
export function eventRow(locale: Locale, event: EventLine, level: 2 | 3 = 3, baseUrl = ''): Html {
  const [first] = event.days
  return ui.row(
    {
      when: event.days.length === 1 && first ? dayAndTime(locale, first) : whenOf(locale, event.days),
      title: html`${eventTitle(locale, event)}${off(locale, event)}`,
      href: `${baseUrl}${eventPath(locale, event)}`,
      text: [eventKindName(locale, event.kind), first && placeOf(locale, first)].filter(Boolean).join('; '),
    },
    level,
  )
}

function off(locale: Locale, event: EventLine): Html | false {
  const tone = event.state === 'cancelled' ? 'late' : event.state === 'postponed' ? 'due' : null
  return tone !== null && html` ${ui.tag(eventStateName(locale, event.state), tone)}`
}

type OnDay = { readonly event: EventLine; readonly day: EventDay }

/** Postponed ones have no day until they have a new one. */
function onDays(events: readonly EventLine[]): ReadonlyMap<string, readonly OnDay[]> {
  const all = events
    .filter((event) => event.state !== 'postponed')
    .flatMap((event) => event.days.map((day): OnDay => ({ event, day })))
  all.sort((a, b) => (a.day.starts ?? '').localeCompare(b.day.starts ?? ''))
  return Map.groupBy(all, (one) => one.day.day.toString())
}

function short(locale: Locale, { event, day }: OnDay): Html {
  const name = eventTitle(locale, event)
  const cancelled = event.state === 'cancelled'
  return html`${day.starts !== null && html`<span class="num">${day.starts}</span> `}<a${attributes({ class: cancelled && 'gone', href: eventPath(locale, event) })}>${name}</a>${
    cancelled && ui.hidden(`, ${calendarTexts[locale].cancelled}`)
  }`
}

export type EventsOfSpan = {
  readonly span: CalendarSpan
  readonly events: readonly EventLine[]
  readonly today: CivilDate
}

export function eventMonth(locale: Locale, view: EventsOfSpan, caption: string): Html {
  const byDay = onDays(view.events)
  const { from } = view.span.period
  const grid = ui.monthGrid({
    locale,
    caption,
    captionHidden: true,
    year: from.year,
    month: from.month,
    today: view.today,
    of: (day) => (byDay.get(day.toString()) ?? []).map((one) => short(locale, one)),
  })
  return html`${view.events.length === 0 && html`<p class="soft">${calendarTexts[locale].none}</p>`}${grid}`
}

export function eventWeek(locale: Locale, view: EventsOfSpan): Html {
  const byDay = onDays(view.events)
  return html`${daysOf(view.span.period.from, view.span.period.to).map((day) => {
    const items = byDay.get(day.toString()) ?? []
    return html`<section class="week-day"><h3${attributes({ 'aria-current': compareDates(day, view.today) === 0 && 'date' })}>${weekday(locale, day)}, ${dayMonth(locale, day)}</h3>${
      items.length === 0
        ? html`<p class="soft">${calendarTexts[locale].weekNothing}</p>`
        : html`<ul class="bullets">${items.map(
            (one) =>
              html`<li>${short(locale, one)}<br><span class="small soft">${[timeOf(one.day), eventKindName(locale, one.event.kind), placeOf(locale, one.day)].filter(Boolean).join('; ')}</span></li>`,
          )}</ul>`
    }</section>`
  })}`
}

function daysOf(from: CivilDate, to: CivilDate): CivilDate[] {
  return Array.from({ length: from.until(to).days + 1 }, (_, i) => from.add({ days: i }))
}

/** @param outlines of all districts */
export function eventMap(
  locale: Locale,
  events: readonly EventLine[],
  outlines: { label: string; rings: readonly Ring[] }[],
): Html {
  const t = calendarTexts[locale]
  const points = events
    .filter((event) => event.state !== 'cancelled' && event.state !== 'postponed')
    .flatMap((event) =>
      event.days.flatMap((day) =>
        day.latitude === null || day.longitude === null
          ? []
          : [
              {
                label: eventTitle(locale, event),
                href: eventPath(locale, event),
                latitude: day.latitude,
                longitude: day.longitude,
                note: [dayAndTime(locale, day), placeOf(locale, day)].filter(Boolean).join('; '),
              },
            ],
      ),
    )
  const elsewhere = events.filter((e) => e.days.every((d) => d.latitude === null))
  return html`${
    points.length === 0
      ? html`<p class="soft">${t.noPlaces}</p>`
      : ui.placeMap({
          locale,
          caption: t.mapCaption,
          head: t.mapHead,
          points,
          outlines,
        })
  }${elsewhere.length > 0 && eventList(locale, elsewhere)}`
}
