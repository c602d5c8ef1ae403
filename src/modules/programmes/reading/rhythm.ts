/** One written time or rhythm → a recurrence. A term may name several of them, see `recurrence.ts`. */
import type { Recurrence, RecurrenceBase, Years } from '../../../legal-time/recurrence.ts'
import { findDates, findYears, MONTH_PATTERN, monthNumber } from './text/dates.ts'
import { ROMAN_PATTERN, roman } from './text/numerals.ts'

const YEARLY =
  /щорічн|щороку|щорoку|(?:кожн(?:ого|ий|ому)|кожен) р[оі]к|раз(?:у|ів)? (?:на|в|у) рік|(?:один|одного) раз(?:у)? (?:на|в|у) рік|щорчн|кожного року/
/** «Раз на 2 роки», «один раз у три роки», «кожні два роки». */
const EVERY_YEARS =
  /(?:раз(?:у|ів)?(?: на| в| у)|кожн[іих]{1,2}) (\d|два|двох|три|трьох|чотири|чотирьох|п’ять|п’яти) (?:рок(?:и|ів|ах)|рік)/
const SO_MANY: Readonly<Record<string, number>> = {
  два: 2,
  двох: 2,
  три: 3,
  трьох: 3,
  чотири: 4,
  чотирьох: 4,
  'п’ять': 5,
  'п’яти': 5,
}
const HALF_YEARLY =
  /щопівр|(?:раз(?:у|и)? )?(?:на|в|у|кожне|за) ?півріччя|двічі (?:на|в|у) рік|(?:2|два) рази? (?:на|в|у) рік|раз(?:у)? (?:на|в|у) (?:півроку|пів року|6 місяців|шість місяців)|кожні (?:півроку|пів року)/
const QUARTERLY =
  /щокварт|щоквтар|поквартальн|(?:раз(?:у|и)?|двічі) (?:на|в|у) квартал|кожн(?:ого|ий|ому) кварт|(?:4|чотири) рази (?:на|в|у) рік|раз(?:у)? (?:на|в|у) (?:3|три) місяці/
const MONTHLY = /щомісяц|щомісяч|щомісячно|(?:раз(?:у|и|ів)?|двічі) (?:на|в|у) місяць|кожн(?:ого|ий) місяц/
const WEEKLY =
  /щотиж|раз(?:у|и|ів)? (?:на|в|у) тиждень|кожн(?:ого|ий) тиж|щоп’ятниц|щопонеділ|щосеред|щочетверг|щовівтор/
const DAILY = /щоден|щодня|щодоб|кожн(?:ого|ий) д(?:ня|ень)|цілодобов/
const CONTINUOUS =
  /пості[йи]?н|систематичн|безперервн|безстроков|(?:протягом|впродовж|упродовж|на протязі|продовж) (?:усього |всього )?(?:року|років|періоду|терміну|строку|дії|звітного|кожного|поточного|навчального|календарного|бюджетного)|(?:весь|увесь|на) період|(?:під час|на час) дії|регулярно|поточно|строк дії програми|(?:термін|строк|період)у? (?:дії|реалізації|виконання) програми/
const ON_DEMAND =
  /(?:у|в) разі (?:потреби|необхідн|надходж|звернен|виник|наявн)|за (?:потреб|необхідн|зверненн|заяв|запит|умов|наявн|рішенн|погоджен|домовлен)|(?:по|у|в|за) мір[іуи]|за (?:окрем|затверджен|відповідн)\S* (?:план|графік|рішен|розпорядж)|(?:згідно|відповідно) (?:з |із |до |зі )?(?:\S+ )?(?:план|графік|потреб|кошторис|календар|рішен|законодав|вимог|термін|строк|заяв|розпоряд)|при (?:потреб|необхідн|надходж)|за графіком|за планом|по потребі|по необхідн|на запит|періодично|до (?:державних )?свят|до дня|до (?:завершення|закінчення|виконання)/
const ABSENT = /^[-.*_/\s]*$|^(?:не (?:визначен|вказан|зазначен|встановлен)\S*|немає|відсутн\S*|н\/д)$/
const DURING = /протягом|впродовж|упродовж|на протязі|продовж/
const QUARTER = new RegExp(
  `(?<![а-яіїєґa-z\\d])(${ROMAN_PATTERN}|[1-4])(?:-?(?:й|го|ий|му))?\\s?(?:(-|,|та|і|і з)\\s?(${ROMAN_PATTERN}|[1-4])(?:-?(?:й|го|ий|му))?)?\\s?(?:кварт|кв\\.)`,
)
const HALF = new RegExp(
  `(?<![а-яіїєґa-z\\d])(${ROMAN_PATTERN}|[12]|перше|друге|першого|другого|першому|другому)\\s?(?:-?(?:е|го|ше|ге))?\\s?півр`,
)
const MONTH = new RegExp(MONTH_PATTERN, 'g')
const MONTH_RANGE = new RegExp(`(${MONTH_PATTERN})\\s?-\\s?(${MONTH_PATTERN})`)
export const BY = /(?:^|[\s,(])(?:до|не пізніше(?: ніж)?|не пізніш як)\s/
const BY_DAY_MONTH = new RegExp(
  `(?:до|не пізніше(?: ніж)?|не пізніш як) (?:"?(\\d{1,2})"?(?:-?го)? )?(${MONTH_PATTERN})`,
)
const BY_DAY = /до (\d{1,2})(?:-?го)?(?: числа|-го числа|\s?числа)/
const DAY_MONTH = new RegExp(`(?<!\\d)(\\d{1,2})(?:-?го)? (${MONTH_PATTERN})`)
const SHORT_DAY = /(?:до|не пізніше) (\d{1,2})\.(\d{1,2})\.?(?!\d)/
const END_OF_YEAR =
  /до (?:кінця|завершення) (?:(?:поточного|бюджетного|календарного|кожного) )?(?:((?:19|20)\d{2}) )?року|кінець року/

/** Whole numbers from one to another; the two where they go back. */
export function range(from: number, to: number): number[] {
  return from <= to ? Array.from({ length: to - from + 1 }, (_, i) => from + i) : [from, to]
}

const ORDINAL_QUARTER = /(?<![а-яіїєґ])(перш|друг|трет|четверт)\S{1,3} кварт/
const ORDINALS = ['перш', 'друг', 'трет', 'четверт']

function quartersIn(whole: string): readonly number[] {
  const ordinal = ORDINAL_QUARTER.exec(whole)?.[1]
  if (ordinal) return [ORDINALS.indexOf(ordinal) + 1]
  // The preposition of «у IV кварталі» is no letter of the number.
  const key = whole.replace(/(?<![а-яіїєґa-z])[ув] (?=[ivіхx\d])/g, '')
  const m = QUARTER.exec(key)
  if (!m) return []
  const value = (t: string) => (/^\d$/.test(t) ? Number(t) : roman(t))
  const first = value(m[1]!)
  const second = m[3] ? value(m[3]) : null
  if (first === null || first < 1 || first > 4) return []
  if (second === null || second < 1 || second > 4) return [first]
  return m[2] === '-' ? range(first, second) : [first, second]
}

function halfIn(key: string): readonly number[] {
  const m = HALF.exec(key)
  if (!m) return []
  const first = /^(?:1|перш)/.test(m[1]!) || roman(m[1]!) === 1
  return first ? [1, 2] : [3, 4]
}

function monthsIn(key: string): readonly number[] {
  const m = MONTH_RANGE.exec(key)
  if (m) return range(monthNumber(m[1]!)!, monthNumber(m[2]!)!)
  return [...key.matchAll(MONTH)].map((x) => monthNumber(x[0])!)
}

function deadlineIn(key: string): { month: number; day: number | null } | null {
  if (END_OF_YEAR.test(key)) return { month: 12, day: 31 }
  const short = SHORT_DAY.exec(key)
  if (short && Number(short[2]) >= 1 && Number(short[2]) <= 12)
    return { month: Number(short[2]), day: Number(short[1]) }
  const m = BY_DAY_MONTH.exec(key)
  return m ? { month: monthNumber(m[2]!)!, day: m[1] ? Number(m[1]) : null } : null
}

/** `І квартал 2025`: the one year of a term, without the word for it. */
function onlyYear(key: string): Years | null {
  if (!/^\d{4}$|[а-яіїєґivx]/.test(key)) return null
  const years = key.match(/(?<![\d.])(?:19|20)\d{2}(?![\d.])/g) ?? []
  return years.length === 1 ? { from: Number(years[0]), to: Number(years[0]) } : null
}

export function readRhythm(raw: string, key: string): Recurrence {
  const span = findYears(key)
  const bare = span ?? onlyYear(key)
  const period: Years | null = bare && { from: bare.from, to: bare.to }
  const base: RecurrenceBase = { raw, period }
  if (ABSENT.test(key)) return { ...base, kind: 'none' }

  const byDay = BY_DAY.exec(key)?.[1]
  const months = monthsIn(key)
  const quarters = [...quartersIn(key), ...halfIn(key)]
  if (DAILY.test(key)) return { ...base, kind: 'daily' }
  if (WEEKLY.test(key)) return { ...base, kind: 'weekly' }
  if (MONTHLY.test(key)) return { ...base, kind: 'monthly', byDay: byDay ? Number(byDay) : null }
  if (QUARTERLY.test(key)) {
    const times = /(?:двічі|(?:2|два) рази) (?:на|в|у) кварт/.test(key) ? 2 : 1
    return { ...base, kind: 'quarterly', byDay: byDay ? Number(byDay) : null, times }
  }
  const soMany = EVERY_YEARS.exec(key)?.[1]
  const everyYears = soMany === undefined ? 1 : (SO_MANY[soMany] ?? Number(soMany))
  if (everyYears > 1) {
    const by = BY.test(key) ? deadlineIn(key) : null
    return { ...base, kind: 'yearly', months: by ? [] : months, quarters, by, everyYears }
  }
  if (HALF_YEARLY.test(key)) return { ...base, kind: 'halfYearly', months }
  if (YEARLY.test(key)) {
    const by = BY.test(key) ? deadlineIn(key) : null
    return { ...base, kind: 'yearly', months: by ? [] : months, quarters, by }
  }
  return named(key, base, months, quarters)
}

/** A term that names a time rather than a rhythm. */
function named(
  key: string,
  base: RecurrenceBase,
  months: readonly number[],
  quarters: readonly number[],
): Recurrence {
  const period = base.period
  const single = period && period.from === period.to ? period.to : null
  const by = BY.test(key)
  const dates = findDates(key).map((d) => d.date)
  const [date, until] = dates
  if (date && until && dates.length === 2 && /^(?:з|із|від|починаючи з) /.test(key)) {
    const isWhole = date.year < until.year || until.month - date.month === 11
    return isWhole
      ? {
          ...base,
          period: { from: date.year, to: until.year },
          kind: 'years',
          from: date.year,
          to: until.year,
        }
      : {
          ...base,
          kind: 'once',
          year: date.year,
          quarters: [],
          months: range(date.month, until.month),
          day: null,
        }
  }
  if (by && date) return { ...base, kind: 'by', year: date.year, month: date.month, day: date.day }
  const deadline = by ? deadlineIn(key) : null
  if (deadline) return { ...base, kind: 'by', year: single ?? period?.to ?? null, ...deadline }
  if (quarters.length > 0) {
    return { ...base, kind: 'once', year: single, quarters, months: [], day: null }
  }
  if (date)
    return { ...base, kind: 'once', year: date.year, quarters: [], months: [date.month], day: date.day }
  if (months.length > 0) {
    const day = DAY_MONTH.exec(key)
    return { ...base, kind: 'once', year: single, quarters: [], months, day: day ? Number(day[1]) : null }
  }
  if (period) {
    const to = period.to
    if (by && (period.from === null || single !== null) && !DURING.test(key)) {
      return { ...base, kind: 'by', year: to, month: null, day: null }
    }
    if (period.from === null) return { ...base, kind: 'by', year: to, month: null, day: null }
    if (CONTINUOUS.test(key) && !DURING.test(key)) return { ...base, kind: 'continuous' }
    if (single !== null && !DURING.test(key)) {
      return { ...base, kind: 'once', year: single, quarters: [], months: [], day: null }
    }
    return { ...base, kind: 'years', from: period.from, to }
  }
  if (CONTINUOUS.test(key)) return { ...base, kind: 'continuous' }
  if (ON_DEMAND.test(key)) return { ...base, kind: 'onDemand' }
  return { ...base, kind: 'unrecognised' }
}

/** What says how often. */
export const RHYTHM = [YEARLY, HALF_YEARLY, QUARTERLY, MONTHLY, WEEKLY, DAILY, CONTINUOUS]
