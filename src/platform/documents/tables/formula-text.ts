/**
 * A text that a spreadsheet would take for a formula is written with an apostrophe before it (OWASP, CSV
 * Injection). Full-width signs count, as some locales read them as the plain ones; so do leading blanks,
 * which some readers strip. A text that already begins with apostrophes gets one more, so that reading back
 * gives exactly what was written.
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u

export function neutralised(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

export function restored(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text
}
