/** The city's present day, as caches ask for it: often, and without a context. */
import { CITY_ZONE } from '../kernel/civil-date.ts'

const format = new Intl.DateTimeFormat('sv-SE', { timeZone: CITY_ZONE })
let known = { minute: -1, day: '' }

/** `2026-03-02`. Days begin on a whole minute, so one answer holds for the minute. */
export function cityDay(): string {
  const minute = Math.floor(Date.now() / 60_000)
  if (minute !== known.minute) known = { minute, day: format.format(minute * 60_000) }
  return known.day
}
