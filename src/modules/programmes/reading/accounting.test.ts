import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseText } from './parse.ts'
import { numberLines } from './text/lines.ts'
import { toJson } from './to-json.ts'
import type { Reading } from './types.ts'

const FIXTURES = new URL('../../../../test/fixtures/programmes/', import.meta.url)
const texts = readdirSync(FIXTURES)
  .filter((f) => f.endsWith('.txt'))
  .map((f) => ({ name: f, text: readFileSync(new URL(f, FIXTURES), 'utf8') }))

/** Every line that is not empty has exactly one place, and no value speaks of lines that are not there. */
function assertAccounted(reading: Reading): void {
  assertPlaces(reading)
  const lines = numberLines(reading.source.text)
  const json = JSON.parse(JSON.stringify(toJson(reading)))
  walk(json, (key, value) => {
    if (!/^(?:lines|headingLines|titleLines|executorLines)$/.test(key) || !Array.isArray(value)) return
    assert.ok(
      value.length === 2 && value[0] >= 1 && value[1] <= lines.length && value[0] <= value[1],
      `${key}: ${JSON.stringify(value)}`,
    )
  })
}

function assertPlaces(reading: Reading): void {
  const lines = numberLines(reading.source.text)
  const places = new Map<number, number>()
  for (const {
    lines: [first, last],
  } of [...reading.parts, ...reading.notUnderstood]) {
    assert.ok(first >= 1 && last <= lines.length && first <= last)
    for (let n = first; n <= last; n++) if (lines[n - 1]!.text !== '') places.set(n, (places.get(n) ?? 0) + 1)
  }
  for (const line of lines)
    assert.equal(places.get(line.n) ?? 0, line.text === '' ? 0 : 1, `line ${line.n}: ${line.text}`)
}

function walk(value: unknown, visit: (key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    visit(key, inner)
    walk(inner, visit)
  }
}

/** Words of a value, in order, stand in the lines that it names: nothing is invented. */
function assertFromSource(reading: Reading): void {
  const lines = numberLines(reading.source.text)
  const bare = (t: string) => t.replace(/[^\p{L}\d]/gu, '')
  const check = (text: string, [first, last]: readonly [number, number]) => {
    const source = bare(
      lines
        .slice(first - 1, last)
        .map((l) => l.text)
        .join(''),
    )
    for (const word of text.split(/\s+/))
      assert.ok(source.includes(bare(word)), `«${word}» is not in lines ${first}–${last}`)
  }
  for (const m of reading.measures) {
    check(m.text, m.lines)
    for (const e of m.executors) check(e.name, e.lines)
    if (m.term.lines) check(m.term.raw, m.term.lines)
  }
  for (const p of reading.passport) if (p.value) check(p.value, p.lines)
  for (const t of [...reading.tasks, ...reading.expectedResults, ...reading.problems]) check(t.text, t.lines)
}

for (const { name, text } of texts) {
  test(`every line of ${name} has exactly one place, every value its source`, () => {
    const reading = parseText(text, name)
    assertAccounted(reading)
    assertFromSource(reading)
  })
}

const anyText = fc.constantFrom(...texts.map((t) => t.text.split('\n')))

test('lines taken out, doubled, shuffled and cut are still accounted for', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.array(fc.nat(1000), { maxLength: 60 }),
      fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 40 }),
      (source, removed, swapped) => {
        const lines = [...source]
        for (const [a, b] of swapped) {
          const i = a % lines.length
          const k = b % lines.length
          const kept = lines[i]!
          lines[i] = lines[k]!
          lines[k] = kept
        }
        for (const r of removed) if (lines.length > 1) lines.splice(r % lines.length, 1)
        const reading = parseText(lines.join('\n'))
        assertAccounted(reading)
        assertFromSource(reading)
      },
    ),
    { numRuns: 150 },
  )
})

test('no garbage makes it throw', () => {
  const pieces = fc.constantFrom(
    '|',
    '\t',
    '\n',
    '\r\n',
    '1.',
    '4.1',
    'Паспорт',
    'Заходи',
    'Виконавці:',
    'Постійно',
    '№',
    '–',
    'ЗМІСТ',
    '……',
    'Програма',
    'РІШЕННЯ',
    'додаток',
    'відділ',
    '15 тис. грн',
    '2025',
    '«',
    '(',
    ' ',
    'станом на 01.01.2025',
    '12',
    ';',
    ':',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ maxLength: 400, unit: 'binary' }),
        fc.array(pieces, { maxLength: 120 }).map((p) => p.join(' ')),
        fc.array(pieces, { maxLength: 120 }).map((p) => p.join('\n')),
      ),
      (text) => assertAccounted(parseText(text)),
    ),
    { numRuns: 300 },
  )
})

test('a hostile line of five megabytes does not hang it', () => {
  for (const unit of [
    'а',
    'а ',
    '1 ',
    '1.',
    '|',
    '\t',
    '«',
    '(',
    '.',
    'відділ, ',
    '- ',
    '? ',
    'ІV',
    '2025-',
  ]) {
    const text = `Програма\nПаспорт програми\nЗаходи\n${unit.repeat(5_000_000 / unit.length)}\n1. кінець`
    const start = performance.now()
    assertAccounted(parseText(text))
    assert.ok(performance.now() - start < 4000, `«${unit}» took ${Math.round(performance.now() - start)} ms`)
  }
})

test('ten thousand lines of one kind do not hang it', () => {
  const lines = [
    'Заходи',
    '1. Захід програми',
    'Паспорт програми',
    'Секретар ради І. І. Тест',
    '2025 рік',
    'Виконавчий комітет',
    '| а | б |',
    'Додаток 1',
    '–',
    'Захід |',
    'ЗМІСТ',
    'Разом',
    'про об’єднання громадян',
    '1',
    'І. Розділ',
    '- пункт',
  ]
  for (const line of [...lines, lines.join('\n')]) {
    const text = `Програма\nПаспорт програми\nЗаходи\n${`${line}\n`.repeat(Math.round(10_000 / line.split('\n').length))}`
    const start = performance.now()
    assertPlaces(parseText(text))
    assert.ok(
      performance.now() - start < 6000,
      `«${line.slice(0, 30)}» took ${Math.round(performance.now() - start)} ms`,
    )
  }
})
