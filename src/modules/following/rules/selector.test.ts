import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { civilDate, dayOf } from '../../../kernel/civil-date.ts'
import { checked, concerns, readSelector, selectorText, settled, weekEnd } from './selector.ts'

const ID = '00000000-0000-7000-8000-000000000001'
const OTHER = '00000000-0000-7000-8000-000000000002'
const item = { organisations: [ID], kinds: ['ngo'], directions: [OTHER] }

for (const [text, expected] of [
  ['all', { kind: 'all', value: '' }],
  [`organisation:${ID}`, { kind: 'organisation', value: ID }],
  ['kind:ngo', { kind: 'kind', value: 'ngo' }],
  [`direction:${OTHER}`, { kind: 'direction', value: OTHER }],
  ['kind:spy', null],
  ['organisation:1', null],
  ['person:Іваненко', null],
  ['', null],
] as const)
  test(`«${text}» is ${expected ? 'read' : 'nothing'}`, () => {
    const read = readSelector(text, ['ngo', 'charity'])
    assert.deepEqual(read, expected)
    if (read) assert.equal(selectorText(read), text)
  })

for (const [selector, expected] of [
  [{ kind: 'all', value: '' }, true],
  [{ kind: 'organisation', value: ID }, true],
  [{ kind: 'organisation', value: OTHER }, false],
  [{ kind: 'kind', value: 'ngo' }, true],
  [{ kind: 'kind', value: 'charity' }, false],
  [{ kind: 'direction', value: OTHER }, true],
] as const)
  test(`${selectorText(selector)} ${expected ? 'concerns' : 'does not concern'} it`, () =>
    assert.equal(concerns(item, [selector]), expected))

test('everything makes the rest needless; nothing is refused', () => {
  assert.deepEqual(
    settled([
      { kind: 'kind', value: 'ngo' },
      { kind: 'all', value: '' },
    ]),
    [{ kind: 'all', value: '' }],
  )
  assert.equal(
    settled([
      { kind: 'kind', value: 'ngo' },
      { kind: 'kind', value: 'ngo' },
    ]).length,
    1,
  )
  assert.equal((checked([]) as { refused: string }).refused, 'nothing_chosen')
})

test('the week ends where its Monday begins, on whatever day the job comes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3_000 }), (n) => {
      const today = civilDate(2026, 1, 1).add({ days: n })
      const end = dayOf(weekEnd(today))
      assert.equal(end.dayOfWeek, 1)
      const ago = end.until(today).days
      assert.ok(ago >= 0 && ago < 7)
      assert.ok(dayOf(weekEnd(end)).equals(end))
    }),
  )
})
