/** Blocks of the document as paragraphs and tables of WordprocessingML. */
import {
  AlignmentType,
  convertMillimetersToTwip,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  PageBreak,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import type { Locale } from '../../kernel/texts.ts'
import { lines, plain } from './clean-text.ts'
import { DASHES, FIGURES } from './docx-styles.ts'
import type { Layout } from './layouts.ts'
import type { Align, Cell, Figure, Row, Runs, Table as TableModel } from './model.ts'
import type { PrintBlock } from './print.ts'
import { texts } from './texts/index.ts'

/** `width` is that of the text, in twentieths of a point. `lists` counts ordered lists: each begins at 1. */
export type Setting = {
  readonly layout: Layout
  readonly locale: Locale
  readonly width: number
  readonly lists: { count: number }
}

const ALIGNMENT = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, string>

const HEADINGS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const

function textRuns(text: string, look: { bold?: boolean; italics?: boolean; style?: string } = {}): TextRun[] {
  return lines(text).map((line, i) => new TextRun({ ...look, text: line, ...(i > 0 ? { break: 1 } : {}) }))
}

function children(runs: Runs, bold = false): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const look = { bold: bold || run.bold, italics: run.italic }
    return run.href === undefined
      ? textRuns(run.text, look)
      : [
          new ExternalHyperlink({
            link: run.href,
            children: textRuns(run.text, { ...look, style: 'Hyperlink' }),
          }),
        ]
  })
}

function paragraph(
  style: string,
  content: readonly ParagraphChild[],
  more: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({ style, children: content, ...more })
}

function stacked(values: readonly string[], bold = false): TextRun[] {
  return textRuns(values.join('\n'), { bold })
}

export function docxBlock(block: PrintBlock, at: Setting): (Paragraph | Table)[] {
  const { layout } = at
  switch (block.kind) {
    case 'corner':
      return [paragraph('Requisite', stacked(block.lines, block.strong), { alignment: AlignmentType.RIGHT })]
    case 'addressee': {
      const left = Math.min(convertMillimetersToTwip(layout.addresseeIndent), Math.round(at.width * 0.55))
      return [paragraph('Requisite', stacked(block.lines), { indent: { left } })]
    }
    case 'letterhead':
      return [
        ...(block.institution.length > 0 ? [paragraph('Letterhead', stacked(block.institution, true))] : []),
        ...(block.sitting ? [paragraph('Letterhead', textRuns(block.sitting))] : []),
      ]
    case 'documentKind':
      return [
        paragraph('Letterhead', [
          new TextRun({ text: block.text, bold: true, size: layout.fontSize * 2 + 4 }),
        ]),
      ]
    case 'registration':
      return [
        paragraph('Requisite', textRuns([block.date, block.place, block.number].join('\t')), {
          tabStops: [
            { type: TabStopType.CENTER, position: Math.round(at.width / 2) },
            { type: TabStopType.RIGHT, position: at.width },
          ],
        }),
      ]
    case 'title':
      return [
        new Paragraph({
          heading: HeadingLevel.HEADING_1,
          children: textRuns(block.text),
          ...(block.place === 'left'
            ? { alignment: AlignmentType.LEFT, indent: { right: Math.round(at.width * 0.4) } }
            : { alignment: AlignmentType.CENTER }),
        }),
      ]
    case 'heading':
      return [new Paragraph({ heading: HEADINGS[block.level], children: children(block.runs) })]
    case 'paragraph':
      return [
        paragraph(
          'ActText',
          children(block.runs),
          block.align !== 'justify'
            ? { alignment: ALIGNMENT[block.align], indent: { firstLine: 0 } }
            : // A justified line that ends in a break would be stretched.
              plain(block.runs).includes('\n')
              ? { alignment: AlignmentType.LEFT }
              : {},
        ),
      ]
    case 'clause':
      return [paragraph('ActText', [new TextRun(`${block.number}\u00a0`), ...children(block.runs)])]
    case 'list': {
      const instance = block.ordered ? ++at.lists.count : 0
      const reference = block.ordered ? FIGURES : DASHES
      return block.items.map(
        (item) =>
          new Paragraph({
            children: children(item),
            numbering: { reference, level: 0, instance },
            spacing: { line: Math.round(layout.textSpacing * 240) },
          }),
      )
    }
    case 'table':
      return docxTable(block, at)
    case 'figure':
      return docxFigure(block, at)
    case 'note':
      return [paragraph('NoteText', children(block.runs))]
    case 'pageBreak':
      return [new Paragraph({ children: [new PageBreak()] })]
    case 'appendices':
      return [
        paragraph('Requisite', [
          new TextRun(`${block.label} `),
          ...stacked(
            block.items.length === 1 ? block.items : block.items.map((item, i) => `${i + 1}. ${item}`),
          ),
        ]),
      ]
    case 'signatures':
      return block.signatures.map((one) =>
        paragraph('Requisite', textRuns(`${one.position}\t${one.name}`), {
          tabStops: [{ type: TabStopType.LEFT, position: Math.round(at.width * 0.6) }],
          spacing: { before: 360, after: 120 },
          keepLines: true,
        }),
      )
    case 'executor':
      return [paragraph('NoteText', textRuns(block.text), { spacing: { before: 480 } })]
  }
}

function docxTable(table: TableModel, at: Setting): (Paragraph | Table)[] {
  const widths = table.columns.map((column) => Math.round((at.width * column.percent) / 100))
  const rows = (part: readonly Row[], bold: boolean, isHeader: boolean) =>
    part.map(
      (row, r) =>
        new TableRow({
          tableHeader: isHeader,
          cantSplit: isHeader,
          children: row.map((cell, c) => docxCell(cell, { table, part, r, c, bold, isHeader })),
        }),
    )
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

type Place = {
  readonly table: TableModel
  readonly part: readonly Row[]
  readonly r: number
  readonly c: number
  readonly bold: boolean
  readonly isHeader: boolean
}

function docxCell(cell: Cell, place: Place): TableCell {
  const column = place.table.columns[columnOf(place.part, place.r, place.c)]
  const align = place.isHeader ? 'center' : (cell.align ?? column?.align ?? 'start')
  return new TableCell({
    columnSpan: cell.columns,
    rowSpan: cell.rows,
    children: cell.paragraphs.map((runs) =>
      paragraph('TableText', children(runs, place.bold), { alignment: ALIGNMENT[align] }),
    ),
  })
}

/** The grid column where a cell begins, past those that reach down from rows above. */
function columnOf(rows: readonly Row[], wantedRow: number, wantedCell: number): number {
  const reach: number[] = []
  for (const [r, row] of rows.entries()) {
    let column = 0
    for (const [c, cell] of row.entries()) {
      while ((reach[column] ?? 0) > r) column++
      if (r === wantedRow && c === wantedCell) return column
      for (let i = 0; i < cell.columns; i++) reach[column++] = r + cell.rows
    }
  }
  return 0
}

function docxFigure(figure: Figure, at: Setting): (Paragraph | Table)[] {
  const { picture } = figure
  const table = figure.table ? docxTable(figure.table, at) : []
  if (picture.type === 'svg') {
    if (table.length > 0) return table
    const text = texts[at.locale].pictureLeftOut(figure.alt)
    return [paragraph('NoteText', textRuns(text, { italics: true }))]
  }
  const width = Math.round(((at.width / 15) * figure.percent) / 100)
  const height = Math.round((width * picture.height) / picture.width)
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      keepNext: figure.caption !== '',
      children: [
        new ImageRun({
          type: 'png',
          data: picture.bytes,
          transformation: { width, height },
          altText: { name: figure.caption || figure.alt, description: figure.alt, title: figure.alt },
        }),
      ],
    }),
    ...(figure.caption
      ? [paragraph('Caption', textRuns(figure.caption), { alignment: AlignmentType.CENTER })]
      : []),
    ...table,
  ]
}
