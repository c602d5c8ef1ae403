/** Letters before a term ends and after. */
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { dutyApp } from '../../../test/factories/duties.ts'
import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { remindOfDuties } from './actions/remind.ts'

const { app, coordinator, viewer, count } = await dutyApp()
after(() => app.drop())

describe('reminders', () => {
  const house = () => app.house
  test('nobody is written to until a person switches it on', async () => {
    const { digests } = await remindOfDuties(app.ctx({ kind: 'system', job: 'duties.remind' }), house())
    assert.deepEqual([digests.length, await count('messages')], [0, 0])
  })
  test('the deputy mayor needs a name and an address', async () => {
    const reply = await app.post('/office/reminders', { deputyMayor: 'on' }, coordinator)
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /вкажіть ім’я та адресу/)
  })
  test('one letter for each, held in the outbox; a second run adds nothing', async () => {
    const settings = {
      executor: 'on',
      coordinator: 'on',
      deputyMayor: 'on',
      deputyName: 'Ігор Заступник',
      deputyEmail: 'deputy@viche.test',
    }
    assert.equal((await app.post('/office/reminders', settings, coordinator)).statusCode, 303)
    const run = (at: Temporal.Instant) =>
      remindOfDuties(
        { ...app.ctx({ kind: 'system', job: 'duties.remind' }), now: at, today: dayOf(at) },
        house(),
      )
    const now = Temporal.Now.instant()
    const dry = await remindOfDuties(app.ctx({ kind: 'system', job: 'duties.remind' }), house(), {
      dryRun: true,
    })
    assert.deepEqual([dry.digests.length > 0, await count('messages')], [true, 0])
    const first = await run(now)
    const letters = await app.connection.db
      .selectFrom('messages')
      .select(['recipient', 'state', 'body'])
      .execute()
    assert.equal(letters.length, first.digests.length)
    assert.equal(new Set(letters.map((l) => l.recipient)).size, letters.length)
    assert.ok(letters.every((l) => l.state === 'held'))
    assert.ok(letters.some((l) => l.recipient === 'deputy@viche.test'))
    assert.match(letters[0]!.body, /http:\/\/viche\.test\/office\/duties/)
    assert.match(letters[0]!.body, /Строк у Програмі/)
    await run(now)
    assert.equal(await count('messages'), letters.length)
    await run(now.add({ hours: 24 }))
    const second = await app.connection.db.selectFrom('messages').select('body').execute()
    assert.ok(second.length <= letters.length * 2, 'the next day speaks only of what is new')
  })
  test('a viewer may not switch them', async () => {
    assert.equal((await app.post('/office/reminders', { executor: 'on' }, viewer)).statusCode, 403)
  })
})
