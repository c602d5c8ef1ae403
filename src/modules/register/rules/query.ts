/** What somebody looks for, and how well a name answers it. Words are in their normal form (`reading/normal.ts`). */

/** Words of legal forms: they stand in a million names and tell none from another. */
const FORM_WORDS: ReadonlySet<string> = new Set(
  (
    'товариство обмеженою відповідалністю тов приватне підприемство пп фермерске господарство фг обслуговуючий ' +
    'кооператив громадска громадскоі організація організаціі го спілка гс благодійна благодійний фонд бо бф релігійна ' +
    'громада ро профспілка первинна орган самоорганізаціі населення осн обеднання співвласників багатоквартирного ' +
    'будинку осбб політична партія партіі творча та і з в у на для міста району області украіни місцева міска районна'
  ).split(' '),
)

export type RegisterQuery =
  | { readonly kind: 'empty' }
  /** Eight digits, or fewer where the zeros before them were lost. */
  | { readonly kind: 'code'; readonly code: string }
  | {
      readonly kind: 'words'
      /** All words, for the order of what is found. */
      readonly words: readonly string[]
      /** In the language of PostgreSQL's text search. */
      readonly tsquery: string
      /** Words of legal forms only: a million entities have them, so civil society alone is asked. */
      readonly wide: boolean
    }

const MOST_WORDS = 8

/** Words that tell one name from another. */
export function tellingWords(words: readonly string[]): readonly string[] {
  return words.filter((word) => !FORM_WORDS.has(word) && (word.length > 1 || /\d/.test(word)))
}

/** @param normal the normal form of what was typed */
export function queryOf(typed: string, normal: string): RegisterQuery {
  const digits = typed.trim()
  if (/^\d{5,8}$/.test(digits)) return { kind: 'code', code: digits.padStart(8, '0') }
  const words = normal.split(' ').filter((word) => word !== '')
  if (words.length === 0) return { kind: 'empty' }
  const telling = tellingWords(words)
  const asked = [...new Set(telling.length > 0 ? telling : words)].slice(0, MOST_WORDS)
  const terms = asked.map((word) =>
    telling.length > 0 && word.length > 2 ? `'${stemOf(word)}':*` : `'${word}'`,
  )
  return { kind: 'words', words, tsquery: terms.join(' & '), wide: telling.length === 0 }
}

/** Endings in normal form, the longest first: `ніжинська` and `Ніжина` are found by one beginning. */
const ENDINGS = (
  'скими ского скому скоі скою ский скій ских ским ска ске скі ску ' +
  'ами ями ові еві ого ому ими іми ів ах ях ам ям ою ею оі еі их им ий ій ом ем а я у ю о е і и й'
).split(' ')
const SHORTEST_STEM = 4

export function stemOf(word: string): string {
  if (/\d/.test(word)) return word
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= SHORTEST_STEM)
  return ending === undefined ? word : word.slice(0, -ending.length)
}

/** Higher is better: whole words before beginnings, the typed order before another, living before ended, short before long. */
export function scoreOf(
  words: readonly string[],
  found: { readonly normal: string; readonly alive: boolean; readonly civil: boolean },
): number {
  const there = new Set(found.normal.split(' '))
  const whole = words.filter((word) => there.has(word)).length / words.length
  const inOrder = ` ${found.normal} `.includes(` ${words.join(' ')} `) ? 1 : 0
  return whole * 4 + inOrder * 2 + (found.alive ? 1 : 0) + (found.civil ? 0.5 : 0) - found.normal.length / 500
}
