import assert from 'node:assert/strict'
import { test } from 'node:test'
import { civilDate, type Quarter } from '../../../kernel/civil-date.ts'
import { CITY_CALENDAR } from '../../../legal-time/calendar.ts'
import { dayAfterQuarter } from '../../../legal-time/reporting-days.ts'
import { courseOf, nextReport, quarterNow, quartersToFollow, yearToReport, yearToShow } from './moment.ts'

const period = { from: civilDate(2026, 1, 1), to: civilDate(2029, 12, 31) }
const dueOf = (q: Quarter) => dayAfterQuarter(CITY_CALENDAR, q, 6).date
const day = (text: string) => civilDate(...(text.split('-').map(Number) as [number, number, number]))

for (const [today, year, course] of [
  ['2025-11-24', 2026, 'ahead'],
  ['2026-01-01', 2026, 'running'],
  ['2028-06-30', 2028, 'running'],
  ['2029-12-31', 2029, 'running'],
  ['2031-02-01', 2029, 'over'],
] as const)
  test(`on ${today} the programme of 2026–2029 is ${course}, its year ${year}`, () => {
    assert.equal(yearToShow(period, day(today)), year)
    assert.equal(courseOf(period, day(today)), course)
  })

for (const [today, expected] of [
  ['2026-11-24', '2026/4 2027-01-06'],
  // The sixth itself is still in time; the day after, the next quarter's report is the next.
  ['2027-01-06', '2026/4 2027-01-06'],
  ['2027-01-07', '2027/1 2027-04-06'],
  // Of a quarter before the programme nothing is due.
  ['2026-01-02', '2026/1 2026-04-06'],
  // The last report comes after the end; then none.
  ['2030-01-03', '2029/4 2030-01-07'],
  ['2030-01-08', null],
] as const)
  test(`the next report on ${today}`, () => {
    const next = nextReport(period, day(today), dueOf)
    assert.equal(next && `${next.quarter.year}/${next.quarter.quarter} ${next.due}`, expected)
  })

test('the quarter before is followed until all of it is settled', () => {
  const quarters = (today: string, settled: boolean) =>
    quartersToFollow(period, day(today), settled).map((q) => `${q.year}/${q.quarter}`)
  assert.deepEqual(quarters('2026-11-24', false), ['2026/3', '2026/4'])
  assert.deepEqual(quarters('2026-11-24', true), ['2026/4'])
  assert.deepEqual(quarters('2026-02-01', false), ['2026/1'])
  assert.deepEqual(quarters('2030-02-01', false), ['2029/4'])
})

test('the session is told of the year that has ended, while the programme had it', () => {
  for (const [today, expected] of [
    ['2026-11-24', null],
    ['2027-01-01', 2026],
    ['2027-12-31', 2026],
    ['2030-02-01', 2029],
    ['2031-02-01', null],
  ] as const)
    assert.equal(yearToReport(period, day(today)), expected, today)
})

test('the current quarter is marked in its own year only', () => {
  assert.equal(quarterNow(2026, day('2026-11-24'))?.quarter, 4)
  assert.equal(quarterNow(2027, day('2026-11-24')), null)
})
