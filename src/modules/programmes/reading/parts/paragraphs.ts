/** Paragraphs of a region of measures, with the labels that some begin with: «Виконавці: …», «Строк: …». */
import { fold, tidy } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'
import type { Role } from './columns.ts'

export type Para = {
  readonly text: string
  readonly n: number
  readonly role: Role | null
  readonly afterBlank: boolean
}

const LABELS: readonly (readonly [Role, string])[] = [
  [
    'executors',
    '(?:відповідальн(?:ий|і|а)(?: виконавець| виконавці| за виконання| особа| особи)?|(?:основн(?:ий|і) )?виконав(?:ець|ці)|співвиконавці)(?: заходу| заходів)?',
  ],
  ['term', '(?:термін|строк|терміни|строки|період)(?: виконання| реалізації| проведення)?(?: заходу)?'],
  ['source', 'джерел[ао](?: фінансування)?'],
  [
    'sum',
    '(?:(?:орієнтовн|прогнозн|загальн)\\S+ )?(?:обсяг(?:и)?(?: фінансування| коштів)?|фінансування|вартість|сума|кошти)',
  ],
  ['result', '(?:очікуван\\S+ результат\\S*|результат|показник\\S*)'],
  ['other', 'примітк\\S*'],
  ['text', '(?:захід|зміст заходу|назва заходу)'],
]
const LABEL = LABELS.map(
  ([role, p]) => [role, new RegExp(`^${p}(?: ?\\([^)]{0,30}\\))?\\s?(?::|-(?=\\s)|$)\\s*`)] as const,
)
const INLINE_LABEL =
  /(?<=[.;,)\s])\s*(?=(?:Відповідальн|Виконав(?:ець|ці)|Термін|Строк|Джерел[ао] фінансування|Фінансування|Обсяг фінансування|Очікуван\S+ результат)[^:.;]{0,30}:)/u

export function labelled(text: string): { role: Role; rest: string } | null {
  const key = fold(text)
  for (const [role, pattern] of LABEL) {
    const m = pattern.exec(key)
    if (m) return { role, rest: tidy(text).slice(m[0].length).trim() }
  }
  return null
}

export function paragraphs(lines: readonly Line[]): readonly Para[] {
  const out: Para[] = []
  let blank = true
  for (const line of lines) {
    if (isBlank(line)) {
      blank = true
      continue
    }
    const text = line.text.replace(/^[|\s]+|[|\s]+$/g, '')
    if (text === '') continue
    const parts = text.length < 4000 ? text.split(INLINE_LABEL) : [text]
    for (const [i, part] of parts.entries()) {
      const label = labelled(part)
      out.push({ text: part.trim(), n: line.n, role: label?.role ?? null, afterBlank: blank && i === 0 })
    }
    blank = false
  }
  return out
}
