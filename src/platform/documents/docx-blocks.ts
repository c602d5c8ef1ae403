/** Blocks of the document as paragraphs and tables of WordprocessingML. */
import {
  AlignmentType,
  HeadingLevel,
  ImageRun,
  PageBreak,
  Paragraph,
  Tab,
  type Table,
  TabStopType,
  TextRun,
} from 'docx'
import { plain } from './clean-text.ts'
import { DASHES, FIGURES, twips } from './docx-styles.ts'
import { docxTable } from './docx-table.ts'
import { ALIGNMENT, children, paragraph, type Setting, textRuns } from './docx-text.ts'
import type { Figure, Picture } from './model.ts'
import type { PrintBlock } from './print.ts'

type PngFigure = Figure & { readonly picture: Extract<Picture, { type: 'png' }> }
/** Word shows no inline SVG: such pictures were replaced before. */
export type DocxBlock = Exclude<PrintBlock, Figure> | PngFigure

const HEADINGS = { 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3, 4: HeadingLevel.HEADING_4 } as const

function stacked(values: readonly string[], bold = false): TextRun[] {
  return textRuns(values.join('\n'), bold ? { bold } : {})
}

function tabbed(values: readonly string[]): TextRun[] {
  return [new TextRun({ children: values.flatMap((value, i) => (i > 0 ? [new Tab(), value] : [value])) })]
}

export function docxBlock(block: DocxBlock, at: Setting): (Paragraph | Table)[] {
  const { layout } = at
  switch (block.kind) {
    case 'corner':
      return [paragraph('Requisite', stacked(block.lines, block.strong), { alignment: AlignmentType.RIGHT })]
    case 'addressee': {
      const left = Math.min(twips(layout.addresseeIndent), Math.round(at.width * 0.55))
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
        paragraph('Requisite', tabbed([block.date, block.place, block.number]), {
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
        paragraph('Requisite', tabbed([one.position, one.name]), {
          tabStops: [{ type: TabStopType.LEFT, position: Math.round(at.width * 0.6) }],
          spacing: { before: 360, after: 120 },
          keepLines: true,
        }),
      )
    case 'executor':
      return [paragraph('NoteText', textRuns(block.text), { spacing: { before: 480 } })]
  }
}

function docxFigure(figure: PngFigure, at: Setting): (Paragraph | Table)[] {
  const { picture } = figure
  const table = figure.table ? docxTable(figure.table, at) : []
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
