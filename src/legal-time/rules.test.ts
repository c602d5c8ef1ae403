import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../kernel/refusal.ts'
import { CITY_CALENDAR } from './calendar.ts'
import { actByNumber } from './data/acts.ts'
import { LEGAL_RULES } from './data/rules.ts'
import { dueByRule } from './due-by-rule.ts'
import { isoDate } from './holidays.ts'
import type { RuleOverride } from './rule.ts'
import { findRule, mayOverride, resolveRule } from './rules.ts'

const own = (part: Partial<RuleOverride>): RuleOverride => ({
  key: 'session.draft.publish',
  value: 15,
  reason: 'Регламент ради',
  decision: 'рішення від 10.08.2023 № 37-32/2023',
  from: '2024-01-01',
  to: null,
  ...part,
})

for (const [key, date, value] of [
  ['session.draft.publish', '2014-01-31', 20],
  ['session.draft.publish', '2020-09-30', 20],
  ['session.draft.publish', '2020-10-01', 10],
  ['session.draft.publish', '2026-05-14', 10],
  ['session.draft.publish', '2011-05-08', undefined],
  ['consultation.public.min', '2030-01-01', undefined],
  ['publicCouncil.size', '2018-01-01', undefined],
  ['publicCouncil.size', '2026-01-01', 35],
] as const) {
  test(`${key} on ${date}: ${value ?? 'not in force'}`, () =>
    assert.equal(findRule(LEGAL_RULES, key, isoDate(date))?.value, value))
}

for (const [what, overrides, date, value, overridden] of [
  ['no override', [], '2026-01-01', 10, false],
  ['a stricter one', [own({})], '2026-01-01', 15, true],
  ['before its first day', [own({})], '2023-12-31', 10, false],
  ['on its last day', [own({ to: '2025-12-31' })], '2025-12-31', 15, true],
  ['after its last day', [own({ to: '2025-12-31' })], '2026-01-01', 10, false],
  ['the later of two', [own({ from: '2025-01-01', value: 12 }), own({})], '2026-01-01', 12, true],
  ['a laxer one, which the law forbids', [own({ value: 5 })], '2026-01-01', 10, false],
  ['one of another rule', [own({ key: 'request.answer', value: 3 })], '2026-01-01', 10, false],
] as const) {
  test(`session.draft.publish with ${what}: ${value}`, () => {
    const resolved = resolveRule(LEGAL_RULES, overrides, 'session.draft.publish', isoDate(date))
    assert.ok(!isRefusal(resolved))
    assert.equal(resolved.value, value)
    assert.equal(resolved.overriddenBy !== null, overridden)
  })
}

for (const [key, value, allowed] of [
  ['request.answer', 3, true],
  ['request.answer', 6, false],
  ['session.draft.publish', 20, true],
  ['session.draft.publish', 9, false],
  ['executive.quorum', 0.6, false],
  ['consultation.min', 10, true],
  ['consultation.min', -1, false],
  ['consultation.min', Number.NaN, false],
] as const) {
  test(`a city ${allowed ? 'may' : 'may not'} set ${key} to ${value}`, () =>
    assert.equal(mayOverride(findRule(LEGAL_RULES, key, isoDate('2026-01-01'))!, value), allowed))
}

for (const [key, event, due] of [
  ['request.answer', '2026-03-02', '2026-03-09'],
  ['session.draft.publish', '2026-05-14', '2026-04-30'],
  ['appeal.answer', '2026-03-02', '2026-04-02'],
  ['mayor.report.publish', '2026-05-16', '2026-05-08'],
  // The same day, though it is a Saturday.
  ['session.vote.publish', '2026-05-16', '2026-05-16'],
  ['petition.keep', '2026-03-02', 'rule_not_a_term'],
  ['publicCouncil.size', '2026-03-02', 'rule_not_a_term'],
  ['request.answer.urgent', '2026-03-02', 'rule_not_a_term'],
] as const) {
  test(`${key} from ${event}: ${due}`, () => {
    const resolved = resolveRule(LEGAL_RULES, [], key, isoDate(event))
    assert.ok(!isRefusal(resolved))
    const result = dueByRule(CITY_CALENDAR, resolved, isoDate(event))
    assert.equal(isRefusal(result) ? result.refused : result.date.toString(), due)
  })
}

test('the table: at least 40 rules, terms of one key do not overlap, sources are known acts', () => {
  assert.ok(new Set(LEGAL_RULES.map((r) => r.key)).size >= 40)
  for (const rule of LEGAL_RULES) {
    assert.ok(
      ['programme', 'statute', 'regulation'].includes(rule.source.act) ||
        actByNumber(rule.source.act) !== undefined,
      `${rule.key}: ${rule.source.act}`,
    )
    const same = LEGAL_RULES.filter((r) => r.key === rule.key && r !== rule)
    for (const other of same)
      assert.ok(
        (rule.inForceTo ?? '9999') < (other.inForceFrom ?? '9999') ||
          (other.inForceTo ?? '9999') < (rule.inForceFrom ?? '9999'),
        `${rule.key} overlaps`,
      )
  }
})
