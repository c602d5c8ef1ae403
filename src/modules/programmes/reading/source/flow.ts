/** Collects paragraphs and tables of an office document as lines of text. */
import { CELL_BREAK } from '../text/fold.ts'

type Table = { row: string[]; cell: string[] | null; span: number; depth: number }

export type Flow = {
  readonly lines: () => readonly string[]
  readonly openTable: () => void
  readonly closeTable: () => void
  readonly openRow: (emptyBefore?: number) => void
  readonly closeRow: () => void
  readonly openCell: () => void
  /** Columns that the open cell spans. */
  readonly spanCell: (columns: number) => void
  readonly closeCell: () => void
  /** One paragraph; breaks inside it are `\n`. */
  readonly paragraph: (text: string) => void
  readonly inTable: () => boolean
}

/**
 * A paragraph is a line. A row of a table is one line `| a | b |`: paragraphs of a cell are parted by U+2028,
 * a cell over several columns is followed by empty ones, a `|` inside a cell becomes `¦`. A table of one
 * column is a frame, its paragraphs are lines.
 */
export function openFlow(): Flow {
  const out: string[] = []
  const tables: Table[] = []

  function emit(lines: readonly string[]): void {
    const outer = tables.at(-1)
    if (outer?.cell) outer.cell.push(...lines)
    else out.push(...lines)
  }

  return {
    lines: () => out,
    inTable: () => tables.length > 0,
    openTable() {
      tables.push({ row: [], cell: null, span: 1, depth: tables.length })
    },
    closeTable() {
      tables.pop()
    },
    openRow(emptyBefore = 0) {
      const table = tables.at(-1)
      if (table) table.row = new Array<string>(Math.min(emptyBefore, 60)).fill('')
    },
    closeRow() {
      const table = tables.pop()
      if (!table) return
      const { row } = table
      if (row.length === 1) emit(row[0]!.split(CELL_BREAK))
      else if (row.length > 1) {
        const cells = row.map((c) => c.replaceAll('|', '¦'))
        emit([table.depth > 0 ? cells.filter((c) => c !== '').join(' – ') : `| ${cells.join(' | ')} |`])
      }
      tables.push({ ...table, row: [], cell: null })
    },
    openCell() {
      const table = tables.at(-1)
      if (table) {
        table.cell = []
        table.span = 1
      }
    },
    spanCell(columns) {
      const table = tables.at(-1)
      if (table) table.span = Math.max(1, Math.min(columns, 60))
    },
    closeCell() {
      const table = tables.at(-1)
      if (!table?.cell) return
      table.row.push(
        table.cell
          .map((p) => p.trim())
          .filter((p) => p !== '')
          .join(CELL_BREAK),
        ...new Array<string>(table.span - 1).fill(''),
      )
      table.cell = null
    },
    paragraph(text) {
      const parts = text.split('\n')
      emit(tables.at(-1)?.cell ? parts.map((p) => p.replaceAll('\t', ' ')) : parts)
    },
  }
}
