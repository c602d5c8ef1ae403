/** A term as it is written → how often and by when the work is due. */
import type { Recurrence, RecurrenceBase, Years } from '../../../legal-time/recurrence.ts'
import { findDates, findYears, MONTH_PATTERN, monthNumber } from './text/dates.ts'
import { fold, tidy } from './text/fold.ts'
import { ROMAN_PATTERN, roman } from './text/numerals.ts'

export type { Recurrence, RecurrenceKind, Years } from '../../../legal-time/recurrence.ts'

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
const BY = /(?:^|[\s,(])(?:до|не пізніше(?: ніж)?|не пізніш як)\s/
const BY_DAY_MONTH = new RegExp(
  `(?:до|не пізніше(?: ніж)?|не пізніш як) (?:"?(\\d{1,2})"?(?:-?го)? )?(${MONTH_PATTERN})`,
)
const BY_DAY = /до (\d{1,2})(?:-?го)?(?: числа|-го числа|\s?числа)/
const DAY_MONTH = new RegExp(`(?<!\\d)(\\d{1,2})(?:-?го)? (${MONTH_PATTERN})`)
const SHORT_DAY = /(?:до|не пізніше) (\d{1,2})\.(\d{1,2})\.?(?!\d)/
const END_OF_YEAR =
  /до (?:кінця|завершення) (?:(?:поточного|бюджетного|календарного|кожного) )?(?:((?:19|20)\d{2}) )?року|кінець року/

function range(from: number, to: number): number[] {
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

type NamedDay = { readonly year: number | null; readonly month: number; readonly day: number }

const DAY_IN = new RegExp(
  `(?<!\\d)(\\d{1,2})(?:-?го)? (${MONTH_PATTERN})(?: ((?:19|20)\\d{2}))?|(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})(?:\\.((?:19|20)\\d{2}))?(?![\\d.])`,
  'g',
)
const BETWEEN_DAYS =
  /^[ ,;/]*(?:р(?:оку|ік)?\.?[ ,;]*)?(?:(?:та|і|й|а також) )?(?:до |не пізніше(?: ніж)? )?$/
const RANGE_BEGINS = /(?:^|\s)(?:з|із|від|починаючи з)\s?$/

/** Days that a term lists, two or more; none where they are the ends of a span, or words stand between them. */
function listedDays(key: string): readonly NamedDay[] {
  const found = [...key.matchAll(DAY_IN)]
  const [first] = found
  if (!first || found.length < 2 || found.length > 12 || RANGE_BEGINS.test(key.slice(0, first.index)))
    return []
  const apart = found.slice(1).every((m, i) => {
    const before = found[i]!
    return BETWEEN_DAYS.test(key.slice(before.index + before[0].length, m.index))
  })
  if (!apart) return []
  const days = found.map((m) => ({
    day: Number(m[1] ?? m[4]),
    month: m[2] ? monthNumber(m[2])! : Number(m[5]),
    year: (m[3] ?? m[6]) ? Number(m[3] ?? m[6]) : null,
  }))
  return days.every((d) => d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= 31)
    ? // «до 1 березня та 1 вересня 2026 року»: the year stands once.
      days.map((d, i) => ({ ...d, year: d.year ?? days.slice(i).find((x) => x.year !== null)?.year ?? null }))
    : []
}

/** A term that lists several days is one recurrence for each. */
function withListedDays(read: Recurrence, key: string): Recurrence {
  const days = listedDays(key)
  if (days.length < 2) return read
  const by = BY.test(key)
  const years = days.flatMap((d) => d.year ?? [])
  const period =
    years.length === days.length ? { from: Math.min(...years), to: Math.max(...years) } : read.period
  const base: RecurrenceBase = { raw: read.raw, period }
  const each = days.flatMap(({ year, month, day }): readonly Recurrence[] => {
    if (by && (read.kind === 'yearly' || read.kind === 'halfYearly'))
      return [{ ...base, kind: 'yearly', months: [], quarters: [], by: { month, day } }]
    if (read.kind === 'by') return [{ ...base, kind: 'by', year, month, day }]
    return read.kind === 'once' ? [{ ...base, kind: 'once', year, quarters: [], months: [month], day }] : []
  })
  const [one, ...also] = each
  return one === undefined ? read : { ...one, also }
}

const YEAR = '(?:19|20)\\d{2}'
/** «до 1 червня 2024, 2025, 2026 років», «вересень 2024-2026 років»: one time in each of several years. */
const IN_YEARS = new RegExp(
  `^(.*?[^\\d\\s.-][ ,]*)(${YEAR}(?:(?:\\s?,\\s?| та | і | й )${YEAR})+|${YEAR}\\s?-\\s?${YEAR})(?: ?р(?:оки|оків|оках|р)?\\.?)?$`,
)

/** Times that differ in their years only, or that commas part and each of which names its own year. */
function severalTimes(raw: string, key: string): Recurrence | null {
  const spread = IN_YEARS.exec(key)
  const head = spread?.[1] ?? ''
  const years = (spread?.[2]?.match(new RegExp(YEAR, 'g')) ?? []).map(Number)
  const [from = 0, to = 0] = years
  const isSpan = /-/.test(spread?.[2] ?? '')
  const parts = spread
    ? (isSpan ? range(from, to) : years).map((y) => `${head}${y} року`)
    : key.split(/[,;]\s?(?=\D)|\s(?:та|і|й)\s/)
  if (parts.length < 2 || parts.length > 12 || (isSpan && (to <= from || to - from > 11))) return null
  const read = parts.map((part) => readRhythm(raw, part))
  const named = read.flatMap((r) => (r.kind === 'once' && r.year !== null ? [r.year] : []))
  // «2023 рік, 2025 рік»; years that follow on one another are a span.
  const apart =
    !spread &&
    named.length === parts.length &&
    parts.every((part) => /\d{4} ?р/.test(part)) &&
    named.some((y, i) => i > 0 && y - named[i - 1]! > 1)
  const dated = read.every(
    (r) =>
      apart ||
      (r.kind === 'by' && r.year !== null && r.month !== null) ||
      (r.kind === 'once' && r.year !== null && r.months.length + r.quarters.length > 0),
  )
  const [one, ...also] = read
  return dated && one ? { ...one, also } : null
}

/** «до 01.03.2013, далі – постійно»: first one time, then another. */
const AND_THEN = /^(.+?)[,;]? (?:далі|надалі|потім|в подальшому|у подальшому) ?[-–—:]? ?(.+)$/

/** The reading of a term; never throws. */
export function readTerm(source: string | null): Recurrence {
  const raw = tidy(source ?? '')
  const key = fold(raw.slice(0, 400)).replace(/[.;,]+$/, '')
  const [, first, then] = AND_THEN.exec(key) ?? []
  if (first !== undefined && then !== undefined) {
    const [one, next] = [readRhythm(raw, first.replace(/[,;]$/, '')), readRhythm(raw, then)]
    const known = [one, next].every((r) => r.kind !== 'unrecognised' && r.kind !== 'none')
    if (known) return { ...one, also: [next] }
  }
  return severalTimes(raw, key) ?? withListedDays(readRhythm(raw, key), key)
}

function readRhythm(raw: string, key: string): Recurrence {
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

const RHYTHM = [YEARLY, HALF_YEARLY, QUARTERLY, MONTHLY, WEEKLY, DAILY, CONTINUOUS]
const STARTS =
  /^(?:пості[йи]?н|щокварт|щоквтар|щоріч|щороку|щомісяц|щомісяч|щоден|щодня|щотиж|щопівр|протягом|впродовж|упродовж|на протязі|до \d|до кінця|до (?:січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд)|не пізніше|не рідше|раз |двічі|один раз|одноразов|\d раз|за потреб|за необхідн|(?:у|в) разі|по мірі|в міру|у міру|за мірою|згідно |відповідно до (?:план|графік|потреб)|за окрем|за графік|за планом|систематичн|регулярн|періодичн|весь період|увесь період|на період|кожн|\d{4}|(?:i|і|v|\d|\(|"|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд)|з \d|з (?:січ|лют|берез)|безстроков|терміново|термін|строк)/

/** Whether a whole line is nothing but a term: short, begins as terms begin, and is understood. */
export function looksLikeTerm(text: string): boolean {
  const t = tidy(text)
  if (t.length > 90 || t.length < 4) return false
  const key = fold(t).replace(/^[-(\s]+/, '')
  if (!STARTS.test(key)) return false
  const read = readTerm(t)
  if (read.kind === 'unrecognised' || read.kind === 'none') return false
  const words = key.split(' ').length
  const rhythm = RHYTHM.some((r) => r.test(key))
  return (
    words <= (rhythm ? 9 : 7) &&
    !/(?:ити|ати|ювати|увати|яти|ення|ання) /.test(`${key.split(' ').slice(0, 2).join(' ')} `)
  )
}
