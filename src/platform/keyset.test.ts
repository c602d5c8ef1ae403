import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { cutPage, decodeCursor, encodeCursor } from './keyset.ts'

test('a cursor comes back as it went, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 60 }).filter((t) => !t.includes('\u0000')),
      fc.integer(),
      (text, n) => {
        assert.deepEqual(decodeCursor(encodeCursor([text, n]), ['string', 'number']), [text, n])
      },
    ),
  )
})

const foreign = [
  '',
  'x',
  '%%%',
  'eyJhIjoxfQ',
  encodeCursor([1]),
  encodeCursor(['a', 'b']),
  encodeCursor(['a', 1, 2]),
  encodeCursor(['\u0000', 1]),
  'a'.repeat(2_000),
]
for (const text of foreign) {
  test(`the list begins at its start for ${text.slice(0, 20)}`, () =>
    assert.equal(decodeCursor(text, ['string', 'number']), null))
}

test('pages join without a gap or a repetition', () => {
  const all = Array.from({ length: 23 }, (_, i) => i)
  const shown: number[] = []
  let from = 0
  for (;;) {
    const page = cutPage(all.slice(from, from + 6), 5, (n) => [n])
    shown.push(...page.rows)
    if (page.next === null) break
    from = decodeCursor(page.next, ['number'])![0] + 1
  }
  assert.deepEqual(shown, all)
})
