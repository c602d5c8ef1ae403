/** What the template `official.typ` reads: the document as JSON, its pictures as files. */
import { readFileSync } from 'node:fs'
import { coverage, drawable } from './font-coverage.ts'
import type { Figure } from './model.ts'
import type { PrintBlock, PrintDocument } from './print.ts'

export type TypstPicture = { readonly path: string; readonly bytes: Uint8Array }
export type TypstInput = {
  readonly json: string
  readonly pictures: readonly TypstPicture[]
  /** Seconds since 1970. */
  readonly timestamp: number
}

const A4 = { portrait: 210 }

const FACES = ['Regular', 'Bold', 'Italic', 'BoldItalic']

/** The faces of the document font, as bytes of TrueType files. */
export function readFonts(): Buffer[] {
  return FACES.map((face) => readFileSync(new URL(`fonts/LiberationSerif-${face}.ttf`, import.meta.url)))
}

let covered: ReadonlySet<number> | undefined

function coveredByAll(): ReadonlySet<number> {
  if (covered) return covered
  const [first, ...others] = readFonts().map(coverage)
  covered = new Set([...first!].filter((code) => others.every((other) => other.has(code))))
  return covered
}

export function typstInput(doc: PrintDocument): TypstInput {
  const pictures: TypstPicture[] = []
  const glyphs = coveredByAll()
  const made = doc.madeAt.toZonedDateTimeISO('UTC')
  const { layout } = doc
  const data = {
    title: doc.title,
    author: doc.author,
    lang: doc.locale,
    region: doc.locale === 'uk' ? 'UA' : 'GB',
    made: {
      year: made.year,
      month: made.month,
      day: made.day,
      hour: made.hour,
      minute: made.minute,
      second: made.second,
    },
    layout,
    textWidth: A4.portrait - layout.marginLeft - layout.marginRight,
    demonstration: doc.demonstration,
    parts: doc.parts.map((part) => ({
      orientation: part.orientation,
      blocks: part.blocks.map((block) => withPath(block, pictures)),
    })),
  }
  const json = JSON.stringify(data, (_, value: unknown) =>
    typeof value === 'string' ? drawable(value, glyphs) : value,
  )
  return { json, pictures, timestamp: Math.floor(doc.madeAt.epochMilliseconds / 1000) }
}

function withPath(block: PrintBlock, pictures: TypstPicture[]): Exclude<PrintBlock, Figure> | PathFigure {
  if (block.kind !== 'figure') return block
  const { picture, ...rest } = block
  const path = `/pictures/${pictures.length + 1}.${picture.type}`
  pictures.push({ path, bytes: picture.type === 'png' ? picture.bytes : svgBytes(picture.markup.toString()) })
  return { ...rest, path }
}

type PathFigure = Omit<Figure, 'picture'> & { readonly path: string }

/** Inline SVG of a page needs no name space; a file does. */
function svgBytes(markup: string): Uint8Array {
  const named = /<svg[^>]*\sxmlns=/.test(markup)
    ? markup
    : markup.replace(/<svg/, '<svg xmlns="http://www.w3.org/2000/svg"')
  return new TextEncoder().encode(named.trim())
}
