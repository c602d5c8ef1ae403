import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { civilDate, compareDates, type Period } from '../kernel/civil-date.ts'
import { CITY_CALENDAR } from './calendar.ts'
import { occurrences, occurrencesOn, whyNoOccurrence } from './occurrences.ts'
import type { Recurrence } from './recurrence.ts'

const period = (from: string, to: string): Period => ({
  from: civilDate(...parts(from)),
  to: civilDate(...parts(to)),
})
function parts(iso: string): [number, number, number] {
  const [y = 0, m = 0, d = 0] = iso.split('-').map(Number)
  return [y, m, d]
}
const day = (iso: string) => civilDate(...parts(iso))
const nizhyn = period('2012-01-01', '2015-12-31')
const base = { raw: 'як у тексті', period: null }
const calendar = CITY_CALENDAR

/** `from..to due` of each occurrence. */
function lines(r: Recurrence, p: Period, options: Partial<Parameters<typeof occurrences>[2]> = {}): string[] {
  return occurrences(r, p, { calendar, ...options }).map(
    (o) => `${o.period.from}..${o.period.to} ${o.due}${o.of > 1 ? ` ${o.ordinal}/${o.of}` : ''}`,
  )
}

const year2026 = period('2026-01-01', '2026-12-31')
const quarters2026 = [
  '2026-01-01..2026-03-31 2026-03-31',
  '2026-04-01..2026-06-30 2026-06-30',
  '2026-07-01..2026-09-30 2026-09-30',
  '2026-10-01..2026-12-31 2026-12-31',
]
const yearly = { ...base, kind: 'yearly', months: [], quarters: [], by: null } as const
const once = { ...base, kind: 'once', year: null, quarters: [], months: [], day: null } as const

const table: readonly (readonly [string, Recurrence, Period, readonly string[]])[] = [
  [
    'Раз на 2 роки',
    { ...yearly, everyYears: 2 },
    period('2026-01-01', '2030-12-31'),
    [
      '2026-01-01..2027-12-31 2027-12-31',
      '2028-01-01..2029-12-31 2029-12-31',
      '2030-01-01..2030-12-31 2030-12-31',
    ],
  ],
  [
    'Раз на 2 роки, до 1 грудня; 1 December 2029 is a Saturday',
    { ...yearly, everyYears: 2, by: { month: 12, day: 1 } },
    period('2026-01-01', '2029-12-31'),
    ['2026-01-01..2027-12-01 2027-12-01', '2028-01-01..2029-12-01 2029-12-03'],
  ],
  [
    'Щороку, до 1 березня та до 1 вересня',
    {
      ...yearly,
      by: { month: 3, day: 1 },
      also: [{ ...yearly, by: { month: 9, day: 1 } }],
    },
    year2026,
    ['2026-01-01..2026-03-01 2026-03-02', '2026-03-02..2026-09-01 2026-09-01'],
  ],
  [
    '25 березня та 24 серпня',
    { ...once, months: [3], day: 25, also: [{ ...once, months: [8], day: 24 }] },
    year2026,
    ['2026-03-25..2026-03-25 2026-03-25', '2026-08-24..2026-08-24 2026-08-24'],
  ],
  ['Постійно', { ...base, kind: 'continuous' }, year2026, quarters2026],
  ['Щоденно', { ...base, kind: 'daily' }, year2026, quarters2026],
  ['Щотижня', { ...base, kind: 'weekly' }, year2026, quarters2026],
  ['За потреби', { ...base, kind: 'onDemand' }, year2026, quarters2026],
  ['Щоквартально', { ...base, kind: 'quarterly', byDay: null, times: 1 }, year2026, quarters2026],
  [
    'Щоквартально, до 6 числа: the day of the month after; 6 April 2025 is a Sunday',
    { ...base, kind: 'quarterly', byDay: 6, times: 1 },
    period('2025-01-01', '2025-06-30'),
    ['2025-01-01..2025-03-31 2025-04-07', '2025-04-01..2025-06-30 2025-07-07'],
  ],
  [
    'Двічі на квартал',
    { ...base, kind: 'quarterly', byDay: null, times: 2 },
    period('2026-01-01', '2026-03-31'),
    ['2026-01-01..2026-03-31 2026-03-31 1/2', '2026-01-01..2026-03-31 2026-03-31 2/2'],
  ],
  [
    'Щомісяця; 31 January 2026 is a Saturday',
    { ...base, kind: 'monthly', byDay: null },
    period('2026-01-01', '2026-03-31'),
    [
      '2026-01-01..2026-01-31 2026-02-02',
      '2026-02-01..2026-02-28 2026-03-02',
      '2026-03-01..2026-03-31 2026-03-31',
    ],
  ],
  [
    'Щомісячно до 5 числа',
    { ...base, kind: 'monthly', byDay: 5 },
    period('2026-01-01', '2026-02-28'),
    ['2026-01-01..2026-01-31 2026-02-05', '2026-02-01..2026-02-28 2026-03-05'],
  ],
  [
    'Двічі на рік',
    { ...base, kind: 'halfYearly', months: [] },
    year2026,
    ['2026-01-01..2026-06-30 2026-06-30', '2026-07-01..2026-12-31 2026-12-31'],
  ],
  [
    'Двічі на рік, травень, листопад; 31 May 2026 is a Sunday',
    { ...base, kind: 'halfYearly', months: [5, 11] },
    year2026,
    ['2026-05-01..2026-05-31 2026-06-01', '2026-11-01..2026-11-30 2026-11-30'],
  ],
  [
    'Щорічно',
    yearly,
    nizhyn,
    [
      '2012-01-01..2012-12-31 2012-12-31',
      '2013-01-01..2013-12-31 2013-12-31',
      '2014-01-01..2014-12-31 2014-12-31',
      '2015-01-01..2015-12-31 2015-12-31',
    ],
  ],
  [
    'Щорічно, січень місяць; 31 January 2015 is a Saturday',
    { ...yearly, months: [1] },
    period('2014-01-01', '2015-12-31'),
    ['2014-01-01..2014-01-31 2014-01-31', '2015-01-01..2015-01-31 2015-02-02'],
  ],
  [
    'Щорічно, березень – травень, жовтень',
    { ...yearly, months: [3, 4, 5, 10] },
    year2026,
    ['2026-03-01..2026-05-31 2026-06-01', '2026-10-01..2026-10-31 2026-11-02'],
  ],
  ['І квартал щороку', { ...yearly, quarters: [1] }, year2026, ['2026-01-01..2026-03-31 2026-03-31']],
  [
    'Щороку до 1 березня; in 2026 a Sunday',
    { ...yearly, by: { month: 3, day: 1 } },
    year2026,
    ['2026-01-01..2026-03-01 2026-03-02'],
  ],
  ['2014 рік', { ...once, year: 2014 }, nizhyn, ['2014-01-01..2014-12-31 2014-12-31']],
  [
    '2023 рік; 31 December is a Sunday, and 1 January is worked under martial law',
    { ...once, year: 2023 },
    period('2023-01-01', '2023-12-31'),
    ['2023-01-01..2023-12-31 2024-01-01'],
  ],
  [
    'ІІІ–IV квартал 2026 року',
    { ...once, year: 2026, quarters: [3, 4] },
    year2026,
    ['2026-07-01..2026-12-31 2026-12-31'],
  ],
  [
    'І квартал: no year, so each year of the programme',
    { ...once, quarters: [1] },
    period('2025-01-01', '2026-12-31'),
    ['2025-01-01..2025-03-31 2025-03-31', '2026-01-01..2026-03-31 2026-03-31'],
  ],
  [
    '9 травня 2026: a Saturday does not move a day that is named',
    { ...once, year: 2026, months: [5], day: 9 },
    year2026,
    ['2026-05-09..2026-05-09 2026-05-09'],
  ],
  [
    'До 2015 року',
    { ...base, kind: 'by', year: 2015, month: null, day: null },
    nizhyn,
    ['2012-01-01..2014-12-31 2014-12-31'],
  ],
  [
    'до 20.12.2026; a Sunday',
    { ...base, kind: 'by', year: 2026, month: 12, day: 20 },
    year2026,
    ['2026-01-01..2026-12-20 2026-12-21'],
  ],
  [
    'до 20 грудня: no year',
    { ...base, kind: 'by', year: null, month: 12, day: 20 },
    period('2024-01-01', '2025-12-31'),
    ['2024-01-01..2024-12-20 2024-12-20', '2025-01-01..2025-12-20 2025-12-22'],
  ],
  [
    'до грудня 2026 року',
    { ...base, kind: 'by', year: 2026, month: 12, day: null },
    year2026,
    ['2026-01-01..2026-11-30 2026-11-30'],
  ],
  [
    '2012-2015 роки, laid over a programme of 2014 alone',
    { ...base, kind: 'years', from: 2012, to: 2015 },
    period('2014-01-01', '2014-12-31'),
    ['2014-01-01..2014-12-31 2014-12-31'],
  ],
  [
    'щоквартально, 2025 рік, in a programme of two years',
    { ...base, period: { from: 2025, to: 2025 }, kind: 'quarterly', byDay: null, times: 1 },
    period('2025-01-01', '2026-12-31'),
    [
      '2025-01-01..2025-03-31 2025-03-31',
      '2025-04-01..2025-06-30 2025-06-30',
      '2025-07-01..2025-09-30 2025-09-30',
      '2025-10-01..2025-12-31 2025-12-31',
    ],
  ],
  [
    'a programme that begins and ends within a quarter cuts it',
    { ...base, kind: 'continuous' },
    period('2026-02-15', '2026-05-20'),
    ['2026-02-15..2026-03-31 2026-03-31', '2026-04-01..2026-05-20 2026-05-20'],
  ],
  ['a term not given', { ...base, kind: 'none' }, nizhyn, []],
  ['a term not understood', { ...base, kind: 'unrecognised' }, nizhyn, []],
]

describe('occurrences', () => {
  for (const [name, recurrence, over, expected] of table)
    test(name, () => assert.deepEqual(lines(recurrence, over), expected))

  test('a setting reads «До 2015 року» to the end of 2015', () => {
    const by = { ...base, kind: 'by', year: 2015, month: null, day: null } as const
    assert.deepEqual(lines(by, nizhyn, { namedYear: 'included' }), ['2012-01-01..2015-12-31 2015-12-31'])
    const [first] = occurrences(by, nizhyn, { calendar })
    assert.equal(first!.explanation.reading.code, 'beforeNamed')
  })

  test('what had ended before the decision makes no duty, and it is said so', () => {
    const inForceFrom = day('2014-01-31')
    const year2012 = { ...once, year: 2012 }
    assert.deepEqual(lines(year2012, nizhyn, { inForceFrom }), [])
    assert.equal(whyNoOccurrence(year2012, nizhyn, { calendar, inForceFrom }), 'endedBeforeDecision')
    const each = { ...base, kind: 'continuous' } as const
    assert.equal(lines(each, nizhyn, { inForceFrom })[0], '2014-01-01..2014-03-31 2014-03-31')
    assert.equal(whyNoOccurrence(each, nizhyn, { calendar, inForceFrom }), null)
  })

  test('a period that ends on the very day of the decision still counts', () => {
    const january = { ...yearly, months: [1] }
    assert.equal(lines(january, nizhyn, { inForceFrom: day('2014-01-31') }).length, 2)
    assert.equal(lines(january, nizhyn, { inForceFrom: day('2014-02-01') }).length, 1)
  })

  for (const [recurrence, why] of [
    [{ ...base, kind: 'none' }, 'noTerm'],
    [{ ...base, kind: 'unrecognised' }, 'notUnderstood'],
    [{ ...once, year: 2016 }, 'outsideProgramme'],
  ] as const)
    test(`no duty: ${why}`, () => assert.equal(whyNoOccurrence(recurrence, nizhyn, { calendar }), why))

  test('an occurrence cut by the end of the programme says so', () => {
    const [, last] = occurrences({ ...base, kind: 'continuous' }, period('2026-02-15', '2026-05-20'), {
      calendar,
    })
    assert.equal(last!.explanation.reading.cutAt, '2026-05-20')
    assert.deepEqual(last!.label.kind, 'span')
  })

  test('days that a person named stay where they are, in order', () => {
    const found = occurrencesOn([day('2026-09-15'), day('2026-05-09')], 'дні пам’яті', calendar)
    assert.deepEqual(
      found.map((o) => [o.due.toString(), o.explanation.reading.code, o.label.kind]),
      [
        ['2026-05-09', 'namedDay', 'day'],
        ['2026-09-15', 'namedDay', 'day'],
      ],
    )
  })

  test('explanations are plain JSON', () => {
    for (const [, recurrence, over] of table)
      for (const { explanation } of occurrences(recurrence, over, { calendar }))
        assert.deepEqual(JSON.parse(JSON.stringify(explanation)), explanation)
  })

  const anyDay = fc.integer({ min: 0, max: 8000 }).map((n) => civilDate(2010, 1, 1).add({ days: n }))
  const rhythms: readonly Recurrence[] = table.map(([, r]) => r)
  test('whatever the programme: within its days, in order, none twice, due never before the period begins', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: 0, max: 2000 }),
        fc.constantFrom(...rhythms),
        (from, length, r) => {
          const over = { from, to: from.add({ days: length }) }
          const found = occurrences(r, over, { calendar })
          const keys = found.map((o) => `${o.period.from} ${o.period.to} ${o.ordinal}`)
          assert.equal(new Set(keys).size, keys.length)
          for (const [i, o] of found.entries()) {
            assert.ok(compareDates(o.period.from, over.from) >= 0 && compareDates(o.period.to, over.to) <= 0)
            assert.ok(compareDates(o.period.from, o.period.to) <= 0)
            assert.ok(compareDates(o.due, o.period.from) >= 0)
            if (i > 0) assert.ok(compareDates(found[i - 1]!.period.from, o.period.from) <= 0)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
