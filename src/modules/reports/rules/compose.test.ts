/** Rules of composition and consolidation as tables, without a database. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalJson } from '../../../kernel/canonical-json.ts'
import { civilDate, quarterPeriod } from '../../../kernel/civil-date.ts'
import { asId } from '../../../kernel/ids.ts'
import { ZERO } from '../../../kernel/money.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { LEGAL_RULES } from '../../../legal-time/data/rules.ts'
import { resolveRule } from '../../../legal-time/rules.ts'
import type { DutyState } from '../../duties/index.ts'
import type { MeasureId } from '../../programmes/index.ts'
import type { FactRow, ReportRow, RowState } from '../types.ts'
import { ofQuarter } from './compose.ts'
import { quartersToOpen, reportDay, reportRule } from './opening.ts'
import { stageOf } from './reminder.ts'
import { isEdited, proposedRow, refreshedRows, typedRows } from './rows.ts'
import { mayApprove, mayCompose, quartersOf } from './span.ts'
import { addFacts, overTime, percentOf, tallied, tallyOf, together } from './together.ts'

const duty = (month: number, state: DutyState) => ({ due: civilDate(2026, month, 28), state, reason: null })

test('a quarter is judged by its own duties; older ones speak where they are alone or made good', () => {
  const from = civilDate(2026, 7, 1)
  const old = duty(3, 'overdue')
  const own = duty(9, 'fulfilled')
  const made = duty(4, 'fulfilled')
  assert.deepEqual(ofQuarter([old, own], from), [own])
  assert.deepEqual(ofQuarter([old], from), [old])
  assert.deepEqual(ofQuarter([old, made], from), [made])
  assert.deepEqual(ofQuarter([], from), [])
})

const id = asId<'measure'>('00000000-0000-7000-8000-000000000001') as MeasureId
const fact = (over: Partial<FactRow> = {}): FactRow => ({
  measureId: id,
  number: '4.1',
  title: 'Дні інформування',
  titleEn: null,
  term: 'Щоквартально',
  indicators: [],
  cashPlan: ZERO,
  cashFact: ZERO,
  composed: 'Проведено.',
  proposedState: 'done',
  proposedReason: null,
  duties: [],
  evidence: [],
  ...over,
})
const row = (over: Partial<ReportRow> = {}): ReportRow => ({ ...proposedRow(fact()), ...over })

test('fresh facts replace a text that nobody edited and leave an edited one', () => {
  const now = [fact({ composed: 'Проведено двічі.', proposedState: 'underWay' })]
  assert.equal(refreshedRows([row()], now)[0]?.result, 'Проведено двічі.')
  const kept = refreshedRows([row({ result: 'Наше.' })], now)[0]
  assert.deepEqual([kept?.result, kept?.composed], ['Наше.', 'Проведено двічі.'])
  assert.equal(kept && isEdited(kept), true)
  assert.equal(refreshedRows([row({ state: 'partly' })], now)[0]?.state, 'partly')
  assert.equal(refreshedRows([row({ state: null })], now)[0]?.state, 'underWay')
})

test('a row without facts goes unless somebody wrote about it', () => {
  assert.deepEqual(refreshedRows([row()], []), [])
  assert.equal(refreshedRows([row({ reason: 'Дощ' })], [])[0]?.reason, 'Дощ')
  assert.equal(refreshedRows([row({ result: 'Наше.' })], [])[0]?.composed, '')
})

test('what is typed is laid over the facts; a composed text can be taken instead', () => {
  const input = {
    measureId: id,
    state: 'partly',
    result: 'Наше.',
    reason: 'Дощ',
    nextStep: null,
    indicators: new Map(),
  } as const
  assert.equal(typedRows([row()], [input])[0]?.result, 'Наше.')
  assert.equal(typedRows([row()], [input], [id])[0]?.result, 'Проведено.')
  assert.equal(typedRows([row()], [input], [id])[0]?.reason, 'Дощ')
})

const times: readonly [readonly RowState[], RowState | null][] = [
  [[], null],
  [['done'], 'done'],
  [['underWay', 'underWay', 'done'], 'done'],
  [['done', 'underWay'], 'underWay'],
  [['notDone', 'done'], 'partly'],
  [['notDone', 'notDone'], 'notDone'],
  [['partly', 'done'], 'partly'],
  [['carriedOver', 'done'], 'done'],
  [['done', 'carriedOver'], 'carriedOver'],
]
for (const [states, expected] of times)
  test(`over the quarters ${states.join(', ') || 'nothing'} makes ${expected}`, () =>
    assert.equal(overTime(states), expected))

const units: readonly [readonly RowState[], RowState | null][] = [
  [[], null],
  [['done', 'done'], 'done'],
  [['done', 'underWay'], 'underWay'],
  [['done', 'notDone'], 'partly'],
  [['notDone', 'notDone'], 'notDone'],
  [['carriedOver', 'notDone'], 'partly'],
]
for (const [states, expected] of units)
  test(`executors with ${states.join(', ') || 'nothing'} make ${expected}`, () =>
    assert.equal(together(states), expected))

test('states are tallied, facts added, per cents of nothing are nothing', () => {
  assert.equal(tallied(tallyOf(['done', null, 'partly'])), 2)
  assert.equal(addFacts([null, null]), null)
  assert.equal(addFacts([0.1, 0.2, null]), 0.3)
  assert.equal(percentOf(1, 3), 33.3)
  assert.equal(percentOf(5, 0), null)
})

const programme = { from: civilDate(2026, 1, 15), to: civilDate(2027, 12, 31) }
const openings: readonly [string, readonly string[]][] = [
  ['2026-02-28', []],
  ['2026-03-01', ['2026/1']],
  ['2026-04-05', ['2026/1']],
  ['2026-06-01', ['2026/1', '2026/2']],
  ['2028-02-01', ['2027/4']],
  ['2028-05-01', []],
]
for (const [day, expected] of openings)
  test(`on ${day} reports are open for ${expected.join(', ') || 'nothing'}`, () => {
    const [y, m, d] = day.split('-').map(Number)
    assert.deepEqual(
      quartersToOpen(civilDate(y!, m!, d!), programme).map((q) => `${q.year}/${q.quarter}`),
      expected,
    )
  })

test('the programme’s own rule of reporting gives its day', () => {
  const control = [
    { number: '7.1', rule: 'Координацію здійснює відділ.', kind: 'coordination' },
    {
      number: '7.4',
      rule: 'Виконавці щокварталу, до 10 числа наступного місяця, подають звіт.',
      kind: 'report',
    },
  ]
  assert.equal(reportRule(control)?.day, 10)
  assert.equal(reportRule(control)?.number, '7.4')
  assert.equal(reportRule([{ number: null, rule: 'Щокварталу подається звіт.', kind: 'report' }])?.day, null)
  assert.equal(reportRule([control[0]!]), null)
})

test('reminders have stages, also after a day on which the job did not run', () => {
  const due = civilDate(2026, 10, 6)
  const stages = [11, 10, 5, 3, 1, 0, -1].map((before) => stageOf(due, due.subtract({ days: before })))
  assert.deepEqual(stages, [null, 10, 10, 3, 3, 0, null])
})

test('a period is composed once it has begun, approved once it is over; the final one after the programme', () => {
  const year = { kind: 'year', year: 2026, quarter: null } as const
  const final = { kind: 'final', year: 2027, quarter: null } as const
  assert.equal(mayCompose(year, programme, civilDate(2026, 1, 1)), null)
  assert.equal(mayCompose(year, programme, civilDate(2025, 12, 31))?.refused, 'period_not_begun')
  assert.equal(
    mayCompose({ ...year, year: 2030 }, programme, civilDate(2031, 1, 1))?.refused,
    'outside_programme',
  )
  assert.equal(mayApprove(year, programme, civilDate(2026, 12, 31))?.refused, 'period_not_over')
  assert.equal(mayApprove(year, programme, civilDate(2027, 1, 1)), null)
  assert.equal(mayCompose(final, programme, civilDate(2027, 12, 31))?.refused, 'programme_not_over')
  assert.equal(quartersOf(year, programme).length, 4)
  assert.equal(quartersOf(final, programme).length, 8)
})

test('one value has one canonical text, whatever the order of its keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse())
      const text = canonicalJson(value)
      assert.equal(canonicalJson(turned), text)
      assert.equal(canonicalJson(JSON.parse(text)), text)
    }),
  )
})

test('the day of a report: the programme’s own rule, unless the city set another; else the usual sixth', () => {
  const quarter = { year: 2026, quarter: 1 } as const
  const { to } = quarterPeriod(quarter)
  const law = resolveRule(LEGAL_RULES, [], 'programme.report.quarterly', to)
  const ours = { key: 'programme.report.quarterly', value: 15, from: '2026-01-01', to: null } as const
  const city = resolveRule(
    LEGAL_RULES,
    [{ ...ours, decision: '№ 1', reason: 'так вирішили' }],
    'programme.report.quarterly',
    to,
  )
  const own = [{ number: '7.4', rule: 'Щокварталу, до 10 числа, подається звіт.', kind: 'report' as const }]
  const none = refuse('rule_not_in_force')
  for (const [control, rule, expected] of [
    [own, law, '2026-04-10'],
    [[], law, '2026-04-06'],
    [[], none, '2026-04-06'],
    [own, none, '2026-04-10'],
    [own, city, '2026-04-15'],
    [[], city, '2026-04-15'],
  ] as const)
    assert.equal(reportDay(quarter, control, rule).due.date.toString(), expected)
  assert.equal(reportDay(quarter, own, law).due.explanation.basis?.source.article, 'п. 7.4')
})
