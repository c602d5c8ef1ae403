import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../../../kernel/actor.ts'
import { Temporal } from '../../../kernel/civil-date.ts'
import { asId } from '../../../kernel/ids.ts'
import { LEGAL_RULES } from '../../../legal-time/data/rules.ts'
import { newValueForm } from '../forms.ts'
import { mayOverrideRules } from '../policy.ts'
import type { CityValue, NewCityValue } from '../types.ts'
import { checkNewValue, checkWithdrawal, countsOn } from './city-value.ts'

const day = (iso: string) => Temporal.PlainDate.from(iso)
const moment = Temporal.Instant.from('2026-05-14T09:00:00Z')

const input = (part: Partial<NewCityValue> = {}): NewCityValue => ({
  key: 'session.draft.publish',
  value: 15,
  from: day('2026-06-01'),
  to: null,
  reason: 'Регламент ради',
  decision: null,
  ...part,
})

const value = (part: Partial<CityValue> = {}): CityValue => ({
  id: asId('01900000-0000-7000-8000-000000000001'),
  key: 'session.draft.publish',
  value: 15,
  from: '2026-06-01',
  to: null,
  reason: 'Регламент ради',
  decision: null,
  createdBy: 'Олена Гнатюк',
  createdAt: moment,
  withdrawnAt: null,
  withdrawReason: null,
  ...part,
})

for (const [what, given, existing, refused] of [
  ['a longer notice than the law’s', input(), [], []],
  ['a shorter notice', input({ value: 5 }), [], ['laxer_than_law']],
  ['the law’s own value', input({ value: 10 }), [], ['same_as_law']],
  ['half a day', input({ value: 10.5 }), [], ['value_unfit']],
  ['less than nothing', input({ value: -1 }), [], ['value_unfit']],
  ['no number', input({ value: Number.NaN }), [], ['value_unfit']],
  ['an end before the start', input({ to: day('2026-05-31') }), [], ['ends_before_start']],
  ['one day only', input({ to: day('2026-06-01') }), [], []],
  ['a second value from the same day', input(), [value()], ['same_start']],
  ['one from the day of a withdrawn value', input(), [value({ withdrawnAt: moment })], []],
  [
    'everything wrong at once',
    input({ value: 5, to: day('2026-01-01') }),
    [value()],
    ['laxer_than_law', 'ends_before_start', 'same_start'],
  ],
  ['a rule nobody knows', input({ key: 'x' }), [], ['rule_unknown']],
  ['a quorum that the law fixes', input({ key: 'executive.quorum', value: 0.6 }), [], ['rule_fixed']],
  ['a rule whose law waits', input({ key: 'consultation.public.min', value: 20 }), [], ['rule_not_in_force']],
  [
    'a day before the rule',
    input({ key: 'publicCouncil.size', from: day('2018-01-01') }),
    [],
    ['rule_not_in_force'],
  ],
  ['a freer value where the act only recommends', input({ key: 'publicCouncil.size', value: 50 }), [], []],
  ['a share above one', input({ key: 'publicCouncil.quorum', value: 1.5 }), [], ['value_unfit']],
  ['two thirds', input({ key: 'publicCouncil.quorum', value: 2 / 3 }), [], []],
  ['the 32nd of a month', input({ key: 'programme.report.quarterly', value: 32 }), [], ['value_unfit']],
  ['the 10th of a month', input({ key: 'programme.report.quarterly', value: 10 }), [], []],
  ['31 April', input({ key: 'contest.announce', value: 431 }), [], ['value_unfit']],
  ['15 September', input({ key: 'contest.announce', value: 915 }), [], []],
] as const) {
  test(`a city sets ${what}: ${refused.join(', ') || 'accepted'}`, () =>
    assert.deepEqual(
      checkNewValue(LEGAL_RULES, existing, given).map((r) => r.refused),
      refused,
    ))
}

test('a value is withdrawn once', () => {
  assert.deepEqual(checkWithdrawal(value()), [])
  assert.deepEqual(
    checkWithdrawal(value({ withdrawnAt: moment })).map((r) => r.refused),
    ['already_withdrawn'],
  )
})

for (const [date, part, counts] of [
  ['2026-05-31', {}, false],
  ['2026-06-01', {}, true],
  ['2026-12-31', { to: '2026-12-31' }, true],
  ['2027-01-01', { to: '2026-12-31' }, false],
  ['2026-07-01', { withdrawnAt: moment }, false],
] as const) {
  test(`on ${date} a value ${JSON.stringify(part)} ${counts ? 'counts' : 'does not count'}`, () =>
    assert.equal(countsOn(value(part), day(date)), counts))
}

const staff = (role: 'administrator' | 'coordinator' | 'executor' | 'fundManager' | 'viewer'): Actor => ({
  kind: 'staff',
  id: asId('01900000-0000-7000-8000-000000000002'),
  name: 'Олена Гнатюк',
  grants: [{ role, unitId: null }],
})

for (const [actor, may] of [
  [staff('administrator'), true],
  [staff('coordinator'), true],
  [staff('executor'), false],
  [staff('fundManager'), false],
  [staff('viewer'), false],
  [{ kind: 'anonymous' }, false],
  [{ kind: 'system', job: 'duties.open' }, false],
] as const) {
  const who = actor.kind === 'staff' ? actor.grants[0]?.role : actor.kind
  test(`${who} ${may ? 'may' : 'may not'} set a value`, () => assert.equal(mayOverrideRules(actor), may))
}

for (const [typed, parsed] of [
  ['15', 15],
  ['0,5', 0.5],
  ['1/2', 0.5],
  ['2 / 3', 2 / 3],
  ['1/0', null],
  ['-3', null],
  ['1e3', null],
  ['', null],
] as const) {
  test(`the form reads «${typed}» as ${parsed}`, () => {
    const form = newValueForm.safeParse({
      key: 'request.answer',
      value: typed,
      from: '01.06.2026',
      reason: 'Регламент',
    })
    assert.equal(form.success ? form.data.value : null, parsed)
  })
}

test('the form refuses a field it does not know', () => {
  const fields = {
    key: 'request.answer',
    value: '3',
    from: '01.06.2026',
    reason: 'Регламент',
    role: 'administrator',
  }
  assert.equal(newValueForm.safeParse(fields).success, false)
})
