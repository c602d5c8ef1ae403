/** Sentences of a text, without cutting at «р.», «ст.», initials and the like. */
export { fold } from './fold.ts'

export function joinedSentences(text: string): readonly string[] {
  const out: string[] = []
  let start = 0
  for (const m of text.matchAll(/[.!?]\s+(?=[\p{Lu}«"“])/gu)) {
    const before = text.slice(start, m.index)
    if (/(?:^|\s|\()(?:\p{L}{1,2}|ст|тис|млн|грн|див|ім|обл|пп|рр|смт)$/u.test(before)) continue
    out.push(text.slice(start, m.index + 1).trim())
    start = m.index + m[0].length
  }
  const rest = text.slice(start).trim()
  return rest === '' ? out : [...out, rest]
}
