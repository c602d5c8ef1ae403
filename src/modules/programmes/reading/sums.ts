/** Several sums in one text: by years, by sources, with their total. */
import { type Kopiykas, kopiykas } from '../../../kernel/money.ts'
import { findSum, type MoneyUnit, parseAmount, plainNumber, type Total, unitIn } from './money.ts'
import { fold, tidy } from './text/fold.ts'

/** Values are read by their beginning. */
const LONGEST = 4000
const YEAR_SUM =
  /(?<!\d)((?:19|20)\d{2})\s?(?:р(?:ік|оку|оці|\.)?)?(?:\s?[-:]\s?|(?<=р(?:ік|оку|оці))\s(?=[\d ’.,]+(?:тис|млн|грн|гривень)))(\d{1,3}(?:[ ’]\d{3})+(?:[.,]\d{1,6})?|\d+(?:[.,]\d{1,6})?)(?![\d.]*\d)\s?((?:тис|млн|мільйон)\S*(?:\s?грн)?|грн|гривень)?/g

export type YearSum = {
  readonly year: number
  readonly amount: number
  readonly unit: MoneyUnit
  readonly uah: Kopiykas
}

/** `2026 рік – 150 тис. грн; 2027 рік – 180 тис. грн`; spans of years are no sums. */
export function yearSums(text: string, unit: MoneyUnit | null): readonly YearSum[] {
  return [...fold(text.slice(0, LONGEST)).matchAll(YEAR_SUM)].flatMap((m) => {
    const own = (m[3] ? unitIn(m[3]) : null) ?? unit
    if (own === null || (!m[3] && /^(?:19|20)\d{2}$/.test(m[2]!))) return []
    const uah = parseAmount(m[2]!, own)
    const amount = plainNumber(m[2]!)
    return uah === null || amount === null ? [] : [{ year: Number(m[1]), amount, unit: own, uah }]
  })
}

const WHOLE = /всього|усього|разом|загалом/g

/** The total that a text gives: what it calls the whole, else the sum of its years, else its first sum. */
export function findTotal(source: string, given: MoneyUnit | null): Total | null {
  const text = source.slice(0, LONGEST)
  const key = fold(text)
  const unit = given ?? unitIn(key)
  const first = findSum(text, given)
  const years = yearSums(text, unit)
  if (years.length < 2) return first
  for (const m of [...key.matchAll(WHOLE)].reverse()) {
    const rest = key.slice(m.index + m[0].length).replace(/^[^\d]{0,40}/, '')
    if (/^(?:19|20)\d{2}(?!\d|\s\d{3})/.test(rest)) continue
    const sum = findSum(rest, unit)
    if (sum) return sum
  }
  const startsWithYears = /^[^\d]*(?:19|20)\d{2}/.test(key)
  if (!startsWithYears && first) return first
  const uah = kopiykas(years.reduce((s, y) => s + y.uah, 0))
  return { amount: years.reduce((s, y) => s + y.amount, 0), unit: years[0]!.unit, uah }
}

const SOURCE = /бюджет|кошт|джерел|спонсор|грант|субвенц|донор|інвестиц/
const PART =
  /^([^\d]{3,80}?)[\s–—:-]+(\d{1,3}(?:[  ]\d{3})+(?:[.,]\d{1,6})?|\d+(?:[.,]\d{1,6})?)\s?((?:тис|млн|мільйон)\S*(?:\s?грн\.?)?|грн\.?|гривень)?\.?$/u

/** «200,0 тис. грн, місцевий бюджет», «60 тис. грн з районного бюджету», «10 тис. грн (спонсори)» */
const TURNED =
  /^(\d{1,3}(?:[  ]\d{3})+(?:[.,]\d{1,6})?|\d+(?:[.,]\d{1,6})?)\s?((?:тис|млн|мільйон)\S*\s?грн\.?|грн\.?|гривень)[,\s(]+(?:(?:з|із|зі|за рахунок)\s+)?([^()\d]{4,80})\)?\.?$/u

export type SourceSum = { readonly source: string; readonly uah: Kopiykas }

/** `місцевий бюджет – 150,0 тис. грн, інші джерела – 50,0 тис. грн`; null for texts that are not wholly so. */
export function sourceSums(text: string, unit: MoneyUnit): readonly SourceSum[] | null {
  const turned = TURNED.exec(tidy(text))
  if (turned && SOURCE.test(fold(turned[3]!))) {
    const uah = parseAmount(turned[1]!, unitIn(turned[2]!) ?? unit)
    return uah === null ? null : [{ source: turned[3]!.trim(), uah }]
  }
  const parts = tidy(text).split(/[;,]\s+/)
  if (parts.length > 12) return null
  const out: SourceSum[] = []
  for (const part of parts) {
    const m = PART.exec(part)
    if (!m || !SOURCE.test(fold(m[1]!))) return null
    const uah = parseAmount(m[2]!, (m[3] ? unitIn(m[3]) : null) ?? unit)
    if (uah === null) return null
    out.push({ source: m[1]!.trim(), uah })
  }
  return out
}
