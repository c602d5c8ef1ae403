/** A term as it is written → how often and by when the work is due. */
import type { Recurrence, RecurrenceBase } from '../../../legal-time/recurrence.ts'
import { BY, RHYTHM, range, readRhythm } from './rhythm.ts'
import { MONTH_PATTERN, monthNumber } from './text/dates.ts'
import { fold, tidy } from './text/fold.ts'

export type { Recurrence, RecurrenceKind, Years } from '../../../legal-time/recurrence.ts'

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
