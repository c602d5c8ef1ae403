/** Events as calendars of other programs take them. */
import { type CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { CalendarEvent, CalendarSpan } from '../../../platform/feeds/icalendar.ts'
import { calendarTexts } from '../texts/calendar.ts'
import { eventKindName, eventTitle, placeOf } from '../texts/names.ts'
import type { EventDay, EventLine, EventState } from '../types.ts'

/** An hour where nobody said how long it takes. */
const USUAL_MINUTES = 60

const STATUS: Readonly<Record<EventState, 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'>> = {
  planned: 'TENTATIVE',
  announced: 'CONFIRMED',
  postponed: 'TENTATIVE',
  cancelled: 'CANCELLED',
  held: 'CONFIRMED',
  summedUp: 'CONFIRMED',
  closed: 'CONFIRMED',
}

/**
 * One for each day of the event: a day keeps its identity when it is moved, so calendars move it too.
 * @param at.address of the event's page, absolute
 */
export function calendarEvents(
  line: EventLine,
  at: { readonly locale: Locale; readonly host: string; readonly address: string },
): CalendarEvent[] {
  const { locale } = at
  const t = calendarTexts[locale]
  const title = eventTitle(locale, line)
  const several = line.days.length > 1
  return line.days.map((day, i) => {
    const name = several ? t.dayOf(title, day.title, i + 1, line.days.length) : title
    return {
      uid: `${day.id}@${at.host}`,
      when: spanOf(day),
      summary: line.state === 'postponed' ? t.postponed(name) : name,
      description: [line.stateReason, line.purpose, line.unitName, day.link, at.address]
        .filter((part) => part !== null && part !== '')
        .join('\n'),
      url: at.address,
      location: placeOf(locale, day),
      geo: day.latitude !== null && day.longitude !== null ? [day.latitude, day.longitude] : null,
      status: STATUS[line.state],
      sequence: line.sequence,
      changedAt: line.changedAt,
      categories: [eventKindName(locale, line.kind)],
      busy: true,
    }
  })
}

function spanOf(day: EventDay): CalendarSpan {
  if (day.starts === null) return { days: { from: day.day, to: day.day } }
  const from = at(day.day, day.starts)
  if (day.ends === null) return { from, to: from.add({ minutes: USUAL_MINUTES }) }
  const to = at(day.day, day.ends)
  return { from, to: Temporal.PlainDateTime.compare(to, from) > 0 ? to : to.add({ days: 1 }) }
}

function at(day: CivilDate, time: string): Temporal.PlainDateTime {
  return day.toPlainDateTime(Temporal.PlainTime.from(time))
}
