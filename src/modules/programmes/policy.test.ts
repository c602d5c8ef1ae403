import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, ANONYMOUS, ROLES, type Role, type UnitId } from '../../kernel/actor.ts'
import { newId } from '../../platform/random.ts'
import { mayManage, mayPropose, maySeeDrafts, mayWithdraw } from './policy.ts'

const unit: UnitId = newId<'unit'>()
const staff = (role: Role): Extract<Actor, { kind: 'staff' }> => ({
  kind: 'staff',
  id: newId<'staff'>(),
  name: 'Особа',
  grants: [{ role, unitId: role === 'executor' ? unit : null }],
})

for (const role of ROLES) {
  const actor = staff(role)
  test(`${role} manages: ${role === 'coordinator'}`, () =>
    assert.equal(mayManage(actor), role === 'coordinator'))
  test(`${role} proposes: ${role === 'coordinator' || role === 'executor'}`, () =>
    assert.equal(mayPropose(actor), role === 'coordinator' || role === 'executor'))
  test(`${role} reads drafts`, () => assert.equal(maySeeDrafts(actor), true))
}

test('a stranger may nothing', () => {
  assert.equal(mayManage(ANONYMOUS) || mayPropose(ANONYMOUS) || maySeeDrafts(ANONYMOUS), false)
})

test('a proposal is withdrawn by who wrote it, by their department, or by the coordinator', () => {
  const author = staff('executor')
  const other: UnitId = newId<'unit'>()
  assert.equal(mayWithdraw(author, { createdBy: author.id, unitId: other }), true)
  assert.equal(mayWithdraw(author, { createdBy: 'x', unitId: unit }), true)
  assert.equal(mayWithdraw(author, { createdBy: 'x', unitId: other }), false)
  assert.equal(mayWithdraw(staff('coordinator'), { createdBy: 'x', unitId: other }), true)
  assert.equal(mayWithdraw(staff('viewer'), { createdBy: 'x', unitId: unit }), false)
})
