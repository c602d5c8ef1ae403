import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffId } from '../../../kernel/actor.ts'
import { civilDate, Temporal } from '../../../kernel/civil-date.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { newId } from '../../../platform/random.ts'
import { ORGANISATION_KINDS } from '../../organisations/index.ts'
import { mayDecideAppeal } from '../policy.ts'
import { readQuarter } from './quarter.ts'
import { differs, mayAppeal, missing, step } from './revision.ts'
import { isSilent, wrongPeriod } from './silence.ts'

for (const [state, verb, after] of [
  ['draft', 'submit', 'submitted'],
  ['draft', 'publish', null],
  ['submitted', 'publish', 'published'],
  ['submitted', 'return', 'returned'],
  ['submitted', 'edit', null],
  ['submitted', 'recall', 'draft'],
  ['returned', 'appeal', 'appealed'],
  ['returned', 'submit', 'submitted'],
  ['returned', 'publish', null],
  ['appealed', 'overturn', 'published'],
  ['appealed', 'uphold', 'returned'],
  ['appealed', 'publish', null],
  ['appealed', 'edit', null],
  ['published', 'edit', null],
  ['published', 'supersede', 'superseded'],
  ['superseded', 'publish', null],
] as const)
  test(`${state}, ${verb}: ${after ?? 'refused'}`, () => {
    const result = step(state, verb)
    assert.equal(isRefusal(result) ? null : result, after)
  })

const picture = { id: newId<'publicationPicture'>(), alt: 'Хор на сцені' }

test('all that is missing is said at once', () => {
  const none = missing({ title: ' ', body: '', pictures: [{ ...picture, alt: '' }] })
  assert.deepEqual(
    none.map((r) => [r.refused, r.field]),
    [
      ['title_missing', 'title'],
      ['body_missing', 'body'],
      ['alt_missing', `alt-${picture.id}`],
    ],
  )
  assert.deepEqual(missing({ title: 'Є', body: 'Є', pictures: [picture] }), [])
})

test('a description that is changed is a change', () => {
  const text = { title: 'Т', body: 'Б', pictures: [picture] }
  assert.equal(differs(text, { ...text }), false)
  assert.equal(differs(text, { ...text, pictures: [{ ...picture, alt: 'Інакше' }] }), true)
  assert.equal(differs(text, { ...text, pictures: [] }), true)
})

test('a return is appealed once', () => {
  assert.equal(mayAppeal({ state: 'returned', appealDecidedAt: null }), true)
  assert.ok(isRefusal(mayAppeal({ state: 'returned', appealDecidedAt: Temporal.Now.instant() })))
})

test('who returned a text does not decide the appeal', () => {
  const [one, other] = [newId<'staff'>(), newId<'staff'>()]
  const as = (id: StaffId) =>
    ({ kind: 'staff', id, name: 'x', grants: [{ role: 'coordinator', unitId: null }] }) as const
  assert.equal(mayDecideAppeal(as(one), { decidedBy: one }), false)
  assert.equal(mayDecideAppeal(as(other), { decidedBy: one }), true)
  assert.equal(
    mayDecideAppeal({ ...as(other), grants: [{ role: 'viewer', unitId: null }] }, { decidedBy: one }),
    false,
  )
})

test('silence falls on party branches, on all its days and on no other kind', () => {
  const period = { from: civilDate(2026, 10, 24), to: civilDate(2026, 10, 25), cancelledAt: null }
  for (const kind of ORGANISATION_KINDS)
    for (const [day, silent] of [
      [civilDate(2026, 10, 23), false],
      [civilDate(2026, 10, 24), true],
      [civilDate(2026, 10, 25), true],
      [civilDate(2026, 10, 26), false],
    ] as const)
      assert.equal(isSilent(kind, [period], day), silent && kind === 'partyBranch', `${kind} ${day}`)
  assert.equal(
    isSilent('partyBranch', [{ ...period, cancelledAt: Temporal.Now.instant() }], period.from),
    false,
  )
})

for (const [from, to, code] of [
  [civilDate(2026, 10, 24), civilDate(2026, 10, 23), 'to_before_from'],
  [civilDate(2026, 10, 24), civilDate(2027, 10, 25), 'too_long'],
  [civilDate(2026, 10, 24), civilDate(2026, 10, 24), undefined],
] as const)
  test(`a silence ${from} – ${to}: ${code ?? 'right'}`, () =>
    assert.equal(wrongPeriod({ from, to })[0]?.refused, code))

test('quarters are read from an address, those to come are not', () => {
  const today = civilDate(2026, 5, 1)
  assert.deepEqual(readQuarter('2026-2', today), { year: 2026, quarter: 2 })
  for (const text of ['2026-3', '2026-5', '1999-1', '', 'x'])
    assert.equal(readQuarter(text, today), null, text)
})
