import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { MemorialDate } from '../types.ts'
import { KNOWN_DATES } from './data/dates.ts'
import { datesOfYear, dayIn, mergeDates, wrongDate } from './date.ts'

const of = (key: string) => KNOWN_DATES.find((d) => d.key === key)!

describe('when a memorial day falls', () => {
  for (const [key, year, day] of [
    ['state.repressions', 2025, '2025-05-18'],
    ['state.repressions', 2026, '2026-05-17'],
    ['state.repressions', 2027, '2027-05-16'],
    ['state.holodomor', 2025, '2025-11-22'],
    ['state.holodomor', 2026, '2026-11-28'],
    ['state.holodomor', 2024, '2024-11-23'],
    ['church.commemoration', 2026, '2026-04-19'],
    ['church.commemoration', 2027, '2027-05-09'],
    ['state.unity', 2026, '2026-01-22'],
    ['state.remembranceAndVictory', 2026, '2026-05-08'],
  ] as const)
    test(`${key} of ${year}`, () => assert.equal(dayIn(of(key).rule, year)!.toString(), day))

  test('29 February and a fifth Sunday are not in every year', () => {
    assert.equal(dayIn({ every: 'yearOn', month: 2, day: 29 }, 2026), null)
    assert.equal(dayIn({ every: 'yearOn', month: 2, day: 29 }, 2028)!.toString(), '2028-02-29')
    assert.equal(dayIn({ every: 'yearNth', month: 2, nth: 5, weekday: 7 }, 2026), null)
    assert.equal(dayIn({ every: 'yearNth', month: 2, nth: -1, weekday: 7 }, 2026)!.toString(), '2026-02-22')
  })

  test('a moving day keeps its weekday and its month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1998, max: 2200 }), (year) => {
        const day = dayIn(of('state.holodomor').rule, year)!
        assert.equal(day.dayOfWeek, 6)
        assert.equal(day.month, 11)
        assert.ok(day.day >= 22 && day.day <= 28)
        assert.equal(dayIn(of('church.commemoration').rule, year)!.dayOfWeek, 7)
      }),
    )
  })
})

describe('the dates of a year', () => {
  const keys = (own: readonly MemorialDate[], year = 2026) =>
    datesOfYear(mergeDates(KNOWN_DATES, own), year).map((d) => d.date.key)
  test('stand in their order, and none twice', () => {
    const all = datesOfYear(KNOWN_DATES, 2026)
    assert.equal(new Set(all.map((d) => d.date.key)).size, all.length)
    assert.deepEqual(
      [...all].sort((a, b) => a.day.toString().localeCompare(b.day.toString())),
      all,
    )
  })
  test('a date is not kept before it was decreed', () => {
    assert.ok(!keys([], 2012).includes('state.heavenlyHundred'))
    assert.ok(keys([], 2016).includes('state.heavenlyHundred'))
  })
  test('the city hides one and changes another', () => {
    const hidden = { ...of('state.afghan'), hidden: true, own: true }
    assert.ok(!keys([hidden]).includes('state.afghan'))
    const moved = { ...of('state.unity'), rule: { every: 'yearOn', month: 1, day: 23 } as const, own: true }
    const [day] = datesOfYear(mergeDates(KNOWN_DATES, [moved]), 2026).filter(
      (d) => d.date.key === 'state.unity',
    )
    assert.equal(day!.day.toString(), '2026-01-23')
  })
  test('30 February is refused, 29 is not', () => {
    const input = of('state.unity')
    assert.equal(
      wrongDate({ ...input, rule: { every: 'yearOn', month: 2, day: 30 } })[0]?.refused,
      'no_such_day',
    )
    assert.deepEqual(wrongDate({ ...input, rule: { every: 'yearOn', month: 2, day: 29 } }), [])
  })
})
