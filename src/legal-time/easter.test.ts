import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { orthodoxEaster, orthodoxTrinity } from './easter.ts'

for (const [easter, trinity] of [
  ['2011-04-24', '2011-06-12'],
  ['2012-04-15', '2012-06-03'],
  ['2013-05-05', '2013-06-23'],
  ['2016-05-01', '2016-06-19'],
  ['2018-04-08', '2018-05-27'],
  ['2022-04-24', '2022-06-12'],
  ['2024-05-05', '2024-06-23'],
  ['2025-04-20', '2025-06-08'],
  ['2026-04-12', '2026-05-31'],
  ['2027-05-02', '2027-06-20'],
  ['2028-04-16', '2028-06-04'],
  ['2029-04-08', '2029-05-27'],
  ['2030-04-28', '2030-06-16'],
] as const) {
  const year = Number(easter.slice(0, 4))
  test(`Easter ${year}`, () => {
    assert.equal(orthodoxEaster(year).toString(), easter)
    assert.equal(orthodoxTrinity(year).toString(), trinity)
  })
}

test('Easter is a Sunday between 4 April and 8 May of the civil calendar, in 1900–2099', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1900, max: 2099 }), (year) => {
      const day = orthodoxEaster(year)
      return day.dayOfWeek === 7 && day.toString() >= `${year}-04-04` && day.toString() <= `${year}-05-08`
    }),
  )
})
