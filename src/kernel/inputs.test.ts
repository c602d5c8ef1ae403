import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { z } from 'zod'
import {
  cleanText,
  date,
  email,
  hryvnias,
  line,
  optionalLine,
  optionalLink,
  optionalParagraphs,
  paragraphs,
  whole,
} from './inputs.ts'

test('text from a word processor comes in clean', () => {
  const CASES: readonly (readonly [string, string])[] = [
    ['а  \r\nб\t\r в ', 'а\nб\n в'],
    ['сло\u00adво\u200b\ufeff', 'слово'],
    ['a\u0000b\u202ec\ud800d', 'abcd'],
    ['и\u0306', 'й'],
    ['\n\n  x \n\n\n y  ', 'x\n\n\n y'],
  ]
  for (const [typed, kept] of CASES) assert.equal(cleanText(typed), kept, JSON.stringify(typed))
})

test('several lines in a field of one become one', () => {
  assert.equal(line().parse(' а \r\n \n\t б  в\n'), 'а б  в')
  assert.equal(optionalLine().parse(' \n '), null)
})

test('no field takes long over a text made to be slow', () => {
  const N = 100_000
  const SLOW: readonly string[] = [
    `a${' '.repeat(N)}x`,
    `a${'\n'.repeat(N)}x`,
    `a${' \n'.repeat(N)}x`,
    `a@${'a.'.repeat(N)}@`,
    `a@${'.'.repeat(N)} `,
    `http://${'a'.repeat(N)} `,
    '1 '.repeat(N),
    `${'0'.repeat(N)}x`,
    `${'-'.repeat(N)}1`,
    `${'1.'.repeat(N)}x`,
    '\ud800'.repeat(N),
    'и\u0306'.repeat(N),
  ]
  const FIELDS: Readonly<Record<string, () => z.ZodType>> = {
    line,
    optionalLine,
    paragraphs,
    optionalParagraphs,
    date,
    hryvnias,
    whole,
    optionalLink,
    email,
  }
  for (const [name, field] of Object.entries(FIELDS))
    for (const text of SLOW) {
      const started = performance.now()
      field().safeParse(text)
      const ms = performance.now() - started
      assert.ok(ms < 500, `${name} took ${Math.round(ms)} ms over ${JSON.stringify(text.slice(0, 12))}`)
    }
})
