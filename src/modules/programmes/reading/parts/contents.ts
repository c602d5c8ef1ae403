/** A table of contents: entries with dot leaders or page numbers, or headings that all come again. */
import { wordCount } from '../text/fold.ts'
import { isBlank, type Line, type Lines } from '../text/lines.ts'
import { splitNumber } from './headings.ts'

const LEADER = /(?:\.{3,}|…{1,}|_{4,}|(?:\. ){3,})\s*(?:ст?о?р?\.?\s*)?\d{0,3}$/
const PAGE = /\s\d{1,3}(?:\s?-\s?\d{1,3})?$/

function entryKey(line: Line): string {
  return line.key
    .replace(/[.…_\s|]*\d{0,3}$/, '')
    .replace(/^(?:\d{1,2}(?:\.\d{1,2})*|[ivxіхv]+)[.)]*\s*/, '')
    .replace(/[.…\s|]+$/, '')
}

/** Spans of contents. After the heading «Зміст» entries go on until one of them comes again as a heading. */
export function readContents(lines: readonly Line[]): readonly Lines[] {
  const spans: Lines[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    if (/^зміст(?: програми)?:?$/.test(line.key)) {
      const last = endOfContents(lines, i)
      spans.push([line.n, last])
      i = last - 1
    } else if (
      LEADER.test(line.key) &&
      /\d$/.test(line.key) &&
      /\p{L}{3}/u.test(line.text) &&
      !/_{4,}/.test(line.text)
    )
      spans.push([line.n, line.n])
  }
  return spans
}

function entryNumber(line: Line): string | null {
  const split = splitNumber(line.key)
  return split && split.level === 1 && split.rest !== '' ? `${split.isRoman} ${split.value}` : null
}

function endOfContents(lines: readonly Line[], start: number): number {
  const seen = new Set<string>()
  let last = start + 1
  let paged = 0
  let opening: string | null = null
  let entries = 0
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i]!
    if (isBlank(line)) continue
    const isPaged = LEADER.test(line.key) || (PAGE.test(line.key) && !/\d{4}$/.test(line.key))
    const key = entryKey(line)
    if (seen.has(key) && !(isPaged && paged > 0)) return last
    if (wordCount(line.text) > 35) return last
    // The numbers of the entries begin again with the first chapter itself.
    const number = entryNumber(line)
    if (number !== null) {
      if (number === opening && entries >= 3 && !isPaged) return last
      opening ??= number
      entries++
    }
    if (paged >= 2 && !isPaged) {
      const next = lines.slice(i + 1, i + 4).find((l) => !isBlank(l))
      if (!next || !(LEADER.test(next.key) || PAGE.test(next.key)))
        return /^\d{1,3}$/.test(line.key) ? line.n : last
    }
    if (isPaged) paged++
    if (key !== '') seen.add(key)
    last = line.n
  }
  // Nothing came again: only the lines that show pages are surely contents.
  return paged >= 2 ? last : start + 1
}
