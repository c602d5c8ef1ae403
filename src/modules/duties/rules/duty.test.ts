import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { civilDate } from '../../../kernel/civil-date.ts'
import { asId } from '../../../kernel/ids.ts'
import type { DutyOutcome, DutyRecord, Share } from '../types.ts'
import {
  asked,
  carryOver,
  cellState,
  countStates,
  daysLate,
  dutyState,
  NO_COUNTS,
  outcomeOf,
  step,
} from './duty.ts'

const at = (month: number, day: number) => civilDate(2026, month, day)
const quarter = { from: at(4, 1), to: at(6, 30) }

function duty(change: Partial<DutyRecord> = {}): DutyRecord {
  return {
    id: asId('019a0000-0000-7000-8000-000000000001'),
    programmeId: asId('019a0000-0000-7000-8000-000000000002'),
    measureId: asId('019a0000-0000-7000-8000-000000000003'),
    unitId: asId('019a0000-0000-7000-8000-000000000004'),
    editionId: asId('019a0000-0000-7000-8000-000000000005'),
    period: quarter,
    due: at(6, 30),
    explanation: { chosen: '2026-06-30' },
    outcome: null,
    outcomeReason: null,
    fulfilledOn: null,
    ordinal: 1,
    origin: 'term',
    carriedTo: null,
    ...change,
  }
}

describe('the state of a duty', () => {
  for (const [outcome, today, state] of [
    [null, at(3, 31), 'planned'],
    [null, at(4, 1), 'open'],
    [null, at(6, 30), 'open'],
    [null, at(7, 1), 'overdue'],
    ['partly', at(6, 30), 'open'],
    ['partly', at(7, 1), 'overdue'],
    ['fulfilled', at(3, 1), 'fulfilled'],
    ['fulfilled', at(9, 1), 'fulfilled'],
    ['excused', at(9, 1), 'excused'],
    ['carriedOver', at(9, 1), 'carriedOver'],
  ] as const)
    test(`${outcome} on ${today} is ${state}`, () => {
      const fulfilledOn = outcome === 'fulfilled' ? at(5, 1) : null
      assert.equal(dutyState(duty({ outcome, fulfilledOn }), today), state)
    })

  for (const [name, change, today, days] of [
    ['open', {}, at(6, 30), 0],
    ['overdue by a day', {}, at(7, 1), 1],
    ['done in time', { outcome: 'fulfilled', fulfilledOn: at(6, 30) }, at(9, 1), 0],
    ['done late', { outcome: 'fulfilled', fulfilledOn: at(7, 10) }, at(9, 1), 10],
    ['excused after its day', { outcome: 'excused', outcomeReason: 'x' }, at(9, 1), 0],
  ] as const)
    test(`late, ${name}: ${days}`, () => assert.equal(daysLate(duty(change), today), days))
})

describe('what evidence makes of a duty', () => {
  const of = (share: Share, day: number) => ({ share, happenedTo: at(5, day) })
  for (const [name, evidence, outcome, on] of [
    ['none', [], null, null],
    ['a part', [of('part', 3)], 'partly', null],
    ['two parts', [of('part', 3), of('part', 4)], 'partly', null],
    ['a whole', [of('whole', 3)], 'fulfilled', '2026-05-03'],
    ['the earliest whole counts', [of('part', 1), of('whole', 9), of('whole', 5)], 'fulfilled', '2026-05-05'],
  ] as const)
    test(name, () => {
      const found = outcomeOf(evidence)
      assert.deepEqual([found.outcome, found.fulfilledOn?.toString() ?? null], [outcome, on])
    })
})

describe('verbs', () => {
  const outcomes: readonly (DutyOutcome | null)[] = [
    null,
    'partly',
    'fulfilled',
    'excused',
    'carriedOver',
    'withdrawn',
  ]
  for (const [verb, good] of [
    ['excuse', [null, 'partly']],
    ['carryOver', [null, 'partly']],
    ['reopen', ['excused', 'carriedOver']],
  ] as const)
    test(verb, () => {
      const done = outcomes.filter((outcome) => step({ outcome }, verb) === null)
      assert.deepEqual(done, good)
    })

  const end = civilDate(2026, 12, 31)
  const later = duty({
    id: asId('019a0000-0000-7000-8000-000000000009'),
    period: { from: at(7, 1), to: at(9, 30) },
    due: at(9, 30),
  })
  const other = { ...later, unitId: asId<'unit'>('019a0000-0000-7000-8000-000000000008') }
  for (const [name, from, target, expected] of [
    ['to a later duty', duty(), { duty: later, date: null }, 'duty'],
    ['to a day', duty(), { duty: null, date: at(8, 15) }, 'date'],
    ['to nothing', duty(), { duty: null, date: null }, 'carry_no_target'],
    ['to both', duty(), { duty: later, date: at(8, 15) }, 'carry_one_target'],
    ['to an earlier day', duty(), { duty: null, date: at(6, 30) }, 'carry_not_later'],
    ['to itself', duty(), { duty: duty(), date: null }, 'carry_not_later'],
    ['to another unit', duty(), { duty: other, date: null }, 'carry_other_duty'],
    [
      'to one that was excused',
      duty(),
      { duty: { ...later, outcome: 'excused', outcomeReason: 'x' }, date: null },
      'carry_other_duty',
    ],
    ['beyond the programme', duty(), { duty: null, date: civilDate(2027, 1, 1) }, 'carry_after_programme'],
    [
      'of a fulfilled one',
      duty({ outcome: 'fulfilled', fulfilledOn: at(5, 1) }),
      { duty: later, date: null },
      'duty_wrong_state',
    ],
  ] as const)
    test(`carry over ${name}`, () => {
      const found = carryOver(from, target, end)
      assert.equal('to' in found ? found.to : found.refused, expected)
    })
})

describe('several duties in one stitch', () => {
  for (const [counts, state] of [
    [{}, 'none'],
    [{ planned: 2 }, 'plan'],
    [{ open: 1, planned: 1 }, 'due'],
    [{ open: 2, partly: 1 }, 'part'],
    [{ fulfilled: 1, open: 1 }, 'part'],
    [{ fulfilled: 1, planned: 1 }, 'part'],
    [{ fulfilled: 3 }, 'done'],
    [{ fulfilled: 3, excused: 1 }, 'done'],
    [{ fulfilled: 3, overdue: 1 }, 'late'],
    [{ excused: 1 }, 'excused'],
    [{ carriedOver: 1 }, 'carried'],
  ] as const)
    test(`${JSON.stringify(counts)} → ${state}`, () =>
      assert.equal(cellState({ ...NO_COUNTS, ...counts }), state))

  test('every duty is counted once, whatever the day', () => {
    const outcome = fc.constantFrom(
      null,
      'partly',
      'excused',
      'carriedOver',
    ) as fc.Arbitrary<DutyOutcome | null>
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 20 }), fc.integer({ min: -200, max: 200 }), (all, days) => {
        const counts = countStates(
          all.map((one) => duty({ outcome: one })),
          at(6, 1).add({ days }),
        )
        assert.equal(asked(counts) + counts.excused + counts.carriedOver, all.length)
      }),
    )
  })
})
