import assert from 'node:assert/strict'
import { test } from 'node:test'
import { civilDate } from '../../../kernel/civil-date.ts'
import type { DutyState } from '../../duties/index.ts'
import type { MeasureId } from '../../programmes/index.ts'
import type { ReportState, RowState } from '../types.ts'
import { proposeState } from './proposal.ts'
import { daysLate, missing, type ReportVerb, step } from './report.ts'

const states: readonly ReportState[] = ['open', 'submitted', 'returned', 'accepted']
const ways: Readonly<Record<ReportVerb, readonly (ReportState | null)[]>> = {
  save: ['open', null, 'returned', null],
  submit: ['submitted', null, 'submitted', null],
  return: [null, 'returned', null, null],
  accept: [null, 'accepted', null, null],
  correct: [null, null, null, 'open'],
}
for (const [verb, results] of Object.entries(ways) as [ReportVerb, (ReportState | null)[]][]) {
  for (const [i, state] of states.entries()) {
    test(`${verb} of a report that is ${state}`, () => {
      const result = step(state, verb)
      assert.equal(typeof result === 'string' ? result : null, results[i])
    })
  }
}

const duty = (state: DutyState) => ({ due: civilDate(2026, 9, 30), state, reason: null })
const proposals: readonly [readonly DutyState[], number, boolean, boolean, RowState | null][] = [
  [[], 0, false, true, null],
  [[], 2, false, true, 'underWay'],
  [['fulfilled'], 1, false, false, 'done'],
  [['fulfilled'], 1, true, true, 'underWay'],
  [['fulfilled', 'excused'], 1, false, true, 'done'],
  [['excused'], 0, false, true, null],
  [['excused'], 1, false, true, 'underWay'],
  [['fulfilled', 'overdue'], 1, false, true, 'partly'],
  [['open'], 1, false, false, 'underWay'],
  [['open'], 0, false, false, null],
  [['overdue'], 0, false, true, 'notDone'],
  [['carriedOver'], 0, false, true, 'carriedOver'],
]
for (const [duties, evidence, continuous, quarterOver, expected] of proposals) {
  test(`duties ${duties.join('+') || 'none'}, ${evidence} evidence, ${continuous ? 'continuous, ' : ''}${quarterOver ? 'after' : 'within'} the quarter: ${expected}`, () => {
    const quarterEnd = civilDate(2026, 9, 30)
    assert.equal(
      proposeState({ duties: duties.map(duty), evidence, continuous, quarterEnd, quarterOver }),
      expected,
    )
  })
}

test('what is due after the quarter may still be done: it is under way, or only the executor can say', () => {
  const later = { due: civilDate(2026, 12, 31), state: 'open' as const, reason: null }
  const facts = { duties: [later], continuous: false, quarterEnd: civilDate(2026, 9, 30), quarterOver: true }
  assert.equal(proposeState({ ...facts, evidence: 0 }), null)
  assert.equal(proposeState({ ...facts, evidence: 1 }), 'underWay')
  assert.equal(proposeState({ ...facts, duties: [later, duty('overdue')], evidence: 1 }), 'partly')
})

const row = (over: { state?: RowState | null; result?: string; reason?: string | null }) => ({
  measureId: 'm' as MeasureId,
  number: '4.4',
  state: 'done' as RowState | null,
  result: 'Проведено.',
  reason: null as string | null,
  ...over,
})
const codes = (report: Parameters<typeof missing>[0]) => missing(report).map((r) => [r.refused, r.field])

test('a report says all that it lacks at once', () => {
  const whole = (rows: ReturnType<typeof row>[]) => ({ nothingToDo: false, rows, withEvidence: [] })
  assert.deepEqual(codes(whole([row({})])), [])
  assert.deepEqual(codes(whole([row({ state: null })])), [['state_missing', 'state.m']])
  assert.deepEqual(codes(whole([row({ state: 'partly', result: ' ' })])), [
    ['reason_missing', 'reason.m'],
    ['result_missing', 'result.m'],
  ])
  assert.deepEqual(codes(whole([row({ state: 'notDone', result: '', reason: 'Не виділено коштів' })])), [])
})

test('nothing to do is refused where there is evidence', () => {
  assert.deepEqual(codes({ nothingToDo: true, rows: [row({ state: null })], withEvidence: [] }), [])
  assert.deepEqual(codes({ nothingToDo: true, rows: [], withEvidence: ['4.4', '4.9'] }), [
    ['nothing_but_evidence', 'nothingToDo'],
  ])
})

test('late is counted in days after the due day, to today while nothing is submitted', () => {
  const due = civilDate(2026, 10, 6)
  assert.equal(daysLate(due, civilDate(2026, 10, 6), civilDate(2026, 11, 1)), 0)
  assert.equal(daysLate(due, civilDate(2026, 10, 9), civilDate(2026, 11, 1)), 3)
  assert.equal(daysLate(due, null, civilDate(2026, 10, 8)), 2)
  assert.equal(daysLate(due, null, civilDate(2026, 10, 1)), 0)
})
