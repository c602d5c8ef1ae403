import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Grant } from '../../../kernel/actor.ts'
import { civilDate } from '../../../kernel/civil-date.ts'
import { asId } from '../../../kernel/ids.ts'
import type { StaffState } from '../types.ts'
import { grantsOf, mayChangeRoles, mayInviteAgain, mayResetFactors, mayRestore, maySuspend } from './roles.ts'
import { grantsOfToken, mayIssue } from './token.ts'

const ME = asId<'staff'>('00000000-0000-7000-8000-000000000001')
const OTHER = asId<'staff'>('00000000-0000-7000-8000-000000000002')
const UNIT = asId<'unit'>('00000000-0000-7000-8000-00000000000a')
const admin: Grant = { role: 'administrator', unitId: null }
const viewer: Grant = { role: 'viewer', unitId: null }
const person = (state: StaffState, grants: readonly Grant[], email = 'a@b.example') => ({
  id: OTHER,
  email,
  state,
  grants,
})
const codes = (refusals: readonly { refused: string }[]) => refusals.map((r) => r.refused).join()

test('roles of a form become grants, each once', () => {
  assert.deepEqual(grantsOf(['coordinator', 'coordinator'], [UNIT, UNIT]), [
    { role: 'coordinator', unitId: null },
    { role: 'executor', unitId: UNIT },
  ])
  assert.deepEqual(grantsOf([], []), { refused: 'no_role', field: 'role' })
})

for (const [name, subject, next, others, code] of [
  ['the last administrator', person('active', [admin]), [viewer], 0, 'last_administrator'],
  ['the last administrator with the role kept', person('active', [admin]), [admin, viewer], 0, ''],
  ['one of two administrators', person('active', [admin]), [viewer], 1, ''],
  ['an invited administrator, who is none yet', person('invited', [admin]), [viewer], 0, ''],
  ['a viewer', person('active', [viewer]), [admin], 1, ''],
  [
    'a person of a demonstration',
    person('active', [viewer], 'k@demo.invalid'),
    [admin],
    1,
    'demonstration_person',
  ],
] as const) {
  test(`other roles for ${name}: ${code || 'yes'}`, () =>
    assert.equal(codes(mayChangeRoles(subject, next, others)), code))
}

for (const [name, subject, by, others, code] of [
  ['a viewer', person('active', [viewer]), ME, 1, ''],
  ['an invited person', person('invited', [viewer]), ME, 1, ''],
  ['a suspended person', person('suspended', [viewer]), ME, 1, 'wrong_state'],
  ['oneself', person('active', [admin]), OTHER, 1, 'own_account'],
  ['the last administrator, by a command', person('active', [admin]), null, 0, 'last_administrator'],
  ['one of two administrators', person('active', [admin]), ME, 1, ''],
  [
    'a person of a demonstration',
    person('active', [viewer], 'k@demo.invalid'),
    ME,
    1,
    'demonstration_person',
  ],
] as const) {
  test(`suspending ${name}: ${code || 'yes'}`, () =>
    assert.equal(codes(maySuspend(subject, by, others)), code))
}

test('only who is suspended is restored, and nobody suspended is invited', () => {
  const states: StaffState[] = ['invited', 'active', 'suspended']
  assert.deepEqual(
    states.map((s) => codes(mayRestore(person(s, [])))),
    ['wrong_state', 'wrong_state', ''],
  )
  assert.deepEqual(
    states.map((s) => codes(mayInviteAgain(person(s, [])))),
    ['', '', 'wrong_state'],
  )
  assert.equal(codes(mayInviteAgain(person('active', [], 'k@demo.invalid'))), 'demonstration_person')
  assert.equal(codes(mayResetFactors(person('active', [], 'k@demo.invalid'))), 'demonstration_person')
})

const TODAY = civilDate(2026, 10, 5)
for (const [scopes, until, code] of [
  [['evidence:write'], civilDate(2026, 10, 6), ''],
  [['evidence:write'], civilDate(2027, 10, 5), ''],
  [['evidence:write'], civilDate(2027, 10, 6), 'token_end_far'],
  [['evidence:write'], TODAY, 'token_end_past'],
  [['evidence:write'], civilDate(2025, 12, 31), 'token_end_past'],
  [[], civilDate(2026, 12, 31), 'token_needs_scope'],
] as const) {
  test(`a token for [${scopes}] until ${until}: ${code || 'yes'}`, () =>
    assert.equal(codes(mayIssue({ scopes, until }, TODAY)), code))
}

test('a token is never an administrator, and one of a department is its executor only', () => {
  assert.deepEqual(grantsOfToken(['money:write'], [UNIT]), [{ role: 'executor', unitId: UNIT }])
  assert.deepEqual(grantsOfToken(['evidence:write'], null), [{ role: 'coordinator', unitId: null }])
  assert.deepEqual(
    grantsOfToken(['money:write'], null).map((g) => g.role),
    ['coordinator', 'fundManager'],
  )
})
