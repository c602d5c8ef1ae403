import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseHryvnias } from './money.ts'
import { money } from './texts.ts'

const table: readonly [string, number | null][] = [
  ['15 000', 1_500_000],
  ['15000,50', 1_500_050],
  ['15 000.5', 1_500_050],
  ['1.234,56', 123_456],
  ['1.234.567', 123_456_700],
  ['1.234.567,8', 123_456_780],
  ['0', 0],
  ['-5', -500],
  ['15 000 грн.', 1_500_000],
  ['15\u00a0000\u202f₴', 1_500_000],
  ['123.456', null],
  ['1,234', null],
  ['12.34.56', null],
  ['1,2,3', null],
  ['', null],
  ['–', null],
  ['сто', null],
  ['1e5', null],
  ['9'.repeat(20), null],
]

for (const [text, kopiykas] of table) {
  test(`hryvnias from «${text}»: ${kopiykas}`, () => assert.equal(parseHryvnias(text), kopiykas))
}

test('a sum that we print is read back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 12 }),
      (amount) => parseHryvnias(money('uk', amount as Parameters<typeof money>[1])) === amount,
    ),
  )
})
