import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pickAhead } from './city-days.ts'

test('a hearing is shown however many events stand before it', () => {
  const fairs = Array.from({ length: 9 }, (_, n) => ({ kind: 'celebration' as const, n }))
  const { events, hearings } = pickAhead([...fairs, { kind: 'publicHearing', n: 9 }])
  assert.deepEqual([events.map((e) => e.n), hearings.map((e) => e.n)], [[0, 1, 2, 3, 4], [9]])
})
