import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { UnitId } from '../../../kernel/actor.ts'
import { civilDate } from '../../../kernel/civil-date.ts'
import { asId } from '../../../kernel/ids.ts'
import { CITY_CALENDAR } from '../../../legal-time/calendar.ts'
import type { Recurrence } from '../../../legal-time/recurrence.ts'
import type { MeasureId } from '../../programmes/index.ts'
import type { Schedule } from '../types.ts'
import { type Existing, planRenewal, type RenewalInput, type Wanted, wantedDuties } from './renewal.ts'

const idOf = <Of extends string>(n: number) =>
  asId<Of>(`019a0000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`)
const culture = idOf<'unit'>(1)
const youth = idOf<'unit'>(2)
const group = idOf<'unit'>(3)
const measureId: MeasureId = idOf(10)
const none: Recurrence = { raw: '', period: null, kind: 'none' }
const quarterly: Recurrence = { raw: 'Щоквартально', period: null, kind: 'quarterly', byDay: null, times: 1 }
const departments = new Map<UnitId, readonly UnitId[]>([
  [culture, [culture]],
  [youth, [youth]],
  [group, [culture, youth]],
])

function input(
  change: Partial<RenewalInput> & { recurrence?: Recurrence; executors?: UnitId[] } = {},
): RenewalInput {
  const { recurrence = quarterly, executors = [culture], ...rest } = change
  return {
    measures: [{ id: measureId, recurrence, executors }],
    schedules: new Map(),
    departments,
    period: { from: civilDate(2026, 1, 1), to: civilDate(2026, 12, 31) },
    inForceFrom: null,
    calendar: CITY_CALENDAR,
    namedYear: 'excluded',
    ...rest,
  }
}

function existing(wanted: readonly Wanted[], change: Partial<Existing> = {}): Existing[] {
  return wanted.map((w, i) => ({
    id: idOf(20 + i),
    measureId: w.measureId,
    unitId: w.unitId,
    period: w.occurrence.period,
    ordinal: w.occurrence.ordinal,
    origin: w.origin,
    due: w.occurrence.due,
    outcome: null,
    evidence: 0,
    current: true,
    ...change,
  }))
}

describe('what an edition asks for', () => {
  for (const [name, change, count] of [
    ['a department each quarter', {}, 4],
    ['a group: each member', { executors: [group] }, 8],
    ['a group and its own member: the member once', { executors: [group, culture] }, 8],
    ['an empty group makes none', { executors: [group], departments: new Map([[group, []]]) }, 0],
    ['no executor', { executors: [] }, 0],
    ['no term', { recurrence: none }, 0],
    ['a decision of July leaves two quarters', { inForceFrom: civilDate(2026, 7, 1) }, 2],
  ] as const)
    test(name, () => assert.equal(wantedDuties(input(change as Parameters<typeof input>[0])).length, count))

  const dates: Schedule = { recurrence: null, dates: [civilDate(2026, 5, 8), civilDate(2026, 9, 15)] }
  test('a schedule of days makes one duty for each day', () => {
    const wanted = wantedDuties(input({ recurrence: none, schedules: new Map([[measureId, dates]]) }))
    assert.deepEqual(
      wanted.map((w) => [w.origin, w.occurrence.due.toString()]),
      [
        ['schedule', '2026-05-08'],
        ['schedule', '2026-09-15'],
      ],
    )
  })
  test('a schedule of a rhythm makes its occurrences', () => {
    const schedule: Schedule = { recurrence: quarterly, dates: null }
    assert.equal(
      wantedDuties(input({ recurrence: none, schedules: new Map([[measureId, schedule]]) })).length,
      4,
    )
  })
  test('an amendment that gives the term ends the schedule', () => {
    const wanted = wantedDuties(input({ schedules: new Map([[measureId, dates]]) }))
    assert.ok(wanted.length === 4 && wanted.every((w) => w.origin === 'term'))
  })
})

describe('what a renewal changes', () => {
  const wanted = wantedDuties(input())
  const boundary = civilDate(2026, 5, 20)
  const counts = (now: readonly Wanted[], there: readonly Existing[]) => {
    const plan = planRenewal(now, there, boundary)
    return [plan.create.length, plan.renew.length, plan.withdraw.length]
  }
  const dropped = wantedDuties(input({ executors: [youth], inForceFrom: boundary }))

  for (const [name, now, there, expected] of [
    ['the first time all are made', wanted, [], [4, 0, 0]],
    ['run twice, nothing changes', wanted, existing(wanted), [0, 0, 0]],
    [
      'another edition renews the words of future ones only',
      wanted,
      existing(wanted, { current: false }),
      [0, 3, 0],
    ],
    [
      'another executor: future ones are withdrawn, the first quarter stays',
      dropped,
      existing(wanted),
      [3, 0, 3],
    ],
    ['what has evidence stays', dropped, existing(wanted, { evidence: 1 }), [3, 0, 0]],
    ['what was excused stays', dropped, existing(wanted, { outcome: 'excused' }), [3, 0, 0]],
    ['what was carried over stays', dropped, existing(wanted, { origin: 'carried' }), [3, 0, 0]],
    ['another due day renews', wanted, existing(wanted, { due: civilDate(2026, 1, 1) }), [0, 3, 0]],
  ] as const)
    test(name, () => assert.deepEqual(counts(now, there), expected))

  test('a measure dropped by the amendment: only what ends after it is withdrawn', () => {
    const plan = planRenewal([], existing(wanted), boundary)
    assert.deepEqual(plan.withdraw, [idOf(21), idOf(22), idOf(23)])
  })
})
