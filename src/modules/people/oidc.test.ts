import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  CLIENT,
  type Claims,
  type OidcProvider,
  oidcProvider,
} from '../../../test/factories/oidc-provider.ts'
import { type Browser, comeIn, type DoorApp, doorApp, textOf } from '../../../test/factories/people.ts'
import { contextOf } from '../../platform/context.ts'
import { inviteStaff } from './actions/staff.ts'

const viewer = { role: 'viewer', unitId: null } as const

describe('coming in by another service', () => {
  let app: DoorApp
  let service: OidcProvider
  before(async () => {
    service = await oidcProvider()
    app = await doorApp({ oidc: { issuer: service.issuer, ...CLIENT } })
  })
  after(async () => {
    await app.drop()
    await service.close()
  })

  const invite = (email: string) =>
    inviteStaff(contextOf(app.connection.db, { kind: 'system', job: 'test' }), app.house, {
      email,
      name: 'Тарасенко Ігор',
      position: null,
      grants: [viewer],
    })
  async function ask(browser: Browser, next = '/office') {
    await browser.get('/office/sign-in')
    const page = await browser.post('/office/sign-in/oidc', { next })
    assert.equal(page.statusCode, 200, textOf(page))
    const href = /href="(http:\/\/127\.0\.0\.1[^"]+)"/.exec(page.body)![1]!
    return href.replaceAll('&amp;', '&')
  }
  async function comeBack(claims: Claims, browser = app.browser()) {
    const query = service.agree(await ask(browser, '/office/account'), claims)
    return { browser, response: await browser.get(`/office/sign-in/oidc/callback${query}`), query }
  }

  test('an invited address comes in, and from then on the service’s own number counts', async () => {
    await invite('i1@nizhyn.example')
    const { browser, response } = await comeBack({
      sub: '1',
      email: 'I1@nizhyn.example',
      email_verified: true,
    })
    assert.equal(response.headers['location'], '/office/account')
    assert.equal((await browser.get('/office/account')).statusCode, 200)
    const moved = await comeBack({ sub: '1', email: 'other@nizhyn.example', email_verified: true })
    assert.equal(moved.response.statusCode, 303)
    const usurper = await comeBack({ sub: '2', email: 'i1@nizhyn.example', email_verified: true })
    assert.equal(usurper.response.statusCode, 422)
    assert.match(textOf(usurper.response), /не назвала адреси/)
  })

  test('an address that nobody invited, or that the service did not check, stays out', async () => {
    await invite('i2@nizhyn.example')
    for (const claims of [
      { sub: '9', email: 'stranger@nizhyn.example', email_verified: true },
      { sub: '10', email: 'i2@nizhyn.example', email_verified: false },
      { sub: '11', email: 'i2@nizhyn.example' },
      { sub: '12' },
    ])
      assert.equal((await comeBack(claims)).response.statusCode, 422, JSON.stringify(claims))
  })

  test('a suspended person stays out', async () => {
    await comeIn(app, { email: 'i3@nizhyn.example', grants: [viewer] })
    await comeBack({ sub: '3', email: 'i3@nizhyn.example', email_verified: true })
    await app.connection.db
      .updateTable('staff')
      .set({ state: 'suspended' })
      .where('email', '=', 'i3@nizhyn.example')
      .execute()
    assert.equal((await comeBack({ sub: '3' })).response.statusCode, 422)
  })

  test('an answer counts once, in the browser that asked, with its state and nonce', async () => {
    await invite('i4@nizhyn.example')
    const claims = { sub: '4', email: 'i4@nizhyn.example', email_verified: true }
    const asked = app.browser()
    const query = service.agree(await ask(asked), claims)
    const thief = await app.browser().get(`/office/sign-in/oidc/callback${query}`)
    assert.equal(thief.statusCode, 422)
    const another = app.browser()
    await ask(another)
    assert.equal((await another.get(`/office/sign-in/oidc/callback${query}`)).statusCode, 422)
    const forged = app.browser()
    const bad = service.agree(await ask(forged), { ...claims, nonce: 'another' })
    assert.equal((await forged.get(`/office/sign-in/oidc/callback${bad}`)).statusCode, 422)
    const { browser, query: used } = await comeBack(claims)
    assert.equal((await browser.get(`/office/sign-in/oidc/callback${used}`)).statusCode, 422)
  })

  test('a session that only asks opens nothing', async () => {
    const browser = app.browser()
    await ask(browser)
    for (const path of ['/office/account', '/office/sign-in/second', '/office/sign-in/set-up'])
      assert.notEqual((await browser.get(path)).statusCode, 200, path)
  })
})
