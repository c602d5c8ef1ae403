/**
 * Files that want to harm: each is refused by its first bytes, or read as a stream within bounds; nothing is written.
 * Pictures have their own part of this test.
 */
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { openExport } from '../../src/modules/register/source/file.ts'
import { recordsOf } from '../../src/modules/register/source/records.ts'
import { encodeXml, recordXml, registerBytes } from '../factories/register-xml.ts'
import { Outcome } from './outcome.ts'
import { newDataFolder } from './program.ts'

const REFUSED_MS = 1_000
const MORE_MB = 100
const GOOD = recordXml({ generation: 3, kind: 'uo', count: 1 }, 0)

export async function run(): Promise<number> {
  const outcome = new Outcome('T11')
  const folder = await newDataFolder()
  try {
    await bombs(outcome, folder, { large: 300 * 1024 * 1024, timed: true })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return outcome.finish()
}

type Size = {
  /** Bytes of what is only long. */ readonly large: number /** Time and memory are looked at. */
  readonly timed: boolean
}

export async function bombs(outcome: Outcome, folder: string, size: Size): Promise<void> {
  const path = join(folder, 'bomb')
  const refused: readonly (readonly [string, () => Buffer, string])[] = [
    ['billion laughs', () => Buffer.from(laughs()), 'doctype'],
    [
      'an external entity',
      () => Buffer.from('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><DATA/>'),
      'doctype',
    ],
    ['an archive that swells, honest', () => swelling(size.large, 'honest'), 'zip_bomb'],
    ['an archive of too many files', () => crowded(60_000), 'zip_many'],
    [
      'an archive whose end is gone',
      () =>
        Buffer.from(zipSync({ 'a.xml': registerBytes({ generation: 3, kind: 'uo', count: 50 }) })).subarray(
          0,
          -40,
        ),
      'zip_damaged',
    ],
    ['an archive with a password', encrypted, 'zip_encrypted'],
    [
      'a picture with another name',
      () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]),
      'not_register',
    ],
    ['nothing but zeros', () => Buffer.alloc(5_000_000), 'not_register'],
  ]
  for (const [what, make, code] of refused) {
    writeFileSync(path, make())
    const began = performance.now()
    const opened = await openExport(path)
    const ms = performance.now() - began
    outcome.check(opened === code, `${what}: ${typeof opened === 'string' ? opened : 'was read'}`)
    if (size.timed) outcome.check(ms <= REFUSED_MS, `${what}: refused after ${Math.round(ms)} ms`)
  }

  const streamed: readonly (readonly [string, () => void, readonly string[]])[] = [
    [
      'a column without end',
      () => write(path, `<DATA>${GOOD}<SUBJECT><NAME>`, size.large, `</NAME></SUBJECT>${GOOD}</DATA>`),
      ['record', 'too_long', 'record'],
    ],
    [
      'letters between records',
      () => write(path, `<DATA>${GOOD}`, size.large, `${GOOD}</DATA>`),
      ['record', 'stray', 'record'],
    ],
    [
      'a hundred thousand elements',
      () =>
        writeFileSync(
          path,
          cp(`<DATA><SUBJECT><NAME>А</NAME>${'<A/>'.repeat(100_000)}</SUBJECT>${GOOD}</DATA>`),
        ),
      ['record', 'record'],
    ],
    [
      'elements in elements',
      () => writeFileSync(path, cp(`<DATA>${GOOD}<SUBJECT>${'<A>'.repeat(100_000)}</SUBJECT>${GOOD}</DATA>`)),
      ['record', 'too_deep', 'record'],
    ],
    [
      'entities without a declaration',
      () => writeFileSync(path, cp(`<DATA>${GOOD}<SUBJECT><NAME>&lol9;</NAME></SUBJECT>${GOOD}</DATA>`)),
      ['record', 'entity', 'record'],
    ],
    [
      'an entity within CDATA and a comment',
      () =>
        writeFileSync(
          path,
          cp(`<DATA>${GOOD}<SUBJECT><!-- &a; --><NAME><![CDATA[&b;]]></NAME></SUBJECT></DATA>`),
        ),
      ['record', 'record'],
    ],
    [
      'windows-1251 that says UTF-8',
      () => writeFileSync(path, registerBytes({ generation: 1, kind: 'uo', count: 2, declared: 'utf-8' })),
      ['record', 'record'],
    ],
    [
      'UTF-16',
      () => writeFileSync(path, registerBytes({ generation: 2, kind: 'uo', count: 2, encoding: 'utf-16le' })),
      ['record', 'record'],
    ],
    [
      'UTF-8 with broken bytes in a record',
      () => writeFileSync(path, brokenUnicode()),
      ['record', 'encoding', 'record'],
    ],
    [
      'a file cut off',
      () => writeFileSync(path, registerBytes({ generation: 3, kind: 'uo', count: 2 }).subarray(0, -200)),
      ['record', 'cut_off'],
    ],
    [
      'an archive that names a place outside',
      () =>
        writeFileSync(
          path,
          zipSync({
            '../../../../tmp/viche-slipped.xml': registerBytes({ generation: 3, kind: 'uo', count: 2 }),
          }),
        ),
      ['record', 'record'],
    ],
  ]
  for (const [what, make, wanted] of streamed) {
    make()
    const before = process.memoryUsage().rss
    const { kinds, most } = await readWhole(path)
    outcome.check(
      JSON.stringify(kinds) === JSON.stringify(wanted),
      `${what}: ${kinds.slice(0, 9).join(', ')}`,
    )
    const more = (most - before) / 1024 / 1024
    if (size.timed) outcome.check(more <= MORE_MB, `${what}: held ${Math.round(more)} MB more`)
  }

  writeFileSync(path, swelling(size.large, 'lying'))
  const lied = await readWhole(path).then(
    () => 'was read to its end',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  )
  outcome.check(lied === 'zip_bomb', `an archive that lies of its size: ${lied}`)
  outcome.check((await readdir(folder)).join() === 'bomb', `written: ${(await readdir(folder)).join()}`)
}

const cp = (text: string) => encodeXml(text)

async function readWhole(path: string): Promise<{ readonly kinds: string[]; readonly most: number }> {
  const file = await openExport(path)
  if (typeof file === 'string') return { kinds: [file], most: 0 }
  const kinds: string[] = []
  let most = 0
  for await (const { pieces } of recordsOf(path, file.parts[0]!, 0)) {
    for (const piece of pieces)
      if (kinds.length < 20) kinds.push(piece.kind === 'broken' ? piece.reason : piece.kind)
    most = Math.max(most, process.memoryUsage().rss)
  }
  return { kinds, most }
}

function write(path: string, head: string, large: number, tail: string): void {
  const file = openSync(path, 'w')
  writeSync(file, cp(head))
  const block = Buffer.alloc(1 << 20, 'x')
  for (let size = 0; size < large; size += block.length) writeSync(file, block)
  writeSync(file, cp(tail))
  closeSync(file)
}

function laughs(): string {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`)
  return `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol0 "lol">${entities.join('')}]><DATA><SUBJECT><NAME>&lol9;</NAME></SUBJECT></DATA>`
}

/** The damage stands behind what is looked at to tell the encoding. */
function brokenUnicode(): Buffer {
  const good = Buffer.from(GOOD, 'utf8')
  const bad = [
    Buffer.from('<SUBJECT><NAME>'),
    Buffer.from([0xc3, 0x28, 0xff]),
    Buffer.from('</NAME></SUBJECT>'),
  ]
  const spaces = Buffer.alloc(300_000, ' ')
  return Buffer.concat([Buffer.from('<DATA>'), good, spaces, ...bad, good, Buffer.from('</DATA>')])
}

/** One deflated entry of a register's head and then only zeros of text. */
function swelling(large: number, how: 'honest' | 'lying'): Buffer {
  const plain = Buffer.alloc(large, 'x')
  plain.write(
    `<DATA>${recordXml({ generation: 3, kind: 'uo', count: 1, encoding: 'utf-8' }, 0).replace(/[^\x20-\x7e]/g, 'x')}<SUBJECT><NAME>`,
    'latin1',
  )
  return archive('bomb.xml', deflateRawSync(plain), how === 'honest' ? large : 4_000, 0)
}

function encrypted(): Buffer {
  return archive('a.xml', Buffer.from('secret'), 6, 1)
}

function archive(name: string, packed: Buffer, size: number, flags: number): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(flags, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed])
  const central = Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x00', 'latin1'),
    fields,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  return Buffer.concat([local, central, end(1, central.length, local.length)])
}

function end(count: number, size: number, at: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.write('PK\x05\x06', 'latin1')
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(at, 16)
  return bytes
}

function crowded(count: number): Buffer {
  return Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(100), end(count, 90, 4)])
}
