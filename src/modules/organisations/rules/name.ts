/** When two spellings are one name, and the form by which names are searched. */

const APOSTROPHES = /['’ʼ‘`´′ʹ]/g
const NOT_WORD = /[^\p{L}\p{N}]+/gu
/** Letters that slips make of one another, and Latin ones that look the same. */
const SLIPS: Readonly<Record<string, string>> = {
  ї: 'і',
  й: 'и',
  ґ: 'г',
  є: 'е',
  ё: 'е',
  ы: 'и',
  э: 'е',
  i: 'і',
  a: 'а',
  e: 'е',
  o: 'о',
  p: 'р',
  c: 'с',
  x: 'х',
  y: 'у',
}
const CYRILLIC = /\p{Script=Cyrillic}/u

/**
 * Lower case, no apostrophes, quotes or other marks, one space between words; і/ї, г/ґ, и/й, е/є made one, and Latin
 * letters inside a Cyrillic word taken for the Cyrillic ones that look the same.
 */
export function searchForm(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('uk')
    .replace(APOSTROPHES, '')
    .replace(NOT_WORD, ' ')
    .trim()
    .split(' ')
    .map((word) => (CYRILLIC.test(word) ? [...word].map((c) => SLIPS[c] ?? c).join('') : word))
    .join(' ')
}

/** Words of a query, each once, at most eight: every one must stand in the name, in any order. */
export function searchWords(text: string): readonly string[] {
  return [...new Set(searchForm(text).split(' '))].filter((word) => word !== '').slice(0, 8)
}

/** What a list is searched by: all names, the code, the territory. */
export function searchText(parts: readonly (string | null)[]): string {
  const words = parts.flatMap((part) => (part === null ? [] : searchForm(part).split(' ')))
  return [...new Set(words)].filter((word) => word !== '').join(' ')
}
