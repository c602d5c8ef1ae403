import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type DoorApp, doorApp, textOf } from '../../../test/factories/people.ts'
import { contextOf, transact } from '../../platform/context.ts'
import { makeDemoPerson } from './index.ts'

const coordinator = {
  mailbox: 'koordynator',
  name: 'Лисенко Оксана Петрівна',
  position: 'начальниця відділу',
  grants: [{ role: 'coordinator', unitId: null }],
} as const

async function withPerson(kind: 'city' | 'demonstration'): Promise<DoorApp> {
  const app = await doorApp({ kind })
  const system = contextOf(app.connection.db, { kind: 'system', job: 'test' })
  for (let i = 0; i < 2; i++) await transact(system, (tx) => makeDemoPerson(tx, coordinator))
  return app
}

describe('in a demonstration', () => {
  let app: DoorApp
  before(async () => {
    app = await withPerson('demonstration')
  })
  after(() => app.drop())

  test('one click makes a visitor coordinator, another makes them a visitor again', async () => {
    const browser = app.browser()
    const page = await browser.get('/office/sign-in')
    assert.match(page.body, /<form class="inline" method="post" action="\/demo">/)
    const taken = await browser.post('/demo', { role: 'coordinator' })
    assert.equal(taken.headers['location'], '/office')
    const office = await browser.get('/office/units')
    assert.equal(office.statusCode, 200)
    assert.match(office.body, /value="coordinator" aria-pressed="true"/)
    assert.equal((await browser.post('/demo', { role: 'visitor' })).headers['location'], '/')
    assert.equal(browser.cookie, null)
  })

  test('in English the workspace is English', async () => {
    const browser = app.browser()
    await browser.post('/en/demo', { role: 'coordinator' })
    assert.match((await browser.get('/office/units')).body, /<html lang="en">/)
  })

  test('a role that nobody bears, or that does not exist, is not found', async () => {
    for (const role of ['administrator', 'king', ''])
      assert.equal((await app.browser().post('/demo', { role })).statusCode, 404, role)
  })

  test('from another site nothing is taken', async () => {
    const response = await app.server.inject({
      method: 'POST',
      url: '/demo',
      headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'role=coordinator',
    })
    assert.equal(response.statusCode, 403)
    assert.equal(response.cookies.length, 0)
  })

  test('the person, whom all visitors share, cannot lock the others out', async () => {
    const browser = app.browser()
    await browser.post('/demo', { role: 'coordinator' })
    assert.match(textOf(await browser.get('/office/account')), /вхід змінити не можна/)
    await browser.get('/office/account/passphrase')
    const refused = await browser.post('/office/account/passphrase', {
      current: '',
      passphrase: 'тринадцять зелених парасольок',
    })
    assert.equal(refused.statusCode, 422)
  })

  test('an invented administrator does not stand in the way of the first real one', async () => {
    const system = contextOf(app.connection.db, { kind: 'system', job: 'test' })
    await transact(system, (tx) =>
      makeDemoPerson(tx, {
        ...coordinator,
        mailbox: 'admin',
        grants: [{ role: 'administrator', unitId: null }],
      }),
    )
    assert.match(String(await app.welcome()), /\/office\/welcome\?key=/)
  })
})

describe('in the database of a city', () => {
  let app: DoorApp
  before(async () => {
    app = await withPerson('city')
  })
  after(() => app.drop())

  test('there is no switch and no such address', async () => {
    const browser = app.browser()
    assert.ok(!(await browser.get('/office/sign-in')).body.includes('/demo'))
    for (const role of ['coordinator', 'visitor'])
      for (const path of ['/demo', '/en/demo']) {
        const response = await browser.post(path, { role })
        assert.equal(response.statusCode, 404)
        assert.equal(response.cookies.length, 0)
      }
    assert.equal((await app.connection.db.selectFrom('sessions').select('id').execute()).length, 0)
  })
})
