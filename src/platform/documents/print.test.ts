import assert from 'node:assert/strict'
import { test } from 'node:test'
import { h, landscape, link, p } from './builders.ts'
import { cleanRuns, cleanText } from './clean-text.ts'
import { coverage, drawable } from './font-coverage.ts'
import { TO_FILL } from './model.ts'
import { compose, type PrintBlock } from './print.ts'
import { sample } from './sample.ts'
import { UNPRINTABLE } from './sample-hostile.ts'
import { readFonts } from './typst-input.ts'

function blocks(doc = sample()): PrintBlock[] {
  return compose(doc).parts.flatMap((part) => part.blocks)
}

test('texts keep what may be printed and lose what may not', () => {
  assert.equal(cleanText(UNPRINTABLE), 'ая')
  assert.equal(cleanText('а\r\nб\rв\u2028г\tґ'), 'а\nб\nв\nг ґ')
  assert.equal(cleanText('и\u0306'), 'й')
  assert.equal(cleanText('😀 м’яч \u200f\u00a0'), '😀 м’яч \u200f\u00a0')
})

const addresses: [string, string | undefined][] = [
  ['https://rada.gov.ua/a?b=1&c=2', 'https://rada.gov.ua/a?b=1&c=2'],
  ['mailto:rada@example.com', 'mailto:rada@example.com'],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['file:///etc/passwd', undefined],
  ['data:text/html,x', undefined],
  ['/відносна', undefined],
]
for (const [address, kept] of addresses)
  test(`a link to ${JSON.stringify(address)} ${kept ? 'stays' : 'becomes text'}`, () => {
    assert.deepEqual(cleanRuns([link('т', address)]), [kept ? { text: 'т', href: kept } : { text: 'т' }])
  })

test('requisites stand in their order before and after the text', () => {
  assert.deepEqual(
    blocks({ ...sample(), body: [p('Текст')], annexes: [] }).map((block) => block.kind),
    [
      'corner',
      'corner',
      'addressee',
      'letterhead',
      'documentKind',
      'registration',
      'addressee',
      'title',
      'paragraph',
      'appendices',
      'signatures',
      'executor',
    ],
  )
})

test('levels of headings are never skipped', () => {
  const doc = {
    ...sample(),
    body: [h(3, 'а'), h(1, ' \0'), h(1, 'б'), h(3, 'в'), h(3, 'г'), h(2, 'ґ')],
    annexes: [],
  }
  assert.deepEqual(
    blocks(doc).flatMap((block) => (block.kind === 'heading' ? [block.level] : [])),
    [2, 2, 3, 4, 3],
  )
})

test('tables are numbered through the document, annexes included', () => {
  const captions = blocks().flatMap((block) =>
    block.kind === 'table'
      ? [block.caption]
      : block.kind === 'figure' && block.table
        ? [block.table.caption]
        : [],
  )
  assert.deepEqual(
    captions.map((caption) => caption.split('.')[0]),
    ['Таблиця 1', 'Таблиця 2', 'Таблиця 3', 'Таблиця 4'],
  )
})

test('a date and number to be filled in leave a blank, those not given nothing', () => {
  const { requisites } = sample()
  const toFill = { ...sample(), requisites: { ...requisites, date: TO_FILL, number: TO_FILL } }
  const registration = blocks(toFill).find((block) => block.kind === 'registration')
  assert.deepEqual(registration, {
    kind: 'registration',
    date: '«____» ______________ 20___ року',
    place: 'м. Вигадів',
    number: '№ ________',
  })
  const none = { ...sample(), requisites: { ...requisites, date: null, number: null, place: null } }
  assert.equal(
    blocks(none).some((block) => block.kind === 'registration'),
    false,
  )
})

test('a wide part is a part of its own, and the text goes on after it', () => {
  const { parts } = compose({ ...sample(), body: [p('а'), landscape([p('б')]), p('в')], annexes: [] })
  assert.deepEqual(
    parts.map((part) => part.orientation),
    ['portrait', 'landscape', 'portrait'],
  )
})

test('signatures do not get a page of their own after a wide part', () => {
  const { parts } = compose({ ...sample(), body: [p('а'), landscape([p('б')])], annexes: [] })
  assert.deepEqual(
    parts.map((part) => part.orientation),
    ['portrait', 'landscape'],
  )
})

test('the fonts have Ukrainian letters and signs, and all four faces agree on them', () => {
  for (const font of readFonts()) {
    const covered = coverage(font)
    assert.equal(drawable('Ґґ Єє Іі Її ’ « » – — № ₴ → ≥ • …', covered), 'Ґґ Єє Іі Її ’ « » – — № ₴ → ≥ • …')
    assert.equal(drawable('漢😀\u{fe0f}а\n', covered), '□□а\n')
  }
})
