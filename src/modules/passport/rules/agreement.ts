/** Numerals with their nouns and adjectives in Ukrainian: «1 громадська організація», «22 громади», «11 конфесій». */

/** Nominative after 1, after 2–4, after 5 and more; and what stands after 1 in the accusative where it differs. */
export type Counted = {
  readonly one: string
  readonly few: string
  readonly many: string
  /** «зареєстровано 1 громадську організацію». */
  readonly accusative?: string
  /** Of one, in the genitive, where it is needed: «1 конфесії», «із 21 виборця». */
  readonly genitive?: string
}

export type Case = 'nominative' | 'accusative' | 'genitive'

/** Which form a whole number asks for: 11–14 are many, whatever their last digit. */
export function formOf(n: number): 'one' | 'few' | 'many' {
  const tens = Math.abs(n) % 100
  const last = tens % 10
  if (tens >= 11 && tens <= 14) return 'many'
  return last === 1 ? 'one' : last >= 2 && last <= 4 ? 'few' : 'many'
}

/** The words without the figure. In the genitive all but one are as after five: «22 конфесій», «21 конфесії». */
export function agreeing(n: number, words: Counted, inCase: Case = 'nominative'): string {
  const form = formOf(n)
  if (inCase === 'genitive') return form === 'one' ? (words.genitive ?? words.few) : words.many
  if (inCase === 'accusative' && form === 'one') return words.accusative ?? words.one
  return words[form]
}
