import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kopiykas } from '../../../kernel/money.ts'
import type { Content, PracticeState } from '../types.ts'
import { missing, type PracticeVerb, step, wrongWithIndicators, wrongWithPeriod } from './state.ts'

const full: Content = {
  title: 'Сад при школі',
  problem: 'Порожнє подвір’я',
  done: 'Посадили дерева',
  result: 'Тінь і лави',
  indicators: [{ name: 'Посаджено', unit: 'дерев', before: 0, after: 40 }],
  cost: kopiykas(100_00),
  costSources: 'внески',
  partners: [],
  links: [],
  contact: 'sad@example.org',
  from: '2026-03-01',
  to: null,
  place: null,
  directionId: null,
}

test('a whole card lacks nothing; an empty one says everything that it lacks', () => {
  assert.deepEqual(missing(full), [])
  const empty = {
    ...full,
    problem: null,
    done: null,
    result: null,
    indicators: [],
    contact: null,
    from: null,
  }
  assert.deepEqual(
    missing({ ...empty, costSources: null }).map((r) => r.field),
    ['problem', 'done', 'result', 'indicator1Name', 'costSources', 'from', 'contact'],
  )
})

const steps: readonly [PracticeState, PracticeVerb, PracticeState | null][] = [
  ['draft', 'submit', 'submitted'],
  ['draft', 'publish', null],
  ['submitted', 'edit', null],
  ['submitted', 'recall', 'draft'],
  ['submitted', 'return', 'returned'],
  ['returned', 'edit', 'draft'],
  ['returned', 'publish', null],
  ['published', 'edit', 'draft'],
  ['published', 'withdraw', 'withdrawn'],
  ['withdrawn', 'publish', null],
  ['withdrawn', 'edit', 'draft'],
]
for (const [state, verb, expected] of steps)
  test(`${state}: ${verb} ${expected ? `gives ${expected}` : 'is refused'}`, () => {
    const next = step(state, verb)
    if (expected === null) assert.equal(typeof next, 'object')
    else assert.equal(next, expected)
  })

test('an indicator that is half filled says what it lacks; an empty row is nothing', () => {
  const empty = { name: null, unit: null, before: null, after: null }
  assert.deepEqual(
    wrongWithIndicators([
      empty,
      { ...empty, after: 3 },
      { ...empty, name: 'Дерева' },
      { ...empty, name: 'Лави', after: 0 },
    ]).map((r) => r.field),
    ['indicator2Name', 'indicator3After'],
  )
})

test('the end is not before the start', () => {
  assert.deepEqual(wrongWithPeriod({ from: '2026-03-01', to: '2026-03-01' }), [])
  assert.equal(wrongWithPeriod({ from: '2026-03-02', to: '2026-03-01' })[0]!.field, 'to')
})
