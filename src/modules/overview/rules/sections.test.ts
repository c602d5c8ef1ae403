import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ROLES, type Role } from '../../../kernel/actor.ts'
import { partsFor } from './sections.ts'

const cases: readonly [readonly Role[], readonly string[], readonly string[]][] = [
  [[], [], []],
  [['coordinator'], ['agenda', 'quarters'], ['record', 'mailings', 'yearDone', 'moneyBox']],
  [['executor'], ['agenda', 'inWork', 'myDone', 'myNext'], ['record', 'yearDone']],
  [['fundManager'], ['agenda', 'money', 'unpaid', 'quarters'], ['yearDone']],
  [['administrator'], ['agenda', 'health'], ['mailings', 'staff', 'journal']],
  [['viewer'], ['quarters', 'year', 'recent'], ['yearDone', 'moneyBox']],
  [
    ['coordinator', 'executor'],
    ['agenda', 'inWork', 'quarters', 'myDone', 'myNext'],
    ['record', 'mailings', 'yearDone', 'moneyBox'],
  ],
  [['fundManager', 'viewer'], ['agenda', 'money', 'unpaid', 'quarters', 'year', 'recent'], ['yearDone']],
]
for (const [roles, main, aside] of cases)
  test(`the start page of ${roles.join(' and ') || 'nobody'}`, () => {
    assert.deepEqual(partsFor(roles), { main, aside })
  })

test('no part stands twice, whatever the roles', () => {
  const { main, aside } = partsFor([...ROLES, ...ROLES])
  assert.equal(new Set(main).size, main.length)
  assert.equal(new Set(aside).size, aside.length)
})
