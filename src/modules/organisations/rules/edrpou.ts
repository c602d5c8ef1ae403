/** Codes of legal entities (ЄДРПОУ): eight digits kept as text, the last of them a check digit. */

const LOW = [1, 2, 3, 4, 5, 6, 7] as const
const MIDDLE = [7, 1, 2, 3, 4, 5, 6] as const

/**
 * Whether the last digit follows from the others. Codes that fail exist (old and technical ones), so this warns and
 * never refuses.
 */
export function checkDigitFits(code: string): boolean {
  if (!/^\d{8}$/.test(code)) return false
  const digits = [...code].map(Number)
  const weights = Number(code) > 30_000_000 && Number(code) < 60_000_000 ? MIDDLE : LOW
  const sum = (more: number) => weights.reduce((n, w, i) => n + (w + more) * digits[i]!, 0) % 11
  const first = sum(0)
  return digits[7] === (first < 10 ? first : sum(2) % 10)
}

/** A spreadsheet that took a code for a number loses its leading zeros; put back only where the check digit agrees. */
export function withLeadingZeros(text: string): string {
  const padded = text.padStart(8, '0')
  return /^\d{5,7}$/.test(text) && checkDigitFits(padded) ? padded : text
}

/** Ten digits are a person's tax number: it is not kept. */
export function isPersonCode(text: string): boolean {
  return /^\d{10}$/.test(text.replace(/\s/g, ''))
}
