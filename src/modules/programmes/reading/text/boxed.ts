/** Tables drawn with `|`, `+` and dashes: a record takes several lines, and a ruler parts it from the next. */
import { joinPieces, tidy } from './fold.ts'
import { isBlank, type Line } from './lines.ts'

const RULER = /^[|+]?(?=[-=+|]*\+)[-=+|]{5,}$/

export type BoxedRow = { readonly cells: readonly string[]; readonly n: number; readonly last: number }

/** The records of the drawn tables among some lines; null where none is drawn. */
export function boxedRows(lines: readonly Line[]): readonly BoxedRow[] | null {
  if (lines.filter((l) => RULER.test(l.text)).length < 2) return null
  const rows: BoxedRow[] = []
  let group: Line[] = []
  const close = () => {
    if (group.length > 0) rows.push(merged(group))
    group = []
  }
  for (const line of lines) {
    if (isBlank(line)) continue
    const width = group[0]?.cells?.length
    if (RULER.test(line.text) || !line.cells || line.cells.length < 2) close()
    else {
      if (width !== undefined && width !== line.cells.length) close()
      group.push(line)
    }
  }
  close()
  return rows
}

function merged(group: readonly Line[]): BoxedRow {
  const width = group[0]!.cells!.length
  const cells = Array.from({ length: width }, (_, i) =>
    joinPieces(group.map((l) => tidy(l.cells![i] ?? '')).filter((c) => c !== '')),
  )
  return { cells, n: group[0]!.n, last: group.at(-1)!.n }
}
