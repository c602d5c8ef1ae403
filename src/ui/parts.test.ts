import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Temporal } from '../kernel/civil-date.ts'
import * as ui from './index.ts'

const locale = 'uk'

describe('a state', () => {
  test('has its own shape and its own word', () => {
    const drawn = ui.STITCH_STATES.map((state) => ui.stitch({ locale, state }).toString())
    const shapes = drawn.map((text) => text.slice(text.indexOf('</title>')))
    const spoken = drawn.map((text) => /aria-label="([^"]+)"/.exec(text)?.[1])
    assert.equal(new Set(shapes).size, ui.STITCH_STATES.length)
    assert.equal(new Set(spoken).size, ui.STITCH_STATES.length)
  })
  test('can be said more exactly', () => {
    assert.match(
      ui.stitch({ locale, state: 'part', label: '3 з 4' }).toString(),
      /role="img" aria-label="3 з 4"/,
    )
  })
})

describe('the ribbon', () => {
  const columns = ['I', 'II'].map((label, i) => ({ label, title: `${label} квартал`, current: i === 1 }))
  const rows = [
    {
      number: '4.1',
      label: 'Аналіз',
      href: '/m/4.1',
      cells: [{ state: 'done' as const }, { state: 'late' as const }],
    },
  ]
  const text = ui.ribbon({ locale, caption: 'Рік', head: 'Захід', columns, rows }).toString()
  test('is a table with a caption and heads in both directions', () => {
    assert.match(text, /<caption>Рік<\/caption>/)
    assert.match(
      text,
      /<th scope="col" class="now"><span aria-hidden="true">II<\/span><span class="sr">II квартал<\/span><span class="sr">, поточний/,
    )
    assert.match(text, /<th scope="row"><a class="measure" href="\/m\/4\.1">/)
    assert.match(text, /aria-label="прострочено"/)
  })
  test('explains the states that occur, and no other', () => {
    const legend = text.slice(text.indexOf('class="legend"'))
    assert.match(legend, /виконано[\s\S]*прострочено/)
    assert.doesNotMatch(legend, /заплановано/)
  })
})

describe('a table', () => {
  const make = (by: string, direction: ui.Direction) =>
    ui
      .table({
        locale,
        caption: 'Звіти',
        rows: [{ name: 'А', n: 5 }],
        sort: { by, direction, href: (b, d) => `?sort=${b}&dir=${d}` },
        columns: [
          { label: 'Виконавець', cell: (r) => r.name, sortKey: 'name' },
          { label: 'Заходів', cell: (r) => r.n, numeric: true, sortKey: 'n', total: '5' },
          { label: 'Дія', labelHidden: true, cell: () => 'x' },
        ],
      })
      .toString()
  test('says by what it is sorted and offers the other way', () => {
    assert.match(
      make('name', 'ascending'),
      /<th scope="col" aria-sort="ascending"><a class="sort ascending" href="\?sort=name&amp;dir=descending">/,
    )
    assert.match(
      make('name', 'descending'),
      /aria-sort="descending"><a class="sort descending" href="\?sort=name&amp;dir=ascending">/,
    )
    assert.equal(make('name', 'ascending').match(/aria-sort/g)?.length, 1)
  })
  test('names its rows, aligns figures and keeps its heads for a narrow screen', () => {
    const text = make('name', 'ascending')
    assert.match(text, /<th scope="row">А<\/th><td class="n" data-label="Заходів">5<\/td><td>x<\/td>/)
    assert.match(text, /<tfoot><tr><th scope="row">Разом<\/th><td class="n" data-label="Заходів">5<\/td>/)
  })
  test('without rows says so', () => {
    assert.equal(
      ui.table<string>({ locale, caption: 'З', rows: [], columns: [], empty: 'Ще немає.' }).toString(),
      '<p class="soft">Ще немає.</p>',
    )
  })
})

describe('around a list', () => {
  test('the pager gives only the ways that there are', () => {
    assert.doesNotMatch(ui.pager({ locale, nextHref: '?after=1' }).toString(), /rel="prev"/)
    assert.match(
      ui.pager({ locale, nextHref: '?after=1', shown: 20, total: 1312 }).toString(),
      /Показано 20 з 1\s312[\s\S]*rel="next" href="\?after=1"/,
    )
    assert.doesNotMatch(ui.pager({ locale, shown: 3, total: 3 }).toString(), /<nav/)
  })
  test('found records are counted in Ukrainian', () => {
    for (const [total, words] of [
      [1, '1 запис<'],
      [3, '3 записи<'],
      [11, '11 записів<'],
      [22, '22 записи<'],
    ] as const)
      assert.ok(ui.countLine({ locale, shown: total, total }).toString().includes(words), words)
  })
  test('the current tab is marked', () => {
    assert.match(
      ui
        .tabs({
          locale,
          label: 'Р',
          items: [
            { label: 'А', href: '/a', current: true },
            { label: 'Б', href: '/b' },
          ],
        })
        .toString(),
      /<a href="\/a" aria-current="page">А<\/a><\/li><li><a href="\/b">Б/,
    )
  })
  test('printing is offered only where the script runs', () => {
    assert.match(
      ui.exportLinks({ locale, print: true }).toString(),
      /<li data-scripted hidden><button[^>]*data-print/,
    )
  })
})

describe('saying', () => {
  test('what follows an act is read out, standing advice is not', () => {
    assert.match(ui.notice({ locale, tone: 'success', live: true }).toString(), /role="status"/)
    assert.match(ui.notice({ locale, tone: 'error', live: true }).toString(), /role="alert"/)
    assert.doesNotMatch(ui.notice({ locale, tone: 'error' }).toString(), /role=/)
  })
  test('a date explains itself with its sources', () => {
    const text = ui
      .why({
        locale,
        explanation: 'Шостий день.',
        sources: [{ label: 'п. 7.4', href: '/p#7.4' }, { label: 'ЦКУ' }],
      })
      .toString()
    assert.match(text, /<details class="why"><summary>Чому саме ця дата<\/summary>/)
    assert.match(text, /Підстава: <a href="\/p#7\.4">п\. 7\.4<\/a>; ЦКУ/)
  })
  test('an error without words of its own speaks as its kind', () => {
    assert.equal(ui.errorTitle(locale, 404), 'Такої сторінки немає')
    assert.equal(ui.errorTitle(locale, 418), ui.errorTitle(locale, 400))
    assert.equal(ui.errorTitle(locale, 502), ui.errorTitle(locale, 500))
    assert.match(
      ui.errorBody({ locale, status: 503, retryHref: '/x' }).toString(),
      /href="\/x">Спробувати ще раз/,
    )
    assert.doesNotMatch(
      ui.errorBody({ locale, status: 404, retryHref: '/x' }).toString(),
      /Спробувати ще раз/,
    )
  })
  test('a button that changes something is a form with the token', () => {
    const text = ui
      .postButton({ action: '/remind', csrf: 'token', label: 'Нагадати', fields: { unit: 'u1' } })
      .toString()
    assert.match(
      text,
      /^<form class="inline" method="post" action="\/remind"><input type="hidden" name="_csrf" value="token"><input type="hidden" name="unit" value="u1"><button type="submit"/,
    )
  })
  test('the step of a stepper is told by word', () => {
    assert.match(
      ui
        .stepper({
          locale,
          steps: [
            { label: 'Текст', state: 'done' },
            { label: 'Перевірка', state: 'current' },
          ],
        })
        .toString(),
      /\(зроблено\)[\s\S]*aria-current="step"[\s\S]*\(ви тут\)/,
    )
  })
})

test('what was done is told by its own word alone', () => {
  const sentences = { saved: 'Збережено' }
  assert.match(String(ui.doneNotice('uk', sentences, 'saved')), /Збережено/)
  for (const key of ['constructor', '__proto__', 'toString', 'other', '', null, undefined])
    assert.equal(ui.doneNotice('uk', sentences, key), false, String(key))
})

test('a history names people, visitors and the program, never its tasks', () => {
  const at = Temporal.Instant.from('2026-11-25T10:00:00Z')
  const by = (kind: string, name: string | null) => ({ at, actor: { kind, name }, entry: { action: 'a.b' } })
  const records = [by('staff', 'Олена Ладова'), by('system', 'duties.renew'), by('anonymous', null)]
  const told = String(ui.past({ locale: 'uk', records, actions: { 'a.b': 'Змінено' } }))
  assert.deepEqual(
    [...told.matchAll(/– ([^<]+)</g)].map((m) => m[1]),
    ['Олена Ладова', 'програма', 'відвідувач'],
  )
  assert.match(told, /Змінено/)
  assert.doesNotMatch(told, /duties\.renew/)
  assert.match(String(ui.past({ locale: 'uk', records, actions: {}, nameless: 'заявник' })), /– заявник/)
})
