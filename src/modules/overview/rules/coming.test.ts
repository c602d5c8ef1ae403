import assert from 'node:assert/strict'
import { test } from 'node:test'
import { civilDate } from '../../../kernel/civil-date.ts'
import { byDay } from './coming.ts'

const item = (day: number, number: string) => ({
  due: civilDate(2026, 12, day),
  number,
  title: number,
  titleEn: null,
  units: [],
})
const shape = (...args: Parameters<typeof byDay>) =>
  byDay(...args).map((d) => `${d.due.day}: ${d.items.map((i) => i.number).join(' ')} +${d.more}`)

test('measures of one day stand together, those beyond the room are counted', () => {
  const items = [item(14, '4.20'), ...['4.1', '4.4', '4.5', '4.6', '4.7'].map((n) => item(31, n))]
  assert.deepEqual(shape(items, 4, 3), ['14: 4.20 +0', '31: 4.1 4.4 4.5 +2'])
  assert.deepEqual(shape(items, 1, 3), ['14: 4.20 +0'])
  assert.deepEqual(shape([], 4, 3), [])
})

test('one that is left over is named', () => {
  assert.deepEqual(
    shape(
      ['4.1', '4.2', '4.3', '4.4'].map((n) => item(31, n)),
      4,
      3,
    ),
    ['31: 4.1 4.2 4.3 4.4 +0'],
  )
})
