import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { civilDate, compareDates } from '../kernel/civil-date.ts'
import { calendar } from './calendar.ts'
import { isoDate } from './holidays.ts'
import { dayAfterMonth, dayAfterQuarter, fixedDay } from './reporting-days.ts'
import {
  calendarDaysAfter,
  calendarDaysBefore,
  monthsAfter,
  workingDaysAfter,
  workingDaysBefore,
  yearsAfter,
} from './terms.ts'

const war = calendar({ martialLaw: 'on' })
const peace = calendar({ martialLaw: 'off' })
const on = isoDate

for (const [from, count, inWar, inPeace] of [
  ['2026-03-02', 5, '2026-03-09', '2026-03-10'],
  ['2026-04-29', 5, '2026-05-06', '2026-05-07'],
  ['2026-08-20', 5, '2026-08-27', '2026-08-28'],
  ['2026-03-06', 1, '2026-03-09', '2026-03-10'],
  ['2026-03-07', 1, '2026-03-09', '2026-03-10'],
] as const) {
  test(`${from} + ${count} working days = ${inWar} in martial law, ${inPeace} in peace`, () => {
    assert.equal(workingDaysAfter(war, on(from), count).date.toString(), inWar)
    assert.equal(workingDaysAfter(calendar(), on(from), count).date.toString(), inWar)
    assert.equal(workingDaysAfter(peace, on(from), count).date.toString(), inPeace)
  })
}

for (const [event, count, strict, inWar, inPeace] of [
  ['2026-05-14', 10, false, '2026-04-30', '2026-04-28'],
  ['2026-05-14', 10, true, '2026-04-29', '2026-04-27'],
  ['2026-03-10', 1, false, '2026-03-09', '2026-03-06'],
] as const) {
  test(`${count} working days before ${event}${strict ? ', strictly' : ''}: ${inWar} or ${inPeace}`, () => {
    assert.equal(workingDaysBefore(war, on(event), count, { strict }).date.toString(), inWar)
    assert.equal(workingDaysBefore(peace, on(event), count, { strict }).date.toString(), inPeace)
  })
}

for (const [year, quarter, due] of [
  [2026, 1, '2026-04-06'],
  [2026, 2, '2026-07-06'],
  [2026, 3, '2026-10-06'],
  [2026, 4, '2027-01-06'],
  [2025, 2, '2025-07-07'],
] as const) {
  test(`report for quarter ${quarter} of ${year} is due on ${due}`, () =>
    assert.equal(dayAfterQuarter(war, { year, quarter }, 6).date.toString(), due))
}

for (const [from, months, due] of [
  ['2026-01-31', 1, '2026-03-02'],
  ['2024-01-31', 1, '2024-02-29'],
  ['2026-03-31', 1, '2026-04-30'],
  ['2026-03-02', 1, '2026-04-02'],
  ['2026-11-30', 3, '2027-03-01'],
] as const) {
  test(`${from} + ${months} months ends on ${due}`, () =>
    assert.equal(monthsAfter(war, on(from), months).date.toString(), due))
}

test('31 January + 1 month is named 28 or 29 February before a day off moves it', () => {
  const { counting } = monthsAfter(war, on('2026-01-31'), 1).explanation
  assert.ok('nominal' in counting && counting.nominal === '2026-02-28')
  assert.ok('lastOfMonth' in counting && counting.lastOfMonth)
  assert.equal(monthsAfter(war, on('2026-01-31'), 1, { ifDayOff: 'keep' }).date.toString(), '2026-02-28')
  assert.equal(yearsAfter(war, on('2024-02-29'), 1).date.toString(), '2025-02-28')
})

test('an end on a day off moves forward; a notice before an event moves back', () => {
  assert.equal(calendarDaysAfter(war, on('2026-03-02'), 5).date.toString(), '2026-03-09')
  assert.equal(calendarDaysAfter(peace, on('2026-03-02'), 5).date.toString(), '2026-03-10')
  assert.equal(calendarDaysBefore(war, on('2026-05-16'), 7).date.toString(), '2026-05-08')
  assert.equal(fixedDay(war, on('2026-12-20')).date.toString(), '2026-12-21')
  assert.equal(fixedDay(war, on('2026-12-31')).date.toString(), '2026-12-31')
  assert.equal(dayAfterMonth(war, on('2026-01-17'), 31).date.toString(), '2026-03-02')
})

for (const count of [-1, 1.5, Number.NaN]) {
  test(`${count} days is no term`, () => {
    assert.throws(() => workingDaysAfter(war, on('2026-03-02'), count), RangeError)
    assert.throws(() => calendarDaysAfter(war, on('2026-03-02'), count), RangeError)
  })
}

test('sources: the rule first, then the codes; none twice', () => {
  const basis = {
    rule: 'request.answer',
    source: { act: '2939-VI', article: 'ст. 20 ч. 1', url: 'https://example.org', verified: 'L' },
    overridden: null,
  } as const
  assert.deepEqual(
    workingDaysAfter(peace, on('2026-03-02'), 5, { basis }).sources.map((s) => `${s.act} ${s.article}`),
    ['2939-VI ст. 20 ч. 1', '435-IV ст. 253', '322-VIII ст. 73 ч. 1', '322-VIII ст. 67 ч. 3'],
  )
  assert.deepEqual(
    workingDaysAfter(war, on('2026-03-02'), 5).sources.map((s) => `${s.act} ${s.article}`),
    ['435-IV ст. 253', '2136-IX ст. 6 ч. 6'],
  )
})

test('an explanation is plain JSON: it comes back from storage the same', () => {
  const { explanation } = workingDaysAfter(peace, on('2026-03-02'), 30)
  assert.deepEqual(JSON.parse(JSON.stringify(explanation)), explanation)
})

const anyDay = fc.integer({ min: 0, max: 365 * 32 }).map((days) => civilDate(2004, 1, 1).add({ days }))
const anyCount = fc.integer({ min: 0, max: 80 })
const anyCalendar = fc.constantFrom(
  ...([5, 6] as const).flatMap((week) =>
    (['on', 'off', 'byDate'] as const).map((martialLaw) => calendar({ week, martialLaw })),
  ),
)

test('there and back: from a working day, n forth and n back is the same day', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, anyCount, (c, day, n) => {
      const start = workingDaysAfter(c, day, 0).date
      const there = workingDaysAfter(c, start, n).date
      return workingDaysBefore(c, there, n).date.equals(start)
    }),
  )
})

test('every term ends on a working day', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, anyCount, (c, day, n) =>
      [
        workingDaysAfter(c, day, n),
        workingDaysBefore(c, day, n),
        calendarDaysAfter(c, day, n),
        calendarDaysBefore(c, day, n),
        monthsAfter(c, day, n % 24),
        fixedDay(c, day),
      ].every((due) => c.isWorking(due.date)),
    ),
  )
})

test('monotony: a later event or a longer term never ends earlier', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, anyCount, fc.integer({ min: 0, max: 40 }), (c, day, n, more) => {
      const later = day.add({ days: more })
      return (
        compareDates(workingDaysAfter(c, day, n).date, workingDaysAfter(c, later, n).date) <= 0 &&
        compareDates(workingDaysAfter(c, day, n).date, workingDaysAfter(c, day, n + more).date) <= 0 &&
        compareDates(workingDaysBefore(c, day, n).date, workingDaysBefore(c, later, n).date) <= 0 &&
        compareDates(monthsAfter(c, day, n % 24).date, monthsAfter(c, later, n % 24).date) <= 0 &&
        compareDates(calendarDaysAfter(c, day, n).date, calendarDaysAfter(c, later, n).date) <= 0
      )
    }),
  )
})

test('exactly n working days lie after the event up to the end', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 60 }), (c, day, n) => {
      const end = workingDaysAfter(c, day, n).date
      let working = 0
      for (let d = day.add({ days: 1 }); compareDates(d, end) <= 0; d = d.add({ days: 1 }))
        if (c.isWorking(d)) working++
      return working === n
    }),
  )
})
