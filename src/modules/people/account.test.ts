import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import {
  Authenticator,
  comeIn,
  type DoorApp,
  doorApp,
  type Newcomer,
  offeredSecretOf,
  PASSPHRASE,
  recoveryCodesIn,
  textOf,
  totpCode,
  waitAStep,
} from '../../../test/factories/people.ts'

const NEW = 'тринадцять зелених парасольок'

describe('one’s own account', () => {
  let app: DoorApp
  let me: Newcomer
  let email: string
  let n = 0
  before(async () => {
    app = await doorApp()
  })
  after(() => app.drop())
  beforeEach(async () => {
    email = `me${n++}@nizhyn.example`
    me = await comeIn(app, { email, grants: [{ role: 'viewer', unitId: null }] })
  })

  async function anotherDevice() {
    await waitAStep(app)
    const browser = app.browser({
      userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) CriOS/140.0 Mobile Safari/604.1',
    })
    await browser.post('/office/sign-in', { email, passphrase: PASSPHRASE })
    await browser.get('/office/sign-in/second')
    await browser.post('/office/sign-in/second', { code: totpCode(me.secret) })
    assert.equal((await browser.get('/office/account')).statusCode, 200)
    return browser
  }
  const me_ = () =>
    app.connection.db.selectFrom('staff').selectAll().where('email', '=', email).executeTakeFirstOrThrow()

  test('a new passphrase ends the sessions of other devices, not this one', async () => {
    const other = await anotherDevice()
    await me.browser.get('/office/account/passphrase')
    const wrong = await me.browser.post('/office/account/passphrase', { current: 'не та', passphrase: NEW })
    assert.equal(wrong.statusCode, 422)
    assert.equal((await other.get('/office/account')).statusCode, 200)
    const done = await me.browser.post('/office/account/passphrase', { current: PASSPHRASE, passphrase: NEW })
    assert.equal(done.headers['location'], '/office/account')
    assert.equal((await me.browser.get('/office/account')).statusCode, 200)
    assert.equal((await other.get('/office/account')).statusCode, 303)
    assert.equal(
      (await app.browser().post('/office/sign-in', { email, passphrase: PASSPHRASE })).statusCode,
      422,
    )
    assert.equal((await app.browser().post('/office/sign-in', { email, passphrase: NEW })).statusCode, 303)
  })

  test('devices are listed and ended, only one’s own', async () => {
    const other = await anotherDevice()
    const page = await me.browser.get('/office/account')
    assert.match(textOf(page), /Firefox, Linux/)
    assert.match(textOf(page), /Chrome, iOS/)
    const id = /name="id" value="([^"]+)"/.exec(page.body)![1]!
    const stranger = await comeIn(app, { email: `s${email}`, grants: [{ role: 'viewer', unitId: null }] })
    await stranger.browser.get('/office/account')
    await stranger.browser.post('/office/account/sessions/end', { id })
    assert.equal((await other.get('/office/account')).statusCode, 200)
    await me.browser.get('/office/account')
    assert.equal((await me.browser.post('/office/account/sessions/end', { id })).statusCode, 303)
    assert.equal((await other.get('/office/account')).statusCode, 303)
    const third = await anotherDevice()
    await me.browser.get('/office/account')
    await me.browser.post('/office/account/sessions/end-others', {})
    assert.equal((await third.get('/office/account')).statusCode, 303)
    assert.equal((await me.browser.get('/office/account')).statusCode, 200)
  })

  test('name and language are one’s own to set', async () => {
    await me.browser.get('/office/account')
    const saved = await me.browser.post('/office/account', { name: 'Тарасенко-Коваль Ігор', locale: 'en' })
    assert.equal(saved.statusCode, 303)
    const page = await me.browser.get('/office/account')
    assert.match(page.body, /<html lang="en">/)
    assert.match(textOf(page), /Тарасенко-Коваль Ігор/)
    assert.equal((await me_()).locale, 'en')
    assert.equal(
      (await me.browser.post('/office/account', { name: '', locale: 'xx', role: 'administrator' }))
        .statusCode,
      422,
    )
  })

  test('a new telephone takes the place of the old one', async () => {
    const secret = offeredSecretOf(await me.browser.get('/office/account/totp'))
    assert.notEqual(secret, me.secret)
    assert.equal(offeredSecretOf(await me.browser.get('/office/account/totp')), secret)
    const unproven = await me.browser.post('/office/account/totp', {
      current: 'не та',
      code: totpCode(secret),
    })
    assert.equal(unproven.statusCode, 422)
    const wrong = await me.browser.post('/office/account/totp', {
      current: PASSPHRASE,
      code: totpCode(me.secret),
    })
    assert.equal(wrong.statusCode, 422)
    const done = await me.browser.post('/office/account/totp', {
      current: PASSPHRASE,
      code: totpCode(secret),
    })
    assert.equal(done.statusCode, 303)
    await waitAStep(app)
    const browser = app.browser()
    await browser.post('/office/sign-in', { email, passphrase: PASSPHRASE })
    await browser.get('/office/sign-in/second')
    assert.equal(
      (await browser.post('/office/sign-in/second', { code: totpCode(me.secret) })).statusCode,
      422,
    )
    assert.equal((await browser.post('/office/sign-in/second', { code: totpCode(secret) })).statusCode, 303)
    assert.notEqual(offeredSecretOf(await me.browser.get('/office/account/totp')), secret)
  })

  test('new recovery codes end the old ones', async () => {
    await me.browser.get('/office/account/recovery-codes')
    const shown = await me.browser.post('/office/account/recovery-codes', { current: PASSPHRASE })
    assert.equal(shown.statusCode, 200)
    const browser = app.browser()
    await browser.post('/office/sign-in', { email, passphrase: PASSPHRASE })
    await browser.get('/office/sign-in/second')
    assert.equal((await browser.post('/office/sign-in/recovery', { recovery: me.codes[0]! })).statusCode, 422)
  })

  test('another’s forms are of no use: each post needs this session’s token', async () => {
    const { browser } = me
    await browser.get('/office/account')
    for (const csrf of ['', 'x'.repeat(43)])
      assert.equal(
        (await browser.post('/office/account', { _csrf: csrf, name: 'Х', locale: 'uk' })).statusCode,
        403,
      )
    assert.equal((await me_()).name, 'Тарасенко Ігор Петрович')
  })

  describe('passkeys', () => {
    let key: Authenticator
    const add = async (name = 'Робочий ноутбук') => {
      key = new Authenticator(app.baseUrl)
      const page = await me.browser.get('/office/account/passkeys/new')
      return me.browser.post('/office/account/passkeys/new', {
        answer: key.create(Authenticator.requestOf(page)),
        name,
        current: PASSPHRASE,
      })
    }
    const signIn = async (change: (answer: string) => string = (a) => a) => {
      const browser = app.browser()
      const page = await browser.get('/office/sign-in')
      const answer = change(key.get(Authenticator.requestOf(page)))
      return { browser, answer, response: await browser.post('/office/sign-in/passkey', { answer }) }
    }

    test('a passkey opens the door by itself, once for each answer', async () => {
      assert.equal((await add()).statusCode, 303)
      assert.match(textOf(await me.browser.get('/office/account')), /Робочий ноутбук/)
      const { browser, answer, response } = await signIn()
      assert.equal(response.headers['location'], '/office')
      assert.equal((await browser.get('/office/account')).statusCode, 200)
      const replay = await app.browser().post('/office/sign-in/passkey', { answer })
      assert.equal(replay.statusCode, 422)
      assert.equal(replay.cookies.length, 0)
    })

    test('of a suspended person it opens nothing', async () => {
      await add()
      await app.connection.db
        .updateTable('staff')
        .set({ state: 'suspended' })
        .where('email', '=', email)
        .execute()
      const { response } = await signIn()
      assert.equal(response.statusCode, 422)
      assert.equal(response.cookies.length, 0)
    })

    test('an answer for another site, of another key, to another question or in rags is refused', async () => {
      await add()
      const elsewhere = new Authenticator('https://evil.example')
      for (const change of [
        (a: string) => a.replace(/"signature":"[^"]{8}/, '"signature":"AAAAAAAA'),
        (a: string) => a.slice(0, 40),
        () => '[]',
        () => '{"id":1}',
        () => elsewhere.get({ challenge: 'AAAA' }),
        () => key.get({ challenge: Buffer.alloc(38).toString('base64url') }),
        (a: string) => JSON.stringify({ ...JSON.parse(a), id: elsewhere.id.toString('base64url') }),
      ]) {
        const { response } = await signIn(change)
        assert.equal(response.statusCode, 422)
      }
      assert.equal((await signIn()).response.statusCode, 303)
    })

    test('it serves as the second step of its owner only', async () => {
      await add()
      const mine = app.browser()
      await mine.post('/office/sign-in', { email, passphrase: PASSPHRASE })
      const page = await mine.get('/office/sign-in/second')
      const answer = key.get(Authenticator.requestOf(page))
      const stranger = `other${email}`
      await comeIn(app, { email: stranger, grants: [{ role: 'viewer', unitId: null }] })
      const theirs = app.browser()
      await theirs.post('/office/sign-in', { email: stranger, passphrase: PASSPHRASE })
      await theirs.get('/office/sign-in/second')
      assert.equal((await theirs.post('/office/sign-in/second-passkey', { answer })).statusCode, 422)
      assert.equal((await mine.post('/office/sign-in/second-passkey', { answer })).statusCode, 303)
    })

    test('the last factor stays', async () => {
      await add()
      const id = key.id.toString('base64url')
      await app.connection.db
        .updateTable('staff')
        .set({ totp_secret: null })
        .where('email', '=', email)
        .execute()
      await me.browser.get(`/office/account/passkeys/remove?id=${id}`)
      const refused = await me.browser.post('/office/account/passkeys/remove', { id, current: PASSPHRASE })
      assert.match(textOf(refused), /єдиний другий чинник/)
      await add('Телефон')
      assert.equal(
        (await me.browser.post('/office/account/passkeys/remove', { id, current: PASSPHRASE })).statusCode,
        303,
      )
    })

    test('a newcomer may begin with a passkey, and gets recovery codes', async () => {
      const { db } = app.connection
      await db.updateTable('staff').set({ totp_secret: null }).where('email', '=', email).execute()
      const browser = app.browser()
      await browser.post('/office/sign-in', { email, passphrase: PASSPHRASE })
      const page = await browser.get('/office/sign-in/set-up')
      key = new Authenticator(app.baseUrl)
      const answer = key.create(Authenticator.requestOf(page))
      const shown = await browser.post('/office/sign-in/set-up-passkey', { answer, name: 'Мій пристрій' })
      assert.equal(shown.statusCode, 200, textOf(shown))
      assert.equal(recoveryCodesIn(shown).length, 10)
      assert.equal((await browser.get('/office/account')).statusCode, 200)
    })
  })
})
