/** The record, the city's words, files and what is open about the house, through HTTP. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { Forbidden } from '../../kernel/errors.ts'
import { transact } from '../../platform/context.ts'
import { storeFile } from '../../platform/files.ts'
import { readSetting } from '../../platform/settings.ts'
import { setCity } from './actions.ts'
import { signRecord } from './jobs.ts'

const CITY = {
  nameUk: 'Ніжин',
  nameEn: 'Nizhyn',
  councilUk: 'Ніжинська міська рада',
  councilEn: 'Nizhyn City Council',
  councilGenitive: 'Ніжинської міської ради',
  executiveUk: 'Виконавчий комітет',
  executiveEn: 'Executive committee',
  edrpou: '34644701',
  katottg: 'UA74040250010023991',
  address: 'площа імені Івана Франка, 1',
  email: 'rada@example.org',
}

let app: TestApp
let administrator: Person
let coordinator: Person
let viewer: Person
before(async () => {
  app = await testApp()
  administrator = await app.staff('administrator', { name: 'Остап Наглядач' })
  coordinator = await app.staff('coordinator', { name: 'Олена Ладова' })
  viewer = await app.staff('viewer')
})
after(() => app.drop())

const city = () => readSetting(app.connection.db, 'city')
const record = async (query: string) => (await app.get(`/office/record${query}`, administrator)).body

describe('the city', () => {
  test('is set by an administrator, shown at once, and written down with what it was', async () => {
    assert.equal((await app.post('/office/city', CITY, administrator)).statusCode, 303)
    assert.match((await app.get('/accessibility')).body, /mailto:rada@example\.org/)
    assert.match((await app.get('/office/city', administrator)).body, /value="34644701"/)
    const moved = { ...CITY, address: 'вулиця Гоголя, 2' }
    assert.equal((await app.post('/office/city', moved, administrator)).statusCode, 303)
    const page = (await app.get('/office/city', administrator)).body
    assert.match(page, /Адреса: площа імені Івана Франка, 1 → вулиця Гоголя, 2/)
    const told = await record('?action=city.set')
    assert.match(told, /площа імені Івана Франка, 1/)
    assert.match(told, /вулиця Гоголя, 2/)
    assert.match(told, /Остап Наглядач/)
  })

  test('what is wrong is told all at once beside its field, what was typed stays, nothing changes', async () => {
    const before = await city()
    const wrong = { ...CITY, nameUk: '', edrpou: '12', katottg: 'Ніжин', address: 'вулиця Нова, 3' }
    const answer = await app.post('/office/city', wrong, administrator)
    assert.equal(answer.statusCode, 422)
    for (const field of ['nameUk', 'edrpou', 'katottg'])
      assert.match(answer.body, new RegExp(`href="#f-${field}"`), field)
    assert.match(answer.body, /value="вулиця Нова, 3"/)
    assert.doesNotMatch(answer.body, /not_edrpou|not_katottg/)
    assert.deepEqual(await city(), before)
  })

  test('nobody else sets it', async () => {
    const before = await city()
    for (const person of [coordinator, viewer]) {
      assert.equal((await app.get('/office/city', person)).statusCode, 403)
      assert.equal((await app.post('/office/city', { ...CITY, nameUk: 'Інше' }, person)).statusCode, 403)
    }
    assert.ok(before)
    await assert.rejects(setCity(app.ctx(coordinator.actor), before), Forbidden)
    assert.deepEqual(await city(), before)
  })
})

describe('the record', () => {
  test('is narrowed by action, by subject and by who acted', async () => {
    await app.post('/office/city', CITY, administrator)
    const { id } = coordinator.actor
    assert.match(await record('?subject=city'), /city\.set/)
    assert.match(await record(`?actor=${administrator.actor.id}`), /city\.set/)
    assert.doesNotMatch(await record(`?actor=${id}`), /<th scope="row">city\.set/)
    for (const query of ['?action=nothing.of.this', '?subject=nothing'])
      assert.doesNotMatch(await record(query), /<th scope="row">/, query)
  })

  test('is paged by its numbers, each entry once', async () => {
    for (let i = 0; i < 55; i++) await app.post('/office/city', CITY, administrator)
    const first = await record('?action=city.set')
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&')
    assert.ok(next)
    const second = (await app.get(next, administrator)).body
    const numbers = (page: string) => [...page.matchAll(/<tr><td[^>]*>(\d+)<\/td>/g)].map((m) => Number(m[1]))
    const all = [...numbers(first), ...numbers(second)]
    assert.ok(numbers(second).length > 0)
    assert.equal(new Set(all).size, all.length)
    assert.deepEqual(
      all,
      all.toSorted((a, b) => b - a),
    )
  })

  test('a viewer does not read it', async () =>
    assert.equal((await app.get('/office/record', viewer)).statusCode, 403))
})

describe('what is open', () => {
  test('the head of the record is signed and published with its key, and once while nothing is added', async () => {
    const ctx = app.ctx({ kind: 'system', job: signRecord.name })
    await signRecord.run(ctx, {}, { house: app.house, signal: new AbortController().signal })
    const open = (await app.get('/audit/checkpoint')).json()
    await signRecord.run(ctx, {}, { house: app.house, signal: new AbortController().signal })
    assert.deepEqual((await app.get('/audit/checkpoint')).json(), open)
    assert.ok(open.checkpoint.seq > 0)
    assert.match(open.publicKey, /\S/)
  })

  test('a public file is an attachment, an office file is nothing', async () => {
    const store = (access: 'public' | 'office') =>
      transact(app.ctx(administrator.actor), (tx) =>
        storeFile(tx, {
          name: 'перелік.html',
          mediaType: 'text/html',
          bytes: new TextEncoder().encode('<script>alert(1)</script>'),
          access,
        }),
      )
    const [open, hidden] = [await store('public'), await store('office')]
    const given = await app.get(`/files/${open.id}/list.html`)
    assert.equal(given.statusCode, 200)
    assert.match(String(given.headers['content-disposition']), /^attachment/)
    assert.equal((await app.get(`/files/${hidden.id}/list.html`)).statusCode, 404)
    assert.equal((await app.get(`/office/files/${hidden.id}/list.html`, viewer)).statusCode, 404)
    assert.equal((await app.get('/files/none/list.html')).statusCode, 404)
  })

  test('health says that the database answers', async () =>
    assert.deepEqual((await app.get('/api/v1/health')).json(), { status: 'up' }))
})
