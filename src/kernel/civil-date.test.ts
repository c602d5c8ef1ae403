import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCivilDate } from './civil-date.ts'

const table: readonly [string, string | null][] = [
  ['2026-03-02', '2026-03-02'],
  ['02.03.2026', '2026-03-02'],
  ['2.3.2026', '2026-03-02'],
  ['02/03/2026', '2026-03-02'],
  [' 2026-03-02 ', '2026-03-02'],
  ['31.02.2026', null],
  ['0001-01-01', '0001-01-01'],
  ['0000-01-01', null],
  ['01.01.0000', null],
  ['2026-3-2', null],
  ['', null],
]
for (const [text, day] of table)
  test(`a day from «${text}»: ${day}`, () => assert.equal(parseCivilDate(text)?.toString() ?? null, day))
