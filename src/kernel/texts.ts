/** Words by rule: plurals, dates, figures and sorting for the two languages of the house. */
import { CITY_ZONE, type CivilDate, isoDate, type Quarter, type Temporal } from './civil-date.ts'
import type { Kopiykas } from './money.ts'

export type Locale = 'uk' | 'en'
export const LOCALES: readonly Locale[] = ['uk', 'en']

/** A module's texts in both languages; `Texts<typeof uk>` makes the English one complete or not compile. */
export type Bilingual<T> = { readonly [L in Locale]: T }

/** `1 захід, 2 заходи, 5 заходів`, by CLDR's rules. Gives the word only; the figure is the caller's. */
export function pluralUk(n: number, one: string, few: string, many: string): string {
  const whole = Math.abs(n)
  if (!Number.isInteger(whole)) return few
  const [tens, units] = [whole % 100, whole % 10]
  if (tens > 10 && tens < 20) return many
  return units === 1 ? one : units > 1 && units < 5 ? few : many
}

export function pluralEn(n: number, one: string, other: string): string {
  return Math.abs(n) === 1 ? one : other
}

/** `січня`, as it stands after a day. */
export const MONTHS_GENITIVE_UK = [
  'січня',
  'лютого',
  'березня',
  'квітня',
  'травня',
  'червня',
  'липня',
  'серпня',
  'вересня',
  'жовтня',
  'листопада',
  'грудня',
]
/** `січень`, as it stands alone. */
export const MONTHS_UK = [
  'січень',
  'лютий',
  'березень',
  'квітень',
  'травень',
  'червень',
  'липень',
  'серпень',
  'вересень',
  'жовтень',
  'листопад',
  'грудень',
]
const WEEKDAYS_UK = ['понеділок', 'вівторок', 'середа', 'четвер', 'п’ятниця', 'субота', 'неділя']
export const MONTHS_EN = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** `6 квітня 2026 року` / `6 April 2026`. */
export function longDate(locale: Locale, d: CivilDate): string {
  return locale === 'uk'
    ? `${d.day} ${MONTHS_GENITIVE_UK[d.month - 1]} ${d.year} року`
    : `${d.day} ${MONTHS_EN[d.month - 1]} ${d.year}`
}

/** `6 квітня` / `6 April`. */
export function dayMonth(locale: Locale, d: CivilDate): string {
  return locale === 'uk'
    ? `${d.day} ${MONTHS_GENITIVE_UK[d.month - 1]}`
    : `${d.day} ${MONTHS_EN[d.month - 1]}`
}

/** `06.04.2026` / `2026-04-06`. */
export function shortDate(locale: Locale, d: CivilDate): string {
  const iso = isoDate(d)
  return locale === 'uk' ? `${iso.slice(-2)}.${iso.slice(-5, -3)}.${d.year}` : iso
}

/** `24.11.2026, 14:05` / `2026-11-24, 14:05`, in the city's time. */
export function moment(locale: Locale, at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(CITY_ZONE)
  return `${shortDate(locale, local.toPlainDate())}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** `понеділок` / `Monday`. */
export function weekday(locale: Locale, d: CivilDate): string {
  return (locale === 'uk' ? WEEKDAYS_UK : WEEKDAYS_EN)[d.dayOfWeek - 1]!
}

export const ROMAN = ['', 'I', 'II', 'III', 'IV'] as const

/** `III квартал 2026 року` / `Q3 2026`. */
export function quarterName(locale: Locale, q: Quarter): string {
  return locale === 'uk' ? `${ROMAN[q.quarter]} квартал ${q.year} року` : `Q${q.quarter} ${q.year}`
}

const figures: Bilingual<Intl.NumberFormat> = {
  uk: new Intl.NumberFormat('uk-UA'),
  en: new Intl.NumberFormat('en-GB'),
}

export function figure(locale: Locale, n: number): string {
  if (n >= 0 && n < 1_000 && Number.isInteger(n)) return String(n)
  return figures[locale].format(n)
}

const sums = {
  uk: [sumFormat('uk-UA', 0), sumFormat('uk-UA', 2)],
  en: [sumFormat('en-GB', 0), sumFormat('en-GB', 2)],
} as const

function sumFormat(language: string, digits: number): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** `15 000 грн`, `9 840,50 грн` / `UAH 15,000`. Kopiykas are shown only where there are some. */
export function money(locale: Locale, amount: Kopiykas): string {
  const n = sums[locale][amount % 100 === 0 ? 0 : 1].format(amount / 100)
  return locale === 'uk' ? `${n} грн` : `UAH ${n}`
}

const collators: Bilingual<Intl.Collator> = {
  uk: new Intl.Collator('uk', { numeric: true }),
  en: new Intl.Collator('en', { numeric: true }),
}

/** Alphabetical by the language's own rules, `4.2` before `4.10`. */
export function compareTexts(locale: Locale, a: string, b: string): number {
  return collators[locale].compare(a, b)
}
