import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { civilDate } from '../../../kernel/civil-date.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { fromCsv } from './csv-read.ts'
import { explainTable } from './explain.ts'
import { mapRows } from './fields.ts'
import { type RawTable, READ_LIMITS } from './read.ts'
import { fromXlsx, readTable } from './xlsx-read.ts'

function table(result: ReturnType<typeof fromCsv>): RawTable {
  assert.ok(!isRefusal(result), JSON.stringify(result))
  return result
}
const csv = (text: string, limits = READ_LIMITS) => fromCsv(strToU8(text), limits)
const cells = (text: string) => table(csv(text)).rows.map((row) => row.cells)

/** Windows-1251 by hand: Node only reads it. */
function windows1251(text: string): Uint8Array {
  const codes = new Map<string, number>()
  const decoder = new TextDecoder('windows-1251')
  for (let byte = 0; byte < 256; byte++) codes.set(decoder.decode(Uint8Array.of(byte)), byte)
  return Uint8Array.from(text, (char) => codes.get(char) ?? 0x3f)
}

const encodings: [string, Uint8Array][] = [
  ['utf-8', strToU8('Назва;Ґ\nЄдність;ї')],
  ['utf-8', strToU8('\ufeffНазва;Ґ\nЄдність;ї')],
  ['windows-1251', windows1251('Назва;Ґ\nЄдність;ї')],
  ['utf-16le', new Uint8Array(Buffer.from('\ufeffНазва;Ґ\nЄдність;ї', 'utf16le'))],
  ['utf-16be', new Uint8Array(Buffer.from('\ufeffНазва;Ґ\nЄдність;ї', 'utf16le').swap16())],
]
for (const [encoding, bytes] of encodings)
  test(`${encoding} is found`, () => {
    const read = table(fromCsv(bytes))
    assert.equal(read.encoding, encoding)
    assert.deepEqual(
      [read.header, read.rows[0]?.cells],
      [
        ['Назва', 'Ґ'],
        ['Єдність', 'ї'],
      ],
    )
  })

const delimiters: [string, string][] = [
  [';', 'Назва;Сума\nа, б, в;1,5\nг, ґ;2,5'],
  [',', 'Назва,Сума\n"а; б",1.5'],
  ['\t', 'Назва\tСума\nа, б\t1;5'],
  ['|', 'Назва|Сума\nа|1'],
  [';', 'Одна\nа'],
  [',', 'sep=,\r\nа;б,в\r\n1;2,3'],
]
for (const [delimiter, text] of delimiters)
  test(`the delimiter ${JSON.stringify(delimiter)} is found in ${JSON.stringify(text)}`, () => {
    assert.equal(table(csv(text)).delimiter, delimiter)
  })

const dialects: [string, string, string[][]][] = [
  ['quotes, breaks and doubled quotes', 'а;б\r\n"x;y";"1""2\n3"\r\n', [['x;y', '1"2\n3']]],
  ['a quote inside a plain cell', 'а;б\nТОВ "Мир";1', [['ТОВ "Мир"', '1']]],
  ['empty lines and cells at the end', 'а;б\n\n1;;;\n;;\n', [['1']]],
  [
    'old Mac breaks',
    'а;б\r1;2\r3;4',
    [
      ['1', '2'],
      ['3', '4'],
    ],
  ],
  ['an apostrophe put before a formula', "а;б\n'=1;'х", [['=1', "'х"]]],
]
for (const [name, text, expected] of dialects)
  test(`CSV with ${name}`, () => assert.deepEqual(cells(text), expected))

test('a bad row is set aside with its number, reason and content, and stops no other', () => {
  const read = table(csv('а;б\n1;2\n"не закрито;3\n4;5\n"6"x;7\n8;9;10\n11;12'))
  assert.deepEqual(read.rows, [
    { number: 2, cells: ['1', '2'] },
    { number: 4, cells: ['4', '5'] },
    { number: 7, cells: ['11', '12'] },
  ])
  assert.deepEqual(read.setAside, [
    { number: 3, cells: ['"не закрито', '3'], refusals: [{ refused: 'bad_quotes' }] },
    { number: 5, cells: ['"6"x', '7'], refusals: [{ refused: 'bad_quotes' }] },
    {
      number: 6,
      cells: ['8', '9', '10'],
      refusals: [{ refused: 'row_too_wide', values: { cells: 3, columns: 2 } }],
    },
  ])
})

test('a quote that is never closed costs its own row only', () => {
  const read = table(csv('а;б\n"не закрито;3\n4;5'))
  assert.deepEqual(read.setAside, [
    { number: 2, cells: ['"не закрито', '3'], refusals: [{ refused: 'bad_quotes' }] },
  ])
  assert.deepEqual(read.rows, [{ number: 3, cells: ['4', '5'] }])
})

const small = { ...READ_LIMITS, bytes: 60_000, rows: 3, columns: 4, cell: 10 }
const refused: [string, Uint8Array, string][] = [
  ['nothing', strToU8(''), 'no_rows'],
  ['blanks only', strToU8('\n;;\n  \n'), 'no_rows'],
  ['too many rows', strToU8('а\n1\n2\n3\n4'), 'too_many_rows'],
  ['too many columns', strToU8('а;б;в;г;ґ\n1'), 'too_many_columns'],
  ['too many bytes', new Uint8Array(60_001).fill(65), 'file_too_large'],
  ['bytes that are no text', Uint8Array.of(65, 0, 66, 10, 67), 'not_a_table'],
  ['an old workbook', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0, 0), 'old_or_locked_workbook'],
  ['a broken archive', strToU8('PK\x03\x04 так не буває'), 'broken_workbook'],
  ['an archive that is no workbook', zipSync({ 'a.txt': strToU8('а') }), 'broken_workbook'],
]
for (const [name, bytes, code] of refused)
  test(`${name} is refused`, async () => {
    const result = await readTable(bytes, small)
    assert.ok(isRefusal(result), JSON.stringify(result))
    assert.equal(result.refused, code)
    for (const locale of ['uk', 'en'] as const)
      assert.match(explainTable(locale, result) ?? '', /\p{L}.*\.$/u)
  })

test('a cell that is too long puts its row aside', () => {
  const read = table(csv('а;б\n12345678901;1\n2;3', small))
  assert.deepEqual(read.setAside, [
    { number: 2, cells: ['1234567890', '1'], refusals: [{ refused: 'cell_too_long', values: { most: 10 } }] },
  ])
})

test('a file of broken quotes is given up in short time', () => {
  const started = performance.now()
  const result = csv(`а;б\n${'"х;у;"а"б\n'.repeat(200_000)}`)
  assert.ok(isRefusal(result))
  assert.equal(result.refused, 'too_many_broken_rows')
  assert.ok(performance.now() - started < 3000)
})

const WORKBOOK = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}
function workbook(rows: string, before = ''): Uint8Array {
  const sheet = `${before}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`
  const files = { ...WORKBOOK, 'xl/worksheets/sheet1.xml': sheet }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
}
const inline = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`

test('a workbook by hand is read, gaps and all', async () => {
  const rows = `<row r="3">${inline('A3', 'Назва')}${inline('C3', 'Сума')}</row><row r="5">${inline('A5', 'Мир')}<c r="C5"><v>0.30000000000000004</v></c></row>`
  assert.deepEqual(await fromXlsx(workbook(rows)), {
    header: ['Назва', '', 'Сума'],
    rows: [{ number: 5, cells: ['Мир', '', '0.3'] }],
    setAside: [],
    encoding: 'xlsx',
    delimiter: null,
  })
})

const bombs: [string, () => Uint8Array, string][] = [
  [
    'a sheet that swells a thousand times',
    () => workbook(`<row r="1">${inline('A1', ' '.repeat(30_000_000))}</row>`),
    'unpacks_too_large',
  ],
  [
    'entities that multiply',
    () => workbook(`<row r="1">${inline('A1', '&a;')}</row>`, '<!DOCTYPE x [<!ENTITY a "aaaa">]>'),
    'broken_workbook',
  ],
  [
    'a thousand files',
    () => zipSync(Object.fromEntries(Array.from({ length: 1100 }, (_, i) => [`xl/a${i}.xml`, strToU8('а')]))),
    'broken_workbook',
  ],
]
for (const [name, make, code] of bombs)
  test(`${name} is refused, in short time`, async () => {
    const bytes = make()
    const started = performance.now()
    const result = await fromXlsx(bytes, { ...READ_LIMITS, unpackedBytes: 20_000_000 })
    assert.ok(isRefusal(result), JSON.stringify(result).slice(0, 200))
    assert.equal(result.refused, code)
    assert.ok(performance.now() - started < 3000)
  })

test('cells at the far corners take no memory between them', async () => {
  const rows = `<row r="1">${inline('A1', 'Назва')}</row><row r="2">${inline('A2', 'а')}</row><row r="1048576">${inline('XFD1048576', 'б')}</row>`
  const result = table(await fromXlsx(workbook(rows)))
  assert.deepEqual(result.rows, [{ number: 2, cells: ['а'] }])
  assert.deepEqual(
    result.setAside.map((row) => [row.number, row.refusals[0]?.refused]),
    [[1_048_576, 'row_too_wide']],
  )
})

const fields = {
  edrpou: { kind: 'text', titles: ['ЄДРПОУ', 'Код ЄДРПОУ'], required: 'value' },
  sum: { kind: 'money', titles: ['Сума, грн', 'Сума'], required: 'column' },
  date: { kind: 'date', titles: ['Дата'] },
  count: { kind: 'integer', titles: ['Кількість'] },
} as const

test('columns are found by any of their titles, rows become entries, and all that is wrong in a row is told', () => {
  const raw = table(
    csv(
      'код  єдрпоу;СУМА (грн);Дата;Кількість;Примітка\n00012345;15 000,50;31.01.2014;1 200;так\n;багато;31.02.2014;1,5;\n7;;;;',
    ),
  )
  assert.deepEqual(mapRows(raw, fields), {
    rows: [
      { number: 2, entry: { edrpou: '00012345', sum: 1_500_050, date: civilDate(2014, 1, 31), count: 1200 } },
      { number: 4, entry: { edrpou: '7', sum: null, date: null, count: null } },
    ],
    setAside: [
      {
        number: 3,
        cells: ['', 'багато', '31.02.2014', '1,5'],
        refusals: [
          { refused: 'value_missing', field: 'edrpou', values: { column: 'ЄДРПОУ' } },
          { refused: 'not_an_amount', field: 'sum', values: { column: 'Сума, грн', text: 'багато' } },
          { refused: 'not_a_date', field: 'date', values: { column: 'Дата', text: '31.02.2014' } },
          { refused: 'not_an_integer', field: 'count', values: { column: 'Кількість', text: '1,5' } },
        ],
      },
    ],
    ignored: ['Примітка'],
  })
})

test('a table without a needed column, or with one twice, is refused with both', () => {
  assert.deepEqual(mapRows(table(csv('Сума;Сума, грн\n1;2')), fields), [
    { refused: 'column_missing', field: 'edrpou', values: { column: 'ЄДРПОУ' } },
    { refused: 'column_twice', field: 'sum', values: { column: 'Сума, грн' } },
  ])
})

test('dates and sums of a workbook are read as those of a text', async () => {
  const rows = [
    ['ЄДРПОУ', 'Сума', 'Дата'],
    ['00012345', 15000.5, new Date(Date.UTC(2014, 0, 31))],
  ]
  const bytes = await writeXlsx({
    sheets: [{ name: 'A', rows, columns: [{}, {}, { numFmt: 'dd.mm.yyyy' }] }],
  })
  const mapped = mapRows(table(await fromXlsx(bytes)), fields)
  assert.ok('rows' in mapped)
  assert.deepEqual(mapped.rows, [
    { number: 2, entry: { edrpou: '00012345', sum: 1_500_050, date: civilDate(2014, 1, 31), count: null } },
  ])
})

test('whatever bytes come, the answer is a table or a refusal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.boolean(), async (bytes, asZip) => {
      const result = await readTable(asZip ? Uint8Array.from([0x50, 0x4b, 3, 4, ...bytes]) : bytes)
      assert.ok(isRefusal(result) || Array.isArray(result.rows))
    }),
  )
})
