import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type Gauge, pauseAfter } from './pause.ts'

for (const [gauge, failures, seconds] of [
  ['pair', 1, 0],
  ['pair', 4, 0],
  ['pair', 5, 5],
  ['pair', 6, 10],
  ['pair', 9, 80],
  ['pair', 20, 900],
  ['pair', 100, 3600],
  ['account', 29, 0],
  ['account', 30, 5],
  ['account', 60, 300],
  ['account', 100, 3600],
  // Two hundred people of one office who mistype once each in a morning wait seconds, not hours.
  ['address', 99, 0],
  ['address', 100, 2],
  ['address', 200, 120],
  ['address', 100_000, 120],
  ['factor', 4, 0],
  ['factor', 5, 30],
  ['factor', 30, 1800],
] as const) {
  test(`${gauge}: after ${failures} failures one waits ${seconds} s`, () =>
    assert.equal(pauseAfter(gauge, failures), seconds))
}

test('a pause grows, and never passes an hour', () => {
  const gauges: Gauge[] = ['pair', 'account', 'address', 'factor']
  fc.assert(
    fc.property(fc.constantFrom(...gauges), fc.nat({ max: 1e6 }), (gauge, n) => {
      assert.ok(pauseAfter(gauge, n) <= pauseAfter(gauge, n + 1))
      assert.ok(pauseAfter(gauge, n) <= 3600)
    }),
  )
})
