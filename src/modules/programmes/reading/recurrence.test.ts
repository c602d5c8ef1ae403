import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksLikeTerm, readTerm } from './recurrence.ts'

const table: readonly (readonly [string, Record<string, unknown>])[] = [
  ['Постійно', { kind: 'continuous' }],
  ['постійно, протягом 2025–2027 років', { kind: 'years', from: 2025, to: 2027 }],
  ['Протягом року', { kind: 'continuous' }],
  ['Упродовж усього періоду', { kind: 'continuous' }],
  ['з 1 січня 2024 року по 31 грудня 2026 року', { kind: 'years', from: 2024, to: 2026 }],
  ['з 1 травня 2026 року до 30 червня 2026 року', { kind: 'once', year: 2026, months: [5, 6], day: null }],
  ['перший квартал 2026 року', { kind: 'once', year: 2026, quarters: [1] }],
  ['щорічно у ІV кварталі', { kind: 'yearly', quarters: [4] }],
  ['2024, 2025, 2026 роки', { kind: 'years', from: 2024, to: 2026 }],
  ['Щоденно', { kind: 'daily' }],
  ['щодня', { kind: 'daily' }],
  ['Щотижня', { kind: 'weekly' }],
  ['Щомісяця', { kind: 'monthly', byDay: null }],
  ['Щомісячно до 5 числа', { kind: 'monthly', byDay: 5 }],
  ['Щоквартально', { kind: 'quarterly', times: 1 }],
  ['Щоквартально, до 6 числа', { kind: 'quarterly', byDay: 6 }],
  ['1 раз на квартал', { kind: 'quarterly' }],
  ['не рідше одного разу на квартал', { kind: 'quarterly' }],
  ['двічі на рік', { kind: 'halfYearly' }],
  ['двічі на квартал', { kind: 'quarterly', times: 2 }],
  ['двічі на місяць', { kind: 'monthly' }],
  ['І квартал 2025', { kind: 'once', year: 2025, quarters: [1] }],
  ['травень 2026', { kind: 'once', year: 2026, months: [5] }],
  ['на час дії воєнного стану', { kind: 'continuous' }],
  ['Щопівроку', { kind: 'halfYearly' }],
  ['Раз у півріччя', { kind: 'halfYearly' }],
  ['Щорічно', { kind: 'yearly', months: [], by: null }],
  ['Щорічно, січень місяць', { kind: 'yearly', months: [1] }],
  ['Щороку до 1 березня', { kind: 'yearly', months: [], by: { month: 3, day: 1 } }],
  ['Раз на 2 роки', { kind: 'yearly', everyYears: 2, by: null }],
  ['1 раз у три роки, до 1 грудня', { kind: 'yearly', everyYears: 3, by: { month: 12, day: 1 } }],
  ['кожні два роки, травень', { kind: 'yearly', everyYears: 2, months: [5] }],
  ['І квартал щороку', { kind: 'yearly', quarters: [1] }],
  ['2014 рік', { kind: 'once', year: 2014 }],
  ['2014', { kind: 'once', year: 2014 }],
  ['2014 р.', { kind: 'once', year: 2014 }],
  ['2012-2015 роки', { kind: 'years', from: 2012, to: 2015 }],
  ['2012–2015 рр.', { kind: 'years', from: 2012, to: 2015 }],
  ['протягом 2025-2027 рр.', { kind: 'years', from: 2025, to: 2027 }],
  ['2024, 2025, 2026 роки', { kind: 'years', from: 2024, to: 2026 }],
  ['До 2015 року', { kind: 'by', year: 2015, month: null, day: null }],
  ['до 20 грудня', { kind: 'by', year: null, month: 12, day: 20 }],
  ['до 20.12.2026', { kind: 'by', year: 2026, month: 12, day: 20 }],
  ['До 20 грудня 2026 року', { kind: 'by', year: 2026, month: 12, day: 20 }],
  ['до кінця 2025 року', { kind: 'by', year: 2025, month: 12, day: 31 }],
  ['І квартал 2026', { kind: 'once', quarters: [1] }],
  ['І квартал 2026 року', { kind: 'once', year: 2026, quarters: [1] }],
  ['ІІІ–IV квартал 2026 року', { kind: 'once', year: 2026, quarters: [3, 4] }],
  ['І-ІІ квартал', { kind: 'once', year: null, quarters: [1, 2] }],
  ['ІІ півріччя 2025 року', { kind: 'once', year: 2025, quarters: [3, 4] }],
  ['січень-березень 2026 року', { kind: 'once', year: 2026, months: [1, 2, 3] }],
  ['травень 2025 р.', { kind: 'once', year: 2025, months: [5] }],
  ['у разі потреби', { kind: 'onDemand' }],
  ['за потребою', { kind: 'onDemand' }],
  ['в міру надходження', { kind: 'onDemand' }],
  ['По мірі необхідності', { kind: 'onDemand' }],
  ['згідно з графіком', { kind: 'onDemand' }],
  ['за окремим планом', { kind: 'onDemand' }],
  ['', { kind: 'none' }],
  ['–', { kind: 'none' }],
  ['коли цвіте терен', { kind: 'unrecognised' }],
]

for (const [text, expected] of table) {
  test(`«${text}» is read as ${JSON.stringify(expected)}`, () => {
    const read = readTerm(text)
    const seen = Object.fromEntries(Object.keys(expected).map((k) => [k, read[k as keyof typeof read]]))
    assert.deepEqual(seen, expected)
    assert.equal(read.raw, text)
  })
}

/** Terms that list several days: each, as it is read. */
const lists: readonly (readonly [string, readonly (readonly [string, number | null, number, number])[]])[] = [
  [
    'до 1 березня та до 1 вересня',
    [
      ['by', null, 3, 1],
      ['by', null, 9, 1],
    ],
  ],
  [
    'до 15.06.2026 та до 15.12.2026',
    [
      ['by', 2026, 6, 15],
      ['by', 2026, 12, 15],
    ],
  ],
  [
    'До 01 липня 2026 року, до 01 грудня 2027 року',
    [
      ['by', 2026, 7, 1],
      ['by', 2027, 12, 1],
    ],
  ],
  [
    'до 20 червня і 20 грудня 2026 року',
    [
      ['by', 2026, 6, 20],
      ['by', 2026, 12, 20],
    ],
  ],
  [
    'Щороку, до 20 червня та 20 грудня',
    [
      ['yearly', null, 6, 20],
      ['yearly', null, 12, 20],
    ],
  ],
  [
    'двічі на рік: до 1 квітня та до 1 жовтня',
    [
      ['yearly', null, 4, 1],
      ['yearly', null, 10, 1],
    ],
  ],
  [
    '25 березня, 9 травня та 24 серпня',
    [
      ['once', null, 3, 25],
      ['once', null, 5, 9],
      ['once', null, 8, 24],
    ],
  ],
  [
    '25.03.2026, 24.08.2026',
    [
      ['once', 2026, 3, 25],
      ['once', 2026, 8, 24],
    ],
  ],
]

for (const [text, expected] of lists)
  test(`«${text}» is ${expected.length} terms`, () => {
    const read = readTerm(text)
    const seen = [read, ...(read.also ?? [])].map((r) =>
      r.kind === 'yearly'
        ? [r.kind, null, r.by?.month, r.by?.day]
        : r.kind === 'by'
          ? [r.kind, r.year, r.month, r.day]
          : r.kind === 'once'
            ? [r.kind, r.year, r.months[0], r.day]
            : [r.kind],
    )
    assert.deepEqual(seen, expected)
  })

test('the ends of a span, and days with words between them, are no list', () => {
  for (const text of [
    'з 1 травня до 10 травня',
    'від 01.05.2026 до 10.05.2026',
    'до 1 березня подати, до 5 березня розглянути',
  ])
    assert.equal(readTerm(text).also, undefined, text)
})

test('a sentence that speaks of a time is no term', () => {
  for (const text of [
    'Забезпечити проведення щоквартальних підсумків роботи органів самоорганізації населення.',
    'Відділ культури, молоді та спорту',
    'виконавчого комітету міської ради.',
    'до пам’ятних знаків, пам’ятників',
  ]) {
    assert.equal(looksLikeTerm(text), false, text)
  }
})

test('a term that names one time in several years is one time in each of them', () => {
  const seen = (text: string) => {
    const read = readTerm(text)
    return [read, ...(read.also ?? [])].map((r) =>
      r.kind === 'once'
        ? [r.year, ...r.quarters, ...r.months]
        : r.kind === 'by'
          ? [r.kind, r.year, r.month, r.day]
          : [r.kind],
    )
  }
  assert.deepEqual(seen('листопад 2026 року, листопад 2027 року'), [
    [2026, 11],
    [2027, 11],
  ])
  assert.deepEqual(seen('до 1 червня 2024, 2025 років'), [
    ['by', 2024, 6, 1],
    ['by', 2025, 6, 1],
  ])
  assert.deepEqual(seen('І квартал 2026 року та ІІ квартал 2027 року'), [
    [2026, 1],
    [2027, 2],
  ])
  assert.deepEqual(seen('2023 рік, 2025 рік'), [[2023], [2025]])
  assert.deepEqual(seen('до 01.03.2013, далі – постійно'), [['by', 2013, 3, 1], ['continuous']])
})
