import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { civilDate } from '../../../kernel/civil-date.ts'
import { asId } from '../../../kernel/ids.ts'
import { type DutyLine, REMINDER_LEVELS, REMINDER_STAGES } from '../types.ts'
import { concerns, digestsOf, type Recipient, stageOf, writtenKey } from './reminder.ts'

const today = civilDate(2026, 6, 20)
const unitId = asId<'unit'>('019a0000-0000-7000-8000-000000000004')
const otherUnit = asId<'unit'>('019a0000-0000-7000-8000-000000000005')

function line(n: number, inDays: number, unit = unitId): DutyLine {
  const due = today.add({ days: inDays })
  return {
    id: asId(`019a0000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`),
    programmeId: asId('019a0000-0000-7000-8000-000000000002'),
    measureId: asId('019a0000-0000-7000-8000-000000000003'),
    unitId: unit,
    period: { from: civilDate(2026, 1, 1), to: due },
    due,
    explanation: { chosen: due.toString() },
    outcome: null,
    outcomeReason: null,
    fulfilledOn: null,
    measureNumber: '4.4',
    measureTitle: 'Дні інформування',
    measureTitleEn: null,
    unitLabel: 'Загальний відділ',
    unitName: 'Відділ',
    evidence: 0,
  }
}

describe('the stage of a reminder', () => {
  for (const [days, stage] of [
    [11, null],
    [10, 'before10'],
    [4, 'before10'],
    [3, 'before3'],
    [1, 'before3'],
    [0, 'onDay'],
    [-2, 'onDay'],
    [-3, 'after3'],
    [-9, 'after3'],
    [-10, 'after10'],
    [-400, 'after10'],
  ] as const)
    test(`${days} days left: ${stage}`, () => assert.equal(stageOf(today.add({ days }), today), stage))

  test('who is told when', () => {
    const table = REMINDER_STAGES.map(
      (stage) => REMINDER_LEVELS.filter((level) => concerns(stage, level)).length,
    )
    assert.deepEqual(table, [1, 1, 2, 2, 3])
  })
})

describe('digests', () => {
  const executor: Recipient = {
    level: 'executor',
    name: 'А',
    email: 'a@x.test',
    locale: 'uk',
    units: [unitId],
  }
  const coordinator: Recipient = {
    level: 'coordinator',
    name: 'Б',
    email: 'b@x.test',
    locale: 'uk',
    units: null,
  }
  const duties = [line(1, 5), line(2, -4), line(3, -4, otherUnit)]
  const shown = (recipients: readonly Recipient[], written: readonly string[] = []) =>
    digestsOf(duties, recipients, new Set(written), today).map((d) => [
      d.recipient.email,
      d.lines.map((l) => l.duty.id.slice(-1)).join(''),
    ])

  test('each gets one letter with what concerns them', () =>
    assert.deepEqual(shown([executor, coordinator]), [
      ['a@x.test', '12'],
      ['b@x.test', '23'],
    ]))
  test('a person with two roles gets one letter, no duty twice', () =>
    assert.deepEqual(shown([executor, { ...coordinator, email: executor.email }]), [['a@x.test', '123']]))
  test('what was written is not written again', () => {
    const key = writtenKey(duties[1]!.id, 'after3', executor.email)
    assert.deepEqual(shown([executor], [key]), [['a@x.test', '1']])
    assert.deepEqual(shown([executor], [key, writtenKey(duties[0]!.id, 'before10', executor.email)]), [])
  })
  test('nobody is switched on: no letter', () => assert.deepEqual(shown([]), []))
})
