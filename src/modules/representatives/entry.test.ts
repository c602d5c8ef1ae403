/** Coming in by a letter, through HTTP. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestApp, testApp } from '../../../test/factories/app.ts'
import { CABINET_COOKIE } from '../../platform/http/options.ts'
import { SIGN_IN_KIND, writeSignInLetter } from './actions/entry.ts'
import { ASKS } from './rules/session.ts'

let app: TestApp
before(async () => {
  app = await testApp()
})
after(() => app.drop())

const EMAIL = 'lesia@ngo.viche.test'

async function letterTo(email: string): Promise<string> {
  const job = { kind: 'system', job: 'test' } as const
  await writeSignInLetter(app.ctx(job), app.house, { email, next: '/cabinet', locale: 'uk' })
  const letters = await app.connection.db
    .selectFrom('messages')
    .select('body')
    .where('recipient', '=', email)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return /\/cabinet\/enter\?\S+/.exec(letters[0]?.body ?? '')?.[0] ?? ''
}

const keyOf = (link: string) => new URL(link, 'http://x').searchParams.get('key')!

describe('the way in', () => {
  before(() => app.representative([], { name: 'Леся', email: EMAIL }))

  test('known or not, an address gets one and the same answer', async () => {
    const known = await app.post('/cabinet/sign-in', { email: EMAIL })
    const unknown = await app.post('/cabinet/sign-in', { email: 'nemae@ngo.viche.test' })
    assert.equal(known.statusCode, 200)
    const plain = (text: string, email: string) =>
      text
        .replaceAll(email, 'E')
        .replace(/\d{2}:\d{2}/g, 'T')
        .replace(/href="[^"]*next[^"]*"/g, '')
    assert.equal(plain(known.body, EMAIL), plain(unknown.body, 'nemae@ngo.viche.test'))
    assert.equal(known.headers['set-cookie'], undefined)
  })

  test('a link lets in once, after one more click, and its session is only the cabinet’s', async () => {
    const link = await letterTo(EMAIL)
    const page = await app.get(link)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /Леся, ви входите з адреси/)
    assert.equal((await app.get(link)).statusCode, 200, 'looking uses nothing up')
    const entered = await app.post('/cabinet/enter', { key: keyOf(link), next: '/cabinet/account' })
    assert.equal(entered.statusCode, 303)
    assert.equal(entered.headers['location'], '/cabinet/account')
    const cookie = entered.cookies.find((c) => c.name === CABINET_COOKIE)!
    assert.equal(cookie.path, '/cabinet')
    assert.equal(cookie.httpOnly, true)
    const home = await app.server.inject({
      url: '/cabinet',
      headers: { cookie: `${CABINET_COOKIE}=${cookie.value}` },
    })
    assert.equal(home.statusCode, 200)
    const office = await app.server.inject({
      url: '/office',
      headers: { cookie: `${CABINET_COOKIE}=${cookie.value}; viche_session=${cookie.value}` },
    })
    assert.equal(office.statusCode, 303)
    assert.equal((await app.post('/cabinet/enter', { key: keyOf(link) })).statusCode, 422)
    assert.equal((await app.get(link)).statusCode, 422)
  })

  test('an older letter is worth nothing once another was used; nor is a foreign key', async () => {
    const [first, second] = [await letterTo(EMAIL), await letterTo(EMAIL)]
    assert.equal((await app.post('/cabinet/enter', { key: keyOf(second) })).statusCode, 303)
    assert.equal((await app.post('/cabinet/enter', { key: keyOf(first) })).statusCode, 422)
    assert.equal((await app.post('/cabinet/enter', { key: 'a'.repeat(43) })).statusCode, 422)
    assert.equal((await app.post('/cabinet/enter', { key: 'x' })).statusCode, 422)
  })

  test('it leads nowhere but into the cabinet', async () => {
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/office',
      '/cabinet/sign-in',
      '/cabinetx',
    ]) {
      const answer = await app.post('/cabinet/enter', { key: keyOf(await letterTo(EMAIL)), next })
      assert.equal(answer.headers['location'], '/cabinet', next)
    }
  })

  test('an unknown address gets no letter', async () =>
    assert.equal(await letterTo('nemae@ngo.viche.test'), ''))

  test('the letter rests in the outbox until a person switched its kind on', async () => {
    const row = await app.connection.db
      .selectFrom('mailings')
      .select('state')
      .where('kind', '=', SIGN_IN_KIND)
      .executeTakeFirstOrThrow()
    assert.equal(row.state, 'held')
  })

  test('asked too often, it waits, whoever’s address it is', async () => {
    const email = 'chasto@ngo.viche.test'
    for (let i = 0; i < ASKS.email.most; i++)
      assert.equal((await app.post('/cabinet/sign-in', { email })).statusCode, 200)
    const answer = await app.post('/cabinet/sign-in', { email })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Забагато спроб/)
  })

  test('bad input comes back filled', async () => {
    const answer = await app.post('/cabinet/sign-in', { email: 'не адреса' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /value="не адреса"/)
  })
})

describe('a session', () => {
  test('ends at its sign-out, by its own token only', async () => {
    const person = await app.representative()
    assert.equal((await app.get('/cabinet', person)).statusCode, 200)
    const forged = await app.post('/cabinet/sign-out', {}, { ...person, csrf: 'x' })
    assert.equal(forged.statusCode, 403)
    assert.equal((await app.get('/cabinet', person)).statusCode, 200)
    assert.equal((await app.post('/cabinet/sign-out', {}, person)).statusCode, 303)
    const away = await app.get('/cabinet', person)
    assert.equal(away.statusCode, 303)
    assert.equal(away.headers['location'], '/cabinet/sign-in?next=%2Fcabinet')
  })

  test('keeps its own language', async () => {
    const person = await app.representative()
    await app.get('/cabinet?lang=en', person)
    assert.match((await app.get('/cabinet', person)).body, /<html lang="en">/)
  })

  test('a demonstration’s chair is in no city', async () =>
    assert.equal((await app.post('/demo/representative', {})).statusCode, 404))
})
