import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { decode } from '../decode.ts'
import { parseProgramme } from '../parse.ts'
import { toJson } from '../to-json.ts'
import { damageIn } from './damage.ts'

const text = readFileSync(
  new URL('../../../../../test/fixtures/programmes/labels.txt', import.meta.url),
  'utf8',
)
const nizhyn = readFileSync(
  new URL('../../../../../test/fixtures/programmes/nizhyn-2012-2015.txt', import.meta.url),
  'utf8',
)

/** Encodes by trying what the decoder makes of each byte. */
function encode(value: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const table = new Map(Array.from({ length: 256 }, (_, b) => [decoder.decode(new Uint8Array([b])), b]))
  return new Uint8Array([...value].map((c) => table.get(c) ?? 0x3f))
}

function utf16(value: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const out = new DataView(new ArrayBuffer((value.length + (mark ? 1 : 0)) * 2))
  const units = [
    ...(mark ? [0xfeff] : []),
    ...Array.from({ length: value.length }, (_, i) => value.charCodeAt(i)),
  ]
  units.forEach((u, i) => {
    out.setUint16(i * 2, u, littleEndian)
  })
  return new Uint8Array(out.buffer)
}

const plain = text.replaceAll('–', '-').replaceAll('’', "'")
const table: readonly (readonly [string, Uint8Array, string])[] = [
  ['utf-8', new TextEncoder().encode(plain), 'utf-8'],
  ['utf-8 with a mark', new TextEncoder().encode(`\ufeff${plain}`), 'utf-8'],
  ['utf-16le with a mark', utf16(plain, true, true), 'utf-16le'],
  ['utf-16be with a mark', utf16(plain, false, true), 'utf-16be'],
  ['utf-16le', utf16(plain, true, false), 'utf-16le'],
  ['utf-16be', utf16(plain, false, false), 'utf-16be'],
  ['windows-1251', encode(plain, 'windows-1251'), 'windows-1251'],
]
for (const [name, bytes, expected] of table) {
  test(`${name} is found out by itself`, () => {
    const decoded = decode(bytes)
    assert.equal(decoded.encoding, expected)
    assert.equal(decoded.text, plain)
    assert.deepEqual(decoded.damage, [])
  })
}

test('koi8-u is found out by itself', () => {
  // It has no «№».
  const old = plain.replaceAll('№', 'N')
  assert.deepEqual(decode(encode(old, 'koi8-u')), {
    text: old,
    kind: 'text',
    encoding: 'koi8-u',
    asides: [],
    damage: [],
  })
})

test('the old DOS encoding is found out, except for the letter that it lacks', () => {
  const decoded = decode(encode(plain.replaceAll('і', 'i').replaceAll('І', 'I'), 'ibm866'))
  assert.equal(decoded.encoding, 'ibm866')
  assert.match(decoded.text, /Програма/)
})

test('the Nizhyn text in windows-1251 reads the same', () => {
  const json = toJson(parseProgramme({ name: '', bytes: encode(nizhyn, 'windows-1251') }))
  assert.equal(json.measures.length, 20)
  assert.equal(
    json.findings.some((f) => f.code === 'damaged_text'),
    false,
  )
})

const damaged: readonly (readonly [string, string])[] = [
  ['doubleEncoded', new TextDecoder('windows-1251').decode(new TextEncoder().encode('міська рада вирішила'))],
  ['doubleEncoded', new TextDecoder('latin1').decode(new TextEncoder().encode('міська рада вирішила'))],
  ['lostLetters', 'М?сто Н?жин характеризується'],
  ['lostLetters', '?????? ???????? ??????? ради'],
  ['replacement', 'М\ufffdсто Ніжин'],
  ['lostLetters', 'Виконавчий комтет мсько ради, вддл культури, ршення'],
]
for (const [kind, sample] of damaged) {
  test(`damage is seen: ${sample}`, () =>
    assert.deepEqual(
      damageIn(`добрий рядок\n${sample}`).map((d) => [d.kind, d.line]),
      [[kind, 2]],
    ))
}

test('questions, links and good texts are not damage', () => {
  assert.deepEqual(
    damageIn(
      'Хто ви? Що робити?\nhttps://example.org/?a=b?c\nПрограма «Рідне місто»: за та проти?!\nСРСР, РСР, ПРОЕКТ',
    ),
    [],
  )
  assert.deepEqual(damageIn(nizhyn), [])
})
