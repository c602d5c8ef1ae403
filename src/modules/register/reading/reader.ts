/**
 * Reads records out of a stream without line breaks. What is damaged costs only itself: reading goes on at the next
 * beginning of a record.
 */
import { isUtf8 } from 'node:buffer'
import type { BrokenReason } from '../types.ts'
import { gather } from './encoding.ts'
import { type Fields, keep, PATHS, pathNumber, type Scanned, scanRecord } from './record.ts'

export type Piece =
  | {
      readonly kind: 'record'
      readonly fields: Fields
      readonly offset: number
      readonly length: number
      /** Of a record whose name cannot be kept: it will be set aside. */
      readonly bytes?: Buffer
    }
  | {
      readonly kind: 'broken'
      readonly reason: BrokenReason
      readonly offset: number
      readonly length: number
      /** The first of them. */
      readonly bytes: Buffer
    }

/** Bytes of the longest record; real ones with hundreds of founders have some hundred kilobytes. */
export const LONGEST_RECORD = 4 * 1024 * 1024

/** Of a piece that is set aside so many bytes are kept. */
const MOST_BYTES_KEPT = 16 * 1024

export type Reader = {
  /** @param chunk may be used again by the caller afterwards
   *  @param last no bytes follow */
  read(chunk: Buffer, last: boolean): readonly Piece[]
  /** Where the first byte stands that is not read yet: there another reading may begin. */
  readonly offset: number
}

export type ReaderOptions = {
  /** Name of the element that is a record: `SUBJECT` or `RECORD`. */
  readonly tag: string
  readonly encoding: 'windows-1251' | 'utf-8'
  /** Of the first byte that will come. */
  readonly offset: number
  /** An XML parser, for records that the quick way does not understand. */
  readonly longWay: (record: Buffer) => Fields | BrokenReason
}

export function recordReader({ tag, encoding, offset, longWay }: ReaderOptions): Reader {
  const opening = Buffer.from(`<${tag}`)
  const closing = Buffer.from(`</${tag}>`)
  const gathered = gather(encoding)
  /** One piece of memory for all chunks: what is read again and again need not be made anew. */
  let store = Buffer.allocUnsafeSlow(1 << 21)
  let held = store.subarray(0, 0)
  let base = offset
  /** The beginning of a record that is too long was told already; the rest of it is skipped. */
  let skipping = false

  function nextOpening(from: number): number {
    for (let at = held.indexOf(opening, from); at >= 0; at = held.indexOf(opening, at + 1)) {
      const after = held[at + opening.length]
      if (after === undefined || ENDS_NAME.has(after)) return at
    }
    return -1
  }
  const broken = (from: number, to: number, reason: BrokenReason): Piece => ({
    kind: 'broken',
    bytes: Buffer.from(held.subarray(from, Math.min(to, from + MOST_BYTES_KEPT))),
    length: to - from,
    offset: base + from,
    reason,
  })
  const record = (from: number, to: number, fields: Fields): Piece =>
    encoding === 'utf-8' && !isUtf8(held.subarray(from, to))
      ? broken(from, to, 'encoding')
      : { kind: 'record', fields, offset: base + from, length: to - from }

  /** What stands before the next record, from `at` on. Gives where the record begins, or null: more bytes are needed. */
  function between(at: number, last: boolean, into: Piece[]): number | null {
    const start = nextOpening(at)
    if (start >= 0) {
      if (!skipping && !isBetween(held, at, start)) into.push(broken(at, start, 'stray'))
      return start
    }
    // A beginning may stand at the very end of what came so far.
    const sure = last ? held.length : Math.max(at, held.length - opening.length)
    if (!skipping && !isBetween(held, at, sure)) {
      if (!last && sure - at <= LONGEST_RECORD) return wait(at)
      into.push(broken(at, sure, 'stray'))
      skipping = !last
    }
    return wait(sure)
  }

  /** A record that is not what it should be. Gives where it ends, or null: its end is not there yet. */
  function oddRecord(start: number, scanned: Odd, last: boolean, into: Piece[]): number | null {
    const close = held.indexOf(closing, start + opening.length)
    const next = nextOpening(start + opening.length)
    const end = close < 0 ? -1 : close + closing.length
    if (next >= 0 && (end < 0 || next < end)) {
      into.push(broken(start, next, 'unclosed'))
      return next
    }
    if (end < 0) {
      if (!last && held.length - start <= LONGEST_RECORD) return wait(start)
      into.push(broken(start, held.length, last ? 'cut_off' : 'too_long'))
      skipping = !last
      return wait(held.length)
    }
    if (end - start > LONGEST_RECORD) into.push(broken(start, end, 'too_long'))
    else if (scanned === 'long_way' || scanned === 'more') {
      const read = longWay(held.subarray(start, end))
      into.push(typeof read === 'string' ? broken(start, end, read) : record(start, end, read))
    } else into.push(broken(start, end, scanned.broken))
    return end
  }

  function append(chunk: Buffer): void {
    const size = held.length + chunk.length
    if (size > store.length) {
      const larger = Buffer.allocUnsafeSlow(size * 2)
      held.copy(larger)
      store = larger
    } else held.copy(store)
    chunk.copy(store, held.length)
    held = store.subarray(0, size)
  }

  function wait(from: number): null {
    held = held.subarray(from)
    base += from
    return null
  }

  function read(chunk: Buffer, last: boolean): readonly Piece[] {
    append(chunk)
    const [whole, from] = [held, base]
    const pieces: Piece[] = []
    /** Of each record that was gathered: where its texts begin, and whose they are. */
    const owners: { readonly first: number; readonly fields: Fields }[] = []
    for (let at: number | null = 0; at !== null; ) {
      const start: number | null = startsRecord(held, at, opening) ? at : between(at, last, pieces)
      if (start === null) break
      skipping = false
      const first = gathered.count
      const scanned = scanRecord(held, start, held.length, gathered)
      if (typeof scanned === 'object' && 'end' in scanned) {
        const fields: Fields = new Array(PATHS.length)
        owners.push({ first, fields })
        pieces.push(record(start, scanned.end, fields))
        at = scanned.end
        continue
      }
      gathered.rewind(first)
      at = oddRecord(start, scanned, last, pieces)
    }
    fill(owners)
    for (const [n, piece] of pieces.entries()) {
      if (piece.kind === 'broken' || hasName(piece.fields)) continue
      const at = piece.offset - from
      const bytes = Buffer.from(whole.subarray(at, at + Math.min(piece.length, MOST_BYTES_KEPT)))
      pieces[n] = { ...piece, bytes }
    }
    return pieces
  }

  function fill(owners: readonly { readonly first: number; readonly fields: Fields }[]): void {
    const { texts, marks } = gathered.take()
    for (const [n, { first, fields }] of owners.entries()) {
      const end = owners[n + 1]?.first ?? texts.length
      for (let i = first; i < end; i++) keep(fields, marks[i]!, texts[i]!)
    }
  }
  return {
    read,
    get offset() {
      return base
    },
  }
}

type Odd = Exclude<Scanned, { readonly end: number }>

/** Letters of the longest name that is kept. */
export const LONGEST_NAME = 2_000
const NAME = pathNumber('NAME')

function hasName(fields: Fields): boolean {
  const name = fields[NAME]
  return name !== undefined && name.length <= LONGEST_NAME && name.trim() !== ''
}

const ENDS_NAME: ReadonlySet<number> = new Set([0x3e, 0x20, 0x09, 0x0a, 0x0d, 0x2f])

/** Most records follow one another at once: then nothing need be searched. */
function startsRecord(bytes: Buffer, at: number, opening: Buffer): boolean {
  if (at + opening.length >= bytes.length || !ENDS_NAME.has(bytes[at + opening.length]!)) return false
  for (let i = 0; i < opening.length; i++) if (bytes[at + i] !== opening[i]) return false
  return true
}

/** Spaces, the prolog, the root's beginning and end: nothing that belongs to a record. */
function isBetween(bytes: Buffer, from: number, to: number): boolean {
  let start = from
  while (start < to && bytes[start]! <= 0x20) start++
  if (start === to) return true
  if (to - start > 4_096) return false
  return /^(?:ï»¿)?(?:\s|<\?[^<>]*\?>|<!--(?:[^-]|-[^-])*-->|<\/?[A-Za-z_][\w.-]*(?:\s[^<>]*)?>)*$/.test(
    bytes.toString('latin1', start, to),
  )
}
