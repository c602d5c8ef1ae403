/**
 * Other people's iCalendar, read: every single event within a span of days, recurrences written out.
 * Called in a thread of its own by `foreign-calendar.ts`: some rules of recurrence are searched for ever.
 */
import { CITY_ZONE, type CivilDate, compareDates, type Period, Temporal } from '../../kernel/civil-date.ts'
import { cleanText } from '../../kernel/inputs.ts'
import type { ReadCalendar, ReadEvent, ReadProblem } from './foreign-calendar.ts'

/** An event that comes back more often within the span is not an event of a city. */
const MOST_OCCURRENCES = 400
/** Steps of the recurrences of one file together: two daily ones of fifty years. */
const MOST_STEPS = 40_000
/** Rules by which a reader would search for hours, and that no calendar of meetings has. */
const ODD_RULE =
  /FREQ=(?:SECOND|MINUTE|HOUR)LY|FREQ=(?:DAILY|WEEKLY)\b.*BY(?:MONTHDAY|YEARDAY|WEEKNO)|BY(?:MONTHDAY|YEARDAY|WEEKNO).*FREQ=(?:DAILY|WEEKLY)/i

type Ical = typeof import('ical.js')['default']
type IcalTime = InstanceType<Ical['Time']>
type IcalEvent = InstanceType<Ical['Event']>
type IcalComponent = InstanceType<Ical['Component']>

class Unread extends Error {
  readonly problem: ReadProblem
  constructor(problem: ReadProblem) {
    super(problem)
    this.problem = problem
  }
}

/**
 * Events of which a part lies within the span, in the order of the file.
 * @returns null where the text is no calendar at all
 */
export async function readICalendar(text: string, span: Period): Promise<ReadCalendar | null> {
  // Loaded when somebody imports: most days nobody does.
  const ical = (await import('ical.js')).default
  const file = parsed(ical, text)
  if (file === null) return null
  const { calendar } = file
  const events: ReadEvent[] = []
  const problems: { summary: string; problem: ReadProblem }[] = file.broken.map((summary) => ({
    summary,
    problem: 'unreadable',
  }))
  const budget = { steps: MOST_STEPS }
  const components = calendar.getAllSubcomponents('vevent')
  const masters = new Set(components.filter((c) => !c.hasProperty('recurrence-id')).map(uidOf))
  for (const component of components) {
    // A changed occurrence is read together with its series, where the series is there.
    if (component.hasProperty('recurrence-id') && masters.has(uidOf(component))) continue
    try {
      events.push(...occurrences(ical, component, span, budget))
    } catch (error) {
      const problem = error instanceof Unread ? error.problem : 'unreadable'
      problems.push({ summary: textOf(component, 'summary') || uidOf(component), problem })
    }
  }
  const name = textOf(calendar, 'name') || textOf(calendar, 'x-wr-calname')
  return { name: name || null, events, problems }
}

/** The calendar without its broken events, and what those call themselves. */
function parsed(
  ical: Ical,
  text: string,
): { readonly calendar: IcalComponent; readonly broken: readonly string[] } | null {
  const whole = parsedText(ical, text)
  if (whole) return { calendar: whole, broken: [] }
  const blocks = text.match(/^BEGIN:VEVENT\r?$[\s\S]*?^END:VEVENT\r?$/gim) ?? []
  const [head = '', ...rest] = text.split(/^BEGIN:VEVENT\r?$[\s\S]*?^END:VEVENT\r?$\n?/im)
  const joined = (some: readonly string[]) => [head, ...some.map((b) => `${b}\n`), ...rest].join('')
  const readable = blocks.filter((block) => parsedText(ical, joined([block])) !== null)
  const calendar = readable.length < blocks.length ? parsedText(ical, joined(readable)) : null
  if (!calendar) return null
  const broken = blocks.filter((block) => !readable.includes(block))
  return { calendar, broken: broken.map((block) => /^SUMMARY[^:\n]*:(.*)/im.exec(block)?.[1]?.trim() ?? '') }
}

function parsedText(ical: Ical, text: string): IcalComponent | null {
  try {
    const whole: unknown = ical.parse(text.replace(/^\ufeff/, '').trimStart())
    if (!Array.isArray(whole)) return null
    const component = new ical.Component(typeof whole[0] === 'string' ? whole : whole[0])
    return component.name === 'vcalendar' ? component : null
  } catch {
    return null
  }
}

function uidOf(component: IcalComponent): string {
  return textOf(component, 'uid')
}

function textOf(component: IcalComponent, name: string): string {
  const value: unknown = component.getFirstPropertyValue(name)
  return typeof value === 'string' ? cleanText(value) : ''
}

function occurrences(
  ical: Ical,
  component: IcalComponent,
  span: Period,
  budget: { steps: number },
): ReadEvent[] {
  if (uidOf(component) === '') throw new Unread('no_uid')
  if (!component.hasProperty('dtstart')) throw new Unread('no_start')
  const event = new ical.Event(component)
  if (!event.isRecurring()) {
    const own = event.isRecurrenceException() ? originalStart(event.recurrenceId) : ''
    const one = single(event, own, event.startDate, event.endDate)
    return touches(one, span) ? [one] : []
  }
  for (const rule of component.getAllProperties('rrule'))
    if (ODD_RULE.test(rule.toICALString())) throw new Unread('too_often')
  const found: ReadEvent[] = []
  const series = event.iterator()
  const cancelled = event.component.getFirstPropertyValue('status') === 'CANCELLED'
  for (;;) {
    const next: IcalTime | null = series.next()
    if (!next) return found
    const { item, recurrenceId, startDate, endDate } = event.getOccurrenceDetails(next)
    const one = single(item, originalStart(recurrenceId), startDate, endDate)
    if (touches(one, span)) found.push(cancelled ? { ...one, cancelled } : one)
    if (one.from > span.to.add({ years: 1 }).toString()) return found
    if (compareDates(dayOfTime(next), span.to) > 0) return found
    if (found.length > MOST_OCCURRENCES || --budget.steps < 0) throw new Unread('too_often')
  }
}

function dayOfTime(time: IcalTime): CivilDate {
  return Temporal.PlainDate.from({ year: time.year, month: time.month, day: time.day })
}

function touches(event: ReadEvent, span: Period): boolean {
  return event.to >= span.from.toString() && event.from <= span.to.toString()
}

function originalStart(time: IcalTime): string {
  if (time.isDate) return dayOfTime(time).toString()
  return localTime(time, time.zone?.tzid ?? null)
    .toZonedDateTime(CITY_ZONE)
    .toInstant()
    .toString()
}

function single(event: IcalEvent, occurrence: string, start: IcalTime, end: IcalTime): ReadEvent {
  const { component } = event
  const whole = start.isDate
  const zone = zoneOf(component)
  const from = whole ? null : localTime(start, zone)
  const to = whole || end.isDate ? null : localTime(end, zone)
  const first = from?.toPlainDate() ?? dayOfTime(start)
  const last = to ? to.toPlainDate() : lastDay(first, dayOfTime(end))
  const url = textOf(component, 'url')
  return {
    uid: event.uid.slice(0, 500),
    occurrence,
    sequence: Number(component.getFirstPropertyValue('sequence') ?? 0) || 0,
    cancelled: component.getFirstPropertyValue('status') === 'CANCELLED',
    summary: textOf(component, 'summary'),
    description: textOf(component, 'description'),
    location: textOf(component, 'location'),
    url: /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null,
    from: first.toString(),
    fromTime: from && clock(from),
    to: (compareDates(last, first) < 0 ? first : last).toString(),
    toTime: to && clock(to),
  }
}

function clock(at: Temporal.PlainDateTime): string {
  return at.toPlainTime().toString({ smallestUnit: 'minute' })
}

/** The end of whole days is the first day that is past. */
function lastDay(first: CivilDate, end: CivilDate): CivilDate {
  const last = end.subtract({ days: 1 })
  return compareDates(last, first) < 0 ? first : last
}

function zoneOf(component: IcalComponent): string | null {
  const zone: unknown = component.getFirstProperty('dtstart')?.getParameter('tzid')
  return typeof zone === 'string' ? zone : null
}

/** On the city's clock. A name that the world knows is believed before what the file says of it. */
function localTime(time: IcalTime, zone: string | null): Temporal.PlainDateTime {
  const { year, month, day, hour, minute, second } = time
  const local = Temporal.PlainDateTime.from({ year, month, day, hour, minute, second: Math.min(second, 59) })
  if (time.zone?.tzid === 'UTC') return local.toZonedDateTime('UTC').withTimeZone(CITY_ZONE).toPlainDateTime()
  if (zone === null || zone === 'floating') return local
  const known = inZone(local, zone)
  if (known) return known
  if (time.zone === null || time.zone.tzid === 'floating') throw new Unread('zone_unknown')
  return Temporal.Instant.fromEpochMilliseconds(time.toUnixTime() * 1_000)
    .toZonedDateTimeISO(CITY_ZONE)
    .toPlainDateTime()
}

function inZone(local: Temporal.PlainDateTime, zone: string): Temporal.PlainDateTime | null {
  try {
    return local.toZonedDateTime(zone).withTimeZone(CITY_ZONE).toPlainDateTime()
  } catch {
    return null
  }
}
