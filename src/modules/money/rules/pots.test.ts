import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { LOCAL, M1, M2, planned, uah, use } from '../../../../test/factories/money-records.ts'
import { potFor, potsOf, summaryOf } from './pots.ts'

test('a measure with a plan draws from its own, one without from the common pot', () => {
  const plan = [planned(15_000), planned(3_000, M1)]
  const uses = [use(1_000, 500, M1), use(2_000, 1_500, M2), use(0, 100)]
  assert.deepEqual(potFor(plan, uses, { year: 2026, source: LOCAL, measureId: M1 }), {
    year: 2026,
    source: LOCAL,
    measureId: M1,
    plan: uah(3_000),
    committed: uah(1_000),
    spent: uah(500),
    left: uah(1_500),
  })
  const common = potFor(plan, uses, { year: 2026, source: LOCAL, measureId: M2 })
  assert.equal(common.measureId, null)
  assert.equal(common.left, uah(15_000 - 3_500 - 100))
})

test('sums by source and by measure say what came from the common pot', () => {
  const summary = summaryOf(
    [planned(15_000), planned(3_000, M1), planned(700, null, 'обласний бюджет')],
    [use(1_000, 500, M1), use(2_000, 1_500, M2), use(0, 100)],
  )
  assert.deepEqual(
    [summary.plan, summary.committed, summary.spent, summary.left],
    [uah(18_700), uah(3_000), uah(2_100), uah(13_600)],
  )
  assert.deepEqual(
    summary.bySource.map((s) => [s.source, s.plan, s.left]),
    [
      [LOCAL, uah(18_000), uah(12_900)],
      ['обласний бюджет', uah(700), uah(700)],
    ],
  )
  const of = (id: typeof M1 | null) => summary.byMeasure.find((m) => m.measureId === id)
  assert.deepEqual(
    [of(M2)?.plan, of(M2)?.spent, of(M2)?.fromCommon, of(M2)?.left],
    [0, uah(1_500), uah(3_500), 0],
  )
  assert.deepEqual([of(M1)?.fromCommon, of(M1)?.left], [0, uah(1_500)])
  assert.equal(of(null)?.left, uah(11_400 + 700))
})

test('with no money at all everything is zero', () => {
  assert.deepEqual(summaryOf([], []), {
    plan: 0,
    committed: 0,
    spent: 0,
    left: 0,
    bySource: [],
    byMeasure: [],
  })
})

const place = fc.record({
  measureId: fc.constantFrom(null, M1, M2),
  source: fc.constantFrom(LOCAL, 'обласний бюджет'),
})
const amount = fc.integer({ min: 0, max: 2_000_000 })

test('parts add up to the whole, whatever is planned and used', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(place, amount), { maxLength: 8 }),
      fc.array(fc.tuple(place, amount, amount), { maxLength: 12 }),
      (plans, used) => {
        const plan = plans.map(([p, a]) => planned(a / 100, p.measureId, p.source))
        const uses = used.map(([p, c, s]) => use(c / 100, s / 100, p.measureId, p.source))
        const whole = summaryOf(plan, uses)
        for (const parts of [whole.bySource, whole.byMeasure, potsOf(plan, uses)])
          for (const key of ['plan', 'committed', 'spent', 'left'] as const)
            assert.equal(
              parts.reduce((total, p) => total + p[key], 0),
              whole[key],
              key,
            )
        assert.equal(whole.left, whole.plan - whole.committed - whole.spent)
        for (const m of whole.byMeasure)
          if (m.measureId) assert.equal(m.left, m.plan - m.committed - m.spent + m.fromCommon)
      },
    ),
  )
})
