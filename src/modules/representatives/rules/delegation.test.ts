import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { civilDate, compareDates } from '../../../kernel/civil-date.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { DELEGATION_STATES } from '../types.ts'
import { type DelegationVerb, holdsOn, step, trustedTerm, wrongTerm } from './delegation.ts'

const today = civilDate(2026, 3, 2)

for (const [state, verb, after] of [
  ['unconfirmed', 'confirm', 'submitted'],
  ['unconfirmed', 'accept', null],
  ['submitted', 'accept', 'active'],
  ['submitted', 'return', 'returned'],
  ['returned', 'accept', null],
  ['returned', 'resubmit', 'submitted'],
  ['active', 'return', null],
  ['active', 'withdraw', 'withdrawn'],
  ['active', 'end', 'ended'],
  ['ended', 'accept', null],
  ['withdrawn', 'resubmit', null],
] as const)
  test(`${state}, ${verb}: ${after ?? 'refused'}`, () => {
    const result = step(state, verb)
    assert.deepEqual(isRefusal(result) ? null : result, after)
  })

test('what has ended stays so, whatever is tried', () => {
  const verbs: DelegationVerb[] = ['confirm', 'accept', 'return', 'resubmit', 'withdraw', 'end']
  for (const state of ['ended', 'withdrawn'] as const)
    for (const verb of verbs) assert.ok(isRefusal(step(state, verb)), `${state} ${verb}`)
})

for (const [from, to, code] of [
  [civilDate(2026, 3, 2), civilDate(2026, 3, 2), null],
  [civilDate(2026, 3, 2), civilDate(2031, 3, 2), null],
  [civilDate(2026, 3, 2), civilDate(2031, 3, 3), 'too_long'],
  [civilDate(2026, 3, 2), civilDate(2026, 3, 1), 'to_before_from'],
  [civilDate(2026, 1, 1), civilDate(2026, 3, 1), 'to_past'],
  [civilDate(2026, 5, 1), civilDate(2026, 12, 31), null],
] as const)
  test(`a term ${from} – ${to}: ${code ?? 'right'}`, () =>
    assert.deepEqual(
      wrongTerm({ from, to }, today).map((r) => r.refused),
      code === null ? [] : [code],
    ))

test('it holds from its first to its last day, both included, and only while active', () => {
  const day = fc.integer({ min: -400, max: 400 }).map((n) => today.add({ days: n }))
  fc.assert(
    fc.property(day, day, day, fc.constantFrom(...DELEGATION_STATES), (from, to, on, state) => {
      const inside = compareDates(from, on) <= 0 && compareDates(on, to) <= 0
      assert.equal(holdsOn({ state, from, to }, on), state === 'active' && inside)
    }),
  )
})

test('a colleague’s word ends with the colleague’s own', () => {
  const inviter = { state: 'active', from: civilDate(2026, 1, 1), to: civilDate(2026, 9, 1) } as const
  assert.deepEqual(trustedTerm(inviter, today), { from: today, to: civilDate(2026, 9, 1) })
  assert.equal(trustedTerm({ ...inviter, state: 'withdrawn' }, today), null)
  assert.equal(trustedTerm(inviter, civilDate(2026, 9, 2)), null)
})
