import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { civilDate } from '../kernel/civil-date.ts'
import { kopiykas } from '../kernel/money.ts'
import * as ui from './index.ts'

const locale = 'uk'

describe('money', () => {
  const bar = (planned: number, committed: number, spent: number) =>
    ui
      .moneyBar({
        locale,
        caption: 'Кошти',
        planned: kopiykas(planned),
        committed: kopiykas(committed),
        spent: kopiykas(spent),
      })
      .toString()
  test('planned, spent, committed and left stand in figures and in the picture', () => {
    const text = bar(1_500_000, 210_000, 984_000).replaceAll('\u00a0', ' ')
    assert.match(text, /<rect class="spent" width="65.6"/)
    assert.match(text, /<rect class="committed" x="65.6" width="14"/)
    for (const sum of ['15 000 грн', '9 840 грн', '2 100 грн', '3 060 грн'])
      assert.equal(text.split(sum).length - 1, 2, sum)
  })
  test('an overspend is named', () => {
    const text = bar(100_000, 0, 150_000).replaceAll('\u00a0', ' ')
    assert.match(text, /Понад план<\/th>\s*<td class="n">500 грн<\/td><td class="n">50 %/)
    assert.match(text, /<rect class="over" x="66.67" width="33.33"/)
  })
  test('nothing planned and nothing spent is a sentence', () => {
    assert.equal(bar(0, 0, 0), '<p class="soft">Кошти: коштів не заплановано.</p>')
    assert.match(bar(0, 0, 100), /Понад план/)
  })
})

describe('pictures', () => {
  test('each has its table and its words', () => {
    const text = ui
      .columnChart({
        locale,
        caption: 'Учасники',
        points: [
          { label: 'I квартал', short: 'I', value: 10 },
          { label: 'II квартал', short: 'II', value: 5 },
        ],
      })
      .toString()
    assert.match(text, /role="img" aria-label="Учасники\. I квартал: 10; II квартал: 5"/)
    assert.match(text, /<th scope="row">II квартал<\/th><td class="n" data-label="Значення">5<\/td>/)
    const heights = [...text.matchAll(/<rect[^>]*height="([\d.]+)"/g)].map((m) => Number(m[1]))
    assert.equal(heights[0], 2 * heights[1]!)
  })
  test('a year shows its own dates in their order, close ones under each other', () => {
    const event = (month: number, day: number, label: string, year = 2026) => ({
      date: civilDate(year, month, day),
      label,
      state: 'due' as const,
    })
    const text = ui
      .timeline({
        locale,
        caption: 'Рік',
        year: 2026,
        events: [event(4, 9, 'Б'), event(4, 6, 'А'), event(1, 1, 'Чуже', 2027), event(12, 31, 'В')],
      })
      .toString()
    assert.match(
      text,
      /aria-label="Рік\. 6 квітня – А \(очікується\); 9 квітня – Б \(очікується\); 31 грудня – В \(очікується\)"/,
    )
    assert.doesNotMatch(text, /Чуже/)
    const marks = [...text.matchAll(/class="mark" x="([\d.]+)%" y="(\d+)"/g)].map((m) => [
      Number(m[1]),
      Number(m[2]),
    ])
    assert.deepEqual(
      marks.map((m) => m[1]),
      [24, 50, 24],
    )
    assert.ok(marks[2]![0]! > 99 && marks[2]![0]! < 100)
  })
  test('a heat map says its figures and deepens with them', () => {
    const text = ui
      .heatMap({
        locale,
        caption: 'К',
        head: 'В',
        columns: ['I', 'II', 'III'],
        rows: [
          { label: 'А', values: [0, 3, 12] },
          { label: 'Б', values: [null, 1, 6] },
        ],
      })
      .toString()
    assert.deepEqual(
      [...text.matchAll(/<td class="(heat-\w+)">([^<]+)</g)].map((m) => [m[1], m[2]]),
      [
        ['heat-0', '0'],
        ['heat-1', '3'],
        ['heat-4', '12'],
        ['heat-none', '–'],
        ['heat-1', '1'],
        ['heat-2', '6'],
      ],
    )
  })
})

describe('a comparison', () => {
  test('of any two texts gives both back', () => {
    const phrase = fc
      .array(fc.constantFrom('громада', 'місто', 'раз', 'на', 'квартал', '\n', '–'))
      .map((w) => w.join(' '))
    fc.assert(
      fc.property(phrase, phrase, (before, after) => {
        const pieces = ui.compareWords(before, after)
        const without = (kind: string) =>
          pieces
            .filter((p) => p.kind !== kind)
            .map((p) => p.text)
            .join('')
        assert.equal(without('added'), before)
        assert.equal(without('removed'), after)
      }),
    )
  })
  test('marks the changed words only', () => {
    assert.deepEqual(ui.compareWords('раз на квартал у місті', 'раз на місяць у місті'), [
      { kind: 'same', text: 'раз на ' },
      { kind: 'removed', text: 'квартал ' },
      { kind: 'added', text: 'місяць ' },
      { kind: 'same', text: 'у місті' },
    ])
  })
  test('of long texts stays quick', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `слово${i}`).join(' ')
    const started = performance.now()
    ui.compareWords(`а ${long} б`, long.split(' ').reverse().join(' '))
    assert.ok(performance.now() - started < 1000)
  })
  test('numbers the lines of a source and marks those asked for', () => {
    const text = ui.sourceText({ locale, lines: ['а', '', 'в'], from: 61, marked: [[63, 64]] }).toString()
    assert.match(
      text,
      /<li id="line-61" value="61">а<\/li><li id="line-62" value="62"><\/li><li id="line-63" value="63"><mark>в<\/mark><\/li>/,
    )
  })
})

describe('a month', () => {
  test('begins on Monday and holds every day once, whatever the month', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2200 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const days = ui.weeksOf(year, month).flat()
        assert.equal(days[0]!.dayOfWeek, 1)
        assert.equal(days.length % 7, 0)
        const inside = days.filter((d) => d.month === month && d.year === year)
        assert.equal(inside.length, civilDate(year, month, 1).daysInMonth)
        assert.ok(days.length - inside.length < 14)
      }),
    )
  })
})

describe('a map', () => {
  const points = [
    { label: 'Захід', latitude: 51.04, longitude: 31.85 },
    { label: 'Схід', latitude: 51.05, longitude: 31.95 },
  ]
  const map = (some: Parameters<typeof ui.placeMap>[0]['points']) =>
    ui.placeMap({ locale, caption: 'Місця', head: ['Місце', 'Що'], outlines: [], points: some }).toString()
  test('west stands left, north stands above, each with its number', () => {
    const [west, east] = [...map(points).matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g)]
    assert.ok(Number(west![1]) < Number(east![1]))
    assert.ok(Number(west![2]) > Number(east![2]))
    assert.match(map(points), />2<\/text>/)
  })
  test('what shares a place shares a mark, and a district has its name', () => {
    assert.match(map([...points, { ...points[0]!, label: 'Теж захід' }]), />1, 3<\/text>/)
    const ring = [points[0]!, points[1]!, { latitude: 51.06, longitude: 31.9 }]
    const outlines = [{ label: 'Центр', rings: [ring.map((p) => [p.longitude, p.latitude])] }]
    const drawn = ui.placeMap({ locale, caption: 'Місця', head: ['Місце', 'Що'], outlines, points: [] })
    assert.match(drawn.toString(), />Центр<\/text>/)
  })
  test('one place is a map, none is a sentence', () => {
    assert.match(map(points.slice(0, 1)), /<text x="320"/)
    assert.doesNotMatch(map([]), /<svg/)
  })
})
