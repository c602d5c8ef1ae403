/** DOCX (ISO/IEC 29500) of an official document, to be edited by a clerk. */
import type { DocxBlock } from './docx-blocks.ts'
import type { OfficialDocument } from './model.ts'
import { press } from './press.ts'
import { compose, type PrintBlock } from './print.ts'
import { texts } from './texts/index.ts'

/**
 * The same document gives the same bytes. Pictures in SVG give way to their tables.
 * @throws Unavailable when too many documents wait, or this one takes longer than a minute
 */
export async function renderDocx(doc: OfficialDocument): Promise<Uint8Array> {
  const { madeAt, parts, ...print } = compose(doc)
  const withoutDrawings = parts.map((part) => ({
    orientation: part.orientation,
    blocks: part.blocks.map((block) => instead(block, print.locale)),
  }))
  return press({ format: 'docx', input: { ...print, madeAt: madeAt.toString(), parts: withoutDrawings } })
}

function instead(block: PrintBlock, locale: OfficialDocument['locale']): DocxBlock {
  if (block.kind !== 'figure') return block
  const { picture } = block
  if (picture.type === 'png') return { ...block, picture }
  const text = texts[locale].pictureLeftOut(block.alt)
  return block.table ?? { kind: 'note', runs: [{ text, italic: true }] }
}
