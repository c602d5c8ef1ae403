/** DOCX (ISO/IEC 29500) of an official document, to be edited by a clerk. */
import {
  AlignmentType,
  convertMillimetersToTwip,
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
import { docxBlock } from './docx-blocks.ts'
import { numbering, styles } from './docx-styles.ts'
import type { Setting } from './docx-text.ts'
import type { OfficialDocument } from './model.ts'
import { compose, type PrintDocument, type PrintPart } from './print.ts'
import { settle } from './settle-docx.ts'

const A4 = { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) }

/** The same document gives the same bytes. Pictures in SVG give way to their tables. */
export async function renderDocx(doc: OfficialDocument): Promise<Uint8Array> {
  const print = compose(doc)
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
  return settle(await Packer.toBuffer(file), print.madeAt)
}

function section(
  print: PrintDocument,
  part: PrintPart,
  isFirst: boolean,
  lists: Setting['lists'],
): ISectionOptions {
  const { layout, locale } = print
  const margin = {
    left: convertMillimetersToTwip(layout.marginLeft),
    right: convertMillimetersToTwip(layout.marginRight),
    top: convertMillimetersToTwip(layout.marginTop),
    bottom: convertMillimetersToTwip(layout.marginBottom),
    header: convertMillimetersToTwip(layout.marginTop / 2),
    footer: convertMillimetersToTwip(layout.marginBottom / 2),
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

function pageNumber({ layout }: PrintDocument): Paragraph[] {
  if (layout.pageNumberPlace === 'none') return []
  return [
    new Paragraph({
      alignment: layout.pageNumberPlace === 'topEnd' ? AlignmentType.RIGHT : AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT], size: 24 })],
    }),
  ]
}

function header(print: PrintDocument, numbered: readonly Paragraph[]): Header {
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
