/** Paragraphs of a region of measures, with the labels that some begin with: «Виконавці: …», «Строк: …». */
import { startsLikeExecutor } from '../executors.ts'
import { readMoneyCell } from '../money.ts'
import { looksLikeTerm } from '../recurrence.ts'
import { fold, tidy, withoutBullet } from '../text/fold.ts'
import { isBlank, type Line } from '../text/lines.ts'
import { unwrapped } from '../text/wrapped.ts'
import type { Role } from './columns.ts'

export type Para = {
  readonly text: string
  readonly n: number
  /** The last line of a wrapped paragraph. */
  readonly last?: number
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
  /(?<=[.;,)\s])\s*(?=Фінансування не потреб|(?:Відповідальн|Виконав(?:ець|ці)|Термін|Строк|Джерел[ао] фінансування|Фінансування|Обсяг|Вартість|Очікуван\S+ результат)[^:.;–—]{0,30}(?::|\s[–—-]\s))|(?<=[;(])\s*(?=(?:відповідальн|виконав(?:ець|ці)|термін|строк|джерел[ао]|фінансування|обсяг|вартість|сума|очікуван\S+ результат)[^:.;–—]{0,30}(?::|\s[–—-]\s))/u

export function labelled(text: string): { role: Role; rest: string } | null {
  const key = fold(text)
  if (/^фінансування не (?:потреб|передбач)\S*\.?$/.test(key)) return { role: 'sum', rest: tidy(text) }
  for (const [role, pattern] of LABEL) {
    const m = pattern.exec(key)
    if (m) return { role, rest: tidy(text).slice(m[0].length).trim() }
  }
  return null
}

/** Text, executors, term and money of one line, parted by labels, dashes or brackets. */
function inlineParts(text: string): readonly string[] {
  const labelled = text.split(INLINE_LABEL)
  if (labelled.length > 1) return labelled.map(inlinePart).filter((p) => p !== '')
  return ITEM.test(text) ? (byDashes(text) ?? byBrackets(text) ?? [text]) : [text]
}

/** Without the sign that parted it; a bracket that was opened before it or closes with it goes too. */
function inlinePart(part: string): string {
  const bare = part.trim().replace(/\s*[;,(]$/, '')
  const closes = /\)[.;]?$/.test(bare) && (bare.match(/\(/g)?.length ?? 0) < (bare.match(/\)/g)?.length ?? 0)
  return closes ? bare.replace(/\)[.;]?$/, '') : bare
}

/** A numbered or marked item of a list. */
const ITEM = /^(?:\d{1,2}(?:\.\d{1,3})*[.)]|[-–—•·*])\s*\p{L}/u
const DASH = /(?<!\d)\s[–—-]\s|\s[–—-]\s(?!\d{4})/u

function isTyped(part: string): boolean {
  return (
    looksLikeTerm(part) ||
    startsLikeExecutor(part) ||
    (/\d/.test(part) && readMoneyCell(part, 'тис. грн') !== null)
  )
}

/** «1. Фестиваль – вересень – відділ культури – 20,0 тис. грн» */
function byDashes(text: string): readonly string[] | null {
  const parts = text.replace(/[;.]$/, '').split(DASH)
  let from = parts.length
  while (from > 1 && isTyped(parts[from - 1]!)) from--
  const typed = parts.slice(from)
  if (typed.length < 2 || !typed.some((p) => looksLikeTerm(p) || startsLikeExecutor(p))) return null
  return [parts.slice(0, from).join(' – '), ...typed]
}

/** «- забіг (травень, відділ спорту);» */
function byBrackets(text: string): readonly string[] | null {
  const m = /^([^()]{3,600})\(([^()]{4,200})\)[;.]?$/.exec(text)
  if (!m) return null
  const items = m[2]!.split(/[,;]\s+/)
  let at = 0
  while (at < items.length && looksLikeTerm(items[at]!)) at++
  const terms = items.slice(0, at).join(', ')
  const rest = items.slice(at).join(', ')
  if (rest === '' ? at === 0 : !startsLikeExecutor(rest)) return null
  return [m[1]!.trim(), ...[terms, rest].filter((p) => p !== '')]
}

export function paragraphs(lines: readonly Line[]): readonly Para[] {
  const out: Para[] = []
  let blank = true
  for (const line of unwrapped(lines)) {
    if (isBlank(line)) {
      blank = true
      continue
    }
    const full = line.text.replace(/^[|\s]+|[|\s]+$/g, '')
    const bare = withoutBullet(full)
    const inside = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)[.;]?$/.exec(full)?.[1]?.trim() ?? ''
    const text = labelled(inside) ? inside : bare !== full && labelled(bare) ? bare : full
    if (text === '') continue
    const parts = text.length < 4000 ? inlineParts(text) : [text]
    for (const [i, part] of parts.entries()) {
      const label = labelled(part)
      out.push({
        text: part.trim(),
        n: line.n,
        ...(line.last > line.n && { last: line.last }),
        role: label?.role ?? null,
        afterBlank: blank && i === 0,
      })
    }
    blank = false
  }
  return out
}
