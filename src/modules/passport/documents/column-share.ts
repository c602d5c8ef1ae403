/** How much of a table's width a column wants, by what stands in it. */

/** Beyond this a cell runs over several lines anyway. */
const LONG = 16
/** The air beside the words, and what bold letters of a heading take more. */
const AIR = 4

/** Room for its longest word, so that none is broken; more for longer cells, up to a limit. */
export function columnShare(cells: readonly string[]): number {
  const word = Math.max(0, ...cells.flatMap((cell) => cell.split(/[\s–-]+/).map((w) => w.length)))
  const cell = Math.max(0, ...cells.map((c) => c.length))
  return Math.max(Math.min(word, 2 * LONG), Math.min(cell, LONG)) + AIR
}
