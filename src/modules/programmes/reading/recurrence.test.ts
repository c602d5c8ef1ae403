import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looksLikeTerm, readTerm } from './recurrence.ts'

const table: readonly (readonly [string, Record<string, unknown>])[] = [
  ['Постійно', { kind: 'continuous' }],
  ['постійно, протягом 2025–2027 років', { kind: 'years', from: 2025, to: 2027 }],
  ['Протягом року', { kind: 'continuous' }],
  ['Упродовж усього періоду', { kind: 'continuous' }],
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
