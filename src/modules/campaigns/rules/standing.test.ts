import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { civilDate } from '../../../kernel/civil-date.ts'
import type { Standing } from '../types.ts'
import { codeText, filled, readCode, wrongWithTemplate } from './letter.ts'
import { masked } from './mask.ts'
import { extended, invitationState, isOver, mayAnswerByLink, step } from './standing.ts'

const day = (d: number) => civilDate(2027, 1, d)
const still: Standing = { answer: null, ceased: false, opened: false, posted: false, letter: 'none' }

const states: readonly [Partial<Standing>, boolean, string][] = [
  [{}, false, 'waiting'],
  [{ letter: 'held' }, false, 'waiting'],
  [{ letter: 'queued' }, false, 'waiting'],
  [{ letter: 'sent' }, false, 'sent'],
  [{ posted: true }, false, 'sent'],
  [{ letter: 'failed' }, false, 'failed'],
  [{ letter: 'failed', opened: true }, false, 'opened'],
  [{ opened: true }, true, 'silent'],
  [{}, true, 'silent'],
  [{ ceased: true }, true, 'ceased'],
  [{ ceased: true, answer: 'confirmed' }, true, 'confirmed'],
  [{ answer: 'corrected', letter: 'failed' }, true, 'corrected'],
]
for (const [change, over, expected] of states)
  test(`${JSON.stringify(change)} is ${expected}${over ? ' when the term is over' : ''}`, () =>
    assert.equal(invitationState({ ...still, ...change }, over), expected))

test('the last day belongs to the term', () => {
  const open = { state: 'open', term: day(29) } as const
  assert.deepEqual([isOver(open, day(29)), isOver(open, day(30))], [false, true])
  assert.equal(isOver({ state: 'closed', term: day(29) }, day(1)), true)
  assert.equal(mayAnswerByLink(open, day(29)), true)
  assert.notEqual(mayAnswerByLink(open, day(30)), true)
  assert.notEqual(mayAnswerByLink({ state: 'closed', term: day(29) }, day(2)), true)
})

test('what may be done in which state', () => {
  assert.equal(step('draft', 'open'), 'open')
  assert.equal(step('open', 'close'), 'closed')
  for (const verb of ['edit', 'open', 'answer', 'call', 'close'] as const)
    assert.equal(typeof step('closed', verb), 'object')
  assert.equal(typeof step('open', 'edit'), 'object')
})

test('a term moves onwards only', () => {
  const campaign = { term: day(20) }
  assert.ok(day(25).equals(extended(campaign, day(25), day(22)) as never))
  assert.equal((extended(campaign, day(20), day(10)) as { refused: string }).refused, 'term_not_later')
  assert.equal((extended(campaign, day(21), day(22)) as { refused: string }).refused, 'term_past')
})

test('a template without the link, or with a slip in braces, is refused', () => {
  assert.deepEqual(wrongWithTemplate('{посилання} {організація}', 'body'), [])
  assert.deepEqual(
    wrongWithTemplate('{лінк}', 'body').map((r) => r.refused),
    ['template_needs_link', 'template_unknown_place'],
  )
})

test('what fills a letter is not filled again', () => {
  const values = {
    організація: '{код}',
    посилання: 'https://x',
    код: 'K',
    строк: '',
    рік: '2027',
    рада: '',
    довідки: '',
  }
  assert.equal(filled('{організація}, {рік}, {щось}', values), '{код}, 2027, {щось}')
})

test('a code is read back however a hand writes it', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), fc.boolean(), (bytes, low) => {
      const code = codeText(bytes)
      assert.match(code, /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/)
      const typed = code.replaceAll('-', ' ').replaceAll('0', 'О').replaceAll('1', 'l')
      assert.equal(readCode(low ? typed.toLowerCase() : typed), code)
    }),
  )
  assert.equal(readCode('short'), null)
})

test('two different codes are two different numbers', () => {
  const a = codeText(new Uint8Array(10))
  const b = codeText(new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]))
  assert.notEqual(a, b)
})

for (const [value, expected] of [
  ['green.city@example.org', 'g•••@example.org'],
  ['+38 046 300-00-12', '+•• ••• •••-••-12'],
  ['вул. Гоголя, 1', 'вул•••'],
] as const)
  test(`${value} is masked`, () => assert.equal(masked(value), expected))
