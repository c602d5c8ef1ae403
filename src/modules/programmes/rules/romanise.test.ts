import assert from 'node:assert/strict'
import { test } from 'node:test'
import { romanise, slugOf } from './romanise.ts'

for (const [text, latin] of [
  // The examples of the resolution itself.
  ['Алушта', 'Alushta'],
  ['Згурський', 'Zghurskyi'],
  ['Єнакієве', 'Yenakiieve'],
  ['Їжакевич', 'Yizhakevych'],
  ['Кадиївка', 'Kadyivka'],
  ['Йосипівка', 'Yosypivka'],
  ['Стрий', 'Stryi'],
  ['Щербухи', 'Shcherbukhy'],
  ['Юрій', 'Yurii'],
  ['Крюківка', 'Kriukivka'],
  ['Знам’янка', 'Znamianka'],
  ['Русь', 'Rus'],
  ['Ґалаґан', 'Galagan'],
  ['Розгон', 'Rozghon'],
] as const)
  test(`romanises ${text}`, () => assert.equal(romanise(text), latin))

test('an address has the words of the title and the years, and is not taken twice', () => {
  const title = 'Програма співпраці виконавчого комітету на 2012-2015 роки'
  const years = { from: 2012, to: 2015 }
  const slug = slugOf(title, years, [])
  assert.equal(slug, 'prohrama-spivpratsi-vykonavchoho-komitetu-na-2012-2015')
  assert.equal(slugOf(title, years, [slug, `${slug}-2`]), `${slug}-3`)
  assert.equal(slugOf('!!!', { from: 2026, to: 2026 }, []), '2026')
  assert.match(slugOf('ш'.repeat(300), years, []), /^[a-z0-9][a-z0-9-]*$/)
})
