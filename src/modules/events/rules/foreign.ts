/** What an event of another's calendar becomes here. */

import type { CivilDate } from '../../../kernel/civil-date.ts'
import { Temporal } from '../../../kernel/civil-date.ts'
import type { SourceInput } from '../types/source.ts'
import type { DayMode, EventDayInput, EventInput } from '../types.ts'
import { DAYS_LIMIT } from './event.ts'
import { PLAIN_DAY, PLAIN_EVENT } from './plain.ts'

/** As it was read: days ISO, times `HH:MM` of the city's clock. */
export type ForeignEvent = {
  readonly uid: string
  readonly occurrence: string
  readonly cancelled: boolean
  readonly summary: string
  readonly description: string
  readonly location: string
  readonly url: string | null
  readonly from: string
  readonly fromTime: string | null
  readonly to: string
  readonly toTime: string | null
}

const LONGEST_TITLE = 300
const LONGEST_TEXT = 10_000

/** One key for an event and for each of a series. */
export function foreignKey(event: ForeignEvent): string {
  return event.occurrence === '' ? event.uid : `${event.uid}#${event.occurrence}`
}

/** How it reads: another print means that it was changed at its source. */
export function foreignPrint(event: ForeignEvent): string {
  const { summary, description, location, url, from, fromTime, to, toTime, cancelled } = event
  return JSON.stringify([summary, description, location, url, from, fromTime, to, toTime, cancelled])
}

/**
 * A draft of it. What the source leaves open is filled so that it stands, and a person looks at it before it is
 * announced.
 * @param unknownPlace stands where the source names none
 */
export function foreignInput(event: ForeignEvent, source: SourceInput, unknownPlace: string): EventInput {
  const online = /^https?:\/\/\S+$/i.test(event.location)
  const mode: DayMode = online ? 'online' : 'onSite'
  const first = Temporal.PlainDate.from(event.from)
  const last = Temporal.PlainDate.from(event.to)
  const overnight = event.toTime !== null && event.fromTime !== null && event.toTime <= event.fromTime
  // Till after midnight it is still one evening.
  const length = first.until(last).days - (overnight && first.until(last).days === 1 ? 1 : 0)
  const days = Array.from({ length: Math.min(length + 1, DAYS_LIMIT) }, (_, i): EventDayInput => {
    const isFirst = i === 0
    const isLast = i === length
    return {
      ...PLAIN_DAY,
      day: first.add({ days: i }),
      starts: isFirst ? event.fromTime : null,
      ends: isFirst && isLast && event.toTime !== event.fromTime ? event.toTime : null,
      mode,
      place: online ? null : event.location.slice(0, LONGEST_TITLE) || unknownPlace,
      link: online ? event.location : event.url,
    }
  })
  return {
    ...PLAIN_EVENT,
    kind: source.kind,
    title: event.summary.replace(/\s+/g, ' ').slice(0, LONGEST_TITLE) || source.name,
    purpose: event.description.slice(0, LONGEST_TEXT) || null,
    unitId: source.unitId,
    days,
  }
}

/** The days that are looked at: from today, half a year ahead. */
export function foreignSpan(today: CivilDate) {
  return { from: today, to: today.add({ months: 6 }) }
}
