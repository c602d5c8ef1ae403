import assert from 'node:assert/strict'
import { test } from 'node:test'
import { change, day, LOCAL, line, M1, uah } from '../../../../test/factories/money-records.ts'
import type { EditionLine, PlanChange } from '../types.ts'
import { editionOfYear, type InForce, planOf } from './plan.ts'

const first: InForce = { edition: 1, inForceFrom: day('2026-01-10') }
const second: InForce = { edition: 2, inForceFrom: day('2026-06-01') }

const cases: readonly (readonly [
  string,
  readonly InForce[],
  readonly EditionLine[],
  readonly PlanChange[],
  number,
])[] = [
  ['the sum of the edition', [first], [line(1, '2026-01-10', 15_000)], [], 15_000],
  ['nothing planned at all', [first], [], [], 0],
  ['a budget decision adds', [first], [line(1, '2026-01-10', 15_000)], [change(5_000, '2026-03-01')], 20_000],
  [
    'a decision before the first edition adds too',
    [first],
    [line(1, '2026-01-10', 15_000)],
    [change(5_000, '2026-01-01')],
    20_000,
  ],
  ['a decision where the edition plans nothing', [first], [], [change(5_000, '2026-03-01')], 5_000],
  [
    'a withdrawn change does not count',
    [first],
    [line(1, '2026-01-10', 15_000)],
    [change(5_000, '2026-03-01', { state: 'withdrawn' })],
    15_000,
  ],
  [
    'an amendment with a new sum holds the decisions before it',
    [first, second],
    [line(1, '2026-01-10', 15_000), line(2, '2026-06-01', 20_000)],
    [change(5_000, '2026-03-01'), change(1_000, '2026-07-01')],
    21_000,
  ],
  [
    'an amendment that leaves the sum leaves the decisions',
    [first, second],
    [line(1, '2026-01-10', 15_000), line(2, '2026-06-01', 15_000)],
    [change(5_000, '2026-03-01')],
    20_000,
  ],
  [
    'a source spelled otherwise is the same source',
    [first],
    [line(1, '2026-01-10', 15_000)],
    [change(5_000, '2026-03-01', { source: ' Місцевий  бюджет' })],
    20_000,
  ],
  [
    'another year is another plan',
    [first],
    [line(1, '2026-01-10', 15_000, { year: 2027 })],
    [change(5_000, '2026-03-01', { year: 2027 })],
    0,
  ],
]

for (const [name, editions, lines, changes, expected] of cases)
  test(`plan: ${name}`, () => {
    const places = planOf(editions, lines, changes, 2026)
    assert.equal(
      places.reduce((total, p) => total + p.plan, 0),
      uah(expected),
    )
  })

test('what an amendment holds already is told apart from what counts on top', () => {
  const [place] = planOf(
    [first, second],
    [line(1, '2026-01-10', 15_000), line(2, '2026-06-01', 20_000)],
    [change(5_000, '2026-03-01'), change(1_000, '2026-07-01')],
    2026,
  )
  assert.equal(place?.edition, 2)
  assert.deepEqual(
    place?.changes.map((c) => c.change),
    [uah(1_000)],
  )
  assert.deepEqual(
    place?.restated.map((c) => c.change),
    [uah(5_000)],
  )
})

test('a zero line of an edition plans nothing; a decision that took all away leaves a plan of zero', () => {
  const zero = line(1, '2026-01-10', 0, { measureId: M1 })
  assert.deepEqual(planOf([first], [zero], [], 2026), [])
  const taken = planOf(
    [first],
    [line(1, '2026-01-10', 500, { measureId: M1 })],
    [change(-500, '2026-02-01', { measureId: M1 })],
    2026,
  )
  assert.deepEqual(
    taken.map((p) => [p.measureId, p.source, p.plan]),
    [[M1, LOCAL, 0]],
  )
})

test('a year is planned by the edition in force at its end, a year before all editions by the first', () => {
  const editions = [second, first, { edition: 3, inForceFrom: day('2027-02-01') }]
  for (const [year, edition] of [
    [2024, 1],
    [2026, 2],
    [2027, 3],
    [2030, 3],
  ] as const)
    assert.equal(editionOfYear(editions, year)?.edition, edition, String(year))
  assert.equal(editionOfYear([], 2026), null)
})
