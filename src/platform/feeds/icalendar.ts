/** iCalendar (RFC 5545 and 7986) as every module publishes it: terms of the programme, events of the city. */
import { CITY_ZONE, type CivilDate, type Temporal } from '../../kernel/civil-date.ts'

/** Whole days, both included; or moments of the city's clock, of which the end is the first that is past. */
export type CalendarSpan =
  | { readonly days: { readonly from: CivilDate; readonly to: CivilDate } }
  | { readonly from: Temporal.PlainDateTime; readonly to: Temporal.PlainDateTime }

export type CalendarEvent = {
  /** Unique in the world and the same at each fetch. */
  readonly uid: string
  readonly when: CalendarSpan
  readonly summary: string
  readonly description: string
  readonly url: string
  readonly location?: string | null
  /** Degrees: latitude, longitude. */
  readonly geo?: readonly [number, number] | null
  readonly status?: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
  /** Raised by each change, so that a calendar that holds an older copy takes the newer one. */
  readonly sequence?: number
  /** When it was last changed; without it, when the calendar was made. */
  readonly changedAt?: Temporal.Instant
  readonly categories?: readonly string[]
  /** Takes the reader's time: terms do not, events do. */
  readonly busy?: boolean
}

const LONGEST_LINE = 75

/** Ukraine's clock since 1996: the last Sundays of March and October, at 01:00 UTC (KMU 509 of 13.05.1996). */
const ZONE_LINES: readonly string[] = [
  'BEGIN:VTIMEZONE',
  `TZID:${CITY_ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:EEST',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0300',
  'DTSTART:19960331T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:EET',
  'TZOFFSETFROM:+0300',
  'TZOFFSETTO:+0200',
  'DTSTART:19961027T040000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** A calendar to subscribe to. Programs ask again by `REFRESH-INTERVAL`; what was cancelled stays in it and says so. */
export function iCalendar(calendar: {
  readonly name: string
  readonly madeAt: Temporal.Instant
  readonly events: readonly CalendarEvent[]
  /** Address of this very calendar. */
  readonly source?: string
}): string {
  const timed = calendar.events.some((e) => !('days' in e.when))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Viche//Calendar//UK',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escaped(calendar.name)}`,
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    `X-WR-TIMEZONE:${CITY_ZONE}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...(calendar.source === undefined ? [] : [`SOURCE;VALUE=URI:${calendar.source}`]),
    ...(timed ? ZONE_LINES : []),
    ...calendar.events.flatMap((event) => eventLines(event, calendar.madeAt)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent, madeAt: Temporal.Instant): string[] {
  const changed = utc(event.changedAt ?? madeAt)
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${changed}`,
    ...(event.changedAt === undefined ? [] : [`LAST-MODIFIED:${changed}`]),
    ...(event.sequence === undefined ? [] : [`SEQUENCE:${event.sequence}`]),
    ...(event.status === undefined ? [] : [`STATUS:${event.status}`]),
    ...spanLines(event.when),
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    ...(event.geo ? [`GEO:${event.geo[0]};${event.geo[1]}`] : []),
    ...(event.categories?.length ? [`CATEGORIES:${event.categories.map(escaped).join(',')}`] : []),
    `URL:${event.url}`,
    `TRANSP:${event.busy && event.status !== 'CANCELLED' ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ]
}

function spanLines(when: CalendarSpan): string[] {
  if ('days' in when)
    return [
      `DTSTART;VALUE=DATE:${basic(when.days.from)}`,
      `DTEND;VALUE=DATE:${basic(when.days.to.add({ days: 1 }))}`,
    ]
  return [`DTSTART;TZID=${CITY_ZONE}:${local(when.from)}`, `DTEND;TZID=${CITY_ZONE}:${local(when.to)}`]
}

function basic(day: CivilDate): string {
  return day.toString().replaceAll('-', '')
}

/** A time that the clock leaps over in March is moved on as the clock is: programs would each do it their own way. */
function local(at: Temporal.PlainDateTime): string {
  const real = at.toZonedDateTime(CITY_ZONE).toPlainDateTime()
  return real.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}

function utc(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
}

/** Section 3.3.11. Other control characters have no place in a text. */
export function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\\;,]/g, (c) => `\\${c}`)
    .replaceAll('\n', '\\n')
}

/** Section 3.1: lines of at most 75 octets, the rest after a line break and a blank; no character is cut in two. */
export function folded(line: string): string {
  let width = 0
  let text = ''
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (width + octets > LONGEST_LINE) {
      text += '\r\n '
      width = 1
    }
    text += character
    width += octets
  }
  return text
}
