/** By which words a city is found in names: `Ніжин` also in `НІЖИНСЬКА МІСЬКА ОРГАНІЗАЦІЯ`. Beginnings, in normal form. */

/** Where the last letters change before an ending: `Київ` – `Києва`, `Чернігів` – `Чернігова`, `Прилуки` – `прилуцький`. */
const TURNS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/иів$/, ['иів', 'иев']],
  [/ів$/, ['ів', 'ов', 'ев']],
  [/ець$|ец$/, ['ец', 'ц']],
  [/ки$/, ['к', 'ц']],
  [/ги$/, ['г', 'ж', 'з']],
  [/ин$/, ['ин']],
  [/(?:а|я|о|е|и|і|у|ю|й)$/, ['']],
]

/**
 * @param normal the city's name in normal form
 * @returns beginnings of words; of a short name whole words, so that «Суми» is not «сумка»
 */
export function cityBeginnings(normal: string): readonly string[] {
  const words = normal.split(' ').filter((word) => word !== '')
  const last = words.at(-1)
  if (last === undefined) return []
  const turn = TURNS.find(([ending]) => ending.test(last))
  const stems = turn === undefined ? [last] : turn[1].map((with_) => last.replace(turn[0], with_))
  const before = words.slice(0, -1)
  return [...new Set(stems)].filter((stem) => stem.length >= 3).map((stem) => [...before, stem].join(' '))
}

/** For PostgreSQL's text search; null where no word is long enough. */
export function cityQuery(beginnings: readonly string[]): string | null {
  if (beginnings.length === 0) return null
  return beginnings
    .map((one) => one.split(' '))
    .map(
      (words) => `(${words.map((word, i) => `'${word}'${i === words.length - 1 ? ':*' : ''}`).join(' & ')})`,
    )
    .join(' | ')
}
