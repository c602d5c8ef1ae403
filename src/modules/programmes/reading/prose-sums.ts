/** Several sums said in running words: «у 2026 році 50 тис. грн з місцевого бюджету та 20 тис. грн коштів спонсорів». */
import type { Kopiykas } from '../../../kernel/money.ts'
import { type MoneyUnit, parseAmount, unitIn } from './money.ts'
import { fold, tidy } from './text/fold.ts'

export type ProseSum = {
  readonly year: number | null
  readonly source: string | null
  readonly uah: Kopiykas
}

/** Longer texts are no cells. */
const LONGEST = 600
const NUMBER = String.raw`\d{1,3}(?:[ \u00a0]\d{3})+(?:[.,]\d{1,6})?|\d+(?:[.,]\d{1,6})?`
/** A number with its unit; «2 млн 758 тис. грн» is one sum. */
const SUM = new RegExp(
  `(?<![\\d.,])(?:(\\d{1,4})\\s?(?:млн|мільйон)\\S*\\s(\\d{1,3})\\s?тис\\S*(?:\\s?грн\\.?)?|(${NUMBER})\\s?((?:тис|млн|мільйон)[^\\s,;)]*(?:\\s?(?:грн\\.?|гривень|гривні))?|грн\\.?|гривень|гривні))`,
  'giu',
)
const YEAR = /(?<![\d-])((?:19|20)\d{2})(?![\d]|\s?[-–—]\s?(?:19|20)\d{2})/g
const YEAR_BEHIND = /^\s*(?:(?:у|в|на)\s+)?(?:19|20)\d{2}/
const SOURCE = /бюджет|кошт|джерел|спонсор|грант|субвенц|донор|інвестиц/
const WHOLE = /(?:всього|усього|разом|загал)[^\d;]{0,40}$/
/** Then a sum is meant for more than one year. */
const EACH_YEAR = /щоріч|щорок|кожн\S+ р[оі]к|на рік(?!\S)/
const OF_WHICH = /^[\s,;:(–—-]*(?:(?:у|в) т(?:ому)?\.?\s?ч|(?:з|із) (?:них|яких))/

/**
 * Two sums or more, each with the year and the source that stand beside it; a total among them is left out.
 * @returns null where the text holds fewer, or does not say of each what it says of one; others may then read it
 */
export function proseSums(source: string): readonly ProseSum[] | null {
  const text = tidy(source)
  if (text.length > LONGEST || EACH_YEAR.test(fold(text))) return null
  const found = [...text.matchAll(SUM)].map((m) => ({
    uah: m[1]
      ? parseAmount(`${Number(m[1]) * 1000 + Number(m[2])}`, 'тис. грн')
      : parseAmount(m[3]!, unitOf(m[4]!)),
    from: m.index,
    to: m.index + m[0].length,
  }))
  if (found.length < 2 || found.some((f) => f.uah === null)) return null
  /** `gaps[i]` stands before sum `i`, the last one after all. */
  const gaps = [...found, null].map((f, i) => text.slice(found[i - 1]?.to ?? 0, f?.from ?? text.length))
  const isTotal = found.map((_, i) => WHOLE.test(fold(gaps[i]!)) || OF_WHICH.test(fold(gaps[i + 1]!)))
  const first = isTotal.indexOf(false)
  if (first < 0) return null
  const yearBefore = gaps.slice(0, first + 1).some((gap) => years(gap).length > 0)
  // A year right behind a sum belongs to it: then years stand on both sides.
  if (yearBefore && gaps.slice(first + 1).some((gap) => YEAR_BEHIND.test(gap))) return null
  const sourceBefore = SOURCE.test(fold(gaps[first]!))
  let year: number | null = null
  const parts = found.flatMap(({ uah }, i): readonly ProseSum[] => {
    const [before, after] = [gaps[i]!, gaps[i + 1]!]
    year = yearBefore ? (years(before).at(-1) ?? year) : (years(after)[0] ?? null)
    return isTotal[i] ? [] : [{ year, source: sourceIn(sourceBefore ? before : after), uah: uah! }]
  })
  const alike = (of: (part: ProseSum) => unknown) =>
    new Set(parts.map((part) => of(part) === null)).size === 1
  return alike((part) => part.year) && alike((part) => part.source) ? parts : null
}

function unitOf(word: string): MoneyUnit {
  return unitIn(word) ?? 'грн'
}

function years(text: string): number[] {
  return [...text.matchAll(YEAR)].map((m) => Number(m[1]))
}

/** Words around the name of a source that are not its own. */
const AROUND =
  /^[\s,;:().–—-]*(?:(?:та|і|й|а також|у тому числі|в тому числі|з|із|зі|за рахунок|коштом|передбачено|виділяється|планується|становить)\s+|[\s,;:().–—-]+)*|[\s,;:().–—-]*(?:\s(?:та|і|й|а також|передбачено|становить|становлять|у розмірі|в сумі|у сумі|у|в|на))*[\s,;:().–—-]*$/giu
const YEAR_WORDS = /(?:(?:у|в|на)\s+)?(?:19|20)\d{2}\s?(?:р(?:ік|оку|оці|оки|\.)?(?!\p{L}))?/giu

/** The words that name a source; null where there are none, or too many. */
function sourceIn(text: string): string | null {
  const named = text
    .split(/[;,()]/)
    .map((part) => part.replace(YEAR_WORDS, ' ').replace(/\s+/g, ' ').replace(AROUND, '').trim())
    .find((part) => SOURCE.test(fold(part)))
  return named !== undefined && named.length >= 4 && named.length <= 80 ? named : null
}
