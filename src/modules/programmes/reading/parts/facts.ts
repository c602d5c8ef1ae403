/** Figures with their date: «Станом на 01.01.2014 у місті зареєстровано 282 …». */
import { findDates } from '../text/dates.ts'
import { fold, tidy } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'
import type { Fact } from '../types.ts'

const AS_OF = /станом на/
const SENTENCE_END = /[.!?]\s+(?=\p{Lu})/u
const COUNT =
  /(?<![\d.,№/-])(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))?(?![\d./-])\s+(?!(?:рок|рік|р\.|січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд)(?:\S*))((?:(?!\d)[^,;.()]){3,160})/gu

function sentencesOf(text: string): readonly string[] {
  const out: string[] = []
  let rest = text
  for (;;) {
    const m = SENTENCE_END.exec(rest)
    if (!m) return [...out, rest]
    // A date or an abbreviation before a capital letter ends no sentence.
    out.push(rest.slice(0, m.index + 1))
    rest = rest.slice(m.index + m[0].length)
  }
}

/** Facts of the lines that have «станом на» or a date with it; each keeps what is counted, in the letters of the source. */
export function readFacts(lines: readonly Line[]): readonly Fact[] {
  return lines.flatMap((line) => {
    if (isBlank(line) || !AS_OF.test(line.key) || line.text.length > 6000) return []
    return sentencesOf(line.text).flatMap((sentence) => {
      const key = fold(sentence)
      const at = key.indexOf('станом на')
      if (at < 0) return []
      const date = findDates(key.slice(at))[0]?.date ?? null
      const dated = findDates(key)
      const masked = dated.reduce(
        (t, d) => t.slice(0, d.index) + ' '.repeat(d.length) + t.slice(d.index + d.length),
        sentence,
      )
      const source = masked.length === sentence.length ? masked : sentence
      return [...source.matchAll(COUNT)].flatMap((m): Fact[] => {
        const value = Number(`${m[1]!.replaceAll(' ', '')}${m[2] ? `.${m[2]}` : ''}`)
        const what = tidy(m[3]!)
        return what === '' || !Number.isFinite(value) ? [] : [{ value, what, date, lines: [line.n, line.n] }]
      })
    })
  })
}
