/** Letters of an export: the bytes decide, the prolog only where they say nothing. */
import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../types.ts'
import { entityAt } from './entities.ts'

/**
 * Parts of the bytes that will be texts. They are gathered and become texts together: one step for a megabyte of
 * records is much quicker than one for each field.
 */
export type Gathered = {
  readonly count: number
  /** @param mark a number that comes back with the text */
  add(bytes: Buffer, from: number, to: number, mark: number, hasEntities: boolean): void
  /** Forgets what was added after the first so many. */
  rewind(count: number): void
  /** All texts in their order, and forgets them. */
  take(): { readonly texts: readonly string[]; readonly marks: readonly number[] }
}

const CYRILLIC = Uint16Array.from(
  new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, i) => i)),
  (letter) => letter.charCodeAt(0),
)

/** Of the first bytes of a file. A prolog that lies is not believed: real exports have been declared wrongly. */
export function sniffEncoding(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le'
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be'
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  const plain = withoutCutLetter(head)
  if (plain.some((byte) => byte > 0x7f)) return isUtf8(plain) ? 'utf-8' : 'windows-1251'
  return /encoding\s*=\s*["']utf-?8/i.test(head.toString('latin1', 0, 200)) ? 'utf-8' : 'windows-1251'
}

/** A letter of several bytes may be cut at the end of what was read. */
function withoutCutLetter(head: Buffer): Buffer {
  let end = head.length
  while (end > 0 && head.length - end < 3 && (head[end - 1]! & 0xc0) === 0x80) end -= 1
  return head.subarray(0, end > 0 && head[end - 1]! >= 0xc0 ? end - 1 : end)
}

export function gather(encoding: 'windows-1251' | 'utf-8'): Gathered {
  return encoding === 'utf-8' ? gatherUnicode() : gatherCyrillic()
}

/** A letter is a look into a table. */
function gatherCyrillic(): Gathered {
  let letters = new Uint16Array(1 << 18)
  let marks: number[] = []
  let ends: number[] = []
  let length = 0
  return {
    get count() {
      return marks.length
    },
    add(bytes, from, to, mark, hasEntities) {
      const size = to - from
      if (length + size > letters.length) {
        const larger = new Uint16Array((length + size) * 2)
        larger.set(letters)
        letters = larger
      }
      const [table, into, at] = [CYRILLIC, letters, length]
      if (hasEntities) length += addUnescaped(bytes, from, to, into, at)
      else {
        for (let i = 0; i < size; i++) into[at + i] = table[bytes[from + i]!]!
        length += size
      }
      marks.push(mark)
      ends.push(length)
    },
    rewind(count) {
      marks.length = ends.length = count
      length = ends.at(-1) ?? 0
    },
    take() {
      const whole = Buffer.from(letters.buffer, 0, length * 2).toString('utf16le')
      let start = 0
      const texts = ends.map((end) => {
        const text = whole.slice(start, end)
        start = end
        return text
      })
      const taken = { texts, marks }
      marks = []
      ends = []
      length = 0
      return taken
    },
  }
}

/** @returns how many letters were written */
function addUnescaped(bytes: Buffer, from: number, to: number, into: Uint16Array, at: number): number {
  let end = at
  for (let i = from; i < to; ) {
    const byte = bytes[i]!
    if (byte !== 0x26) {
      into[end++] = CYRILLIC[byte]!
      i++
      continue
    }
    const { code, length } = entityAt(bytes, i, to)
    // A character of two halves is never shorter as an entity.
    const halves = String.fromCodePoint(code)
    for (let half = 0; half < halves.length; half++) into[end++] = halves.charCodeAt(half)
    i += length
  }
  return end - at
}

function gatherUnicode(): Gathered {
  let texts: string[] = []
  let marks: number[] = []
  return {
    get count() {
      return marks.length
    },
    add(bytes, from, to, mark, hasEntities) {
      texts.push(hasEntities ? unescaped(bytes, from, to) : bytes.toString('utf8', from, to))
      marks.push(mark)
    },
    rewind(count) {
      texts.length = marks.length = count
    },
    take() {
      const taken = { texts, marks }
      texts = []
      marks = []
      return taken
    },
  }
}

function unescaped(bytes: Buffer, from: number, to: number): string {
  let text = ''
  let start = from
  for (let i = bytes.indexOf(0x26, from); i >= 0 && i < to; i = bytes.indexOf(0x26, start)) {
    const { code, length } = entityAt(bytes, i, to)
    text += bytes.toString('utf8', start, i) + String.fromCodePoint(code)
    start = i + length
  }
  return text + bytes.toString('utf8', start, to)
}
