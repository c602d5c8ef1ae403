/** Paragraphs of a text that a typewriter's width wrapped: the first line is set in, the others begin at the margin. */
import { isBlank, joinTexts, type Line } from './lines.ts'

/** A line with the last line of its paragraph. */
export type Paragraph = Line & { readonly last: number }

/** A line shorter than this was not ended by the width of the page. */
const WRAPPED = 55

function isSetIn(line: Line): boolean {
  return /^(?: {3}|\t)/.test(line.raw)
}

/** The lines, those of one wrapped paragraph as one. Other lines stay as they are. */
export function unwrapped(lines: readonly Line[]): readonly Paragraph[] {
  const out: Line[][] = []
  for (const line of lines) {
    const before = out.at(-1)
    const last = before?.at(-1)
    const goesOn =
      before !== undefined &&
      last !== undefined &&
      line.n === last.n + 1 &&
      !isBlank(line) &&
      !isBlank(last) &&
      line.cells === null &&
      last.cells === null &&
      isSetIn(before[0]!) &&
      !/^\s/.test(line.raw) &&
      last.raw.trim().length >= WRAPPED
    if (goesOn) before.push(line)
    else out.push([line])
  }
  return out.map((own): Paragraph => {
    const [first] = own
    const last = own.at(-1)!.n
    if (own.length === 1) return { ...first!, last }
    return { ...first!, text: joinTexts(own), key: own.map((l) => l.key).join(' '), last }
  })
}
