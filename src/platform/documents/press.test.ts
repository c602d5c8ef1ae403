import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Unavailable } from '../../kernel/errors.ts'
import { p } from './builders.ts'
import { renderDocx } from './docx.ts'
import { renderPdf } from './pdf.ts'
import { sample } from './sample.ts'

const short = { ...sample(), body: [p('Текст')], annexes: [] }

test('a crowd is served up to a limit, and the rest told at once', async () => {
  const results = await Promise.allSettled(Array.from({ length: 60 }, () => renderPdf(short)))
  const refused = results.filter((one) => one.status === 'rejected')
  assert.equal(refused.length, 20)
  for (const one of refused) assert.ok(one.reason instanceof Unavailable)
  assert.ok((await renderPdf(short)).length > 1000)
})

test('both kinds of files come from one press, each to its own caller', async () => {
  const files = await Promise.all([renderPdf(short), renderDocx(short), renderPdf(short)])
  assert.deepEqual(
    files.map((file) => Buffer.from(file).subarray(0, 2).toString()),
    ['%P', 'PK', '%P'],
  )
})
