/** Holidays of a year, by the wording of the law in force on each of them. */
import { type CivilDate, civilDate, compareDates, Temporal } from '../kernel/civil-date.ts'
import { HOLIDAYS, type HolidayRow } from './data/holidays.ts'
import { orthodoxEaster, orthodoxTrinity } from './easter.ts'

export type Holiday = { readonly date: CivilDate; readonly row: HolidayRow }

/** In the order of the calendar. Two may fall on one day (Easter on 1 May 2016). */
export function holidaysOf(year: number, rows: readonly HolidayRow[] = HOLIDAYS): readonly Holiday[] {
  return rows
    .map((row) => ({ date: dateIn(year, row), row }))
    .filter(({ date, row }) => inForce(row, date.toString()))
    .sort((a, b) => compareDates(a.date, b.date))
}

function dateIn(year: number, row: HolidayRow): CivilDate {
  if (row.day === 'easter') return orthodoxEaster(year)
  if (row.day === 'trinity') return orthodoxTrinity(year)
  return civilDate(year, row.day.month, row.day.day)
}

/** Whether an ISO day lies in the row's term, both ends included. */
export function inForce(
  row: { readonly from: string | null; readonly to: string | null },
  isoDay: string,
): boolean {
  return (row.from === null || row.from <= isoDay) && (row.to === null || isoDay <= row.to)
}

export function isoDate(iso: string): CivilDate {
  return Temporal.PlainDate.from(iso)
}
