/** Sums as written → kopiykas. */
import { type Kopiykas, kopiykas } from '../../../kernel/money.ts'
import { fold } from './text/fold.ts'

export type MoneyUnit = 'грн' | 'тис. грн' | 'млн грн'

const FACTOR: Readonly<Record<MoneyUnit, number>> = { грн: 100, 'тис. грн': 100_000, 'млн грн': 100_000_000 }

const UNIT =
  /(?:(тис)\S{0,5}|(млн)\.?|(?:(мільйон)\S{0,3}))?\s{0,2}(?:\(?грн|гривень|гривні|гривня|гривен|₴|uah)|(тис)\.?(?![а-яіїєґ])|(тисяч)|(млн)(?![а-яіїєґ])/

/** The unit that a text names; null when it names none. */
export function unitIn(text: string): MoneyUnit | null {
  const m = UNIT.exec(fold(text))
  if (!m) return null
  if (m[1] || m[4] || m[5]) return 'тис. грн'
  if (m[2] || m[3] || m[6]) return 'млн грн'
  return 'грн'
}

const NUMBER = /(?<![\d.,])(?:\d{1,3}(?:[ ’]\d{3})+|\d+)(?:[.,]\d{1,6})?(?![\d])/g
const DOTTED_THOUSANDS = /^\d{1,3}(?:\.\d{3}){2,}(?:,\d{1,2})?$/

/** A number with spaces or apostrophes in its thousands and a decimal comma or point, in the given unit. */
export function parseAmount(text: string, unit: MoneyUnit): Kopiykas | null {
  const t = fold(text).replace(/[ ’]/g, '')
  const plain = DOTTED_THOUSANDS.test(t) ? t.replaceAll('.', '') : t
  const m = /^(\d{1,15})(?:[.,](\d{1,6}))?$/.exec(plain)
  if (!m) return null
  const value = Math.round(Number(`${m[1]}.${m[2] ?? '0'}`) * FACTOR[unit])
  return Number.isSafeInteger(value) ? kopiykas(value) : null
}

/** Decimal number as written, without its unit: `1 234,5` → 1234.5. */
export function plainNumber(text: string): number | null {
  const t = fold(text).replace(/[ ’]/g, '').replace(',', '.')
  return /^\d{1,15}(?:\.\d{1,6})?$/.test(t) ? Number(t) : null
}

const NOTHING =
  /^(?:[-–—_.\s]*|0(?:[.,]0+)?|х|не (?:потребує|потребують|передбач)[^\d]*|без (?:фінансування|фінансових|додаткових)[^\d]*|фінансування не[^\d]*)$/
const WITHIN_BUDGET =
  /(?:в|у) межах|за рахунок|відповідно до (?:кошторис|бюджет)|згідно (?:з |із )?(?:кошторис|бюджет|рішен)|за потреб|в разі|кошторис/

export type CellMoney =
  | {
      readonly kind: 'sum'
      readonly amount: Kopiykas
      readonly number: number
      readonly unit: MoneyUnit | null
    }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'words'; readonly text: string }

/** What a cell of a money column says; null when it is no money at all. `unit` is the column's own. */
export function readMoneyCell(text: string, unit: MoneyUnit): CellMoney | null {
  const key = fold(text)
  if (NOTHING.test(key)) return { kind: 'nothing' }
  const own = unitIn(key)
  const bare = key
    .replace(/(?:тис\S{0,5}|млн\.?|мільйон\S*)?\s?(?:грн\.?|гривень|гривні|₴)|тис\.?|млн\.?/g, '')
    .replace(/[;.,\s]+$/, '')
    .trim()
  const number =
    plainNumber(bare) ??
    (DOTTED_THOUSANDS.test(bare) ? Number(bare.replaceAll('.', '').replace(',', '.')) : null)
  if (number !== null) {
    const amount = parseAmount(bare, own ?? unit)
    return amount === null ? null : { kind: 'sum', amount, number, unit: own }
  }
  return WITHIN_BUDGET.test(key) ? { kind: 'words', text } : null
}

/** `2024 – 20,0`, `2025 рік: 10 тис. грн`, `Всього – 60,0`: a sum with its year in one text; null for other texts. */
export function readYearSum(
  text: string,
  unit: MoneyUnit,
): { readonly year: number | null; readonly amount: Kopiykas } | null {
  const m =
    /^(?:(?:у |в )?((?:19|20)\d{2})(?: ?р(?:ік|оку|оці|\.)?)?|(всього|усього|разом))\s?[-:]\s?(.+)$/.exec(
      fold(text),
    )
  if (!m) return null
  const cell = readMoneyCell(m[3]!, unit)
  if (cell?.kind !== 'sum' || (cell.unit === null && /^(?:19|20)\d{2}$/.test(m[3]!.trim()))) return null
  return { year: m[1] ? Number(m[1]) : null, amount: cell.amount }
}

export function inUnit(uah: Kopiykas, unit: MoneyUnit): number {
  return uah / FACTOR[unit]
}

export type Total = { readonly amount: number; readonly unit: MoneyUnit; readonly uah: Kopiykas }

/**
 * The first sum in running text that has a unit, or else, with `unit` given, the first number.
 * Years, shares and numbers of items are no sums.
 */
export function findSum(text: string, unit: MoneyUnit | null): Total | null {
  const key = fold(text)
  for (const m of key.matchAll(NUMBER)) {
    const after = key
      .slice(m.index + m[0].length, m.index + m[0].length + 140)
      .replace(/^\s?\([^)\d]{4,100}\)/, '')
      .slice(0, 24)
    const named = /^\s{0,2}\(?[^\d]{0,0}(?:тис|млн|мільйон|грн|гривень|₴)/.test(after) ? unitIn(after) : null
    const own = named ?? unit
    if (own === null || /^\s?(?:р(?:ік|оки|оку|оці|\.)|%|-)/.test(after)) continue
    if (!named && /^(?:19|20)\d{2}$/.test(m[0])) continue
    const amount = parseAmount(m[0], own)
    const number = plainNumber(m[0])
    // «2 млн 758 тис. грн» is one sum.
    const thousands =
      own === 'млн грн' ? /^\s?(?:млн|мільйон)\S*\s(\d{1,3})\s?тис/.exec(after)?.[1] : undefined
    if (thousands !== undefined && number !== null) {
      const whole = parseAmount(`${number * 1000 + Number(thousands)}`, 'тис. грн')
      if (whole !== null) return { amount: number * 1000 + Number(thousands), unit: 'тис. грн', uah: whole }
    }
    if (amount !== null && number !== null) return { amount: number, unit: own, uah: amount }
  }
  return null
}
