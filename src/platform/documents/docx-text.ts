/** Runs and paragraphs of WordprocessingML, by the styles of `docx-styles.ts`. */
import {
  AlignmentType,
  ExternalHyperlink,
  type IParagraphOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx'
import type { Locale } from '../../kernel/texts.ts'
import { lines } from './clean-text.ts'
import type { Layout } from './layouts.ts'
import type { Align, Runs } from './model.ts'

/** `width` is that of the text, in twentieths of a point. `lists` counts ordered lists: each begins at 1. */
export type Setting = {
  readonly layout: Layout
  readonly locale: Locale
  readonly width: number
  readonly lists: { count: number }
}

export const ALIGNMENT = {
  start: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  end: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, string>

export function textRuns(
  text: string,
  look: { bold?: boolean; italics?: boolean; style?: string } = {},
): TextRun[] {
  return lines(text).map((line, i) => new TextRun({ ...look, text: line, ...(i > 0 ? { break: 1 } : {}) }))
}

export function children(runs: Runs, bold = false): ParagraphChild[] {
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

export function paragraph(
  style: string,
  content: readonly ParagraphChild[],
  more: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({ style, children: content, ...more })
}
