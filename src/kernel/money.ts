/** Money is a whole number of kopiykas. */
export type Kopiykas = number & { readonly __unit: 'kopiykas' }

export const ZERO = 0 as Kopiykas

export function kopiykas(amount: number): Kopiykas {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of kopiykas: ${amount}`)
  return amount as Kopiykas
}

export function sum(amounts: readonly Kopiykas[]): Kopiykas {
  return kopiykas(amounts.reduce<number>((total, one) => total + one, 0))
}

/** Decimal number of hryvnias for JSON: exact to the kopiyka for every sum below 90 trillion. */
export function toHryvnias(amount: Kopiykas): number {
  return amount / 100
}

/**
 * Reads `15 000`, `15000,50`, `15 000.5`, `1.234,56`, `1.234.567` as hryvnias. `null` for anything else: for parts of
 * a kopiyka, and for `123.456`, which may be thousands or thousandths. Dashes are not zero here: what "nothing" is,
 * the caller's form says.
 */
export function parseHryvnias(text: string): Kopiykas | null {
  const t = text
    .trim()
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/(грн|₴)\.?$/i, '')
  const m = /^(-?)(\d{1,3}(?:\.\d{3})+(?=,|$)|\d+)(?:[.,](\d{1,2}))?$/.exec(t)
  if (!m || /^-?\d{1,3}\.\d{3}$/.test(t)) return null
  const whole = Number(m[2]!.replaceAll('.', ''))
  const cents = Number((m[3] ?? '').padEnd(2, '0'))
  const amount = (whole * 100 + cents) * (m[1] ? -1 : 1)
  return Number.isSafeInteger(amount) ? (amount as Kopiykas) : null
}
