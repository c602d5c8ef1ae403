/** What comes out of a table made elsewhere, before anyone knows what its columns mean. */
import type { Refusal } from '../../../kernel/refusal.ts'

export type RawRow = {
  /** As the spreadsheet numbers it: the first row of the file is 1. */
  readonly number: number
  readonly cells: readonly string[]
}

/** A row that could not be taken, kept as it was so that it can be mended and tried again. */
export type SetAside = RawRow & { readonly refusals: readonly Refusal[] }

export type RawTable = {
  readonly header: readonly string[]
  readonly rows: readonly RawRow[]
  readonly setAside: readonly SetAside[]
  /** How the file was read, to be shown to the person who brought it. */
  readonly encoding: string
  readonly delimiter: string | null
}

export type ReadLimits = {
  /** Of the file as it came. */
  readonly bytes: number
  /** Of a workbook when unpacked. */
  readonly unpackedBytes: number
  readonly rows: number
  readonly columns: number
  /** Characters. */
  readonly cell: number
}

export const READ_LIMITS: ReadLimits = {
  bytes: 32_000_000,
  unpackedBytes: 128_000_000,
  rows: 100_000,
  columns: 200,
  cell: 32_767,
}

export type ReadRefusal =
  | 'file_too_large'
  | 'no_rows'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'too_many_broken_rows'
  | 'not_a_table'
  | 'old_or_locked_workbook'
  | 'broken_workbook'
  | 'unpacks_too_large'
  | 'column_missing'
  | 'column_twice'
export type RowRefusal =
  | 'bad_quotes'
  | 'row_too_wide'
  | 'cell_too_long'
  | 'value_missing'
  | 'not_an_integer'
  | 'not_an_amount'
  | 'not_a_date'

/** Sets aside what is too wide or too long; drops empty rows and empty cells at the end. */
export function sift(
  header: readonly string[],
  records: Iterable<RawRow>,
  limits: ReadLimits,
): { rows: RawRow[]; setAside: SetAside[] } {
  const rows: RawRow[] = []
  const setAside: SetAside[] = []
  for (const { number, cells: all } of records) {
    const cells = trimmed(all)
    if (cells.length === 0) continue
    const refusals: Refusal<RowRefusal>[] = []
    if (cells.length > header.length)
      refusals.push({ refused: 'row_too_wide', values: { cells: cells.length, columns: header.length } })
    if (cells.some((cell) => cell.length > limits.cell))
      refusals.push({ refused: 'cell_too_long', values: { most: limits.cell } })
    if (refusals.length > 0)
      setAside.push({ number, cells: cells.map((cell) => cell.slice(0, limits.cell)), refusals })
    else rows.push({ number, cells })
  }
  return { rows, setAside }
}

/** Without empty cells at the end. */
export function trimmed(cells: readonly string[]): string[] {
  let length = cells.length
  while (length > 0 && cells[length - 1]!.trim() === '') length--
  return cells.slice(0, length)
}
