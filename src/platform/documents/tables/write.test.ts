import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { parseCsv } from 'hucre/csv'
import { readOds } from 'hucre/ods'
import { civilDate, Temporal } from '../../../kernel/civil-date.ts'
import { kopiykas } from '../../../kernel/money.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { fromCsv } from './csv-read.ts'
import { streamCsv, toCsv } from './csv-write.ts'
import { neutralised, restored } from './formula-text.ts'
import { toJson } from './json-write.ts'
import type { Sheet } from './sheet.ts'
import { toOds, toXlsx } from './spreadsheet-write.ts'
import { fromXlsx } from './xlsx-read.ts'

type Row = {
  readonly name: string
  readonly count: number | null
  readonly sum: number
  readonly day: [number, number, number]
  readonly at: string
  readonly page: string
}

function sheet(rows: readonly Row[]): Sheet<Row> {
  return {
    name: 'Звіт: I/2026',
    rows,
    columns: [
      { key: 'name', title: 'Назва', kind: 'text', value: (row) => row.name },
      { key: 'count', title: 'Кількість', kind: 'integer', value: (row) => row.count },
      { key: 'sum', title: 'Сума, грн', kind: 'money', value: (row) => kopiykas(row.sum) },
      { key: 'day', title: 'Дата', kind: 'date', value: (row) => civilDate(...row.day) },
      { key: 'at', title: 'Час', kind: 'instant', value: (row) => Temporal.Instant.from(row.at) },
      {
        key: 'page',
        title: 'Сторінка',
        kind: 'link',
        value: (row) => ({ text: 'відкрити', href: row.page }),
      },
    ],
  }
}

const usual: Row = {
  name: 'Рада; «Мир», "Дім"\nдва',
  count: 5,
  sum: 1_500_050,
  day: [2014, 1, 31],
  // Past midnight in the city.
  at: '2026-04-05T22:30:00Z',
  page: 'https://rada.example/1?a=1&b=2',
}
const empty: Row = { ...usual, name: '', count: null, sum: -5 }
const madeAt = Temporal.Instant.from('2026-04-06T07:00:00Z')
const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const dialects = [
  [
    'uk',
    '\ufeffНазва;Кількість;Сума, грн;Дата;Час;Сторінка\r\n"Рада; «Мир», ""Дім""\nдва";5;15000,50;31.01.2014;06.04.2026 01:30;https://rada.example/1?a=1&b=2\r\n;;-0,05;31.01.2014;06.04.2026 01:30;https://rada.example/1?a=1&b=2',
  ],
  [
    'en',
    '\ufeffНазва,Кількість,"Сума, грн",Дата,Час,Сторінка\r\n"Рада; «Мир», ""Дім""\nдва",5,15000.50,2014-01-31,2026-04-05T22:30:00Z,https://rada.example/1?a=1&b=2\r\n,,-0.05,2014-01-31,2026-04-05T22:30:00Z,https://rada.example/1?a=1&b=2',
  ],
] as const
for (const [locale, text] of dialects)
  test(`CSV for ${locale}`, async () => {
    assert.equal(decode(await toCsv(sheet([usual, empty]), { locale })).trimEnd(), text)
  })

test('rows are taken one by one as the receiver reads', async () => {
  let given = 0
  async function* rows() {
    for (; given < 1_000_000; given++) yield usual
  }
  const reader = streamCsv({ ...sheet([]), rows: rows() }, { locale: 'uk' }).getReader()
  await reader.read()
  await reader.cancel()
  assert.ok(given < 100_000, `${given}`)
})

const FORMULAS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
  ' =1',
  '\u00a0=1',
  '\u200b=1',
  "'=1",
  "''=1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://x")',
]
for (const text of FORMULAS)
  test(`${JSON.stringify(text)} is no formula`, async () => {
    assert.equal(neutralised(text), `'${text}`)
    assert.equal(restored(neutralised(text)), text)
    const csv = decode(await toCsv(sheet([{ ...usual, name: text, page: text }]), { locale: 'uk' }))
    for (const cell of parseCsv(csv, { delimiter: ';' }).flat())
      assert.doesNotMatch(String(cell), /^[\s\u200b]*[=+@＝＋－＠-]/)
    const xlsx = unzipSync(await toXlsx(sheet([{ ...usual, name: text }]), { madeAt }))
    assert.doesNotMatch(strFromU8(xlsx['xl/worksheets/sheet1.xml']!), /<f[ >]/)
    const ods = unzipSync(await toOds(sheet([{ ...usual, name: text }]), { madeAt }))
    assert.doesNotMatch(strFromU8(ods['content.xml']!), /table:formula/)
  })

for (const text of ['звичайний', "'апостроф", 'а=б', '1-2', '– тире', '«=»', ''])
  test(`${JSON.stringify(text)} is left as it is`, () => {
    assert.equal(neutralised(text), text)
    assert.equal(restored(text), text)
  })

test('numbers stay numbers, below zero too', async () => {
  const csv = decode(await toCsv(sheet([{ ...usual, count: -7, sum: -100 }]), { locale: 'uk' }))
  assert.match(csv, /;-7;-1,00;/)
})

test('any text comes back from CSV as it was', async () => {
  const texts = fc.array(
    fc.string({ unit: fc.constantFrom(...'абґ =+-@"\';,|\n1＝') }).filter((text) => text.trim() !== ''),
    { minLength: 1, maxLength: 8 },
  )
  await fc.assert(
    fc.asyncProperty(texts, fc.constantFrom('uk' as const, 'en' as const), async (names, locale) => {
      const table = fromCsv(await toCsv(sheet(names.map((name) => ({ ...usual, name }))), { locale }))
      assert.ok(!isRefusal(table))
      assert.deepEqual(table.setAside, [])
      assert.deepEqual(
        table.rows.map((row) => row.cells[0]),
        names,
      )
    }),
  )
})

test('XLSX has dates as dates, money as numbers, the header frozen, and comes back', async () => {
  const bytes = await toXlsx(sheet([usual, empty]), { madeAt })
  const files = unzipSync(bytes)
  const xml = strFromU8(files['xl/worksheets/sheet1.xml']!)
  assert.match(xml, /<pane ySplit="1"[^>]*state="frozen"/)
  // 31.01.2014 is day 41670 of the spreadsheet's calendar.
  assert.match(xml, /<v>41670<\/v>/)
  assert.match(xml, /<v>15000.5<\/v>/)
  assert.match(strFromU8(files['xl/styles.xml']!), /dd\.mm\.yyyy/)
  assert.match(
    strFromU8(files['xl/worksheets/_rels/sheet1.xml.rels']!),
    /https:\/\/rada\.example\/1\?a=1&amp;b=2/,
  )
  const table = await fromXlsx(bytes)
  assert.ok(!isRefusal(table))
  assert.deepEqual(table.rows[0], {
    number: 2,
    cells: ['Рада; «Мир», "Дім"\nдва', '5', '15000.5', '2014-01-31', '2026-04-06T01:30:00', 'відкрити'],
  })
})

test('a link that could do harm is only its text', async () => {
  const files = unzipSync(await toXlsx(sheet([{ ...usual, page: 'javascript:alert(1)' }]), { madeAt }))
  assert.equal(
    Object.keys(files).some((path) => path.includes('sheet1.xml.rels')),
    false,
  )
})

test('ODS can be read back', async () => {
  const book = await readOds(await toOds(sheet([usual]), { madeAt }))
  assert.equal(book.sheets[0]?.rows[1]?.[2], 15000.5)
  assert.equal(book.sheets[0]?.rows[0]?.[0], 'Назва')
})

test('the same sheet gives the same bytes', async () => {
  for (const make of [toXlsx, toOds])
    assert.equal(
      Buffer.compare(await make(sheet([usual]), { madeAt }), await make(sheet([usual]), { madeAt })),
      0,
    )
})

test('JSON has values for programs', async () => {
  assert.deepEqual(await toJson(sheet([{ ...usual, name: '=1\0' }, empty])), [
    {
      name: '=1',
      count: 5,
      sum: 15000.5,
      day: '2014-01-31',
      at: '2026-04-05T22:30:00Z',
      page: { text: 'відкрити', href: usual.page },
    },
    {
      name: '',
      count: null,
      sum: -0.05,
      day: '2014-01-31',
      at: '2026-04-05T22:30:00Z',
      page: { text: 'відкрити', href: usual.page },
    },
  ])
})
