import type { Row } from './model.ts'

/** For each cell the grid column where it begins, past those that reach down from rows above. */
export function gridColumns(rows: readonly Row[]): number[][] {
  const reach: number[] = []
  return rows.map((row, r) => {
    let column = 0
    return row.map((cell) => {
      while ((reach[column] ?? 0) > r) column++
      const begins = column
      for (let i = 0; i < cell.columns; i++) reach[column++] = r + cell.rows
      return begins
    })
  })
}
