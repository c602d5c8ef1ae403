import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { comeIn, type DoorApp, doorApp } from '../../../test/factories/people.ts'
import { contextOf, transact } from '../../platform/context.ts'
import { commands } from './cli.ts'
import { ensureUnit } from './index.ts'
import { sweepJob } from './jobs.ts'

describe('viche people', () => {
  let app: DoorApp
  before(async () => {
    app = await doorApp()
    await transact(system(), (tx) => ensureUnit(tx, { name: 'Відділ культури', kind: 'unit' }))
  })
  after(() => app.drop())

  const system = () => contextOf(app.connection.db, { kind: 'system', job: 'cli' })
  async function run(verb: string, ...args: string[]) {
    let out = ''
    let err = ''
    const io = {
      stdout: (text: string) => {
        out += text
      },
      stderr: (text: string) => {
        err += text
      },
      readFile: async () => new Uint8Array(),
    }
    const command = commands.find((c) => c.verb === verb)!
    return { code: await command.run!(args, io, system(), app.house), out, err }
  }

  test('invite prints a link that works', async () => {
    const who = ['--email', 'New@Nizhyn.example', '--name', 'Тарасенко Ігор']
    const done = await run('invite', ...who, '--role', 'executor', '--unit', 'відділ культури.', '--json')
    assert.equal(done.code, 0, done.err)
    const { link } = JSON.parse(done.out) as { link: string }
    const url = new URL(link)
    assert.equal((await app.browser().get(url.pathname + url.search)).statusCode, 200)
    const again = await run('invite', ...who, '--role', 'viewer')
    assert.equal(again.code, 1)
    assert.match(again.err, /вже є/)
    assert.equal(again.out, '')
  })

  test('called wrongly it says what is needed and writes nothing', async () => {
    for (const args of [
      [],
      ['--email', 'x', '--name', 'Х', '--role', 'viewer'],
      ['--email', 'x@nizhyn.example', '--name', 'Х', '--role', 'king'],
      ['--email', 'x@nizhyn.example', '--name', 'Х', '--role', 'executor'],
      ['--email', 'x@nizhyn.example', '--name', 'Х', '--role', 'executor', '--unit', 'нема такого'],
    ]) {
      const { code, err } = await run('invite', ...args)
      assert.equal(code, 2)
      assert.match(err, /--role/)
    }
    assert.ok(!(await run('list')).out.includes('x@nizhyn.example'))
  })

  test('list tells who is there', async () => {
    const { out } = await run('list', '--json')
    assert.deepEqual(JSON.parse(out), [
      {
        email: 'new@nizhyn.example',
        name: 'Тарасенко Ігор',
        state: 'invited',
        roles: ['executor: Відділ культури'],
      },
    ])
  })

  test('reset-second-factor ends sessions and says so in the audit', async () => {
    const person = await comeIn(app, {
      email: 'lost@nizhyn.example',
      grants: [{ role: 'viewer', unitId: null }],
    })
    assert.equal((await run('reset-second-factor', '--email', 'lost@nizhyn.example')).code, 2)
    assert.equal((await run('reset-second-factor', '--email', 'no@nizhyn.example', '--reason', 'x')).code, 1)
    const done = await run(
      'reset-second-factor',
      '--email',
      'lost@nizhyn.example',
      '--reason',
      'загубив телефон',
    )
    assert.equal(done.code, 0)
    assert.equal((await person.browser.get('/office/account')).statusCode, 303)
    const entry = await app.connection.db
      .selectFrom('audit_entries')
      .select('payload')
      .where('action', '=', 'staff.resetSecondFactor')
      .executeTakeFirstOrThrow()
    assert.match(entry.payload, /загубив телефон/)
  })

  test('the nightly sweep takes away what has ended, and nothing else', async () => {
    const { db } = app.connection
    const person = await comeIn(app, {
      email: 'stays@nizhyn.example',
      grants: [{ role: 'viewer', unitId: null }],
    })
    await comeIn(app, { email: 'ends@nizhyn.example', grants: [{ role: 'viewer', unitId: null }] })
    const ends = await db
      .selectFrom('staff')
      .select('id')
      .where('email', '=', 'ends@nizhyn.example')
      .executeTakeFirstOrThrow()
    const now = system().now
    await db.updateTable('sessions').set({ expires_at: now }).where('staff_id', '=', ends.id).execute()
    const later = contextOf(db, { kind: 'system', job: 'people.sweep' }, now.add({ seconds: 1 }))
    for (let i = 0; i < 2; i++)
      await sweepJob.run(later, null, { house: app.house, signal: new AbortController().signal })
    assert.equal(
      (await db.selectFrom('sessions').select('id').where('staff_id', '=', ends.id).execute()).length,
      0,
    )
    assert.equal((await person.browser.get('/office/account')).statusCode, 200)
  })
})
