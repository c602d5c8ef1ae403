/** The file behind `docx.ts`. Loaded only by the press, as it holds its thread. */
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx'
import { TextWatermark } from 'docx/watermarks'
import { Temporal } from '../../kernel/civil-date.ts'
import { type DocxBlock, docxBlock } from './docx-blocks.ts'
import { numbering, styles, twips } from './docx-styles.ts'
import type { Setting } from './docx-text.ts'
import type { Orientation } from './model.ts'
import type { PrintDocument } from './print.ts'
import { settle } from './settle-docx.ts'

const A4 = { width: twips(210), height: twips(297) }

/** A document as it is sent to the press: plain data only. */
export type DocxInput = Omit<PrintDocument, 'madeAt' | 'parts'> & {
  readonly madeAt: string
  readonly parts: readonly DocxPart[]
}
export type DocxPart = { readonly orientation: Orientation; readonly blocks: readonly DocxBlock[] }

export async function docxFile(print: DocxInput): Promise<Uint8Array> {
  const { layout } = print
  const lists = { count: 0 }
  const file = new Document({
    title: print.title,
    creator: print.author,
    lastModifiedBy: print.author,
    styles: styles(layout, print.locale === 'uk' ? 'uk-UA' : 'en-GB'),
    numbering: numbering(layout),
    sections: print.parts.map((part, i) => section(print, part, i === 0, lists)),
  })
  return settle(await Packer.toBuffer(file), Temporal.Instant.from(print.madeAt))
}

function section(
  print: DocxInput,
  part: DocxPart,
  isFirst: boolean,
  lists: Setting['lists'],
): ISectionOptions {
  const { layout, locale } = print
  const margin = {
    left: twips(layout.marginLeft),
    right: twips(layout.marginRight),
    top: twips(layout.marginTop),
    bottom: twips(layout.marginBottom),
    header: twips(layout.marginTop / 2),
    footer: twips(layout.marginBottom / 2),
  }
  const isWide = part.orientation === 'landscape'
  const width = (isWide ? A4.height : A4.width) - margin.left - margin.right
  const at: Setting = { layout, locale, width, lists }
  const isUnnumbered = isFirst && layout.pageNumberFrom > 1
  const isBelow = layout.pageNumberPlace === 'bottomCentre'
  const numbered = pageNumber(print)
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: isUnnumbered,
      page: {
        size: { ...A4, orientation: isWide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin,
      },
    },
    headers: {
      default: header(print, isBelow ? [] : numbered),
      ...(isUnnumbered ? { first: header(print, []) } : {}),
    },
    ...(isBelow
      ? {
          footers: {
            default: new Footer({ children: numbered }),
            ...(isUnnumbered ? { first: new Footer({ children: [new Paragraph({})] }) } : {}),
          },
        }
      : {}),
    children: part.blocks.flatMap((block) => docxBlock(block, at)),
  }
}

function pageNumber({ layout }: DocxInput): Paragraph[] {
  if (layout.pageNumberPlace === 'none') return []
  return [
    new Paragraph({
      alignment: layout.pageNumberPlace === 'topEnd' ? AlignmentType.RIGHT : AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT], size: 24 })],
    }),
  ]
}

function header(print: DocxInput, numbered: readonly Paragraph[]): Header {
  const mark = print.demonstration
    ? [
        new Paragraph({
          children: [new TextWatermark({ text: print.demonstration, font: print.layout.fontFamily })],
        }),
      ]
    : []
  const content = [...numbered, ...mark]
  return new Header({ children: content.length > 0 ? content : [new Paragraph({})] })
}
