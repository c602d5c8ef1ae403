import assert from 'node:assert/strict'
import { test } from 'node:test'
import { escapeText } from '../../kernel/html.ts'
import { list, p, table } from './builders.ts'
import { renderHtml } from './html.ts'
import { sample } from './sample.ts'
import { HOSTILE } from './sample-hostile.ts'

test('the preview has the text, the structure and no inline style', () => {
  const markup = renderHtml(sample()).toString()
  for (const part of [
    '<h2 class="doc-title doc-title-left">Про звіт',
    '<h3 class="doc-heading">Стислий підсумок</h3>',
    '<caption>Таблиця 1. Кошти за джерелами</caption>',
    '<th scope="col" rowspan="2">Захід</th>',
    '<th scope="row" class="doc-start">День інформування</th>',
    '<td class="doc-end">4 200,50</td>',
    '<svg viewBox="0 0 200 80"',
    '<span>Міський голова</span> <span>Богдан ВЕРБИЦЬКИЙ</span>',
  ])
    assert.ok(markup.includes(part), part)
  assert.doesNotMatch(markup, /\sstyle=/)
})

test('hostile texts stay texts', () => {
  const t = table({
    caption: HOSTILE[13],
    columns: [{ share: 1 }],
    header: [[HOSTILE[13]]],
    body: HOSTILE.map((x) => [x]),
  })
  const markup = renderHtml({
    ...sample(),
    title: HOSTILE[13],
    body: [...HOSTILE.map((x) => p(x)), list(HOSTILE), t],
    annexes: [],
  }).toString()
  for (const text of HOSTILE) assert.ok(markup.includes(escapeText(text)), text)
  assert.doesNotMatch(markup, /<script|<img|<!DOCTYPE/)
})
