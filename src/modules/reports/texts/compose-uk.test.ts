import assert from 'node:assert/strict'
import { test } from 'node:test'
import { civilDate } from '../../../kernel/civil-date.ts'
import { kopiykas } from '../../../kernel/money.ts'
import type { EvidenceFact } from '../types.ts'
import { composeResultEn } from './compose-en.ts'
import { composeResult, composeStanding } from './compose-uk.ts'

const fact = (over: Partial<EvidenceFact> = {}): EvidenceFact => ({
  kind: 'event',
  title: 'День інформування',
  from: civilDate(2026, 10, 12),
  to: civilDate(2026, 10, 12),
  place: null,
  participants: null,
  organisations: [],
  result: null,
  cost: null,
  ...over,
})

const on = (month: number, day: number) => ({
  from: civilDate(2026, month, day),
  to: civilDate(2026, month, day),
})

const table: readonly [string, readonly EvidenceFact[], string][] = [
  ['nothing', [], ''],
  ['one bare event', [fact()], 'Проведено день інформування (12 жовтня).'],
  [
    'an event of no known kind, with place, one person, result without a full stop, cost',
    [
      fact({
        title: 'Свято вулиці',
        place: 'вул. Шевченка',
        participants: 1,
        result: 'Висаджено 17 дерев',
        cost: kopiykas(145_050),
      }),
    ],
    'Проведено захід: «Свято вулиці» (12 жовтня, вул. Шевченка). Взяла участь 1 особа. Результат: Висаджено 17 дерев. Витрати: 1\u00a0450,50 грн.',
  ],
  [
    'a series of one name: days, totals, organisations once, results together',
    [
      fact({ ...on(11, 9), participants: 60, organisations: ['А', 'Б'] }),
      fact({
        ...on(10, 12),
        participants: 112,
        organisations: ['А', 'В', 'Г', 'Ґ'],
        result: 'Роз’яснено тарифи.',
      }),
      fact({ ...on(12, 7), participants: 42 }),
    ],
    'Проведено 3 дні інформування (12 жовтня, 9 листопада, 7 грудня), у яких взяли участь 214 осіб і 5 організацій. Результат: Роз’яснено тарифи.',
  ],
  [
    'feminine, singular, and the tail of the title kept',
    [fact({ title: 'Нарада з головами вуличних комітетів', participants: 21 })],
    'Проведено нараду з головами вуличних комітетів (12 жовтня), у якій взяла участь 21 особа.',
  ],
  [
    'one kind of event under different titles',
    [
      fact({ title: 'Круглий стіл «Бюджет міста»', ...on(11, 9) }),
      fact({ title: 'Круглий стіл: молодь', participants: 30 }),
    ],
    'Проведено 2 круглі столи: «Круглий стіл: молодь» (12 жовтня); «Круглий стіл „Бюджет міста“» (9 листопада). Взяли участь 30 осіб.',
  ],
  [
    'places part the days by semicolons',
    [fact({ place: 'ратуша' }), fact({ ...on(11, 9) })],
    'Проведено 2 дні інформування (12 жовтня, ратуша; 9 листопада).',
  ],
  [
    'days of one month and over two months',
    [
      fact({ to: civilDate(2026, 10, 14) }),
      fact({ title: 'Виставка', from: civilDate(2026, 10, 30), to: civilDate(2026, 11, 2) }),
    ],
    'Проведено день інформування (12–14 жовтня). Проведено виставку (30 жовтня – 2 листопада).',
  ],
  [
    'kinds apart',
    [
      fact({ kind: 'sitting', title: 'Засідання Громадської ради' }),
      fact({ kind: 'publication', title: 'Новини «Вісті»' }),
    ],
    'Проведено засідання Громадської ради (12 жовтня). Оприлюднено матеріал: «Новини „Вісті“» (12 жовтня).',
  ],
  [
    'a word that only begins like a known one is not it',
    [fact({ title: 'Форумний клуб' })],
    'Проведено захід: «Форумний клуб» (12 жовтня).',
  ],
  [
    'many are counted',
    Array.from({ length: 7 }, (_, i) => fact({ title: `№ ${i + 1}`, ...on(10, i + 1) })),
    'Проведено 7 заходів: «№ 1» (1 жовтня); «№ 2» (2 жовтня); «№ 3» (3 жовтня); «№ 4» (4 жовтня); «№ 5» (5 жовтня) та ще 2.',
  ],
]

for (const [name, facts, text] of table) {
  test(`a result is composed: ${name}`, () => {
    assert.equal(composeResult(facts), text)
  })
}

test('in English the same facts are counted', () => {
  const facts = [fact({ participants: 1 }), fact({ ...on(11, 9), kind: 'publication', organisations: ['А'] })]
  assert.equal(
    composeResultEn(facts),
    '1 event (12 October); 1 publication (9 November). 1 person and 1 organisation took part.',
  )
  assert.equal(composeResultEn([]), '')
})

test('a series of duties says how far it came; one whose day is ahead says which day', () => {
  const duty = (state: 'fulfilled' | 'overdue' | 'open' | 'excused', month = 12) => ({
    state,
    due: civilDate(2026, month, 28),
    reason: null,
  })
  const end = civilDate(2026, 9, 30)
  assert.equal(
    composeStanding([duty('fulfilled', 7), duty('fulfilled', 8), duty('overdue', 9)], 2, end),
    'Виконано 2 із 3 запланованих у строки звітного кварталу.',
  )
  assert.equal(
    composeStanding([duty('open')], 0, end),
    'Строк виконання – 28 грудня 2026 року, у звітному кварталі він ще не настав.',
  )
  assert.equal(composeStanding([duty('open')], 1, end), '')
  assert.equal(composeStanding([duty('overdue', 9)], 0, end), '')
  assert.equal(composeStanding([duty('excused', 9), duty('fulfilled', 9)], 1, end), '')
})
