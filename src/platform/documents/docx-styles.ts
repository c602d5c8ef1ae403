/** Named styles of the DOCX, so that a clerk restyles the whole document and not each paragraph. */
import { AlignmentType, type IPropertiesOptions, LevelFormat } from 'docx'
import type { Layout } from './layouts.ts'

type Styles = NonNullable<IPropertiesOptions['styles']>
type Numbering = NonNullable<IPropertiesOptions['numbering']>

/** Twentieths of a point. */
export function twips(millimetres: number): number {
  return Math.round((millimetres / 25.4) * 1440)
}

/** Line spacing in 240ths of a line. */
function spaced(multiple: number, before = 0, after = 0) {
  return { line: Math.round(multiple * 240), before: before * 20, after: after * 20 }
}

export function styles(layout: Layout, language: string): Styles {
  const indent = twips(layout.firstLineIndent)
  const heading = (alignment: 'left' | 'center', italics = false) => ({
    run: { bold: true, italics, size: layout.fontSize * 2, color: '000000' },
    paragraph: { alignment, spacing: spaced(layout.requisiteSpacing, 10, 8), keepNext: true },
  })
  const requisite = { spacing: spaced(layout.requisiteSpacing, 0, 8) }
  return {
    default: {
      document: {
        run: {
          font: layout.fontFamily,
          size: layout.fontSize * 2,
          language: { value: language, eastAsia: language },
        },
      },
      heading1: heading(layout.headingPlace === 'left' ? 'left' : 'center'),
      heading2: heading('center'),
      heading3: heading('left'),
      heading4: heading('left', true),
      caption: {
        run: { size: layout.tableFontSize * 2, color: '000000' },
        paragraph: { spacing: spaced(1, 8, 4), keepNext: true },
      },
    },
    paragraphStyles: [
      {
        id: 'ActText',
        name: 'Act Text',
        basedOn: 'Normal',
        quickFormat: true,
        paragraph: {
          alignment: AlignmentType.BOTH,
          indent: { firstLine: indent },
          spacing: spaced(layout.textSpacing),
        },
      },
      { id: 'Requisite', name: 'Requisite', basedOn: 'Normal', quickFormat: true, paragraph: requisite },
      {
        id: 'Letterhead',
        name: 'Letterhead',
        basedOn: 'Requisite',
        paragraph: { ...requisite, alignment: AlignmentType.CENTER },
      },
      {
        id: 'TableText',
        name: 'Table Text',
        basedOn: 'Normal',
        quickFormat: true,
        run: { size: layout.tableFontSize * 2 },
        paragraph: { spacing: spaced(1) },
      },
      {
        id: 'NoteText',
        name: 'Note',
        basedOn: 'Normal',
        run: { size: layout.smallFontSize * 2 },
        paragraph: { spacing: spaced(1, 4, 8) },
      },
    ],
    characterStyles: [
      { id: 'Hyperlink', name: 'Hyperlink', run: { color: '1A4480', underline: { type: 'single' } } },
    ],
  }
}

export const DASHES = 'dashes'
export const FIGURES = 'figures'

export function numbering(layout: Layout): Numbering {
  const left = twips(layout.firstLineIndent + 7)
  const style = { paragraph: { indent: { left, hanging: twips(7) } } }
  return {
    config: [
      { reference: DASHES, levels: [{ level: 0, format: LevelFormat.BULLET, text: '–', style }] },
      { reference: FIGURES, levels: [{ level: 0, format: LevelFormat.DECIMAL, text: '%1)', style }] },
    ],
  }
}
