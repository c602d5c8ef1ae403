import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalPassphrase, checkPassphrase } from './passphrase.ts'

const EXPECTED = ['Ніжин', 'Ніжинська міська рада', 'Nizhyn', 'Коваленко Марія', 'm.kovalenko@nizhyn.example']

for (const [passphrase, code] of [
  ['чотирнадцять 1', 'passphrase_short'],
  ['', 'passphrase_short'],
  ['🦊'.repeat(14), 'passphrase_short'],
  ['x'.repeat(257), 'passphrase_long'],
  ['шовковиця над старим колодязем', null],
  ['correct umbrella fourteen violin', null],
  ['тринадцять зелених парасольок', null],
  ['J7#kqP!vz29LmWx0', null],
  // No rules of composition: one word of small letters is enough when nobody expects it.
  ['недоторканностями', null],
  ['aaaaaaaaaaaaaaaaaaaa', 'passphrase_expected'],
  ['passwordpassword', 'passphrase_expected'],
  ['Password Password 1', 'passphrase_expected'],
  ['пароль пароль пароль', 'passphrase_expected'],
  ['123456789012345', 'passphrase_expected'],
  ['qwertyuiopasdfghjkl', 'passphrase_expected'],
  ['йцукенгшщзхїфівап', 'passphrase_expected'],
  ['abcdefghijklmnopq', 'passphrase_expected'],
  ['0987654321098765', 'passphrase_expected'],
  ['abcabcabcabcabcabc', 'passphrase_expected'],
  ['кава чай кава чай', 'passphrase_expected'],
  ['Слава Україні! Героям слава!', 'passphrase_expected'],
  ['correct horse battery staple', 'passphrase_expected'],
  ['Ніжин Ніжин 2026', 'passphrase_expected'],
  ['Ніжинська міська рада', 'passphrase_expected'],
  ['nizhyn-nizhyn-2026', 'passphrase_expected'],
  ['Коваленко Марія 1985', 'passphrase_expected'],
  ['Віче віче віче віче', 'passphrase_expected'],
  ['administrator123456', 'passphrase_expected'],
] as const) {
  test(`«${passphrase.slice(0, 40)}»: ${code ?? 'taken'}`, () =>
    assert.deepEqual(
      checkPassphrase(passphrase, EXPECTED).map((r) => r.refused),
      code ? [code] : [],
    ))
}

test('a name of the account is expected only of this account', () => {
  assert.equal(checkPassphrase('Гнатюк Соломія 85', ['Гнатюк Соломія']).length, 1)
  assert.equal(checkPassphrase('Гнатюк Соломія 85', ['Коваленко Марія']).length, 0)
})

test('any text gets an answer at once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const began = performance.now()
      checkPassphrase(text, EXPECTED)
      assert.ok(performance.now() - began < 200)
    }),
  )
})

test('a letter typed as one sign or as two is the same', () =>
  assert.equal(canonicalPassphrase('ї'.normalize('NFD')), canonicalPassphrase('ї')))
