/**
 * One record: where does it end, is it well-formed, and what do the fields say that are kept? One way over the bytes;
 * only what is kept becomes text. What has comments, attributes or CDATA goes the long way, through an XML parser.
 */
import type { BrokenReason } from '../types.ts'
import type { Gathered } from './encoding.ts'
import { entityLength, LONGEST_ENTITY } from './entities.ts'

/** Paths that are read. Founders, beneficiaries, members and tax data never become text. */
export const PATHS = [
  'RECORD',
  'NAME',
  'SHORT_NAME',
  'EDRPOU',
  'OPF',
  'STAN',
  'TYPE_SUBJECT',
  'TYPE_BRANCH',
  'REGISTRATION',
  'PURPOSE',
  'ADDRESS',
  'BOSS',
  'FIO',
  'SIGNERS/SIGNER',
] as const
export type FieldPath = (typeof PATHS)[number]

/** Texts of a record in the order of `PATHS`; several of one path stand in one text, parted by `BETWEEN`. */
export type Fields = (string | undefined)[]

/** A character that no XML has. */
export const BETWEEN = '\u001f'

export function field(fields: Fields, path: FieldPath): string {
  return fields[pathNumber(path)] ?? ''
}

const NAMED: readonly string[] = PATHS

/** Its place in the fields of a record; -1 for a path that is not kept. */
export function pathNumber(path: string): number {
  return NAMED.indexOf(path)
}

export type Scanned =
  /** `end`: after the last byte of the record. Its texts were gathered. */
  | { readonly end: number }
  | { readonly broken: BrokenReason }
  /** `more`: the bytes end within the record. */
  | 'more'
  | 'long_way'

/** What a byte is within a text: 0 a letter, 1 `<`, 2 `&`, 3 `>`, 4 a character that XML does not have. */
const KINDS = new Uint8Array(256)
for (let i = 0; i < 0x20; i++) KINDS[i] = 4
for (const space of [0x09, 0x0a, 0x0d]) KINDS[space] = 0
KINDS[0x3c] = 1
KINDS[0x26] = 2
KINDS[0x3e] = 3

const NAME_BYTES = new Uint8Array(256)
for (const c of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.:')
  NAME_BYTES[c.charCodeAt(0)] = 1

/** Names of elements that are known, each in a slot of its own; another name in that slot is told by its bytes. */
type Known = { readonly bytes: Buffer; readonly path: number; readonly inside: ReadonlyMap<string, number> }
const SLOTS: (Known | undefined)[] = Array.from({ length: 1024 })
for (const name of new Set(PATHS.map((path) => path.split('/')[0]!))) {
  const bytes = Buffer.from(name)
  const slot = slotOf(bytes[0]!, bytes[bytes.length - 1]!, bytes[bytes.length >> 1]!, bytes.length)
  if (SLOTS[slot]) throw new Error(`two names of fields in one slot: ${name}`)
  const inside = PATHS.filter((path) => path.startsWith(`${name}/`))
  SLOTS[slot] = {
    bytes,
    path: pathNumber(name),
    inside: new Map(inside.map((path) => [path.slice(name.length + 1), pathNumber(path)])),
  }
}

function slotOf(first: number, last: number, middle: number, length: number): number {
  return (first * 7 + last * 31 + middle * 131 + length * 257) & 1023
}

const DEEPEST = 24
/** Where the names of the elements that are open begin, and how long they are; the record's own first. */
const openFrom = new Int32Array(DEEPEST)
const openLength = new Int32Array(DEEPEST)

/**
 * @param from where the record's `<` stands
 * @param to where the bytes end that are there
 */
export function scanRecord(bytes: Buffer, from: number, to: number, gathered: Gathered): Scanned {
  const kinds = KINDS
  const nameBytes = NAME_BYTES
  const froms = openFrom
  const lengths = openLength
  let depth = 0
  let i = from
  let textFrom = from
  let hasEntities = false
  let leaf = false
  /** The child of the record that is open, where its name is known. */
  let child: Known | undefined
  for (;;) {
    let kind = 0
    while (i < to) {
      kind = kinds[bytes[i]!]!
      if (kind !== 0) break
      i++
    }
    if (i >= to) return 'more'
    if (kind === 1) {
      if (bytes[i + 1] === 0x2f) {
        // The end of the element that is open: its name must stand here again.
        if (depth === 0) return { broken: 'mismatched' }
        const length = lengths[depth - 1]!
        const at = i + 2
        if (at + length >= to) return 'more'
        const name = froms[depth - 1]!
        if (!sameName(bytes, at, name, length)) return { broken: 'mismatched' }
        const after = bytes[at + length]!
        if (after !== 0x3e) return isOdd(after) ? 'long_way' : { broken: 'mismatched' }
        if (leaf && child !== undefined && i > textFrom) {
          const path = depth === 2 ? child.path : depth === 3 ? innerPath(child, bytes, name, length) : -1
          if (path >= 0) gathered.add(bytes, textFrom, i, path, hasEntities)
        }
        leaf = false
        i = at + length + 1
        depth--
        if (depth === 0) return { end: i }
        continue
      }
      const name = i + 1
      let at = name
      while (at < to && nameBytes[bytes[at]!] === 1) at++
      if (at + 1 >= to && !(at < to && bytes[at] === 0x3e)) return 'more'
      const first = bytes[name]!
      if (at === name || first < 0x41)
        return first === 0x21 || first === 0x3f || first > 0x7f ? 'long_way' : NOT_WELL_FORMED
      const after = bytes[at]!
      if (after === 0x3e) {
        if (depth === DEEPEST) return { broken: 'too_deep' }
        const length = at - name
        froms[depth] = name
        lengths[depth] = length
        // A record within a record: the end of the outer one was lost.
        if (depth > 0 && length === lengths[0] && sameName(bytes, name, froms[0]!, length))
          return { broken: 'unclosed' }
        if (depth === 1) child = knownName(bytes, name, length)
        depth++
        leaf = true
        hasEntities = false
        i = textFrom = at + 1
      } else if (after === 0x2f && bytes[at + 1] === 0x3e && depth > 0) {
        leaf = false
        i = at + 2
      } else return isOdd(after) ? 'long_way' : NOT_WELL_FORMED
    } else if (kind === 2) {
      const length = entityLength(bytes, i, to)
      if (length === 0) return to - i < LONGEST_ENTITY ? 'more' : { broken: 'entity' }
      hasEntities = true
      i += length
    } else if (kind === 3) {
      if (i - textFrom > 1 && bytes[i - 1] === 0x5d && bytes[i - 2] === 0x5d) return NOT_WELL_FORMED
      i++
    } else return { broken: 'control_character' }
  }
}

const NOT_WELL_FORMED: Scanned = { broken: 'not_well_formed' }

function sameName(bytes: Buffer, a: number, b: number, length: number): boolean {
  for (let k = 0; k < length; k++) if (bytes[a + k] !== bytes[b + k]) return false
  return true
}

function knownName(bytes: Buffer, from: number, length: number): Known | undefined {
  const slot = slotOf(bytes[from]!, bytes[from + length - 1]!, bytes[from + (length >> 1)]!, length)
  const known = SLOTS[slot]
  if (known === undefined || known.bytes.length !== length) return undefined
  for (let i = 0; i < length; i++) if (known.bytes[i] !== bytes[from + i]) return undefined
  return known
}

function innerPath(child: Known, bytes: Buffer, from: number, length: number): number {
  if (child.inside.size === 0) return -1
  return child.inside.get(bytes.toString('latin1', from, from + length)) ?? -1
}

/** Puts a text into the fields of its record. */
export function keep(fields: Fields, path: number, value: string): void {
  const before = fields[path]
  fields[path] = before === undefined ? value : before + BETWEEN + value
}

/** After a name: a space, or a letter that is not ASCII. */
function isOdd(byte: number): boolean {
  return byte > 0x7f || byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d
}
