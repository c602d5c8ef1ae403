/** Days of the Orthodox church year from which holidays are counted. */
import { type CivilDate, civilDate } from '../kernel/civil-date.ts'

/**
 * Orthodox Easter as a day of the civil (Gregorian) calendar. Julian computus in the form of J. Meeus,
 * "Astronomical Algorithms", chapter 8; the two calendars stand `⌊c/100⌋ − ⌊c/400⌋ − 2` days apart.
 */
export function orthodoxEaster(year: number): CivilDate {
  const age = (19 * (year % 19) + 15) % 30
  const weekday = (2 * (year % 4) + 4 * (year % 7) - age + 34) % 7
  const sum = age + weekday + 114
  const julian = civilDate(year, Math.floor(sum / 31), 1).add({ days: sum % 31 })
  return julian.add({ days: Math.floor(year / 100) - Math.floor(year / 400) - 2 })
}

/** Trinity Sunday (Pentecost): the fiftieth day of Easter. */
export function orthodoxTrinity(year: number): CivilDate {
  return orthodoxEaster(year).add({ days: 49 })
}
