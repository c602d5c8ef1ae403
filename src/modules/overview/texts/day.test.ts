import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DayCounts } from '../types.ts'
import { daySentenceEn } from './day-en.ts'
import { daySentenceUk } from './day-uk.ts'

const counts = (duties: number, late = 0, reports = 0, matters = 0): DayCounts => ({
  duties,
  late,
  reports,
  matters,
})

const cases: readonly [DayCounts, string, string][] = [
  [counts(0), 'Сьогодні на вас нічого не чекає.', 'Nothing waits for you today.'],
  [
    counts(2, 1),
    'Два обов’язки чекають на вас, один прострочено. Решта йде за планом.',
    'Two duties wait for you, one of them overdue. The rest goes to plan.',
  ],
  [
    counts(1),
    'Один обов’язок чекає на вас. Решта йде за планом.',
    'One duty waits for you. The rest goes to plan.',
  ],
  [
    counts(1, 1),
    'Один обов’язок чекає на вас, його прострочено. Решта йде за планом.',
    'One duty waits for you, and it is overdue. The rest goes to plan.',
  ],
  [
    counts(2, 2),
    'Два обов’язки чекають на вас, обидва прострочено. Решта йде за планом.',
    'Two duties wait for you, both overdue. The rest goes to plan.',
  ],
  [
    counts(5, 5),
    'П’ять обов’язків чекає на вас, усі прострочено. Решта йде за планом.',
    'Five duties wait for you, all of them overdue. The rest goes to plan.',
  ],
  [
    counts(21, 3),
    '21 обов’язок чекає на вас, три прострочено. Решта йде за планом.',
    '21 duties wait for you, three of them overdue. The rest goes to plan.',
  ],
  [counts(0, 0, 1), 'Один звіт чекає на вас.', 'One report waits for you.'],
  [counts(0, 0, 3), 'Три звіти чекають на вас.', 'Three reports wait for you.'],
  [counts(0, 0, 0, 1), 'Одна справа чекає на вас.', 'One matter waits for you.'],
  [counts(0, 0, 0, 2), 'Дві справи чекають на вас.', 'Two matters wait for you.'],
  [
    counts(2, 1, 1, 3),
    'Два обов’язки, один звіт і ще три справи чекають на вас; один обов’язок прострочено.',
    'Two duties, one report and three other matters wait for you; one duty is overdue.',
  ],
  [
    counts(4, 4, 0, 1),
    'Чотири обов’язки і ще одна справа чекають на вас; обов’язки прострочено.',
    'Four duties and one other matter wait for you; the duties are overdue.',
  ],
  [
    counts(1, 1, 1),
    'Один обов’язок і один звіт чекають на вас; обов’язок прострочено.',
    'One duty and one report wait for you; the duty is overdue.',
  ],
  [
    counts(0, 0, 1, 1),
    'Один звіт і ще одна справа чекають на вас.',
    'One report and one other matter wait for you.',
  ],
  [
    counts(12, 4, 1),
    '12 обов’язків і один звіт чекають на вас; чотири обов’язки прострочено.',
    '12 duties and one report wait for you; four duties are overdue.',
  ],
]
for (const [input, uk, en] of cases)
  test(`the sentence of ${JSON.stringify(input)}`, () => {
    assert.equal(daySentenceUk(input, 0), uk)
    assert.equal(daySentenceEn(input, 0), en)
  })

test('where nothing presses, what is under way is said', () => {
  assert.equal(daySentenceUk(counts(0), 1), 'Термінового немає. У роботі 1 обов’язок.')
  assert.equal(daySentenceUk(counts(0), 4), 'Термінового немає. У роботі 4 обов’язки.')
  assert.equal(daySentenceUk(counts(0), 11), 'Термінового немає. У роботі 11 обов’язків.')
  assert.equal(daySentenceEn(counts(0), 1), 'Nothing is urgent. 1 duty is under way.')
  assert.equal(daySentenceEn(counts(0), 4), 'Nothing is urgent. 4 duties are under way.')
})
