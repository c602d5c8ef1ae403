/** A short title for lists and charts: the first clause of a text, cut at a word. */

const LONGEST = 90

/** Words after which a cut would leave a phrase hanging. */
const HANGING = /\s(?:та|і|й|з|із|зі|на|у|в|щодо|по|для|при|до|від|про|за|що|як|які|а|або|с)$/i

/** @returns at most 90 characters, without a full stop; an ellipsis marks a cut inside a clause */
export function shortTitle(text: string, longest = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const sentence = /^.*?[.;](?=\s+\p{Lu}|$)/u.exec(line)?.[0] ?? line
  const clean = sentence.replace(/[\s.;,:]+$/, '')
  if (clean.length <= longest) return clean
  const clause = clauseOf(clean, longest)
  if (clause !== null) return clause
  let cut = clean.slice(0, longest).replace(/\s+\S*$/, '')
  while (HANGING.test(cut)) cut = cut.replace(HANGING, '')
  return `${cut.replace(/[\s,;:(«–-]+$/, '')}…`
}

/** The longest beginning that ends before a comma and fits; null when it would say too little. */
function clauseOf(text: string, longest: number): string | null {
  let end = -1
  for (const m of text.matchAll(/,\s|\s[–—]\s/g)) {
    if (m.index > longest) break
    end = m.index
  }
  return end >= 30 ? text.slice(0, end) : null
}
