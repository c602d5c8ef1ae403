/** The first view of a resident: the page, its style sheet and its font, as they travel. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { brotliCompressSync } from 'node:zlib'
import { loadDemonstration } from '../../../demo/load.ts'
import { BASE_URL, type TestApp, testApp } from '../../../test/factories/app.ts'
import { transact } from '../../platform/context.ts'

const MOST = 50_000
/** Fonts are compressed already. */
const COMPRESSED = /\.woff2$/

let app: TestApp
before(async () => {
  app = await testApp({ kind: 'demonstration' })
  await transact(app.ctx({ kind: 'system', job: 'test' }), (tx) => loadDemonstration(tx, BASE_URL))
})
after(() => app.drop())

for (const path of ['/', '/en'])
  test(`the first view of ${path} with twenty measures weighs at most 50 kB`, async () => {
    const { body, statusCode } = await app.get(path)
    assert.equal(statusCode, 200)
    const parts = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((m) => m[1]!)
    assert.ok(parts.some((p) => p.endsWith('.css')) && parts.some((p) => COMPRESSED.test(p)))
    let bytes = brotliCompressSync(body).length
    for (const part of new Set(parts)) {
      const { rawPayload } = await app.get(part)
      bytes += COMPRESSED.test(part) ? rawPayload.length : brotliCompressSync(rawPayload).length
    }
    assert.ok(bytes <= MOST, `${bytes} bytes`)
  })

test('a resident reads first where to come, what to have a say in and what organisations write', async () => {
  const { body } = await app.get('/')
  const order = ['Найближчі події', 'Місто питає вашої думки', 'Новини організацій', 'Рік програми']
  const places = order.map((words) => body.indexOf(words, body.indexOf('<main')))
  assert.ok(
    places.every((at, i) => at > (places[i - 1] ?? 0)),
    `${order} at ${places}`,
  )
  const main = body.slice(body.indexOf('<main'))
  assert.match(main, /href="\/events\/[\w-]+"[\s\S]+href="\/news\/[\w-]+"/)
})
