import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import nodeIcal from 'node-ical'
import { CITY_ZONE, civilDate, Temporal } from '../../kernel/civil-date.ts'
import { cleanText } from '../../kernel/inputs.ts'
import { readForeignCalendar } from './foreign-calendar.ts'
import { type CalendarEvent, iCalendar } from './icalendar.ts'
import { readICalendar } from './read-icalendar.ts'

const at = Temporal.Instant.from('2026-11-24T10:00:00Z')
const time = (text: string) => Temporal.PlainDateTime.from(text)
const YEARS = { from: civilDate(2020, 1, 1), to: civilDate(2040, 12, 31) }

function event(when: CalendarEvent['when'], more: Partial<CalendarEvent> = {}): CalendarEvent {
  return {
    uid: 'a@viche.test',
    when,
    summary: 'День інформування',
    description: 'Тема: бюджет; мости, дороги',
    url: 'https://viche.test/events/a',
    ...more,
  }
}
const calendar = (...events: CalendarEvent[]) => iCalendar({ name: 'Події', madeAt: at, events })

type Parsed = {
  readonly start: Date
  readonly end: Date
  readonly summary: string
  readonly status?: string
  readonly sequence?: string | number
}
/** As a parser that is none of ours and none of what we read with sees it. */
function independent(text: string): Parsed {
  const [found] = Object.values(nodeIcal.sync.parseICS(text)).filter((c) => c?.type === 'VEVENT')
  return found as Parsed
}

describe('what we write, read by another', () => {
  for (const [name, from, to, utcFrom, utcTo] of [
    ['winter', '2026-01-15T10:00', '2026-01-15T12:00', '2026-01-15T08:00', '2026-01-15T10:00'],
    ['summer', '2026-07-15T10:00', '2026-07-15T12:00', '2026-07-15T07:00', '2026-07-15T09:00'],
    [
      'the day before the clock goes forward',
      '2026-03-28T10:00',
      '2026-03-28T11:00',
      '2026-03-28T08:00',
      '2026-03-28T09:00',
    ],
    ['over the March change', '2026-03-29T02:30', '2026-03-29T05:00', '2026-03-29T00:30', '2026-03-29T02:00'],
    [
      'a time that March leaps over',
      '2026-03-29T03:30',
      '2026-03-29T05:00',
      '2026-03-29T01:30',
      '2026-03-29T02:00',
    ],
    [
      'over the October change',
      '2026-10-25T02:30',
      '2026-10-25T05:00',
      '2026-10-24T23:30',
      '2026-10-25T03:00',
    ],
    ['over the year’s end', '2026-12-31T23:00', '2027-01-01T01:00', '2026-12-31T21:00', '2026-12-31T23:00'],
  ] as const)
    test(name, async () => {
      const text = calendar(event({ from: time(from), to: time(to) }))
      const other = independent(text)
      assert.equal(other.start.toISOString().slice(0, 16), utcFrom)
      assert.equal(other.end.toISOString().slice(0, 16), utcTo)
      const own = (await readICalendar(text, YEARS))!.events[0]!
      const moved = time(from).toZonedDateTime(CITY_ZONE).toPlainDateTime()
      assert.equal(`${own.from}T${own.fromTime}`, moved.toString({ smallestUnit: 'minute' }))
      assert.equal(`${own.to}T${own.toTime}`, to)
    })

  test('whole days end with the last one', async () => {
    const text = calendar(event({ days: { from: civilDate(2026, 12, 30), to: civilDate(2027, 1, 2) } }))
    assert.match(text, /DTEND;VALUE=DATE:20270103\r\n/)
    const own = (await readICalendar(text, YEARS))!.events[0]!
    assert.equal(`${own.from} ${own.to} ${own.fromTime}`, '2026-12-30 2027-01-02 null')
  })

  test('a change raises the number, a cancelled event says so and frees the time', () => {
    const when = { from: time('2026-05-17T11:30'), to: time('2026-05-17T13:00') }
    const changed = event(when, { sequence: 3, status: 'CANCELLED', busy: true, changedAt: at })
    const text = calendar(changed)
    const other = independent(text)
    assert.equal(other.status, 'CANCELLED')
    assert.equal(Number(other.sequence), 3)
    for (const line of ['TRANSP:TRANSPARENT', 'LAST-MODIFIED:20261124T100000Z', 'METHOD:PUBLISH'])
      assert.ok(text.includes(`${line}\r\n`), line)
  })

  test('any text comes back as it was', async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 120 }).map(cleanText)
    await fc.assert(
      fc.asyncProperty(words, words, async (summary, description) => {
        const when = { days: { from: civilDate(2026, 1, 1), to: civilDate(2026, 1, 1) } }
        const text = calendar(event(when, { summary, description, location: summary }))
        const read = (await readICalendar(text, YEARS))!.events[0]!
        assert.equal(read.summary, summary)
        assert.equal(read.description, description)
        assert.equal(read.location, summary)
      }),
      { numRuns: 60 },
    )
  })
})

const vevent = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:x@elsewhere', ...lines, 'END:VEVENT']
const foreign = (...lines: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const shown = async (text: string, span = YEARS) => {
  const read = (await readICalendar(text, span))!
  return {
    events: read.events.map((e) => `${e.from}${e.fromTime ? ` ${e.fromTime}` : ''}`),
    problems: read.problems.map((p) => p.problem),
  }
}

describe('what others write', () => {
  test('a weekly meeting keeps its hour over the clock changes, without the days taken out', async () => {
    const text = foreign(
      ...vevent(
        'DTSTART;TZID=Europe/Kiev:20261018T180000',
        'DTEND;TZID=Europe/Kiev:20261018T190000',
        'RRULE:FREQ=WEEKLY;COUNT=4',
        'EXDATE;TZID=Europe/Kiev:20261101T180000',
        'SUMMARY:Клуб',
      ),
    )
    assert.deepEqual((await shown(text)).events, ['2026-10-18 18:00', '2026-10-25 18:00', '2026-11-08 18:00'])
  })

  test('one of a series that was moved is moved, one that was cancelled says so', async () => {
    const text = foreign(
      ...vevent('DTSTART:20260301T080000Z', 'DTEND:20260301T090000Z', 'RRULE:FREQ=MONTHLY;COUNT=3'),
      ...vevent('RECURRENCE-ID:20260401T080000Z', 'DTSTART:20260402T080000Z', 'DTEND:20260402T090000Z'),
      ...vevent(
        'RECURRENCE-ID:20260501T080000Z',
        'STATUS:CANCELLED',
        'DTSTART:20260501T080000Z',
        'DTEND:20260501T090000Z',
      ),
    )
    const { events } = (await readICalendar(text, YEARS))!
    assert.deepEqual(
      events.map((e) => [e.from, e.occurrence, e.cancelled]),
      [
        ['2026-03-01', '2026-03-01T08:00:00Z', false],
        ['2026-04-02', '2026-04-01T08:00:00Z', false],
        ['2026-05-01', '2026-05-01T08:00:00Z', true],
      ],
    )
  })

  test('an endless series stops at the horizon', async () => {
    const text = foreign(...vevent('DTSTART;VALUE=DATE:19990526', 'RRULE:FREQ=YEARLY', 'SUMMARY:Річниця'))
    const span = { from: civilDate(2026, 1, 1), to: civilDate(2028, 12, 31) }
    assert.deepEqual((await shown(text, span)).events, ['2026-05-26', '2027-05-26', '2028-05-26'])
  })

  test('a zone of the file’s own counts as the file says', async () => {
    const text = foreign(
      'BEGIN:VTIMEZONE',
      'TZID:Наш час',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0500',
      'TZOFFSETTO:+0500',
      'END:STANDARD',
      'END:VTIMEZONE',
      ...vevent('DTSTART;TZID=Наш час:20260115T150000', 'DTEND;TZID=Наш час:20260115T160000'),
    )
    assert.deepEqual((await shown(text)).events, ['2026-01-15 12:00'])
  })

  for (const [name, lines, problem] of [
    ['a zone that nobody knows', vevent('DTSTART;TZID=Mars/Olympus:20260115T150000'), 'zone_unknown'],
    ['no beginning', vevent('SUMMARY:Колись'), 'no_start'],
    ['every second', vevent('DTSTART:20260101T000000Z', 'RRULE:FREQ=SECONDLY'), 'too_often'],
    ['every second since long ago', vevent('DTSTART:19000101T000000Z', 'RRULE:FREQ=SECONDLY'), 'too_often'],
    [
      'a day that never comes',
      vevent('DTSTART:20260101T000000Z', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
      'too_often',
    ],
    [
      'a rule that cannot be',
      vevent('DTSTART:20260101T000000Z', 'RRULE:FREQ=WEEKLY;BYMONTH=13'),
      'unreadable',
    ],
    [
      'no identity',
      ['BEGIN:VEVENT', 'DTSTART:20260101T000000Z', 'SUMMARY:Без імені', 'END:VEVENT'],
      'no_uid',
    ],
  ] as const)
    test(`set aside, and the rest is read: ${name}`, async () => {
      const good = ['BEGIN:VEVENT', 'UID:good', 'DTSTART;VALUE=DATE:20260102', 'END:VEVENT']
      assert.deepEqual(await shown(foreign(...lines, ...good)), {
        events: ['2026-01-02'],
        problems: [problem],
      })
    })

  for (const text of ['', 'hello', '<html>', 'BEGIN:VCARD\r\nEND:VCARD', 'BEGIN:VCALENDAR'])
    test(`no calendar: ${JSON.stringify(text)}`, async () =>
      assert.equal(await readICalendar(text, YEARS), null))
})

test('a calendar that would be read for ever is given up', async () => {
  const rule = 'RRULE:FREQ=DAILY;BYDAY=MO;BYSETPOS=-300;BYDAY=-5SU,6TU'
  const text = foreign(...vevent('DTSTART:20260101T000000Z', rule))
  assert.equal(await readForeignCalendar(text, YEARS, 700), null)
  const good = foreign(...vevent('DTSTART:20260101T000000Z', 'SUMMARY:Свято'))
  assert.equal((await readForeignCalendar(good, YEARS))?.events[0]?.summary, 'Свято')
})
