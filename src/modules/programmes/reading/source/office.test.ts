import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { decode, UnreadableFile } from '../decode.ts'
import { parseProgramme } from '../parse.ts'
import { toJson } from '../to-json.ts'

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const p = (text: string, properties = '') =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`
const numbered = (text: string, level: number) =>
  p(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr>`)
const cell = (content: string, properties = '') =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${content}</w:tc>`
const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
const span = (n: number) => `<w:gridSpan w:val="${n}"/>`

const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl>
</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>`

function docx(body: string, extra: Record<string, string> = {}): Uint8Array {
  const files = {
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': NUMBERING,
    ...extra,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([k, v]) => [k, strToU8(v)])))
}

const TABLE = `<w:tbl>${row(cell(p('№ з/п')), cell(p('Зміст заходу')), cell(p('Виконавці')), cell(p('Термін виконання')), cell(p('Обсяг фінансування, тис. грн'), span(2)), cell(p('Результат')))}
${row(cell(p('')), cell(p('')), cell(p('')), cell(p('')), cell(p('2026')), cell(p('2027')), cell(p('')))}
${row(cell(p('Завдання 1. Відкритість влади'), span(7)))}
${row(cell(p('1.1')), cell(p('Проводити дні відкритих дверей | екскурсії')), cell(p('Відділ культури,') + p('молоді та спорту') + p('Загальний відділ')), cell(p('Щокварталу')), cell(p('10,5')), cell(p('–')), cell(p('4 заходи')))}
${row(cell(p('1.2')), cell(p('Видавати вісник громади')), cell(p('Загальний відділ')), cell(p('Щомісяця')), cell(p('5')), cell(p('6')), cell(p('12 випусків')))}</w:tbl>`

const HEAD = [
  'Додаток',
  'до рішення Яворівської міської ради',
  'від 20.12.2025 № 701',
  'Програма',
  'відкритої громади на 2026–2027 роки',
  'Заходи програми',
]
  .map((t) => p(t))
  .join('')

test('a table of a Word document is read by its rows, merged cells and paragraphs in cells included', () => {
  const json = toJson(parseProgramme({ name: 'a.docx', bytes: docx(HEAD + TABLE) }))
  assert.deepEqual(
    json.measures.map((m) => [
      m.number,
      m.task,
      m.text,
      m.executors,
      m.term.recurrence['kind'],
      m.funding.map((f) => [f.year, f.uah]),
      m.expectedResult,
    ]),
    [
      [
        '1.1',
        'Завдання 1. Відкритість влади',
        'Проводити дні відкритих дверей ¦ екскурсії',
        ['Відділ культури, молоді та спорту', 'Загальний відділ'],
        'quarterly',
        [[2026, 10_500]],
        '4 заходи',
      ],
      [
        '1.2',
        'Завдання 1. Відкритість влади',
        'Видавати вісник громади',
        ['Загальний відділ'],
        'monthly',
        [
          [2026, 5_000],
          [2027, 6_000],
        ],
        '12 випусків',
      ],
    ],
  )
  assert.deepEqual(json.notUnderstood, [])
  assert.deepEqual(json.measures[0]!.lines, [10, 10])
})

test('automatic numbers are resolved', () => {
  const { text } = decode(
    docx(
      numbered('Заходи', 0) +
        numbered('Провести форум', 1) +
        numbered('Провести ярмарок', 1) +
        numbered('Результати', 0) +
        numbered('Сад', 1),
    ),
  )
  assert.deepEqual(text.split('\n'), [
    '4. Заходи',
    '4.1. Провести форум',
    '4.2. Провести ярмарок',
    '5. Результати',
    '5.1. Сад',
  ])
})

test('text of boxes, footnotes and page headings is kept and said to be there; deleted text is not', () => {
  const box = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:txbxContent>${p('У рамці')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${p('У рамці')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>Абзац</w:t></w:r><w:del><w:r><w:delText>зайве</w:delText><w:t>зайве</w:t></w:r></w:del></w:p>`
  const decoded = decode(
    docx(box, {
      'word/footnotes.xml': `<w:footnotes ${W}><w:footnote>${p('Виноска')}</w:footnote></w:footnotes>`,
      'word/header1.xml': `<w:hdr ${W}>${p('Продовження додатка')}${p('2')}</w:hdr>`,
    }),
  )
  assert.deepEqual(decoded.text.split('\n'), ['Абзац', 'У рамці', '', 'Виноска', '', 'Продовження додатка'])
  assert.deepEqual([...decoded.asides].sort(), ['footnotes', 'header', 'textBox'])
})

const O =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
const odt = (body: string) =>
  zipSync({
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content ${O}><office:automatic-styles><text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix="."/></text:list-style></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  })
const oc = (text: string, more = '') =>
  `<table:table-cell ${more}><text:p>${text}</text:p></table:table-cell>`

test('an OpenDocument text gives rows, list numbers and spaces', () => {
  const body = `<text:p>Заходи<text:s text:c="2"/>програми</text:p>
<table:table><table:table-row>${oc('№')}${oc('Захід')}${oc('Виконавець')}${oc('Строк')}</table:table-row>
<table:table-row>${oc('Напрям 1', 'table:number-columns-spanned="4"')}<table:covered-table-cell table:number-columns-repeated="3"/></table:table-row>
<table:table-row>${oc('1')}${oc('Садити дерева')}${oc('Староста')}${oc('Щороку, жовтень')}</table:table-row></table:table>
<text:list text:style-name="L1"><text:list-item><text:p>Перше</text:p><text:list><text:list-item><text:p>Вкладене</text:p></text:list-item></text:list></text:list-item><text:list-item><text:p>Друге</text:p></text:list-item></text:list>`
  const decoded = decode(odt(body))
  assert.deepEqual(
    decoded.text.split('\n').filter((l) => l !== ''),
    [
      'Заходи  програми',
      '| № | Захід | Виконавець | Строк |',
      '| Напрям 1 |  |  |  |',
      '| 1 | Садити дерева | Староста | Щороку, жовтень |',
      '1. Перше',
      '1.1. Вкладене',
      '2. Друге',
    ],
  )
  const json = toJson(parseProgramme({ name: 'a.odt', bytes: odt(body) }))
  assert.deepEqual(
    json.measures.map((m) => [m.number, m.text, m.executors, m.term.raw]),
    [['1', 'Садити дерева', ['Староста'], 'Щороку, жовтень']],
  )
})

function reasonOf(bytes: Uint8Array, name = ''): string {
  try {
    decode(bytes, name)
    return 'read'
  } catch (error) {
    assert.ok(error instanceof UnreadableFile)
    return error.reason
  }
}

test('a file that is no programme is refused with its reason', () => {
  assert.equal(reasonOf(strToU8('%PDF-1.7')), 'pdf')
  assert.equal(reasonOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])), 'old_word')
  assert.equal(reasonOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 'a.docx'), 'encrypted')
  assert.equal(reasonOf(new Uint8Array()), 'empty')
  assert.equal(reasonOf(new Uint8Array(400).map((_, i) => (i * 37) % 32)), 'not_text')
  assert.equal(reasonOf(zipSync({ 'a.txt': strToU8('a') })), 'other_archive')
  assert.equal(reasonOf(docx(HEAD).slice(0, 300)), 'broken_archive')
  assert.equal(reasonOf(docx('<w:p><w:r>')), 'broken_xml')
})

test('a text of more than four hundred pages is refused, whatever it came in', () => {
  const text = 'слово '.repeat(200_000)
  assert.equal(reasonOf(strToU8(text)), 'text_too_long')
  assert.equal(reasonOf(docx(`<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)), 'text_too_long')
})

test('an archive that unpacks too big is refused before it is unpacked', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(90 * 1024 * 1024) }, { level: 9 })
  assert.ok(bomb.length < 1024 * 1024)
  assert.equal(reasonOf(bomb), 'unpacks_too_big')
  const many = zipSync(
    Object.fromEntries(Array.from({ length: 3001 }, (_, i) => [`f${i}`, new Uint8Array()])),
  )
  assert.equal(reasonOf(many), 'unpacks_too_big')
})

test('an archive that lies about its size takes no more room than it says', () => {
  const honest = zipSync({ 'word/document.xml': strToU8(`<a>${'x'.repeat(200_000)}</a>`) }, { level: 9 })
  const lying = honest.slice()
  const view = new DataView(lying.buffer)
  for (let i = 0; i + 4 < lying.length; i++) {
    const signature = view.getUint32(i, true)
    if (signature === 0x04034b50) view.setUint32(i + 22, 10, true)
    if (signature === 0x02014b50) view.setUint32(i + 24, 10, true)
  }
  assert.match(reasonOf(lying), /^broken/)
})

test('no entity is resolved', () => {
  const bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyyy">]>'
  assert.equal(
    reasonOf(
      zipSync({
        'word/document.xml': strToU8(
          `${bomb}<w:document ${W}><w:body><w:p><w:r><w:t>&x;&y;</w:t></w:r></w:p></w:body></w:document>`,
        ),
      }),
    ),
    'broken_xml',
  )
})
