import assert from 'node:assert/strict'
import { test } from 'node:test'
import { searchForm, searchText, searchWords } from './rules/name.ts'

test('spellings of one name meet in the form by which it is searched', () => {
  for (const [a, b] of [
    ['Громадська організація «Ніжин – місто дітей»', 'громадська організація "ніжин місто дітей"'],
    ['Об’єднання', "об'єднання"],
    ['Об’єднання', 'обʼєднання'],
    ['Ґанок', 'ганок'],
    ['Україна', 'Украіна'],
    ['Нiжин', 'Ніжин'],
    ['Союз-Україна', 'союз україна'],
  ])
    assert.equal(searchForm(a!), searchForm(b!), `${a} / ${b}`)
})

test('a Latin word stays Latin', () => assert.equal(searchForm('Open Space'), 'open space'))

test('a query is words, each once', () => {
  assert.deepEqual(searchWords('  Спілка, спілка «жінок» '), ['спілка', 'жінок'])
  assert.deepEqual(searchWords(''), [])
})

test('a search text holds each word of all names once', () => {
  assert.equal(searchText(['Спілка жінок', 'СЖ', null, '12345678']), 'спілка жінок сж 12345678')
})
