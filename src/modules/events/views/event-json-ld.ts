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
  const moment = (d: EventDay, time: string | null) =>
    time === null
      ? d.day.toString()
      : d.day
          .toZonedDateTime({ timeZone: 'Europe/Kyiv', plainTime: time })
          .toString({ timeZoneName: 'never', smallestUnit: 'second' })
  const places = days.flatMap((d) => [
    ...(d.mode === 'online'
      ? []
      : [{ '@type': 'Place', name: d.place ?? '', address: d.address ?? frame.city.name }]),
    ...(d.link === null ? [] : [{ '@type': 'VirtualLocation', url: d.link }]),
  ])
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: eventTitle(frame.locale, event),
    url,
    ...(first ? { startDate: moment(first, first.starts) } : {}),
    ...(last ? { endDate: moment(last, last.ends ?? last.starts) } : {}),
    eventStatus: STATUS[event.state] ?? 'https://schema.org/EventScheduled',
    eventAttendanceMode: MODES[first?.mode ?? 'onSite'],
    location: places,
    description: event.purpose ?? undefined,
    isAccessibleForFree: true,
    organizer: {
      '@type': 'GovernmentOrganization',
      name: view.unitName ?? frame.city.councilName,
      url: view.baseUrl,
    },
  }
}
