import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isRefusal } from '../kernel/refusal.ts'
import { calendar } from './calendar.ts'
import { LEGAL_RULES } from './data/rules.ts'
import { TRANSFERS } from './data/transfers.ts'
import { ruleSentence, sentence } from './explain.ts'
import { isoDate } from './holidays.ts'
import { dayAfterQuarter } from './reporting-days.ts'
import { basisOf, resolveRule } from './rules.ts'
import { monthsAfter, workingDaysAfter, workingDaysBefore } from './terms.ts'

const war = calendar()
const peace = calendar({ martialLaw: 'off' })

function resolved(key: (typeof LEGAL_RULES)[number]['key'], date: string, own: number | null = null) {
  const overrides =
    own === null
      ? []
      : [{ key, value: own, reason: 'Регламент ради', decision: 'рішення № 5', from: '2020-01-01', to: null }]
  const rule = resolveRule(LEGAL_RULES, overrides, key, isoDate(date))
  assert.ok(!isRefusal(rule))
  return rule
}

const quarterly = basisOf(resolved('programme.report.quarterly', '2026-01-01'))

for (const [what, explanation, uk, en] of [
  [
    'a quarterly report on a working day',
    dayAfterQuarter(war, { year: 2026, quarter: 1 }, 6, { basis: quarterly }).explanation,
    '6 квітня 2026 року, понеділок: 6-й день місяця після I кварталу (п. 7.4 Програми); день робочий.',
    'Monday, 6 April 2026: the 6th day of the month after Q1 2026 (item 7.4, the Programme); a working day.',
  ],
  [
    'a quarterly report that a day off moves',
    dayAfterQuarter(war, { year: 2025, quarter: 2 }, 6, { basis: quarterly }).explanation,
    '7 липня 2025 року, понеділок: 6-й день місяця після II кварталу (п. 7.4 Програми); 6 липня – вихідний, тому строк спливає першого робочого дня після цього (ст. 254 ч. 5 ЦК України).',
    'Monday, 7 July 2025: the 6th day of the month after Q2 2025 (item 7.4, the Programme); 6 July (day off), so the term ends on the first working day after that (art. 254 part 5, Civil Code of Ukraine).',
  ],
  [
    'working days in martial law',
    workingDaysAfter(war, isoDate('2026-03-02'), 5).explanation,
    '9 березня 2026 року, понеділок: 5-й робочий день після 2 березня 2026 року; день події не рахується (ст. 253 ЦК України); не враховано: 7–8 березня – вихідні; 8 березня (Міжнародний жіночий день) у воєнний стан не є неробочим днем (ст. 6 ч. 6 Закону України № 2136-IX).',
    'Monday, 9 March 2026: the 5th working day after 2 March 2026; the day of the event does not count (art. 253, Civil Code of Ukraine); not counted: 7–8 March (days off); 8 March (International Women’s Day) is not a holiday under martial law (art. 6 part 6, Law of Ukraine No. 2136-IX).',
  ],
  [
    'working days in peace, with a moved day off',
    workingDaysAfter(peace, isoDate('2026-03-02'), 5).explanation,
    '10 березня 2026 року, вівторок: 5-й робочий день після 2 березня 2026 року; день події не рахується (ст. 253 ЦК України); не враховано: 7 березня – вихідний, 8 березня – Міжнародний жіночий день, 9 березня – вихідний, перенесений зі свята 8 березня (ст. 67 ч. 3 КЗпП України).',
    'Tuesday, 10 March 2026: the 5th working day after 2 March 2026; the day of the event does not count (art. 253, Civil Code of Ukraine); not counted: 7 March (day off), 8 March (International Women’s Day), 9 March (day off moved from the holiday of 8 March: art. 67 part 3, Labour Code of Ukraine).',
  ],
  [
    'the strict reading before a session',
    workingDaysBefore(war, isoDate('2026-03-20'), 3, { strict: true }).explanation,
    '16 березня 2026 року, понеділок: між цим днем і 20 березня 2026 року – повних 3 робочі дні.',
    'Monday, 16 March 2026: 3 working days in full between this day and 20 March 2026.',
  ],
  [
    'a month from the 31st',
    monthsAfter(war, isoDate('2024-01-31'), 1).explanation,
    '29 лютого 2024 року, четвер: строк 1 місяць від 31 січня 2024 року спливає 29 лютого 2024 року, останнього дня місяця, бо такого числа в ньому немає (ст. 254 ч. 4 ЦК України); день робочий.',
    'Thursday, 29 February 2024: the term of 1 month from 31 January 2024 ends on 29 February 2024, the last day of the month, which has no such day (art. 254 part 4, Civil Code of Ukraine); a working day.',
  ],
  [
    'a transferred day',
    workingDaysAfter(calendar({ transfers: TRANSFERS }), isoDate('2013-12-31'), 1).explanation,
    '8 січня 2014 року, середа: 1-й робочий день після 31 грудня 2013 року; день події не рахується (ст. 253 ЦК України); не враховано: 4–5 січня – вихідні, 1 січня – Новий рік, 2 січня – вихідний, відпрацьований 11 січня (розпорядження Кабінету Міністрів від 21.11.2013 № 920-р), 3 січня – вихідний, відпрацьований 25 січня (розпорядження Кабінету Міністрів від 21.11.2013 № 920-р), 6 січня – вихідний, відпрацьований 8 лютого (розпорядження Кабінету Міністрів від 21.11.2013 № 920-р), 7 січня – Різдво Христове.',
    null,
  ],
] as const) {
  test(what, () => {
    assert.equal(sentence('uk', explanation), uk)
    if (en !== null) assert.equal(sentence('en', explanation), en)
  })
}

test('a city’s own value is named with its decision, its reason and the law’s value', () => {
  const rule = resolved('session.draft.publish', '2026-01-01', 15)
  assert.match(
    ruleSentence('uk', 'session.draft.publish', rule),
    /за 15 робочих днів .*; за законом – не пізніш як за 10 робочих днів; місто встановило своє значення: рішення № 5, Регламент ради\.$/,
  )
  const due = workingDaysBefore(war, isoDate('2026-05-14'), rule.value, { basis: basisOf(rule) })
  assert.match(
    sentence('uk', due.explanation),
    /місто встановило своє значення: рішення № 5, Регламент ради\.$/,
  )
})

test('every rule makes a sentence in both languages, with no hole in it', () => {
  for (const rule of LEGAL_RULES) {
    for (const locale of ['uk', 'en'] as const) {
      const text = ruleSentence(locale, rule.key, { rule, value: rule.value, overriddenBy: null })
      assert.doesNotMatch(text, /undefined|NaN|null|\(;| {2}/, text)
      assert.match(text, /\.$/)
    }
  }
})
