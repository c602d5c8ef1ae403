import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type DoorApp, doorApp, firstAdministrator, PASSPHRASE } from '../../../test/factories/people.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { newId } from '../../platform/random.ts'

const EMAIL = 'admin@nizhyn.example'
const WRONG = 'зовсім інша довга фраза тут'

describe('guessing', () => {
  let app: DoorApp
  before(async () => {
    app = await doorApp()
    await firstAdministrator(app, EMAIL)
  })
  after(() => app.drop())

  const attempt = (address: string, email: string, passphrase = WRONG) =>
    app.browser({ address }).post('/office/sign-in', { email, passphrase })
  const isPaused = (body: string) => body.includes('Забагато невдалих спроб')

  test('after five wrong attempts one waits, known or not; another place does not; the owner comes in later', async () => {
    for (const email of [EMAIL, 'nobody@nizhyn.example']) {
      for (let i = 0; i < 5; i++)
        assert.ok(!isPaused((await attempt('198.51.100.1', email)).body), `${email} ${i}`)
      assert.ok(isPaused((await attempt('198.51.100.1', email)).body), email)
    }
    // The right passphrase waits too: an answer would tell that it is right.
    assert.ok(isPaused((await attempt('198.51.100.1', EMAIL, PASSPHRASE)).body))
    assert.equal((await attempt('198.51.100.2', EMAIL, PASSPHRASE)).statusCode, 303)
    await app.connection.db
      .updateTable('sign_in_failures')
      .set({ blocked_until: Temporal.Now.instant().subtract({ seconds: 1 }) })
      .execute()
    assert.equal((await attempt('198.51.100.1', EMAIL, PASSPHRASE)).statusCode, 303)
  })

  test('twenty attempts at once are not twenty guesses', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => attempt('198.51.100.3', 'mayor@nizhyn.example')),
    )
    assert.equal(answers.filter((a) => isPaused(a.body)).length, 15)
  })

  test('sixty people of one office who mistype once each come in', async () => {
    const emails = Array.from({ length: 60 }, (_, i) => `person${i}@nizhyn.example`)
    for (const email of emails) assert.ok(!isPaused((await attempt('203.0.113.5', email)).body))
    assert.equal((await attempt('203.0.113.5', EMAIL, PASSPHRASE)).statusCode, 303)
  })

  test('two hundred people behind one address come in, one in five after a mistake', async () => {
    const { db } = app.connection
    const owner = await db
      .selectFrom('staff')
      .selectAll()
      .where('email', '=', EMAIL)
      .executeTakeFirstOrThrow()
    const crowd = Array.from({ length: 200 }, (_, i) => ({
      ...owner,
      id: newId<'staff'>(),
      email: `crowd${i}@nizhyn.example`,
      oidc_subject: null,
    }))
    await db.insertInto('staff').values(crowd).execute()
    let waited = 0
    for (let i = 0; i < crowd.length; i += 10)
      await Promise.all(
        crowd.slice(i, i + 10).map(async ({ email }, at) => {
          if (at % 5 === 0 && i < 100) waited += Number(isPaused((await attempt('203.0.113.77', email)).body))
          waited += Number((await attempt('203.0.113.77', email, PASSPHRASE)).statusCode !== 303)
        }),
      )
    assert.equal(waited, 0)
  })

  test('a spray over accounts and a guess over addresses both slow down', async () => {
    const spray = []
    for (let i = 0; i < 102; i++) spray.push((await attempt('203.0.113.9', `spray${i}@nizhyn.example`)).body)
    assert.ok(spray.some(isPaused))
    const spread = []
    for (let i = 0; i < 32; i++)
      spread.push((await attempt(`2001:db8:0:${i.toString(16)}::1`, 'secretary@nizhyn.example')).body)
    assert.ok(spread.some(isPaused))
  })

  test('what is counted names nobody', async () => {
    const rows = await app.connection.db.selectFrom('sign_in_failures').select('key').execute()
    assert.ok(rows.length > 0)
    for (const { key } of rows) assert.match(key, /^[\w-]{43}$/)
  })
})
