import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cell, clauses, runs, table } from './builders.ts'
import { gridColumns } from './grid.ts'

const columns = [{ share: 1 }, { share: 3 }]

test('clauses are numbered by level', () => {
  const made = clauses(['перший', { text: 'другий', parts: ['а', { text: 'б', parts: ['в'] }] }, 'третій'])
  assert.deepEqual(
    made.map((one) => [one.number, one.level]),
    [
      ['1.', 1],
      ['2.', 1],
      ['2.1.', 2],
      ['2.2.', 2],
      ['2.2.1.', 3],
      ['3.', 1],
    ],
  )
})

test('shares of columns become percent', () => {
  const made = table({ caption: '', columns, header: [], body: [['а', 'б']] })
  assert.deepEqual(
    made.columns.map((column) => column.percent),
    [25, 75],
  )
})

const grids: [string, Parameters<typeof table>[0]['body'], boolean][] = [
  ['fits', [['а', 'б']], true],
  ['fits with a spanning cell', [[cell(['а'], { columns: 2 })]], true],
  ['fits under a cell that reaches down', [[cell(['а'], { rows: 2 }), 'б'], ['в']], true],
  ['is short', [['а']], false],
  ['is too wide', [['а', 'б', 'в']], false],
  [
    'is too wide under a cell that reaches down',
    [
      [cell(['а'], { rows: 2 }), 'б'],
      ['в', 'г'],
    ],
    false,
  ],
  ['reaches below the table', [[cell(['а'], { rows: 2 }), 'б']], false],
]
for (const [name, body, isRight] of grids)
  test(`a table that ${name} is ${isRight ? 'made' : 'refused'}`, () => {
    const make = () => table({ caption: 'Т', columns, header: [], body })
    if (isRight) make()
    else assert.throws(make, RangeError)
  })

test('cells know their column past those that reach down', () => {
  const made = table({
    caption: '',
    columns: [{ share: 1 }, { share: 1 }, { share: 1 }],
    header: [],
    body: [
      [cell(['а'], { rows: 2 }), cell(['б'], { columns: 2 })],
      ['в', 'г'],
      ['д', 'е', 'є'],
    ],
  })
  assert.deepEqual(gridColumns(made.body), [
    [0, 1],
    [1, 2],
    [0, 1, 2],
  ])
})

test('plain strings become runs', () => {
  assert.deepEqual(runs(['а', { text: 'б', bold: true }]), [{ text: 'а' }, { text: 'б', bold: true }])
})
