/** iCalendar (RFC 5545) of all-day events: as much of it as terms of a programme need. */
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'

export type CalendarEvent = {
  /** Unique in the world and the same at each fetch. */
  readonly uid: string
  readonly day: CivilDate
  readonly summary: string
  readonly description: string
  readonly url: string
}

const LONGEST_LINE = 75

export function iCalendar(calendar: {
  readonly name: string
  readonly madeAt: Temporal.Instant
  readonly events: readonly CalendarEvent[]
}): string {
  const stamp = `${calendar.madeAt.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Viche//Programme terms//UK',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(calendar.name)}`,
    ...calendar.events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.uid}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${basic(event.day)}`,
      `DTEND;VALUE=DATE:${basic(event.day.add({ days: 1 }))}`,
      `SUMMARY:${escaped(event.summary)}`,
      `DESCRIPTION:${escaped(event.description)}`,
      `URL:${event.url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function basic(day: CivilDate): string {
  return day.toString().replaceAll('-', '')
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
