import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  DAMAGE_KINDS,
  inventedRecord,
  type RegisterFile,
  recordXml,
  registerBytes,
} from '../../../../test/factories/register-xml.ts'
import { entityOf } from './entity.ts'
import { endsWhole, inspectPart } from './inspect.ts'
import { parseRecord } from './long-way.ts'
import { type Piece, recordReader } from './reader.ts'
import { field } from './record.ts'

function readAll(bytes: Buffer, chunk = 64 * 1024, offset = 0): readonly Piece[] {
  const part = inspectPart(bytes.subarray(0, 256 * 1024), 'x.xml', bytes.length)
  assert.ok(typeof part === 'object', String(part))
  const reader = readerOf(part.tag, part.encoding === 'windows-1251' ? 'windows-1251' : 'utf-8', offset)
  const pieces: Piece[] = []
  for (let at = offset; at < bytes.length; at += chunk)
    pieces.push(...reader.read(bytes.subarray(at, at + chunk), false))
  pieces.push(...reader.read(Buffer.alloc(0), true))
  assert.equal(reader.offset, bytes.length)
  return pieces
}

function readerOf(tag: string, encoding: 'windows-1251' | 'utf-8', offset = 0) {
  return recordReader({
    tag,
    encoding,
    offset,
    longWay: (record) => parseRecord(new TextDecoder(encoding).decode(record)),
  })
}

const namesOf = (pieces: readonly Piece[]) =>
  pieces.flatMap((piece) => (piece.kind === 'record' ? [field(piece.fields, 'NAME')] : []))

const files: readonly RegisterFile[] = [
  { generation: 1, kind: 'uo', count: 60 },
  { generation: 2, kind: 'uo', count: 60, encoding: 'utf-8' },
  { generation: 3, kind: 'uo', count: 60, root: 'EDR' },
  { generation: 3, kind: 'fsu', count: 60, declared: 'utf-8' },
]
for (const file of files)
  test(`generation ${file.generation} of ${file.kind} comes in exactly, in pieces of any size`, () => {
    const bytes = registerBytes(file)
    const names = Array.from({ length: file.count }, (_, n) => inventedRecord(file, n).name)
    for (const chunk of [7, 100, 4_096, bytes.length]) assert.deepEqual(namesOf(readAll(bytes, chunk)), names)
  })

test('each damaged record is set aside alone, with its place, and reading goes on', () => {
  const file: RegisterFile = { generation: 3, kind: 'uo', count: 20 * DAMAGE_KINDS, damageEach: 10 }
  const bytes = registerBytes(file)
  const pieces = readAll(bytes)
  const names = Array.from({ length: file.count }, (_, n) => inventedRecord(file, n).name)
  // One way of damage leaves a record well-formed and without a name: `entityOf` finds that.
  const whole = namesOf(pieces)
  assert.deepEqual(
    whole.filter((name) => name !== ''),
    names.filter((_, n) => n % 10 !== 9),
  )
  assert.equal(pieces.length, file.count)
  assert.deepEqual([...new Set(pieces.flatMap((p) => (p.kind === 'broken' ? [p.reason] : [])))].sort(), [
    'control_character',
    'entity',
    'mismatched',
    'stray',
    'unclosed',
  ])
  for (const piece of pieces)
    if (piece.kind === 'broken')
      assert.deepEqual(piece.bytes, bytes.subarray(piece.offset, piece.offset + piece.length))
})

test('a reading that begins where another ended goes on as if nothing had been', () => {
  const bytes = registerBytes({ generation: 3, kind: 'uo', count: 40, damageEach: 7 })
  const pieces = readAll(bytes)
  for (const from of [5, 17, 33])
    assert.deepEqual(
      readAll2(bytes, pieces[from]!.offset).map((p) => p.offset),
      pieces.slice(from).map((p) => p.offset),
    )
  function readAll2(all: Buffer, offset: number) {
    const reader = readerOf('SUBJECT', 'windows-1251', offset)
    return [...reader.read(all.subarray(offset), false), ...reader.read(Buffer.alloc(0), true)]
  }
})

test('a file that ends within a record says so', () => {
  const bytes = registerBytes({ generation: 3, kind: 'uo', count: 3 })
  const last = readAll(bytes.subarray(0, bytes.length - 300)).at(-1)
  assert.equal(last?.kind === 'broken' && last.reason, 'cut_off')
})

test('a file that ends between two records is known to be cut short', () => {
  for (const [end, whole] of [
    ['</SUBJECT></DATA>', true],
    ['</SUBJECT>\r\n</DATA>\r\n<!-- кінець -->\n', true],
    ['</SUBJECT>', false],
    ['</SUBJECT><SUBJECT><NAME>СПІЛ', false],
    ['</NAME></SUBJ', false],
  ] as const)
    assert.equal(endsWhole(Buffer.from(end), 'SUBJECT'), whole, end)
  assert.ok(endsWhole(Buffer.from('</SUBJECT></DATA>', 'utf16le'), 'SUBJECT'))
})

test('a record without a name brings its bytes, in whatever pieces it came', () => {
  const nameless = '<SUBJECT><NAME> </NAME><EDRPOU>11111112</EDRPOU></SUBJECT>'
  const xml = `<DATA>${recordXml({ generation: 3, kind: 'uo', count: 1 }, 0)}${nameless}</DATA>`
  for (const chunk of [7, 64 * 1024]) {
    const [good, bad] = readAll(Buffer.from(xml), chunk)
    assert.equal(good?.kind === 'record' && good.bytes, undefined)
    assert.equal(bad?.kind === 'record' && bad.bytes?.toString(), nameless)
  }
})

test('a record without end is let go after four megabytes, and what follows is read', () => {
  const good = recordXml({ generation: 3, kind: 'uo', count: 1 }, 0)
  const huge = `<SUBJECT><NAME>${'x'.repeat(9_000_000)}</NAME></SUBJECT>`
  const pieces = readAll(Buffer.from(`<DATA>${good}${huge}${good}</DATA>`))
  assert.deepEqual(
    pieces.map((p) => (p.kind === 'broken' ? p.reason : p.kind)),
    ['record', 'too_long', 'record'],
  )
  const kept = pieces[1]
  assert.ok(kept?.kind === 'broken' && kept.bytes.length <= 16 * 1024)
})

const odd: readonly (readonly [string, string, string])[] = [
  ['attributes', '<SUBJECT id="1"><NAME lang="uk">Спілка</NAME></SUBJECT>', 'Спілка'],
  ['a comment', '<SUBJECT><!-- примітка --><NAME>Спілка</NAME></SUBJECT>', 'Спілка'],
  ['CDATA', '<SUBJECT><NAME><![CDATA[Спілка «А & Б»]]></NAME></SUBJECT>', 'Спілка «А & Б»'],
  ['entities', '<SUBJECT><NAME>&quot;А&quot; &amp; &#1041; &#x454;</NAME></SUBJECT>', '"А" & Б є'],
  ['spaces in tags', '<SUBJECT ><NAME >Спілка</NAME ></SUBJECT>', 'Спілка'],
  ['line breaks', '<SUBJECT>\r\n  <NAME>Спілка</NAME>\n</SUBJECT>', 'Спілка'],
]
for (const [what, xml, name] of odd)
  test(`${what} in a record are read`, () =>
    assert.deepEqual(namesOf(readAll(Buffer.from(`<DATA>${xml}</DATA>`, 'utf8'))), [name]))

test('the quick way and an XML parser agree on every record that somebody changed by a few letters', () => {
  const file: RegisterFile = { generation: 3, kind: 'uo', count: 50, encoding: 'utf-8' }
  const change = fc.record({
    n: fc.nat({ max: 49 }),
    cuts: fc.array(
      fc.record({
        at: fc.nat({ max: 2_000 }),
        drop: fc.nat({ max: 4 }),
        put: fc.constantFrom(
          '',
          '<',
          '>',
          '&',
          '/',
          '<b>',
          '</b>',
          '&lt;',
          '&x;',
          ']]>',
          'ї',
          ' ',
          '"',
          '<A/>',
          '&#0;',
        ),
      }),
      { maxLength: 2 },
    ),
  })
  fc.assert(
    fc.property(change, ({ n, cuts }) => {
      let xml = recordXml(file, n)
      for (const { at, drop, put } of cuts) xml = xml.slice(0, at + 9) + put + xml.slice(at + 9 + drop)
      if (!xml.startsWith('<SUBJECT>') || xml.indexOf('</SUBJECT>') !== xml.length - 10) return
      const [piece] = readerOf('SUBJECT', 'utf-8').read(Buffer.from(xml, 'utf8'), true)
      const parsed = parseRecord(xml)
      assert.equal(piece?.kind, typeof parsed === 'string' ? 'broken' : 'record', xml)
      if (piece?.kind === 'record') assert.deepEqual([...piece.fields], [...parsed])
    }),
    { numRuns: 1_500 },
  )
})

test('a file of persons in business is known by its first record', () => {
  for (const generation of [1, 3] as const) {
    const bytes = registerBytes({ generation, kind: 'fop', count: 3 })
    const part = inspectPart(bytes, 'FOP.xml', bytes.length)
    assert.equal(typeof part === 'object' && part.kind, 'fop')
  }
})

test('founders, tax numbers and streets of nobody are kept', () => {
  const file: RegisterFile = { generation: 2, kind: 'uo', count: 40 }
  for (const piece of readAll(registerBytes(file))) {
    assert.ok(piece.kind === 'record')
    const facts = JSON.stringify(entityOf(piece.fields, 'uo'))
    assert.doesNotMatch(facts, /вул\.|Незалежності|внеску/)
  }
  const taxed = Buffer.from(
    '<DATA><SUBJECT><NAME>СПІЛКА 1234567890</NAME><EDRPOU>1234567890</EDRPOU><OPF>ГРОМАДСЬКА ОРГАНІЗАЦІЯ</OPF><SIGNERS><SIGNER>КОВАЛЕНКО ІВАН 1234567890 - керівник</SIGNER></SIGNERS></SUBJECT></DATA>',
  )
  const [piece] = readAll(taxed)
  assert.ok(piece?.kind === 'record')
  assert.doesNotMatch(JSON.stringify(entityOf(piece.fields, 'uo')), /\d{10}/)
})

test('a business keeps only its name, code, form and state', () => {
  const pieces = readAll(registerBytes({ generation: 3, kind: 'uo', count: 60 }))
  const facts = pieces.flatMap((p) => {
    const one = p.kind === 'record' ? entityOf(p.fields, 'uo') : 'stray'
    return typeof one === 'object' && one.kind === null ? [one] : []
  })
  assert.ok(facts.length > 20)
  for (const one of facts) assert.deepEqual([one.leaders, one.purpose, one.registration], [[], null, null])
})
