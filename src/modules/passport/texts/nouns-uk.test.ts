import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { pluralUk } from '../../../kernel/texts.ts'
import { ORGANISATION_KINDS } from '../../organisations/index.ts'
import { formOf } from '../rules/agreement.ts'
import { countedUk, KIND_NOUNS, NOUNS, religiousUk } from './nouns-uk.ts'

const plain = (text: string) => text.replace(/\u00a0/g, ' ')
const NUMBERS = [0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 100, 101, 111, 112] as const
const FORMS = 'many one few few many many many many one few many many one many many'.split(' ')

test('the form of a noun by its numeral', () => assert.deepEqual(NUMBERS.map(formOf), FORMS))

test('the same form as the language’s own rules give', () => {
  fc.assert(fc.property(fc.nat(1_000_000), (n) => pluralUk(n, 'one', 'few', 'many') === formOf(n)))
})

const words: readonly (readonly [(typeof NUMBERS)[number], string, string, string])[] = [
  [0, 'структурних утворень політичних партій', 'громадських організацій', 'релігійних громад'],
  [1, 'структурне утворення політичних партій', 'громадська організація', 'релігійна громада'],
  [2, 'структурні утворення політичних партій', 'громадські організації', 'релігійні громади'],
  [4, 'структурні утворення політичних партій', 'громадські організації', 'релігійні громади'],
  [5, 'структурних утворень політичних партій', 'громадських організацій', 'релігійних громад'],
  [11, 'структурних утворень політичних партій', 'громадських організацій', 'релігійних громад'],
  [12, 'структурних утворень політичних партій', 'громадських організацій', 'релігійних громад'],
  [14, 'структурних утворень політичних партій', 'громадських організацій', 'релігійних громад'],
  [21, 'структурне утворення політичних партій', 'громадська організація', 'релігійна громада'],
  [22, 'структурні утворення політичних партій', 'громадські організації', 'релігійні громади'],
  [25, 'структурних утворень політичних партій', 'громадських організацій', 'релігійних громад'],
  [100, 'структурних утворень політичних партій', 'громадських організацій', 'релігійних громад'],
  [101, 'структурне утворення політичних партій', 'громадська організація', 'релігійна громада'],
  [111, 'структурних утворень політичних партій', 'громадських організацій', 'релігійних громад'],
  [112, 'структурних утворень політичних партій', 'громадських організацій', 'релігійних громад'],
]
describe('numeral, adjective and noun', () => {
  for (const [n, party, ngo, community] of words)
    test(String(n), () => {
      assert.equal(plain(countedUk(n, KIND_NOUNS.partyBranch)), `${n} ${party}`)
      assert.equal(plain(countedUk(n, KIND_NOUNS.ngo)), `${n} ${ngo}`)
      assert.equal(plain(religiousUk(n, 0)), `${n} ${community}`)
    })
})

describe('how many confessions, in the genitive', () => {
  const table: readonly [number, string][] = [
    [1, '1 конфесії'],
    [2, '2 конфесій'],
    [4, '4 конфесій'],
    [5, '5 конфесій'],
    [11, '11 конфесій'],
    [12, '12 конфесій'],
    [14, '14 конфесій'],
    [21, '21 конфесії'],
    [22, '22 конфесій'],
    [25, '25 конфесій'],
    [100, '100 конфесій'],
    [101, '101 конфесії'],
    [111, '111 конфесій'],
    [112, '112 конфесій'],
  ]
  for (const [n, said] of table)
    test(said, () => assert.equal(plain(religiousUk(21, n)), `21 релігійна громада ${said}`))
  test('none known, none said', () => assert.equal(plain(religiousUk(5, 0)), '5 релігійних громад'))
})

describe('the accusative differs for one of feminine gender only', () => {
  const table: readonly [number, string][] = [
    [1, '1 фракцію'],
    [2, '2 фракції'],
    [5, '5 фракцій'],
    [11, '11 фракцій'],
    [21, '21 фракцію'],
    [101, '101 фракцію'],
  ]
  for (const [n, said] of table)
    test(said, () => assert.equal(plain(countedUk(n, NOUNS.faction, 'accusative')), said))
  test('a neuter stays', () =>
    assert.equal(
      plain(countedUk(21, KIND_NOUNS.partyBranch, 'accusative')),
      '21 структурне утворення політичних партій',
    ))
})

test('every noun has three forms, and each kind its noun', () => {
  assert.deepEqual(Object.keys(KIND_NOUNS).sort(), [...ORGANISATION_KINDS].sort())
  for (const noun of [...Object.values(KIND_NOUNS), ...Object.values(NOUNS)])
    for (const form of [noun.one, noun.few, noun.many]) assert.match(form, /^[а-яґєії’ -]+$/)
})
