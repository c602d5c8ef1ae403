import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { civilDate } from '../../../kernel/civil-date.ts'
import { calendarSpan, dayAsked, VIEWS, viewOf } from './calendar.ts'

const today = civilDate(2026, 11, 25)

describe('which part of the calendar', () => {
  for (const [view, from, to, previous, next] of [
    ['month', '2026-11-01', '2026-11-30', '2026-10-01', '2026-12-01'],
    ['week', '2026-11-23', '2026-11-29', '2026-11-16', '2026-11-30'],
    ['list', '2026-11-25', '2027-02-24', '2026-08-25', '2027-02-25'],
    ['map', '2026-11-25', '2027-02-24', '2026-08-25', '2027-02-25'],
  ] as const)
    test(view, () => {
      const span = calendarSpan(view, today)
      assert.deepEqual([span.period.from, span.period.to, span.previous, span.next].map(String), [
        from,
        to,
        previous,
        next,
      ])
    })

  test('going on leaves no day out and shows none twice', () => {
    const days = fc.integer({ min: -20_000, max: 20_000 }).map((n) => today.add({ days: n }))
    fc.assert(
      fc.property(fc.constantFrom(...VIEWS), days, (view, day) => {
        const one = calendarSpan(view, day)
        const two = calendarSpan(view, one.next)
        assert.equal(two.period.from.toString(), one.period.to.add({ days: 1 }).toString())
      }),
    )
  })

  for (const [text, day] of [
    ['2026-12', '2026-12-01'],
    ['2026-12-24', '2026-12-24'],
    ['24.12.2026', '2026-12-24'],
    ['2026-13', '2026-11-25'],
    ['0001-01-01', '2026-11-25'],
    ['9999-12', '2026-11-25'],
    ['', '2026-11-25'],
    ['завтра', '2026-11-25'],
  ] as const)
    test(`«${text}» is ${day}`, () => assert.equal(dayAsked(text, today).toString(), day))

  test('an unknown view is the list', () => assert.equal(viewOf('year'), 'list'))
})
