import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readExecutors, unitsOf } from './executors.ts'

const table: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'one name on three lines',
    [
      'Відділ інформаційно-аналітичного забезпечення',
      ' та комунікацій з громадськістю',
      'виконавчого комітету міської ради.',
    ],
    [
      'Відділ інформаційно-аналітичного забезпечення та комунікацій з громадськістю виконавчого комітету міської ради',
    ],
  ],
  [
    'two departments in one line',
    ['управління освіти, відділ культури'],
    ['управління освіти', 'відділ культури'],
  ],
  [
    'a department with commas in its name',
    ['Відділ культури, молоді та спорту'],
    ['Відділ культури, молоді та спорту'],
  ],
  [
    'a group',
    ['Управління, відділи та служби', 'виконавчого комітету'],
    ['Управління, відділи та служби виконавчого комітету'],
  ],
  ['a semicolon', ['Виконком; громадські організації'], ['Виконком', 'громадські організації']],
  [
    'one for each line',
    ['Відділ освіти', 'Відділ культури і туризму', 'КП «Благоустрій»'],
    ['Відділ освіти', 'Відділ культури і туризму', 'КП «Благоустрій»'],
  ],
  [
    '«та» before a new head',
    ['Відділ економіки міської ради та громадські організації міста'],
    ['Відділ економіки міської ради та громадські організації міста'],
  ],
  [
    'brackets',
    ['Фінансове управління (відділ бюджету, відділ доходів)'],
    ['Фінансове управління (відділ бюджету, відділ доходів)'],
  ],
]
for (const [name, lines, expected] of table) {
  test(`executors: ${name}`, () =>
    assert.deepEqual(
      readExecutors(lines).map((e) => e.name),
      expected,
    ))
}

test('two spellings of one department are one unit with an alias', () => {
  const units = unitsOf([
    ...readExecutors(['відділ комунікацій виконавчого комітету Ніжинської міської ради']),
    ...readExecutors(['Відділ комунікацій виконавчого комітету міської ради.']),
  ])
  assert.equal(units.length, 1)
  assert.deepEqual(units[0]!.aliases, ['Відділ комунікацій виконавчого комітету міської ради'])
})

test('the group is flagged', () => {
  assert.equal(readExecutors(['Управління, відділи та служби', 'виконавчого комітету'])[0]!.isGroup, true)
  assert.equal(readExecutors(['Управління соціального захисту населення'])[0]!.isGroup, false)
})
