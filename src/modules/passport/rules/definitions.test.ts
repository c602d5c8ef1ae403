import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { texts } from '../texts/index.ts'
import {
  CHOICES,
  type ChoiceSet,
  definitionOf,
  SECTION_KEYS,
  SECTION_TABLES,
  TABLE_KEYS,
} from './definitions.ts'

test('fifteen sections, each table in one of them', () => {
  assert.equal(SECTION_KEYS.length, 15)
  const placed = SECTION_KEYS.flatMap((s): readonly string[] => SECTION_TABLES[s])
  assert.deepEqual([...placed].sort(), [...TABLE_KEYS].sort())
})

describe('of a person nothing is kept but the public office', () => {
  /** What may stand beside a name: the office, and what law makes public of a councillor. */
  const OFFICE = ['body', 'post', 'name', 'faction', 'party', 'district', 'commission', 'head']
  for (const table of TABLE_KEYS) {
    const { fields } = definitionOf(table)
    const people = fields.filter((f) => f.person)
    if (people.length === 0) continue
    test(table, () => {
      assert.deepEqual(
        fields.filter((f) => !OFFICE.includes(f.key)).map((f) => f.key),
        [],
        'no other field about the person',
      )
      assert.ok(
        fields.every((f) => f.kind !== 'text'),
        'no free text',
      )
    })
  }
  test('long texts name nobody', () => {
    for (const table of TABLE_KEYS)
      for (const field of definitionOf(table).fields)
        if (field.kind === 'text') assert.equal(field.nobody, true, `${table}.${field.key}`)
  })
})

describe('every table and column has its words in both languages', () => {
  for (const locale of ['uk', 'en'] as const)
    test(locale, () => {
      const t = texts[locale]
      for (const table of TABLE_KEYS) {
        const keys = [...definitionOf(table).fields.map((f) => f.key), 'day', 'until', 'source', 'sourceOn']
        for (const key of keys) assert.notEqual(t.field(table, key).label, key)
        assert.equal(new Set(keys.map((key) => t.field(table, key).label)).size, keys.length, table)
      }
      for (const set of Object.keys(CHOICES) as ChoiceSet[]) {
        const said = CHOICES[set].map((value) => t.choice(set, value))
        assert.equal(new Set(said).size, said.length, set)
      }
    })
})

test('what names a row is among its fields', () => {
  for (const table of TABLE_KEYS) {
    const { fields, keys } = definitionOf(table)
    for (const key of keys)
      assert.ok(
        fields.some((f) => f.key === key),
        `${table}.${key}`,
      )
  }
})
