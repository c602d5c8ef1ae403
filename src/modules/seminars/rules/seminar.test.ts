import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { civilDate } from '../../../kernel/civil-date.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { TestQuestion } from '../types.ts'
import { certificateNumber, isElectionTime, readNumber } from './certificate.ts'
import { chosenOf, correctCount, readTest, resultOf, testText } from './test.ts'

const QUESTIONS: TestQuestion[] = [
  { text: 'Скільки?', options: ['одна', 'дві', 'три'], correct: [1] },
  { text: 'Що саме?', options: ['статут', 'бюджет', 'погода'], correct: [0, 1] },
  { text: 'Чи цікаво?', options: ['так', 'ні'], correct: [] },
]

describe('a test', () => {
  test('comes back as it was typed', () => assert.deepEqual(readTest(testText(QUESTIONS)), QUESTIONS))
  for (const [text, code] of [
    ['', 'required'],
    ['Питання без відповідей', 'options_needed'],
    ['Питання\n+ одна', 'options_needed'],
    [Array.from({ length: 21 }, (_, i) => `П${i}\n+ а\n- б`).join('\n'), 'too_many_questions'],
  ] as const)
    test(`refused: ${text.slice(0, 30)}`, () => {
      const [first] = readTest(text)
      assert.equal(isRefusal(first) ? first.refused : '', code)
    })

  for (const [sent, correct] of [
    [[['1'], ['0', '1'], ['0']], 2],
    [[['1'], ['1', '0'], []], 2],
    [[['1', '0'], ['0'], []], 0],
    [[['0'], ['0', '1', '2'], []], 0],
    [[[], [], []], 0],
    [[['99'], ['x', '-1'], []], 0],
  ] as const)
    test(`${JSON.stringify(sent)}: ${correct} right`, () =>
      assert.equal(correctCount(QUESTIONS, chosenOf(QUESTIONS, sent)), correct))

  test('where one may be chosen, one is', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(20).map(String))), (sent) => {
        const chosen = chosenOf(QUESTIONS, sent)
        assert.equal(chosen.length, QUESTIONS.length)
        assert.ok(chosen[0]!.length <= 1)
        for (const [i, one] of chosen.entries()) assert.ok(one.every((n) => n < QUESTIONS[i]!.options.length))
      }),
    )
  })

  test('few answers are not counted out', () => {
    const one = { chosen: [[1], [0, 1], [0]], correct: 2 }
    assert.deepEqual(resultOf(QUESTIONS, Array(4).fill(one)), { answers: 4, average: null, counts: null })
    const five = resultOf(QUESTIONS, [...Array(4).fill(one), { chosen: [[0], [2], [1]], correct: 0 }])
    assert.equal(five.average, 1.6)
    assert.deepEqual(five.counts, [
      [1, 4, 0],
      [4, 4, 1],
      [4, 1],
    ])
  })
})

describe('a number', () => {
  test('is read back however it was typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 10, maxLength: 10 }), (bytes) => {
        const number = certificateNumber(2026, bytes)
        assert.equal(readNumber(number), number)
        assert.equal(readNumber(` ${number.toLowerCase().replace('-', ' ')} `), number)
      }),
    )
  })
  for (const text of ['', '2026', '2026-ABC', '2026-OOOOOOOOOO', "2026-K7QX9MB4TE' or 1=1"])
    test(`no number: «${text}»`, () => assert.equal(readNumber(text), null))
})

describe('election time', () => {
  const election = { from: '2026-09-01', to: '2026-10-25', basis: 'Постанова' }
  for (const [day, expected] of [
    [civilDate(2026, 8, 31), false],
    [civilDate(2026, 9, 1), true],
    [civilDate(2026, 10, 25), true],
    [civilDate(2026, 10, 26), false],
  ] as const)
    test(day.toString(), () => assert.equal(isElectionTime(election, day), expected))
  test('none is set', () => assert.equal(isElectionTime(null, civilDate(2026, 9, 1)), false))
})
