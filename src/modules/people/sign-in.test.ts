import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  comeIn,
  type DoorApp,
  doorApp,
  firstAdministrator,
  type Newcomer,
  PASSPHRASE,
  textOf,
  totpCode,
  waitAStep,
} from '../../../test/factories/people.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { hashSecret } from '../../platform/random.ts'

const EMAIL = 'admin@nizhyn.example'
const WRONG = 'зовсім інша довга фраза тут'

describe('coming in', () => {
  let app: DoorApp
  let admin: Newcomer
  before(async () => {
    app = await doorApp()
    admin = await firstAdministrator(app, EMAIL)
  })
  after(() => app.drop())

  const signIn = (browser = app.browser(), form: Record<string, string> = {}) =>
    browser.post('/office/sign-in', { email: EMAIL, passphrase: PASSPHRASE, ...form })
  const forgetFailures = () => app.connection.db.deleteFrom('sign_in_failures').execute()

  test('a page of the office leads to the sign-in page and back', async () => {
    const browser = app.browser()
    const there = await browser.get('/office/people?q=а')
    assert.equal(there.statusCode, 303)
    assert.match(String(there.headers['location']), /^\/office\/sign-in\?next=%2Foffice%2Fpeople/)
    await browser.get(String(there.headers['location']))
    const second = await signIn(browser, { next: '/office/people' })
    assert.equal(second.headers['location'], '/office/sign-in/second?next=%2Foffice%2Fpeople')
    await browser.get(String(second.headers['location']))
    await waitAStep(app)
    const inside = await browser.post('/office/sign-in/second', {
      code: totpCode(admin.secret),
      next: '/office/people',
    })
    assert.equal(inside.headers['location'], '/office/people')
    assert.equal((await browser.get('/office/people')).statusCode, 200)
  })

  test('next leads nowhere but to ourselves', async () => {
    for (const next of [
      'https://evil.example',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
      '/office/../x',
      '/office/sign-out'.replace('out', 'in'),
    ]) {
      const browser = app.browser()
      const response = await signIn(browser, { next })
      assert.equal(response.headers['location'], '/office/sign-in/second', next)
    }
  })

  test('the cookie is for the office only, unreadable by scripts, and goes over TLS', async () => {
    const response = await signIn()
    const [cookie] = response.cookies
    assert.equal(cookie?.path, '/office')
    assert.equal(cookie?.httpOnly, true)
    assert.equal(cookie?.secure, true)
    assert.equal(cookie?.sameSite, 'Lax')
  })

  test('a wrong passphrase, an unknown address and a suspended account get the same answer', async () => {
    const gone = await comeIn(app, {
      email: 'gone@nizhyn.example',
      grants: [{ role: 'viewer', unitId: null }],
    })
    assert.ok(gone.browser.cookie)
    await app.connection.db
      .updateTable('staff')
      .set({ state: 'suspended' })
      .where('email', '=', 'gone@nizhyn.example')
      .execute()
    const answers = []
    for (const [email, passphrase] of [
      [EMAIL, WRONG],
      ['nobody@nizhyn.example', WRONG],
      ['gone@nizhyn.example', PASSPHRASE],
    ] as const) {
      const response = await app.browser().post('/office/sign-in', { email, passphrase })
      assert.equal(response.statusCode, 422)
      const { date: _, 'content-length': __, 'x-ratelimit-remaining': ___, ...headers } = response.headers
      const shown = response.body.replaceAll(email, 'EMAIL').replace(/data-request="[^"]+"/, '')
      answers.push({ headers: { ...headers, 'x-ratelimit-reset': '' }, shown })
    }
    assert.deepEqual(answers[1], answers[0])
    assert.deepEqual(answers[2], answers[0])
    await forgetFailures()
  })

  test('it takes the same work whether the address is known or not', async () => {
    // Processor time, the least of several turns: it does not depend on what else the machine does.
    const least: Record<string, number> = {}
    for (let turn = 0; turn < 8; turn++) {
      for (const email of [EMAIL, 'nobody@nizhyn.example']) {
        await forgetFailures()
        const began = process.cpuUsage()
        await app.browser().post('/office/sign-in', { email, passphrase: WRONG })
        const { user, system } = process.cpuUsage(began)
        least[email] = Math.min(least[email] ?? Number.POSITIVE_INFINITY, user + system)
      }
    }
    const ratio = least['nobody@nizhyn.example']! / least[EMAIL]!
    assert.ok(ratio > 0.6 && ratio < 1.6, JSON.stringify(least))
    await forgetFailures()
  })

  test('the passphrase alone opens nothing', async () => {
    const browser = app.browser()
    await signIn(browser)
    assert.notEqual((await browser.get('/office/people')).statusCode, 200)
    assert.notEqual((await browser.get('/office/account')).statusCode, 200)
    // Nor does it let one set up a factor beside the one that is asked for.
    assert.equal((await browser.get('/office/sign-in/set-up')).headers['location'], '/office/sign-in/second')
    await browser.get('/office/sign-in/second')
    const before = await app.connection.db
      .selectFrom('staff')
      .select('totp_secret')
      .where('email', '=', EMAIL)
      .executeTakeFirstOrThrow()
    await browser.post('/office/sign-in/set-up', { code: '000000' })
    const kept = await app.connection.db
      .selectFrom('staff')
      .select('totp_secret')
      .where('email', '=', EMAIL)
      .executeTakeFirstOrThrow()
    assert.equal(kept.totp_secret, before.totp_secret)
    await forgetFailures()
  })

  test('a code is worth one use', async () => {
    await waitAStep(app)
    const code = totpCode(admin.secret)
    const first = app.browser()
    await signIn(first)
    await first.get('/office/sign-in/second')
    assert.equal((await first.post('/office/sign-in/second', { code })).statusCode, 303)
    const second = app.browser()
    await signIn(second)
    await second.get('/office/sign-in/second')
    const refused = await second.post('/office/sign-in/second', { code })
    assert.equal(refused.statusCode, 422)
    assert.match(textOf(refused), /кожен діє один раз/)
    await forgetFailures()
  })

  test('a recovery code is worth one use, however it is typed', async () => {
    const [code] = admin.codes
    assert.equal(admin.codes.length, 10)
    const one = app.browser()
    await signIn(one)
    await one.get('/office/sign-in/second')
    const typed = ` ${code!.toUpperCase().replace('-', ' ')} `
    assert.equal((await one.post('/office/sign-in/recovery', { recovery: typed })).statusCode, 303)
    assert.equal((await one.get('/office/account')).statusCode, 200)
    const two = app.browser()
    await signIn(two)
    await two.get('/office/sign-in/second')
    assert.equal((await two.post('/office/sign-in/recovery', { recovery: code! })).statusCode, 422)
    await forgetFailures()
  })

  test('a session planted before the sign-in is worth nothing after it', async () => {
    const browser = app.browser()
    await signIn(browser)
    const half = browser.cookie!
    await waitAStep(app)
    await browser.get('/office/sign-in/second')
    await browser.post('/office/sign-in/second', { code: totpCode(admin.secret) })
    const whole = browser.cookie!
    assert.notEqual(whole, half)
    const thief = app.browser()
    thief.cookie = half
    assert.equal((await thief.get('/office/account')).statusCode, 303)
    const again = app.browser()
    again.cookie = whole
    await again.get('/office/account')
    await signIn(again)
    const old = app.browser()
    old.cookie = whole
    assert.equal((await old.get('/office/account')).statusCode, 303)
  })

  test('after sign-out the cookie opens nothing', async () => {
    const browser = admin.browser
    const { cookie } = browser
    assert.equal((await browser.get('/office/account')).statusCode, 200)
    const out = await browser.post('/office/sign-out', {})
    assert.equal(out.headers['location'], '/office/sign-in?out=1')
    const thief = app.browser()
    thief.cookie = cookie
    assert.equal((await thief.get('/office/account')).statusCode, 303)
  })

  test('sessions end: unused after eight hours, and after a day in any case', async () => {
    const { db } = app.connection
    const enter = async () => {
      await waitAStep(app)
      const browser = app.browser()
      await signIn(browser)
      await browser.get('/office/sign-in/second')
      await browser.post('/office/sign-in/second', { code: totpCode(admin.secret) })
      assert.equal((await browser.get('/office/account')).statusCode, 200)
      return browser
    }
    const now = Temporal.Now.instant()
    const idle = await enter()
    await db
      .updateTable('sessions')
      .set({ seen_at: now.subtract({ hours: 8, seconds: 1 }) })
      .where('secret_hash', '=', hashSecret(idle.cookie!))
      .execute()
    assert.equal((await idle.get('/office/account')).statusCode, 303)
    const busy = await enter()
    await db
      .updateTable('sessions')
      .set({ expires_at: now })
      .where('secret_hash', '=', hashSecret(busy.cookie!))
      .execute()
    assert.equal((await busy.get('/office/account')).statusCode, 303)
    const used = await enter()
    await db
      .updateTable('sessions')
      .set({ seen_at: now.subtract({ hours: 7 }) })
      .where('secret_hash', '=', hashSecret(used.cookie!))
      .execute()
    assert.equal((await used.get('/office/account')).statusCode, 200)
    const { seen_at } = await db
      .selectFrom('sessions')
      .select('seen_at')
      .where('secret_hash', '=', hashSecret(used.cookie!))
      .executeTakeFirstOrThrow()
    assert.ok(Temporal.Instant.compare(seen_at, now) >= 0)
  })

  test('neither passphrase nor codes stand in the database or the audit', async () => {
    const { db } = app.connection
    const person = await db
      .selectFrom('staff')
      .selectAll()
      .where('email', '=', EMAIL)
      .executeTakeFirstOrThrow()
    assert.match(person.passphrase_hash!, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    assert.ok(!person.totp_secret!.includes(admin.secret))
    const entries = await db.selectFrom('audit_entries').select('payload').execute()
    const all = entries.map((e) => e.payload).join('\n')
    for (const secret of [PASSPHRASE, admin.secret, ...admin.codes]) assert.ok(!all.includes(secret))
    assert.match(all, /"action":"session.begin"/)
    assert.match(all, /"action":"totp.setUp"/)
  })
})
