/** The decoded text as numbered lines. */
import { CELL_BREAK, closeUp, fold, joinPieces, partRunOns } from './fold.ts'

/** First and last line, 1-based, both included. */
export type Lines = readonly [first: number, last: number]

export type Line = {
  /** 1-based number in the decoded text. */
  readonly n: number
  /** As it stands in the source. */
  readonly raw: string
  /** For people: single spaces, no invisible characters, letters of the source. */
  readonly text: string
  /** For recognition only, see `fold`. */
  readonly key: string
  /** Cells, when the line is a row with `|` or tabs between them; else null. */
  readonly cells: readonly string[] | null
}

/** Longer lines are read by their beginning: no programme has such a line, and a hostile file may. */
const LONGEST_LINE = 20_000

function cellsOf(raw: string): readonly string[] | null {
  if (raw.includes('|')) {
    const inner = raw.trim().replace(/^\|/, '').replace(/\|$/, '')
    return inner.split('|').map((c) => withoutMarkdown(withoutTags(c).trim()))
  }
  if (raw.includes('\t')) {
    const cells = raw.split('\t').map((c) => c.trim())
    return cells.filter((c) => c !== '').length >= 2 ? cells : null
  }
  return null
}

/** `<br>` in a cell of Markdown parts its paragraphs; a named space is a space. */
function withoutTags(text: string): string {
  return text.includes('<') || text.includes('&')
    ? text.replace(/\s*<br ?\/?>\s*/gi, CELL_BREAK).replace(/&nbsp;|&#160;/gi, ' ')
    : text
}

/** Marks of Markdown for headings and bold text are no letters of the source. */
function withoutMarkdown(text: string): string {
  return text.includes('**') || text.startsWith('#')
    ? text
        .replace(/^#{1,6}\s+/, '')
        .replaceAll('**', '')
        .trim()
    : text
}

/** Splits at `\n`, `\r\n`, `\r` and form feeds; every line is kept, the empty ones too. */
export function numberLines(text: string): readonly Line[] {
  return text.split(/\r\n|[\n\r\f]/).map((raw, i) => {
    const short = raw.length > LONGEST_LINE ? raw.slice(0, LONGEST_LINE) : raw
    const clean = withoutMarkdown(partRunOns(closeUp(withoutTags(short))))
    return { n: i + 1, raw, text: clean, key: fold(clean), cells: cellsOf(short) }
  })
}

export function isBlank(line: Line): boolean {
  return line.text === ''
}

/** From the first to the last of some lines. */
export function spanOf(lines: readonly { readonly n: number }[]): Lines {
  let first = Number.POSITIVE_INFINITY
  let last = 0
  for (const { n } of lines) {
    if (n < first) first = n
    if (n > last) last = n
  }
  return [first, last]
}

export function mergeSpans(spans: readonly Lines[]): Lines {
  return [Math.min(...spans.map((s) => s[0])), Math.max(...spans.map((s) => s[1]))]
}

/** Wrapped lines as one text. */
export function joinTexts(lines: readonly { readonly text: string }[]): string {
  return joinPieces(lines.map((l) => l.text))
}
