/** Tables of WordprocessingML. */
import { type Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import { ALIGNMENT, children, paragraph, type Setting, textRuns } from './docx-text.ts'
import { gridColumns } from './grid.ts'
import type { Align, Cell, Row, Table as TableModel } from './model.ts'

export function docxTable(table: TableModel, at: Setting): (Paragraph | Table)[] {
  const widths = table.columns.map((column) => Math.round((at.width * column.percent) / 100))
  const rows = (part: readonly Row[], bold: boolean, isHeader: boolean) => {
    const columns = gridColumns(part)
    return part.map(
      (row, r) =>
        new TableRow({
          tableHeader: isHeader,
          cantSplit: isHeader || isShort(row),
          children: row.map((cell, c) => {
            const own = cell.align ?? table.columns[columns[r]![c]!]?.align ?? 'start'
            return docxCell(cell, isHeader ? 'center' : own, bold)
          }),
        }),
    )
  }
  return [
    ...(table.caption ? [paragraph('Caption', textRuns(table.caption))] : []),
    new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      margins: { left: 70, right: 70, top: 40, bottom: 40 },
      rows: [
        ...rows(table.header, true, true),
        ...rows(table.body, false, false),
        ...rows(table.total, true, false),
      ],
    }),
    // Word joins two tables that touch.
    paragraph('NoteText', []),
  ]
}

/** Some lines at most: such a row goes to the next page whole. */
function isShort(row: Row): boolean {
  return row.every((cell) => cell.paragraphs.flat().reduce((n, run) => n + run.text.length, 0) <= 300)
}

function docxCell(cell: Cell, align: Align, bold: boolean): TableCell {
  return new TableCell({
    columnSpan: cell.columns,
    rowSpan: cell.rows,
    children: cell.paragraphs.map((runs) =>
      paragraph('TableText', children(runs, bold), { alignment: ALIGNMENT[align] }),
    ),
  })
}
