import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asId, type Id } from '../../../kernel/ids.ts'
import type { MeasurePart } from '../types/frozen.ts'
import { groupParts } from './parts.ts'
import { type Counted, indicatorsOf } from './span-indicators.ts'

const part = (over: Partial<MeasurePart>): MeasurePart => ({
  unitName: 'Управління культури і туризму',
  unitLabel: 'Управління культури',
  year: 2026,
  quarter: 2,
  state: 'done',
  result: 'Проведено ходу.',
  reason: null,
  nextStep: null,
  ...over,
})

test('what several departments say alike is said once; another state, text or quarter stands apart', () => {
  const groups = groupParts([
    part({}),
    part({ unitName: 'Управління освіти', unitLabel: 'Освіта' }),
    part({ unitName: 'Відділ', unitLabel: 'Відділ', state: 'partly', reason: 'Дощ' }),
    part({ quarter: 3 }),
    part({ unitName: 'Служба', unitLabel: 'Служба', quarter: 3, result: 'Інше.' }),
  ])
  assert.deepEqual(
    groups.map((g) => [g.quarter, g.state, g.labels]),
    [
      [2, 'done', ['Управління культури', 'Освіта']],
      [2, 'partly', ['Відділ']],
      [3, 'done', ['Управління культури']],
      [3, 'done', ['Служба']],
    ],
  )
  assert.deepEqual(groups[0]?.names, ['Управління культури і туризму', 'Управління освіти'])
})

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const indicator: Id<'indicator'> = asId<'indicator'>(uuid(1))

function told(fact: number, evidence: readonly (readonly [number, number])[], year = 2026): Counted {
  return {
    report: { year },
    row: {
      indicators: [{ id: indicator, name: 'Учасники', unitName: 'осіб', plan: 100, fact }],
      evidence: evidence.map(([id, value]) => ({
        id: asId<'evidence'>(uuid(id)),
        indicators: [{ id: indicator, fact: value }],
      })),
    },
  }
}

const tables: readonly [string, readonly Counted[], number | null, number | null][] = [
  [
    'facts of quarters add up, the plan of a year counts once',
    [told(30, [[10, 30]]), told(12, [[11, 12]])],
    42,
    100,
  ],
  ['plans of years add up', [told(30, [[10, 30]]), told(12, [[11, 12]], 2027)], 42, 200],
  [
    'an event that two departments report is counted once',
    [
      told(30, [[10, 30]]),
      told(35, [
        [10, 30],
        [12, 5],
      ]),
    ],
    35,
    100,
  ],
]
for (const [name, rows, fact, plan] of tables)
  test(name, () => {
    const [value] = indicatorsOf(rows)
    assert.deepEqual([value?.fact, value?.plan], [fact, plan])
  })
