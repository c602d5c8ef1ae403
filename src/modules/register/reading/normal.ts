/**
 * A name as search sees it: case, apostrophes, quotes, letters that are mixed up and Latin letters that look like
 * ours make no difference.
 */

/** Letter → what stands for it; an empty text: it counts for nothing. Everything that is not here parts words. */
const LETTERS: (string | undefined)[] = []
for (const c of 'абвгдежзийклмнопрстуфхцчшщьюя0123456789') LETTERS[c.charCodeAt(0)] = c
for (const c of 'abcdefghijklmnopqrstuvwxyz') LETTERS[c.charCodeAt(0)] = c
for (const [from, to] of [
  ['іїi', 'і'],
  ['ґ', 'г'],
  ['єё', 'е'],
  ['ы', 'и'],
  ['э', 'е'],
  ['ъ', ''],
  ['ь', ''],
  // Latin letters that look like ours, small or capital.
  ['a', 'а'],
  ['b', 'в'],
  ['c', 'с'],
  ['e', 'е'],
  ['h', 'н'],
  ['k', 'к'],
  ['m', 'м'],
  ['o', 'о'],
  ['p', 'р'],
  ['t', 'т'],
  ['x', 'х'],
  ['y', 'у'],
  ['\'’ʼ`‘´′"“”„«»\u0301', ''],
] as const)
  for (const c of from) LETTERS[c.charCodeAt(0)] = to
// A quote stands between words, an apostrophe within one.
for (const c of '"“”„«»') LETTERS[c.charCodeAt(0)] = undefined

/** Words parted by one space; empty for a text without letters. */
export function normalForm(text: string): string {
  const small = text.toLowerCase()
  let normal = ''
  let parted = false
  for (let i = 0; i < small.length; i++) {
    const letter = LETTERS[small.charCodeAt(i)]
    if (letter === undefined) parted = true
    else if (letter !== '') {
      normal += parted && normal !== '' ? ` ${letter}` : letter
      parted = false
    }
  }
  return normal
}

/** The same of several names together, no word twice. */
export function normalWords(...texts: readonly (string | null)[]): string {
  return [...new Set(texts.flatMap((text) => (text === null ? [] : normalForm(text).split(' '))))]
    .filter((word) => word !== '')
    .join(' ')
}
