/** Lists of tasks, results and problems: marked items, or paragraphs after an introduction. */
import { BULLET, fold, joinPieces, tidy, withoutBullet, wordCount } from '../text/fold.ts'
import { isBlank, joinTexts, type Line } from '../text/lines.ts'
import type { TextWithLines } from '../types.ts'

const NUMBER =
  /^(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[а-яіїєґ]\)|[ivxіхv]{1,4}\))\s*(?=\p{L}|["«“(])/iu

function mark(text: string): 'bullet' | 'number' | null {
  if (BULLET.test(text)) return 'bullet'
  return NUMBER.test(text) ? 'number' : null
}

function withoutMark(text: string): string {
  return withoutBullet(text).replace(NUMBER, '').trim()
}

export type ListRead = {
  readonly intro: readonly Line[]
  readonly items: readonly TextWithLines[]
  readonly rest: readonly Line[]
}

type Item = { text: string; first: number; last: number }

/** «3.1.1.» below «3.1. Завданнями є:» */
function isDeeper(text: string, before: string): boolean {
  const steps = (t: string) => /^\d{1,2}(?:\.\d{1,2})*/.exec(t)?.[0] ?? ''
  return steps(before) !== '' && steps(text).startsWith(`${steps(before)}.`)
}

/** The cells of a row of a table of indicators, without its number. */
function rowOf(line: Line): readonly string[] | null {
  const cells = line.cells?.filter((c) => c !== '') ?? []
  if (cells.length < 2) return null
  return /^\d{1,2}\.?$/.test(cells[0]!) && cells.length > 2 ? cells.slice(1) : cells
}

function isHeadingRow(cells: readonly string[]): boolean {
  return cells.every((c) =>
    /показник|одиниц|вимір|назва|найменуван|№|^(?:19|20)\d{2}|роки|етап|джерел|примітк|значення|результат|^[-:]+$|всього|усього/.test(
      fold(c),
    ),
  )
}

function goesOn(line: Line, before: string, afterBlank: boolean): boolean {
  if (/[;:]$/.test(before)) return false
  if (/^\p{Ll}/u.test(line.text)) return !/\.$/.test(before) || !afterBlank
  return false
}

/** Items of a section. Without any mark, the paragraphs after a line that ends in a colon are items; else every paragraph is. */
export function readList(lines: readonly Line[]): ListRead {
  const full = lines.filter((l) => !isBlank(l))
  const marked = full.some((l) => mark(l.text) !== null)
  const introAt = full.findIndex((l) => /:$/.test(l.text))
  const intro: Line[] = []
  const rest: Line[] = []
  const items: Item[] = []
  let ended = false
  for (const [i, line] of full.entries()) {
    const last = items.at(-1)
    const afterBlank = i > 0 && line.n - full[i - 1]!.n > 1
    const own = mark(line.text)
    const rows = rowOf(line)
    if (rows && isHeadingRow(rows)) {
      intro.push(line)
      continue
    }
    if (own === null && rows && !marked) {
      items.push({ text: tidy(rows.join(' – ')), first: line.n, last: line.n })
    } else if (marked) {
      if (
        own !== null &&
        !(
          /:$/.test(line.text) &&
          wordCount(line.text) < 14 &&
          own === 'number' &&
          full[i + 1] !== undefined &&
          (mark(full[i + 1]!.text) === 'bullet' || isDeeper(full[i + 1]!.text, line.text))
        )
      ) {
        items.push({ text: withoutMark(line.text), first: line.n, last: line.n })
        ended = false
      } else if (own !== null) intro.push(line)
      else if (last && !ended && goesOn(line, last.text, afterBlank)) {
        last.text = joinPieces([last.text, line.text])
        last.last = line.n
      } else if (last === undefined) intro.push(line)
      else if (/;$/.test(last.text) && wordCount(line.text) < 60)
        items.push({ text: line.text, first: line.n, last: line.n })
      else {
        rest.push(line)
        ended = true
      }
    } else if (introAt >= 0 && i <= introAt) intro.push(line)
    else if (last && goesOn(line, last.text, afterBlank)) {
      last.text = joinPieces([last.text, line.text])
      last.last = line.n
    } else items.push({ text: line.text, first: line.n, last: line.n })
  }
  return { intro, items: items.map((x) => ({ text: tidy(x.text), lines: [x.first, x.last] })), rest }
}

const AIM = /^(?:(?:основн|головн|загальн|стратегічн)\S+ )?мет(?:а|ою)(?:\s|$)/

/** The paragraph that says the aim. */
export function readAim(lines: readonly Line[]): TextWithLines | null {
  const full = lines.filter((l) => !isBlank(l))
  const at = full.findIndex((l) => AIM.test(l.key.replace(/^[-·•\d.\s]+/, '')))
  const first = at < 0 ? full[0] : full[at]
  if (!first) return null
  const taken = [first]
  for (let i = full.indexOf(first) + 1; i < full.length; i++) {
    const line = full[i]!
    const before = taken.at(-1)!.text
    const carries = /[:;]$/.test(before) || (!/[.!?]$/.test(before) && /^\p{Ll}/u.test(line.text))
    if (!carries || /завдан/.test(line.key.slice(0, 60))) break
    taken.push(line)
  }
  return {
    text: withoutMark(joinTexts(taken)),
    lines: [taken[0]!.n, taken.at(-1)!.n],
  }
}
