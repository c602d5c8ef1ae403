import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { figure, p, table } from './builders.ts'
import { renderDocx } from './docx.ts'
import type { OfficialDocument } from './model.ts'
import { sample } from './sample.ts'
import { HOSTILE, UNPRINTABLE } from './sample-hostile.ts'

/** The parts of a DOCX, each proved to be well-formed. */
async function parts(doc: OfficialDocument): Promise<Map<string, string>> {
  const files = unzipSync(await renderDocx(doc))
  const result = new Map<string, string>()
  for (const [path, bytes] of Object.entries(files)) {
    if (!/\.(xml|rels)$/.test(path)) continue
    const xml = strFromU8(bytes)
    new SaxesParser({ xmlns: true }).write(xml).close()
    result.set(path, xml)
  }
  return result
}

/** Paragraphs of the document's body as a reader sees them. */
function paragraphs(xml: string): string[] {
  const result: string[] = []
  let inText = false
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (name === 'w:p') result.push('')
    if (name === 'w:br') result[result.length - 1] += '\n'
    inText = name === 'w:t'
  })
  parser.on('closetag', () => {
    inText = false
  })
  parser.on('text', (text) => {
    if (inText) result[result.length - 1] += text
  })
  parser.write(xml).close()
  return result
}

test('the DOCX has text, styles, language, title and repeated header rows', async () => {
  const files = await parts(sample())
  const body = files.get('word/document.xml')!
  const texts = paragraphs(body)
  for (const text of [
    'ПРОЄКТ',
    'ЗАТВЕРДЖЕНО\nРішення міської ради\n31.01.2025 № 7',
    'Про звіт щодо виконання Програми сприяння розвитку громадянського суспільства',
    'Відповідно до статті 26 Закону України «Про місцеве самоврядування в Україні» міська рада вирішила:',
    '2.1.\u00a0оприлюднити звіт;',
    'Таблиця 1. Кошти за джерелами',
    'Засідання Громадської ради.',
    'Проведено 4 засідання.',
    'Перший рядок\nдругий рядок',
    'Додаток 1\nдо рішення міської ради\n06.04.2026 № 12-31/2026',
  ])
    assert.ok(texts.includes(text), text)
  for (const style of ['Heading1', 'Heading2', 'Heading3', 'ActText', 'TableText', 'Caption'])
    assert.ok(body.includes(`<w:pStyle w:val="${style}"/>`), style)
  assert.equal(body.match(/<w:tblHeader\/>/g)?.length, 8)
  assert.match(body, /<w:gridSpan w:val="2"\/>/)
  assert.match(body, /<w:vMerge w:val="restart"\/>/)
  assert.match(files.get('word/styles.xml')!, /<w:lang w:val="uk-UA"/)
  assert.match(files.get('word/styles.xml')!, /w:ascii="Times New Roman"/)
  assert.match(
    files.get('docProps/core.xml')!,
    /<dc:title>Звіт про виконання Програми за I квартал 2026 року<\/dc:title>/,
  )
  assert.match(files.get('docProps/core.xml')!, /created[^>]*>2026-04-06T07:00:00Z</)
})

test('margins are those of ДСТУ 4163:2020 and the first page has no number', async () => {
  const body = (await parts(sample())).get('word/document.xml')!
  // 30, 10, 20, 20 mm in twentieths of a point.
  const margins = /<w:pgMar[^>]*>/.exec(body)?.[0] ?? ''
  for (const margin of ['top="1134"', 'right="567"', 'bottom="1134"', 'left="1701"'])
    assert.ok(margins.includes(`w:${margin}`), margins)
  assert.equal(body.match(/<w:titlePg\/>/g)?.length, 1)
  assert.match(body, /w:orient="landscape"/)
})

test('a picture that cannot be shown gives way to its table, a PNG is there with its text', async () => {
  const picture = {
    type: 'png',
    bytes: readFileSync(new URL('fixtures/dot.png', import.meta.url)),
    width: 1,
    height: 1,
  } as const
  const doc = {
    ...sample(),
    body: [figure({ picture, alt: 'Крапка', caption: '', percent: 10 })],
    annexes: [],
  }
  const xml = (await parts(doc)).get('word/document.xml')!
  assert.match(xml, /descr="Крапка"/)
  assert.ok(
    paragraphs((await parts(sample())).get('word/document.xml')!).includes('Таблиця 2. Кошти за джерелами'),
  )
})

test('hostile texts stay texts, letter by letter', async () => {
  const t = table({
    caption: '',
    columns: [{ share: 1 }],
    header: [[HOSTILE[11]]],
    body: HOSTILE.map((x) => [x]),
  })
  const doc = {
    ...sample({ title: HOSTILE[11], draftMark: HOSTILE[12], demonstration: HOSTILE[13] }),
    body: [...HOSTILE.map((x) => p(x)), p(UNPRINTABLE), t],
    annexes: [],
  }
  const texts = paragraphs((await parts(doc)).get('word/document.xml')!)
  for (const text of HOSTILE) assert.equal(texts.filter((one) => one === text).length >= 2, true, text)
  assert.ok(texts.includes('ая'))
})

test('the same document gives the same bytes, at another time too', async () => {
  const first = await renderDocx(sample())
  // The ZIP of a DOCX counts time by two seconds.
  await setTimeout(2100)
  assert.equal(Buffer.compare(first, await renderDocx(sample())), 0)
})

const soffice = spawnSync('soffice', ['--version']).error ? 'soffice is not on this machine' : false
test('LibreOffice opens the DOCX and prints its text', { skip: soffice, timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'viche-docx-'))
  try {
    writeFileSync(join(folder, 'звіт.docx'), await renderDocx(sample()))
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
    const done = spawnSync('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'txt:Text (encoded):UTF8',
      '--outdir',
      folder,
      join(folder, 'звіт.docx'),
    ])
    assert.equal(done.status, 0, done.stderr.toString())
    const text = readFileSync(join(folder, 'звіт.txt'), 'utf8')
    for (const part of [
      'РІШЕННЯ',
      'міська рада вирішила:',
      'День інформування',
      'Богдан ВЕРБИЦЬКИЙ',
      'Перелік заходів',
    ])
      assert.ok(text.includes(part), part)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
