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
  paid: false,
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
        title: 'Толока на вулиці',
        place: 'Вул. Шевченка',
        participants: 1,
        result: 'висаджено 17 дерев',
        cost: kopiykas(145_050),
      }),
    ],
    'Проведено захід «Толока на вулиці» (12 жовтня, вул. Шевченка), у якому взяла участь 1 особа. Висаджено 17 дерев. Витрати: 1\u00a0450,50 грн.',
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
    'Проведено 3 дні інформування (12 жовтня, 9 листопада, 7 грудня), у яких взяли участь 214 осіб і 5 організацій. Роз’яснено тарифи.',
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
    'Проведено 2 круглі столи: молодь (12 жовтня); «Бюджет міста» (9 листопада). Взяли участь 30 осіб.',
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
    'Проведено засідання Громадської ради (12 жовтня). Оприлюднено новини «Вісті» (12 жовтня).',
  ],
  [
    'a word that only begins like a known one is not it',
    [fact({ title: 'Форумний клуб' })],
    'Проведено захід «Форумний клуб» (12 жовтня).',
  ],
  [
    'an adjective before the noun is declined with it',
    [
      fact({ kind: 'document', title: 'Аналітична записка про життя міста', result: 'Опрацьовано 37 подій' }),
      fact({ kind: 'sitting', title: 'Підсумкова нарада голів', ...on(11, 2), participants: 18 }),
      fact({ kind: 'sitting', title: 'Підсумкова нарада комітетів', ...on(11, 3) }),
      fact({ kind: 'contest', title: 'Міський конкурс проєктів', ...on(11, 4) }),
    ],
    'Підготовлено аналітичну записку про життя міста (12 жовтня). Опрацьовано 37 подій. Проведено 2 підсумкові наради: голів (2 листопада); комітетів (3 листопада). Взяли участь 18 осіб. Проведено міський конкурс проєктів (4 листопада).',
  ],
  [
    'what a title names in the plural is not counted',
    [
      fact({ kind: 'publication', title: 'Новини партій' }),
      fact({ kind: 'publication', title: 'Новини партій', ...on(11, 9) }),
      fact({ kind: 'award', title: 'Подяки і грамоти активістам', ...on(12, 1), result: '9 подяк' }),
    ],
    'Оприлюднено новини партій (12 жовтня, 9 листопада). Вручено подяки і грамоти активістам (1 грудня). Результат: 9 подяк.',
  ],
  [
    'a document is not held though its title begins so; who took part is told apart',
    [fact({ kind: 'document', title: 'Конкурс проєктів: умови', participants: 4, result: 'Три пропозиції' })],
    'Підготовлено документ «Конкурс проєктів: умови» (12 жовтня). Взяли участь 4 особи. Результат: три пропозиції.',
  ],
  [
    'a result that begins with a name keeps its capital',
    [fact({ result: 'Ніжинська ластівка – переможець' })],
    'Проведено день інформування (12 жовтня). Результат: Ніжинська ластівка – переможець.',
  ],
  [
    'one of the titles has nothing but the noun: all are named whole',
    [fact(), fact({ title: 'День інформування на Садовій', ...on(11, 9) })],
    'Проведено 2 дні інформування: «День інформування» (12 жовтня); «День інформування на Садовій» (9 листопада).',
  ],
  [
    'a payment by a contract is no contract concluded, and its sum is told once',
    [
      fact({
        kind: 'contract',
        title: 'Проєкт «Двір» (договір № К-1)',
        paid: true,
        result: 'Сплачено 1\u00a0500 грн, отримувач: ГО «Весна».',
        cost: kopiykas(150_000),
      }),
    ],
    'Здійснено видатки: «Проєкт „Двір“ (договір № К-1)» (12 жовтня). Сплачено 1\u00a0500 грн, отримувач: ГО «Весна».',
  ],
  [
    'what the title says already is not said again',
    [
      fact({ title: 'Проведено день інформування на Садовій', participants: 5 }),
      fact({ title: 'Проведено підсумкову нараду', ...on(11, 1) }),
      fact({ title: 'Підсумкова нарада', ...on(11, 3) }),
      fact({ title: 'Свято вулиці', ...on(11, 4) }),
      fact({ title: 'Організовано толоку біля річки', place: 'Парк', ...on(11, 5), participants: 30 }),
    ],
    'Проведено день інформування на Садовій (12 жовтня), у якому взяли участь 5 осіб. Проведено 2 підсумкові наради (1 листопада, 3 листопада). Проведено свято вулиці (4 листопада). Організовано толоку біля річки (5 листопада, парк). Взяли участь 30 осіб.',
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
    'Із 3 запланованих на звітний квартал робіт виконано 2.',
  )
  assert.equal(
    composeStanding([duty('overdue', 8), duty('overdue', 9)], 0, end),
    'Жодної з 2 запланованих на звітний квартал робіт не виконано.',
  )
  assert.equal(composeStanding([duty('fulfilled', 8), duty('fulfilled', 9)], 2, end), '')
  assert.equal(
    composeStanding([duty('open')], 0, end),
    'Строк виконання – 28 грудня 2026 року, у звітному кварталі він ще не настав.',
  )
  assert.equal(composeStanding([duty('open')], 1, end), '')
  assert.equal(composeStanding([duty('overdue', 9)], 0, end), '')
  assert.equal(composeStanding([duty('excused', 9), duty('fulfilled', 9)], 1, end), '')
})
