import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { blocksOf, excerpt, inlinesOf, tidyBody } from './text.ts'

const shape = (body: string) =>
  blocksOf(tidyBody(body)).map((b) =>
    b.kind === 'paragraph'
      ? b.inlines.map((i) => i.text).join('')
      : [b.ordered ? 'ol' : 'ul', ...b.items.map((i) => i.map((x) => x.text).join(''))],
  )

for (const [name, body, expected] of [
  ['lines are paragraphs', 'Один\nДва\n\n\n\nТри', ['Один', 'Два', 'Три']],
  ['dashes are a list', 'Буде:\n- хор\n- танці', ['Буде:', ['ul', 'хор', 'танці']]],
  ['bullets of Word', '·\tхор\n\uf0b7 танці\n\uf0a7гра', [['ul', 'хор', 'танці', 'гра']]],
  ['the hollow bullet of Word', 'o\tхор\no   танці', [['ul', 'хор', 'танці']]],
  ['figures are a list', '1. Збір\n2) Хода\n3. Концерт', [['ol', 'Збір', 'Хода', 'Концерт']]],
  ['one dash is speech', '– Ми раді, – каже голова.', ['– Ми раді, – каже голова.']],
  ['one item after a colon', 'Візьміть:\n– воду', ['Візьміть:', ['ul', 'воду']]],
  [
    'a year is no figure of a list',
    '2026 рік був добрим.\n2027 буде кращим.',
    ['2026 рік був добрим.', '2027 буде кращим.'],
  ],
  ['marks of HTML are text', '<b>Увага</b> &amp;', ['<b>Увага</b> &amp;']],
] as const)
  test(name, () => assert.deepEqual(shape(body), expected))

for (const [text, hrefs] of [
  ['Дивіться https://nizhyn.example/a?b=1.', ['https://nizhyn.example/a?b=1']],
  ['(http://x.example/) і https://y.example,', ['http://x.example/', 'https://y.example/']],
  ['javascript:alert(1) ftp://x.example', []],
  ['https://x.example/"onmouseover="alert(1)', ['https://x.example/']],
] as const)
  test(`links of: ${text}`, () =>
    assert.deepEqual(
      inlinesOf(text).flatMap((i) => i.href ?? []),
      hrefs,
    ))

test('no word is lost, and tidying twice changes nothing more', () => {
  const line = fc
    .constantFrom('- ', '1. ', '– ', '', '• ', '\uf0b7')
    .chain((mark) => fc.string({ maxLength: 30 }).map((t) => mark + t.replace(/\n/g, ' ')))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const body = tidyBody(lines.join('\n'))
      assert.equal(tidyBody(body), body)
      const words = (text: string) => text.match(/\p{L}+/gu) ?? []
      const read = blocksOf(body)
        .flatMap((b) => (b.kind === 'paragraph' ? [b.inlines] : b.items))
        .map((i) => i.map((x) => x.text).join(''))
        .join('\n')
      assert.deepEqual(words(read), words(body))
    }),
  )
})

test('an excerpt ends at a word', () => {
  assert.equal(excerpt('Коротко.\n– хор'), 'Коротко. хор')
  const long = excerpt('слово '.repeat(100))
  assert.ok(long.length <= 221 && long.endsWith('слово…'), long)
})
