import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { shortTitle } from './short-title.ts'

for (const [text, short] of [
  ['Розробити громадсько-політичний паспорт міста.', 'Розробити громадсько-політичний паспорт міста'],
  [
    'Забезпечувати організацію проведення засідань Громадської ради, інших дорадчих органів при виконавчому комітеті міської ради. ',
    'Забезпечувати організацію проведення засідань Громадської ради',
  ],
  [
    'Систематично інформувати громаду міста через веб-сайт виконавчого комітету міської ради про діяльність утворень',
    'Систематично інформувати громаду міста через веб-сайт виконавчого комітету міської ради…',
  ],
] as const)
  test(`short title of «${text.slice(0, 30)}…»`, () => assert.equal(shortTitle(text), short))

test('a short title is never longer than 91 characters and begins as the text does', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[а-яіїє,.]{1,12}$/), { minLength: 1, maxLength: 60 }),
      (words) => {
        const text = words.join(' ')
        const short = shortTitle(text)
        assert.ok(short.length <= 91)
        assert.ok(text.startsWith(short.replace(/…$/, '')))
      },
    ),
  )
})
