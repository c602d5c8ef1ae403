import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { asId } from '../../../kernel/ids.ts'
import type { Unit } from '../types.ts'
import { mayFill, mayMerge, maySplit, normalForm, unitLabel } from './unit.ts'

const COMMUNICATIONS = 'відділ інформаційно-аналітичного забезпечення та комунікацій з громадськістю'

for (const [written, normal] of [
  [
    'Відділ інформаційно-аналітичного забезпечення та комунікацій з громадськістю виконавчого комітету Ніжинської міської ради',
    COMMUNICATIONS,
  ],
  [
    'відділ інформаційно–аналітичного забезпечення  та комунікацій\nз громадськістю виконавчого комітету міської ради.',
    COMMUNICATIONS,
  ],
  ['Відділ інформаційно - аналітичного забезпечення та комунікацій з громадськістю', COMMUNICATIONS],
  ['Загальний відділ виконавчого комітету', 'загальний відділ'],
  [
    'Загальний відділ апарату виконавчого комітету Ніжинської міської ради Чернігівської області',
    'загальний відділ',
  ],
  ['Управління культури і туризму Ніжинської міської ради', 'управління культури і туризму'],
  ['Відділ освіти Вертіївської сільської ради', 'відділ освіти'],
  ['Управління, відділи та служби', 'управління, відділи та служби'],
  ['Служба у справах дітей', 'служба у справах дітей'],
  ["Відділ у справах сім'ї та молоді", "відділ у справах сім'ї та молоді"],
  ['Відділ у справах сім’ї та молоді', "відділ у справах сім'ї та молоді"],
  ['КП «НУВКГ»', 'кп нувкг'],
  ['КП "НУВКГ"', 'кп нувкг'],
  // What is nothing but a tail keeps its name.
  ['Виконавчий комітет Ніжинської міської ради', 'виконавчий комітет'],
  ['Ніжинська міська рада', 'ніжинська міська рада'],
  ['Виконавчого комітету', 'виконавчого комітету'],
] as const) {
  test(`«${written}» meets its other spellings`, () => assert.equal(normalForm(written), normal))
}

test('the normal form of a normal form is itself', () => {
  const words = fc.constantFrom(
    'відділ',
    'Загальний',
    '«освіти»',
    'виконавчого комітету',
    'міської ради',
    'сім’ї',
    '-',
    '.',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (parts) => {
      const once = normalForm(parts.join(' '))
      // A tail may stand behind a tail; what is left of one pass may be shortened once more, but never grows.
      assert.ok(normalForm(once).length <= once.length)
      assert.equal(normalForm(once.toUpperCase()), normalForm(once))
    }),
  )
})

for (const [name, shortName, label] of [
  [
    'Відділ інформаційно-аналітичного забезпечення та комунікацій з громадськістю виконавчого комітету Ніжинської міської ради',
    'Інформаційно-аналітичний відділ',
    'Інформаційно-аналітичний відділ',
  ],
  ['Загальний відділ виконавчого комітету Слов’янської міської ради', null, 'Загальний відділ'],
  ['КП «НУВКГ»', null, 'КП «НУВКГ»'],
  ['Виконавчий комітет Ніжинської міської ради', null, 'Виконавчий комітет'],
] as const) {
  test(`«${name}» stands in lists as «${label}»`, () => assert.equal(unitLabel({ name, shortName }), label))
}

const unit = (n: number, change: Partial<Unit> = {}): Unit => ({
  id: asId(`00000000-0000-7000-8000-00000000000${n}`),
  name: `Відділ ${n}`,
  shortName: null,
  kind: 'unit',
  email: null,
  active: true,
  mergedInto: null,
  ...change,
})

for (const [name, from, into, codes] of [
  ['two departments', unit(1), unit(2), []],
  ['two groups', unit(1, { kind: 'group' }), unit(2, { kind: 'group' }), []],
  ['one that exists no longer into one that does', unit(1, { active: false }), unit(2), []],
  ['a department with itself', unit(1), unit(1), ['unit_merges_with_itself']],
  ['a department into a group', unit(1), unit(2, { kind: 'group' }), ['unit_kinds_differ']],
  ['into one that exists no longer', unit(1), unit(2, { active: false }), ['unit_not_active']],
  [
    'one that was merged before',
    unit(1, { active: false, mergedInto: unit(3).id }),
    unit(2),
    ['unit_merged_already'],
  ],
  [
    'into one that was merged',
    unit(1),
    unit(2, { active: false, mergedInto: unit(3).id }),
    ['unit_not_active'],
  ],
] as const) {
  test(`merging ${name}: ${codes.join() || 'yes'}`, () =>
    assert.deepEqual(
      mayMerge(from, into).map((r) => r.refused),
      codes,
    ))
}

test('only what was merged can be parted again', () => {
  assert.deepEqual(maySplit(unit(1, { active: false, mergedInto: unit(2).id })), [])
  assert.deepEqual(
    maySplit(unit(1)).map((r) => r.refused),
    ['unit_not_merged'],
  )
})

test('a group is filled with living departments', () => {
  const group = unit(1, { kind: 'group' })
  const codes = (members: Unit[], into = group) => mayFill(into, members).map((r) => r.refused)
  assert.deepEqual(codes([unit(2), unit(3)]), [])
  assert.deepEqual(codes([]), [])
  assert.deepEqual(codes([unit(2, { kind: 'group' }), unit(3, { active: false })]), [
    'unit_is_group',
    'unit_not_active',
  ])
  assert.deepEqual(codes([unit(2)], unit(4)), ['unit_is_no_group'])
})
