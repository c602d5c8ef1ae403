import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendar, type DayOff } from './calendar.ts'
import { TRANSFERS } from './data/transfers.ts'
import { holidaysOf, isoDate } from './holidays.ts'
import { yearOfWork } from './year.ts'

const peace = calendar({ martialLaw: 'off' })
const byDate = calendar()

const reason = (off: DayOff | null) => off?.reason ?? 'working'

for (const [date, expected, why] of [
  ['2013-01-07', 'holiday', 'Christmas of the Julian calendar'],
  ['2024-01-07', 'weekend', 'no longer a holiday: Sunday'],
  ['2024-01-08', 'working', 'so nothing moves to Monday'],
  ['2017-05-02', 'holiday', '2 May until 2017'],
  ['2018-05-02', 'working', '2 May from 2018'],
  ['2017-12-25', 'holiday', '25 December from 2017'],
  ['2016-12-25', 'weekend', '25 December before: Sunday'],
  ['2014-10-14', 'working', '14 October before 2015'],
  ['2015-10-14', 'holiday', '14 October from 2015'],
  ['2024-10-14', 'working', '14 October after 2023'],
  ['2024-10-01', 'holiday', '1 October from 2023'],
  ['2023-07-28', 'holiday', '28 July in 2023: the new law came two days later'],
  ['2023-07-15', 'weekend', '15 July 2023: not yet, Saturday'],
  ['2024-07-15', 'holiday', '15 July from 2024'],
  ['2023-05-09', 'holiday', '9 May still in 2023'],
  ['2023-05-08', 'working', '8 May not yet in 2023'],
  ['2024-05-08', 'holiday', '8 May from 2024'],
  ['2024-05-09', 'working', '9 May no longer'],
  ['2026-03-09', 'moved', '8 March 2026 is a Sunday'],
  ['2026-04-13', 'moved', 'Monday after Easter'],
  ['2016-05-01', 'holiday', 'Easter on 1 May'],
  ['2016-05-02', 'holiday', '2 May'],
  ['2016-05-03', 'moved', 'the Sunday of Easter moves past 2 May, once'],
  ['2016-05-04', 'working', 'and only once'],
  ['2021-05-03', 'moved', '1 May 2021, Saturday'],
  ['2021-05-04', 'moved', 'Easter 2021, Sunday'],
  ['2021-05-05', 'working', 'no more'],
] as const) {
  test(`in peace ${date} is ${expected}: ${why}`, () =>
    assert.equal(reason(peace.day(isoDate(date)).off), expected))
}

for (const [date, expected] of [
  ['2022-03-08', 'holiday'],
  ['2022-03-23', 'working'],
  ['2022-05-09', 'working'],
  ['2026-03-09', 'working'],
  ['2026-08-24', 'working'],
  ['2026-04-12', 'weekend'],
  ['2026-04-13', 'working'],
] as const) {
  test(`by date ${date} is ${expected}`, () => assert.equal(reason(byDate.day(isoDate(date)).off), expected))
}

test('a day that martial law makes a working one names the holiday and the law', () => {
  const day = byDate.day(isoDate('2026-08-24'))
  assert.deepEqual(
    day.suspended.map((h) => h.key),
    ['independenceDay'],
  )
  assert.equal(byDate.martialLawOn(day.date)?.act, '2136-IX')
  assert.equal(byDate.martialLawOn(isoDate('2022-03-23')), null)
})

test('the switch has an end once one is given', () => {
  const source = byDate.martialLawOn(isoDate('2026-01-01'))!
  const ended = calendar({ martialLawPeriods: [{ from: '2022-03-24', to: '2026-06-30', source }] })
  assert.equal(reason(ended.day(isoDate('2026-05-01')).off), 'working')
  assert.equal(reason(ended.day(isoDate('2026-07-15')).off), 'holiday')
})

test('transfers are heeded only where given, on a five-day week, outside martial law', () => {
  const date = isoDate('2014-01-02')
  assert.equal(reason(peace.day(date).off), 'working')
  const given = calendar({ martialLaw: 'off', transfers: TRANSFERS })
  assert.equal(reason(given.day(date).off), 'transferred')
  assert.equal(reason(given.day(isoDate('2014-01-11')).off), 'working')
  assert.equal(reason(calendar({ week: 6, transfers: TRANSFERS }).day(date).off), 'working')
  assert.equal(reason(calendar({ transfers: TRANSFERS }).day(isoDate('2022-06-27')).off), 'working')
})

test('every known transfer is from a working day to a Saturday, so it changes no total', () => {
  const given = calendar({ martialLaw: 'off', transfers: TRANSFERS })
  for (const { from, to } of TRANSFERS) {
    assert.equal(reason(given.day(isoDate(from)).off), 'transferred', from)
    assert.equal(isoDate(to).dayOfWeek, 6, to)
    assert.equal(reason(given.day(isoDate(to)).off), 'working', to)
  }
})

// Norms of working time as published for the years (Ministry of economy, "Кадровик", 2020, 2024).
for (const [year, week, martialLaw, total] of [
  [2014, 5, 'off', 251],
  [2017, 5, 'off', 248],
  [2018, 5, 'off', 250],
  [2019, 5, 'off', 250],
  [2020, 5, 'off', 251],
  [2020, 6, 'off', 303],
  [2021, 5, 'off', 250],
  [2021, 6, 'off', 302],
  [2024, 5, 'byDate', 262],
  [2025, 5, 'byDate', 261],
  [2026, 5, 'byDate', 261],
] as const) {
  test(`${year}, ${week} days a week, martial law ${martialLaw}: ${total} working days`, () =>
    assert.equal(yearOfWork(calendar({ week, martialLaw }), year).total, total))
}

test('months of 2020 (six days, peace) and 2024 (five days, martial law) as published', () => {
  assert.deepEqual(
    yearOfWork(calendar({ week: 6, martialLaw: 'off' }), 2020).workingDays,
    [25, 25, 25, 25, 24, 24, 27, 25, 26, 26, 25, 26],
  )
  assert.deepEqual(yearOfWork(byDate, 2024).workingDays, [23, 21, 21, 22, 23, 20, 23, 22, 21, 23, 21, 22])
})

test('the eve of a holiday is shorter in peace, not in martial law and not before a moved day off', () => {
  const shortened = yearOfWork(peace, 2026).shortened.map(String)
  assert.ok(shortened.includes('2026-08-21') === false, '24 August is a Monday: its eve is a Sunday')
  assert.ok(shortened.includes('2026-05-07'))
  assert.deepEqual(yearOfWork(byDate, 2026).shortened, [])
})

test('holidays of 2026 by their keys', () =>
  assert.deepEqual(
    holidaysOf(2026).map((h) => `${h.date} ${h.row.key}`),
    [
      '2026-01-01 newYear',
      '2026-03-08 womensDay',
      '2026-04-12 easter',
      '2026-05-01 labourDay',
      '2026-05-08 remembranceDay',
      '2026-05-31 trinity',
      '2026-06-28 constitutionDay',
      '2026-07-15 statehoodDay',
      '2026-08-24 independenceDay',
      '2026-10-01 defendersDay',
      '2026-12-25 christmas',
    ],
  ))
