import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Actor, ANONYMOUS, ROLES } from '../../kernel/actor.ts'
import { newId } from '../../platform/random.ts'
import { isOwn, mayDecideDelegations, mayInvite, maySeeDelegations, mayWithdraw } from './policy.ts'

const staff = (role: (typeof ROLES)[number]): Actor => ({
  kind: 'staff',
  id: newId(),
  name: 'x',
  grants: [{ role, unitId: null }],
})
const organisation = newId<'organisation'>()
const person: Actor = { kind: 'representative', id: newId(), name: 'x', organisations: [organisation] }
const own = { representativeId: person.kind === 'representative' ? person.id : null }
const foreign = { representativeId: newId<'representative'>() }

for (const role of ROLES)
  test(role, () => {
    const decides = role === 'coordinator' || role === 'administrator'
    assert.equal(mayDecideDelegations(staff(role)), decides)
    assert.equal(maySeeDelegations(staff(role)), decides || role === 'viewer')
    assert.equal(mayWithdraw(staff(role), foreign), decides)
    assert.equal(mayInvite(staff(role), organisation), false)
  })

test('a representative ends their own and invites to their own organisation only', () => {
  assert.ok(isOwn(person, own) && mayWithdraw(person, own))
  assert.ok(!isOwn(person, foreign) && !mayWithdraw(person, foreign))
  assert.ok(!mayWithdraw(person, { representativeId: null }))
  assert.ok(mayInvite(person, organisation) && !mayInvite(person, newId()))
})

test('others do nothing', () => {
  for (const actor of [ANONYMOUS, { kind: 'system', job: 'x' }] as const)
    assert.ok(!mayDecideDelegations(actor) && !maySeeDelegations(actor) && !mayWithdraw(actor, own))
})
