import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { unzlibSync } from 'fflate'
import { figure, list, p, table } from './builders.ts'
import { officialLayout } from './layouts.ts'
import { renderPdf } from './pdf.ts'
import { sample } from './sample.ts'
import { HOSTILE, UNPRINTABLE } from './sample-hostile.ts'

/** The file with every compressed stream opened. */
function opened(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString('latin1')
  const parts = [raw]
  for (const match of raw.matchAll(/stream\r?\n/g)) {
    const start = match.index + match[0].length
    const end = raw.indexOf('endstream', start)
    try {
      parts.push(Buffer.from(unzlibSync(pdf.subarray(start, end))).toString('latin1'))
    } catch {
      // Fonts and metadata that are not compressed.
    }
  }
  return parts.join('\n')
}

function utf16(text: string): string {
  return `\xfe\xff${Buffer.from(text, 'utf16le').swap16().toString('latin1')}`
}

const poppler = spawnSync('pdftotext', ['-v']).error ? 'pdftotext is not on this machine' : false
function textOf(pdf: Uint8Array): string {
  const done = spawnSync('pdftotext', ['-raw', '-enc', 'UTF-8', '-', '-'], {
    input: pdf,
    maxBuffer: 50_000_000,
  })
  return done.stdout.toString('utf8')
}
/** Without the breaks that the page makes. */
function flat(text: string): string {
  return text.replace(/\s+/g, '')
}

test('the PDF is tagged, names its standard, language and title, and gives pictures a text', async () => {
  const text = opened(await renderPdf(sample()))
  for (const mark of [
    '/StructTreeRoot',
    '/MarkInfo',
    '/Marked true',
    '/Lang (uk-UA)',
    '/DisplayDocTitle true',
    '/TH',
    '/THead',
    '/H1',
    '/L\n'.trim(),
  ])
    assert.ok(text.includes(mark), mark)
  assert.match(text, /pdfuaid:part[>="]+1/)
  assert.ok(text.includes(utf16('Стовпчик: план 15 000 грн')) || text.includes('/Alt'), 'alternative text')
  assert.match(
    Buffer.from(text, 'latin1').toString('utf8'),
    /Звіт про виконання Програми за I квартал 2026 року/,
  )
})

test('the same document gives the same bytes', async () => {
  const [first, second] = await Promise.all([renderPdf(sample()), renderPdf(sample())])
  assert.equal(Buffer.compare(first, second), 0)
})

test('the text of the PDF is the text of the document', { skip: poppler }, async () => {
  const text = flat(textOf(await renderPdf(sample({ demonstration: null }))))
  for (const part of [
    'ПРОЄКТ',
    'Відповідно до статті 26 Закону України «Про місцеве самоврядування в Україні» міська рада вирішила:',
    '2.1. оприлюднити звіт;',
    'Проведено 4 засідання.',
    'Усього 15 000,00 4 200,50',
    'Міський голова Богдан ВЕРБИЦЬКИЙ',
    'Додаток 1 до рішення міської ради',
  ])
    assert.ok(text.includes(flat(part)), part)
})

test('Poppler finds the tags: headings, header cells, the picture', { skip: poppler }, async () => {
  const done = spawnSync('pdfinfo', ['-struct-text', '-'], { input: await renderPdf(sample()) })
  const tree = done.stdout.toString('utf8')
  for (const tag of [
    /^ {2}H1/m,
    /H2/,
    /THead/,
    /TH /,
    /Scope \/Column/,
    /Caption/,
    /LBody/,
    /Figure/,
    /Link/,
  ])
    assert.match(tree, tag)
})

test('header rows repeat and numbers stand from the second page', { skip: poppler }, async () => {
  const rows = Array.from({ length: 120 }, (_, i) => [`${i + 1}`, `Захід ${i + 1}`])
  const long = table({
    caption: 'Довга',
    columns: [{ share: 1 }, { share: 5 }],
    header: [['№ з/п', 'Назва заходу']],
    body: rows,
  })
  const pages = textOf(await renderPdf({ ...sample({ demonstration: null }), body: [long], annexes: [] }))
    .split('\f')
    .slice(0, -1)
  assert.ok(pages.length > 2)
  for (const page of pages) assert.match(page, /Назва заходу/)
  assert.doesNotMatch(pages[0]!, /^1$/m)
  assert.match(pages[1]!, /^2\n/)
})

test('hostile texts stay texts and read no file', { skip: poppler }, async () => {
  const t = table({
    caption: HOSTILE[0],
    columns: [{ share: 1 }],
    header: [[HOSTILE[0]]],
    body: HOSTILE.map((x) => [x]),
  })
  const doc = {
    ...sample({ title: HOSTILE[0], draftMark: HOSTILE[9], demonstration: null, layout: officialLayout }),
    body: [...HOSTILE.map((x) => p(x, 'start')), list(HOSTILE), t],
    annexes: [],
  }
  const text = flat(textOf(await renderPdf(doc)))
  for (const one of HOSTILE) assert.ok(text.split(flat(one)).length - 1 >= 3, one)
  assert.doesNotMatch(text, /root:x:/)
})

test('characters that the fonts lack or the standard forbids never stop a document', async () => {
  const doc = {
    ...sample(),
    body: [p(`漢字 😀 مرحبا ${UNPRINTABLE} \u200b\u200f \ue000`), list([])],
    annexes: [],
  }
  assert.ok((await renderPdf(doc)).length > 1000)
})

test('a PNG is printed; a picture that cannot be read is an error of its document only', async () => {
  const bytes = readFileSync(new URL('fixtures/dot.png', import.meta.url))
  const withPicture = (png: Uint8Array) => ({
    ...sample(),
    body: [
      figure({ picture: { type: 'png', bytes: png, width: 1, height: 1 }, alt: 'Крапка', caption: 'Крапка' }),
    ],
  })
  assert.ok(opened(await renderPdf(withPicture(bytes))).includes('/Figure'))
  await assert.rejects(renderPdf(withPicture(bytes.subarray(0, 20))), /cannot be made/)
  assert.ok((await renderPdf(sample())).length > 1000)
})
