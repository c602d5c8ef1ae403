/** Small numbers as words, in the gender of what they count. */

const UK = ['', '', '', 'три', 'чотири', 'п’ять', 'шість', 'сім', 'вісім', 'дев’ять', 'десять']
const EN = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** `один`, `дві`, `п’ять`; digits above ten. */
export function wordUk(n: number, gender: 'm' | 'f'): string {
  if (n === 1) return gender === 'm' ? 'один' : 'одна'
  if (n === 2) return gender === 'm' ? 'два' : 'дві'
  return UK[n] || String(n)
}

export function wordEn(n: number): string {
  return EN[n] ?? String(n)
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
