/** Figures with their date: «Станом на 01.01.2014 у місті зареєстровано 282 …». */
import { findDates, MONTH_PATTERN } from '../text/dates.ts'
import { fold, tidy } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'
import { unwrapped } from '../text/wrapped.ts'
import type { Fact } from '../types.ts'

/** «станом на 01.01.2014», or a day of counting right after «на». */
const AS_OF = new RegExp(
  `станом на|(?:^|[\\s(])на (?=\\d{1,2}(?:\\.\\d{1,2}\\.|\\s${MONTH_PATTERN}\\s)\\s?(?:19|20)\\d{2})`,
)
/** What makes a sentence a count of those who live or act in the city. */
const COUNTED =
  /(?:зареєстрован|легалізован|налічу|нараховує|прожива|функціону|ді(?:є|ють|яло|яли)(?![а-яіїєґ]))\S*.{0,60}?\d/
const COUNTED_NOUN =
  /громадськ|політичн|парт|осеред|релігійн|благодійн|організац|об’єднан|профспіл|комітет|осіб|мешкан|жител|населен|волонтер|конфес|громад/
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

/** Facts of the lines that name a day of counting, or say who lives and acts in the city; each keeps what is counted, in the letters of the source. */
export function readFacts(lines: readonly Line[]): readonly Fact[] {
  return unwrapped(lines).flatMap((line) => {
    if (isBlank(line) || line.text.length > 6000 || !(AS_OF.test(line.key) || COUNTED.test(line.key)))
      return []
    return sentencesOf(line.text).flatMap((sentence) => {
      const key = fold(sentence)
      const at = key.search(AS_OF)
      if (at < 0 && !COUNTED.test(key)) return []
      const dated = findDates(key)
      const date = at < 0 ? null : (findDates(key.slice(at))[0]?.date ?? null)
      const masked = dated.reduce(
        (t, d) => t.slice(0, d.index) + ' '.repeat(d.length) + t.slice(d.index + d.length),
        sentence,
      )
      const source = masked.length === sentence.length ? masked : sentence
      return [...source.matchAll(COUNT)].flatMap((m): Fact[] => {
        const value = Number(`${m[1]!.replaceAll(' ', '')}${m[2] ? `.${m[2]}` : ''}`)
        const what = tidy(m[3]!).replace(/\s(?:та|і|й)$/, '')
        return what === '' || !Number.isFinite(value) || (at < 0 && !COUNTED_NOUN.test(fold(what)))
          ? []
          : [{ value, what, date, lines: [line.n, line.last] }]
      })
    })
  })
}
