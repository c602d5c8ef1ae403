/** An event as search engines read it. */
import type * as ui from '../../../ui/index.ts'
import { eventTitle } from '../texts/names.ts'
import type { CityEvent, EventDay } from '../types.ts'
import type { EventView } from './event.ts'

const STATUS: Partial<Record<CityEvent['state'], string>> = {
  cancelled: 'https://schema.org/EventCancelled',
  postponed: 'https://schema.org/EventPostponed',
}
const MODES = {
  onSite: 'https://schema.org/OfflineEventAttendanceMode',
  online: 'https://schema.org/OnlineEventAttendanceMode',
  both: 'https://schema.org/MixedEventAttendanceMode',
} as const

export function jsonLd(frame: ui.Frame, view: EventView, url: string): unknown {
  const { event, days } = view
  const [first] = days
  const last = days.at(-1)
  const moment = (d: EventDay, time: string | null, day = d.day) =>
    time === null
      ? day.toString()
      : day
          .toZonedDateTime({ timeZone: 'Europe/Kyiv', plainTime: time })
          .toString({ timeZoneName: 'never', smallestUnit: 'second' })
  // An end before the start lies on the next day.
  const lastDay = (d: EventDay) =>
    d.starts !== null && d.ends !== null && d.ends < d.starts ? d.day.add({ days: 1 }) : d.day
  const places = days.flatMap((d) => [
    ...(d.mode === 'online'
      ? []
      : [
          {
            '@type': 'Place',
            name: d.place ?? '',
            address: d.address ?? frame.city.name,
            ...(d.latitude === null || d.longitude === null
              ? {}
              : { geo: { '@type': 'GeoCoordinates', latitude: d.latitude, longitude: d.longitude } }),
          },
        ]),
    ...(d.link === null ? [] : [{ '@type': 'VirtualLocation', url: d.link }]),
  ])
  const each = places.filter((p, i) => places.findIndex((q) => JSON.stringify(q) === JSON.stringify(p)) === i)
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: eventTitle(frame.locale, event),
    url,
    ...(first ? { startDate: moment(first, first.starts) } : {}),
    ...(last ? { endDate: moment(last, last.ends ?? last.starts, lastDay(last)) } : {}),
    eventStatus: STATUS[event.state] ?? 'https://schema.org/EventScheduled',
    eventAttendanceMode: MODES[first?.mode ?? 'onSite'],
    location: each.length === 1 ? each[0] : each,
    description: event.purpose ?? undefined,
    isAccessibleForFree: true,
    organizer: {
      '@type': 'GovernmentOrganization',
      name: view.unitName ?? frame.city.councilName,
      url: view.baseUrl,
    },
  }
}
