/** Which characters a TrueType font can draw: its `cmap` table (OpenType 1.9, formats 4 and 12). */

function table(view: DataView, wanted: string): number {
  for (let i = 0; i < view.getUint16(4); i++) {
    const record = 12 + i * 16
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)))
    if (tag === wanted) return view.getUint32(record + 8)
  }
  throw new Error(`the font has no table ${wanted}`)
}

function readFormat4(view: DataView, at: number, into: Set<number>): void {
  const twice = view.getUint16(at + 6)
  const ends = at + 14
  const starts = ends + twice + 2
  const deltas = starts + twice
  const offsets = deltas + twice
  for (let i = 0; i < twice; i += 2) {
    const [start, end] = [view.getUint16(starts + i), view.getUint16(ends + i)]
    const [delta, offset] = [view.getUint16(deltas + i), view.getUint16(offsets + i)]
    for (let code = start; code <= end && code < 0xffff; code++) {
      const raw = offset === 0 ? code : view.getUint16(offsets + i + offset + (code - start) * 2)
      if (offset === 0 ? (raw + delta) & 0xffff : raw) into.add(code)
    }
  }
}

function readFormat12(view: DataView, at: number, into: Set<number>): void {
  for (let i = 0; i < view.getUint32(at + 12); i++) {
    const group = at + 16 + i * 12
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code++) into.add(code)
  }
}

/** Code points with a glyph. */
export function coverage(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = table(view, 'cmap')
  const covered = new Set<number>()
  for (let i = 0; i < view.getUint16(cmap + 2); i++) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4)
    const format = view.getUint16(at)
    if (format === 4) readFormat4(view, at, covered)
    else if (format === 12) readFormat12(view, at, covered)
  }
  return covered
}

const WHITE_SQUARE = '□'
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u

/**
 * A text that the fonts can draw. What they cannot becomes a white square: PDF/UA-1 (ISO 14289-1, 7.21.8)
 * forbids characters without a glyph, and one emoji in a resident's proposal must not stop a report.
 */
export function drawable(text: string, covered: ReadonlySet<number>): string {
  let result = ''
  for (const char of text) {
    if (char === '\n' || covered.has(char.codePointAt(0)!)) result += char
    else if (!INVISIBLE.test(char)) result += WHITE_SQUARE
  }
  return result
}
