/** Dates and years in running text. */
import { type CivilDate, civilDate } from '../../../../kernel/civil-date.ts'

const MONTHS: readonly string[] = [
  'січ',
  'лют',
  'берез',
  'квіт',
  'трав',
  'черв',
  'лип',
  'серп',
  'верес',
  'жовт',
  'листоп',
  'груд',
]
/** Names of months in any case, for folded text. */
export const MONTH_PATTERN =
  '(?:січ(?:ень|ня|ні)|лют(?:ий|ого|ому)|берез(?:ень|ня|ні)|квіт(?:ень|ня|ні)|трав(?:ень|ня|ні)|черв(?:ень|ня|ні)|лип(?:ень|ня|ні)|серп(?:ень|ня|ні)|верес(?:ень|ня|ні)|жовт(?:ень|ня|ні)|листопад(?:а|і)?|груд(?:ень|ня|ні))'

/** 1 to 12, of a folded name in any case. */
export function monthNumber(name: string): number | null {
  const i = MONTHS.findIndex((stem) => name.startsWith(stem))
  return i < 0 ? null : i + 1
}

function made(year: number, month: number, day: number): CivilDate | null {
  if (year < 1900 || year > 2100) return null
  try {
    return civilDate(year, month, day)
  } catch {
    return null
  }
}

export type FoundDate = { readonly date: CivilDate; readonly index: number; readonly length: number }

const DATE = new RegExp(
  `(?<![\\d.])(\\d{1,2})\\s?\\.\\s?(\\d{1,2})\\s?\\.\\s?(\\d{4})(?!\\d)|(?<!\\d)(\\d{4})-(\\d{2})-(\\d{2})(?!\\d)|(?<!\\d)(\\d{1,2})/(\\d{1,2})/(\\d{4})(?!\\d)|(?<!\\d)(\\d{1,2})\\s?"?\\s{0,3}(${MONTH_PATTERN})\\s{0,3}(\\d{4})|"\\s?(\\d{1,2})\\s?"\\s?\\.?(\\d{1,2})[. ]\\s?(\\d{4})(?!\\d)`,
  'g',
)

/** Every date in a folded text, in order: `31.01. 2014`, `2014-01-31`, `04/28/2020`, `24 грудня 2024`. */
export function findDates(key: string): readonly FoundDate[] {
  const found: FoundDate[] = []
  for (const m of key.matchAll(DATE)) {
    let date: CivilDate | null = null
    if (m[1]) date = made(Number(m[3]), Number(m[2]), Number(m[1]))
    else if (m[4]) date = made(Number(m[4]), Number(m[5]), Number(m[6]))
    else if (m[7]) {
      date = made(Number(m[9]), Number(m[8]), Number(m[7])) ?? made(Number(m[9]), Number(m[7]), Number(m[8]))
    } else if (m[10]) date = made(Number(m[12]), monthNumber(m[11]!)!, Number(m[10]))
    else if (m[13]) date = made(Number(m[15]), Number(m[14]), Number(m[13]))
    if (date) found.push({ date, index: m.index, length: m[0].length })
  }
  return found
}

export type YearSpan = { readonly from: number | null; readonly to: number }

const SPAN =
  /(?<!\d)((?:19|20)\d{2})\s{0,2}(?:р(?:оку|ік|\.)?\s{0,2})?(?:-|по|до|та|і|\/)\s{0,2}((?:19|20)\d{2})(?!\d)/
/** «2025 рік та прогноз на 2026-2027 роки» is one span. */
const FORECAST =
  /((?:19|20)\d{2}) (?:рік|року|р\.) (?:та|і|й|з) (?:на )?прогноз\S* (?:на |до )?(?:(?:19|20)\d{2}\s?-\s?)?((?:19|20)\d{2})(?!\d)/
const UNTIL = /(?:період\s)?до\s((?:19|20)\d{2})\s{0,2}р(?:оку|\.)/
const LISTED = /(?<!\d)((?:19|20)\d{2})(?:\s?,\s?(?:19|20)\d{2})*\s?,\s?((?:19|20)\d{2})\s?р/
const SINGLE = /(?<!\d)((?:19|20)\d{2})\s{0,2}(?:-?й\s)?(?:р(?:ік|оку|оці)?(?![а-яіїєґ]))/

/** Years of a period in a folded text: `2012-2015 роки`, `до 2020 року`, `2014 рік`. */
export function findYears(key: string): YearSpan | null {
  const forecast = FORECAST.exec(key)
  if (forecast) return { from: Number(forecast[1]), to: Number(forecast[2]) }
  const span = SPAN.exec(key) ?? LISTED.exec(key)
  if (span && Number(span[1]) <= Number(span[2])) return { from: Number(span[1]), to: Number(span[2]) }
  const until = UNTIL.exec(key)
  if (until) return { from: null, to: Number(until[1]) }
  const single = SINGLE.exec(key)
  return single ? { from: Number(single[1]), to: Number(single[1]) } : null
}
