import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type DoorApp, doorApp, PASSPHRASE, textOf } from '../../../test/factories/people.ts'

describe('the first administrator', () => {
  let app: DoorApp
  before(async () => {
    app = await doorApp()
  })
  after(() => app.drop())

  test('only the newest link works, and a weak passphrase does not use it up', async () => {
    const old = new URL((await app.welcome())!)
    const link = new URL((await app.welcome())!)
    const browser = app.browser()
    assert.equal((await browser.get(old.pathname + old.search)).statusCode, 404)
    assert.equal((await browser.get('/office/welcome')).statusCode, 404)
    const key = link.searchParams.get('key')!
    const form = {
      key,
      name: 'Гнатюк Соломія',
      email: 'admin@nizhyn.example',
      passphrase: 'password password',
    }
    const weak = await browser.post('/office/welcome', form)
    assert.equal(weak.statusCode, 422)
    assert.match(textOf(weak), /спробують першою/)
    assert.ok(!weak.body.includes('password password'))
    const rows = await app.connection.db.selectFrom('staff').select('id').execute()
    assert.deepEqual(rows, [])
  })

  test('of two who use the link at once one comes in, and then there is no link', async () => {
    const key = new URL((await app.welcome())!).searchParams.get('key')!
    const answers = await Promise.all(
      ['one@nizhyn.example', 'two@nizhyn.example'].map((email) =>
        app.browser().post('/office/welcome', { key, name: 'Гнатюк Соломія', email, passphrase: PASSPHRASE }),
      ),
    )
    assert.deepEqual(answers.map((a) => a.statusCode).sort(), [303, 422])
    assert.equal((await app.connection.db.selectFrom('staff').select('id').execute()).length, 1)
    assert.equal(await app.welcome(), null)
  })
})
