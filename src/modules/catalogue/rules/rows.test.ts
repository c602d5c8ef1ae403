import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Temporal } from '../../../kernel/civil-date.ts'
import type { Column } from '../../../platform/module.ts'
import { publicRow, rowFaults } from './rows.ts'

function column(key: string, type: Column['type'], more: Partial<Column> = {}): Column {
  const words = { uk: key, en: key }
  return { key, type, title: words, description: words, ...more }
}

const day = Temporal.PlainDate.from('2026-04-06')
const moment = Temporal.Instant.from('2026-04-06T09:30:00.123Z')

test('a row gives its declared columns and nothing else', () => {
  const columns = [
    column('on', 'date'),
    column('at', 'datetime'),
    column('sum', 'number'),
    column('note', 'string'),
  ]
  const raw = { on: day, at: moment, sum: 1.5, note: undefined, phone: '+380501112233' }
  assert.deepEqual(publicRow(columns, raw), {
    on: '2026-04-06',
    at: '2026-04-06T09:30:00Z',
    sum: 1.5,
    note: null,
  })
})

test('a row with a thing that is no cell is not published', () => {
  assert.throws(() => publicRow([column('a', 'string')], { a: { name: 'Особа' } }), TypeError)
})

describe('a row is held to its columns', () => {
  const cases: readonly (readonly [type: Column['type'], value: unknown, fits: boolean])[] = [
    ['string', 'текст', true],
    ['string', 5, false],
    ['integer', 5, true],
    ['integer', 5.5, false],
    ['integer', '5', false],
    ['year', 2026, true],
    ['number', 5.5, true],
    ['number', Number.NaN, false],
    ['boolean', false, true],
    ['boolean', 'false', false],
    ['date', day, true],
    ['date', '2026-04-06', true],
    ['date', '06.04.2026', false],
    ['date', '2026-02-30', false],
    ['datetime', moment, true],
    ['datetime', '2026-04-06T09:30:00Z', true],
    ['datetime', '2026-04-06', false],
    ['string', null, true],
    ['string', undefined, false],
  ]
  for (const [type, value, fits] of cases)
    test(`${type} ${fits ? 'may' : 'may not'} be ${String(value)}`, () =>
      assert.equal(rowFaults([column('a', type)], [{ a: value }]).length === 0, fits))
  test('a required cell is filled, a listed one is of the list, an undeclared one is named', () => {
    const columns = [column('a', 'string', { required: true }), column('b', 'string', { values: ['x', 'y'] })]
    assert.deepEqual(rowFaults(columns, [{ a: '', b: 'z', c: 1 }]), [
      'row 0: c is not declared',
      'row 0: a is empty',
      'row 0: b may not be z',
    ])
  })
})
