/** Numbers as people write them: Roman with any look-alike letters, ordinal words. */

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
const TO_LATIN: Readonly<Record<string, string>> = {
  і: 'i',
  ї: 'i',
  у: 'v',
  y: 'v',
  х: 'x',
  с: 'c',
  ' ': '',
  '1': 'i',
  l: 'l',
  л: 'l',
}

/** Pattern of a Roman numeral in folded text, whatever alphabet its letters came from. */
export const ROMAN_PATTERN = '[ivxlcіухс]+'

/** Value of `III`, `ІІІ`, `VІ`, `УІІ`; null when it is none. */
export function roman(text: string): number | null {
  const letters = [...text.toLowerCase()].map((c) => TO_LATIN[c] ?? c).join('')
  if (!/^(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,4})$/.test(letters) || letters === '') return null
  let value = 0
  for (let i = 0; i < letters.length; i++) {
    const now = ROMAN[letters[i]!]!
    value += now < (ROMAN[letters[i + 1] ?? ''] ?? 0) ? -now : now
  }
  return value
}

/** Stems of ordinal words; endings change by case and gender. */
const UNITS: readonly (readonly [string, number])[] = [
  ['перш', 1],
  ['друг', 2],
  ['трет', 3],
  ['четверт', 4],
  ['п’ят', 5],
  ['пят', 5],
  ['шост', 6],
  ['сьом', 7],
  ['восьм', 8],
  ['дев’ят', 9],
  ['девят', 9],
]
const TEENS: readonly (readonly [string, number])[] = [
  ['десят', 10],
  ['одинадцят', 11],
  ['дванадцят', 12],
  ['тринадцят', 13],
  ['чотирнадцят', 14],
  ['п’ятнадцят', 15],
  ['пятнадцят', 15],
  ['шістнадцят', 16],
  ['сімнадцят', 17],
  ['вісімнадцят', 18],
  ['дев’ятнадцят', 19],
  ['девятнадцят', 19],
]
const TENS: readonly (readonly [string, number])[] = [
  ['двадцят', 20],
  ['тридцят', 30],
  ['сороков', 40],
  ['п’ятдесят', 50],
  ['шістдесят', 60],
  ['сімдесят', 70],
  ['вісімдесят', 80],
  ['дев’яност', 90],
  ['сот', 100],
]
const TENS_BEFORE: Readonly<Record<string, number>> = {
  двадцять: 20,
  тридцять: 30,
  сорок: 40,
  'п’ятдесят': 50,
  пятдесят: 50,
  шістдесят: 60,
  сімдесят: 70,
  вісімдесят: 80,
  'дев’яносто': 90,
  сто: 100,
}
const ENDING = '(?:а|я|ий|ій|ого|ого|ої|ої|ьої|ього|у|ю|ому|е|є|им|ім)$'

function stemValue(word: string, table: readonly (readonly [string, number])[]): number | null {
  for (const [stem, value] of table) {
    if (word.startsWith(stem) && new RegExp(`^${stem}ь?${ENDING}`).test(word)) return value
  }
  return null
}

/** `восьмого` → 8, `сорок дев’ята` → 49 (folded text); null when the words are no ordinal. */
export function ordinalWords(text: string): number | null {
  const words = text.trim().split(/[\s-]+/)
  const last = words.at(-1) ?? ''
  if (words.length === 1) return stemValue(last, TEENS) ?? stemValue(last, TENS) ?? stemValue(last, UNITS)
  let value = stemValue(last, UNITS) ?? stemValue(last, TEENS) ?? stemValue(last, TENS)
  if (value === null) return null
  for (const word of words.slice(0, -1)) {
    const tens = TENS_BEFORE[word]
    if (tens === undefined) return null
    value += tens
  }
  return value
}

/** A count or ordinal in any spelling: `49`, `49-та`, `7-го`, `VIII`, `сорок дев’ята`. */
export function anyOrdinal(text: string): number | null {
  const t = text.trim().replace(/^_+|_+$/g, '')
  const figure = /^(\d{1,3})(?:\s?-?\s?(?:а|я|ша|га|та|ма|го|ого|ої|й|ий|х))?$/.exec(t)
  if (figure) return Number(figure[1])
  // «XLV-та», «VIII-го»
  return roman(t.replace(/\s?-\s?(?:а|я|ша|га|та|ма|го|ого|ої|й|ий|е|є)$/, '')) ?? ordinalWords(t)
}
