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
} from '../../../test/factories/people.ts'
import type { StaffId, UnitId } from '../../kernel/actor.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { contextOf, transact } from '../../platform/context.ts'
import { ensureUnit } from './index.ts'

const viewer = { role: 'viewer', unitId: null } as const
const dead = /Це посилання не діє/

describe('the staff', () => {
  let app: DoorApp
  let admin: Newcomer
  let unit: UnitId
  before(async () => {
    app = await doorApp()
    admin = await firstAdministrator(app)
    unit = await transact(contextOf(app.connection.db, { kind: 'system', job: 'test' }), (tx) =>
      ensureUnit(tx, { name: 'Управління культури', kind: 'unit' }),
    )
  })
  after(() => app.drop())

  const idOf = async (email: string): Promise<StaffId> =>
    (
      await app.connection.db
        .selectFrom('staff')
        .select('id')
        .where('email', '=', email)
        .executeTakeFirstOrThrow()
    ).id
  const stateOf = async (email: string) =>
    app.connection.db.selectFrom('staff').selectAll().where('email', '=', email).executeTakeFirst()
  const invite = async (email: string, form: Record<string, string | string[]> = {}) => {
    await admin.browser.get('/office/people/new')
    const shown = await admin.browser.post('/office/people/new', {
      email,
      name: 'Тарасенко Ігор Петрович',
      position: 'начальник відділу',
      role: 'viewer',
      ...form,
    })
    return { shown, link: /<code id="link">([^<]+)</.exec(shown.body)?.[1] ?? '' }
  }
  const pathOf = (link: string) => new URL(link).pathname + new URL(link).search
  const keyOf = (link: string) => new URL(link).searchParams.get('key')!

  test('an invitation waits in the outbox, is shown once, and brings the person in', async () => {
    const { shown, link } = await invite('t1@nizhyn.example', { role: [], unit })
    assert.equal(shown.statusCode, 200, textOf(shown))
    const letter = await app.connection.db
      .selectFrom('messages')
      .innerJoin('mailings', 'mailings.id', 'messages.mailing_id')
      .select(['recipient', 'body', 'messages.state', 'kind'])
      .executeTakeFirstOrThrow()
    assert.equal(letter.recipient, 't1@nizhyn.example')
    assert.equal(letter.state, 'held')
    assert.equal(letter.kind, 'staff.invitation')
    assert.ok(letter.body.includes(link))
    const page = await admin.browser.get(`/office/people/${await idOf('t1@nizhyn.example')}`)
    assert.ok(!page.body.includes(keyOf(link)))
    assert.match(textOf(page), /Виконавець: Управління культури/)

    const browser = app.browser()
    assert.equal((await browser.get(pathOf(link))).statusCode, 200)
    const short = await browser.post('/office/invitation', { key: keyOf(link), passphrase: 'коротка' })
    assert.match(textOf(short), /Закоротка: 7 з 15/)
    // A name of one's own is expected.
    const named = await browser.post('/office/invitation', {
      key: keyOf(link),
      passphrase: 'тарасенко ігор 1980',
    })
    assert.match(textOf(named), /спробують першою/)
    const entered = await browser.post('/office/invitation', { key: keyOf(link), passphrase: PASSPHRASE })
    assert.equal(entered.headers['location'], '/office/sign-in/set-up')
    assert.equal((await stateOf('t1@nizhyn.example'))?.state, 'active')
  })

  test('a used, foreign, expired or revoked link does nothing, and all look the same', async () => {
    const { link } = await invite('t2@nizhyn.example')
    const { link: revoked } = await invite('t3@nizhyn.example')
    const { link: expired } = await invite('t4@nizhyn.example')
    await comeInBy(link)
    await admin.browser.get(`/office/people/${await idOf('t3@nizhyn.example')}`)
    await admin.browser.post(`/office/people/${await idOf('t3@nizhyn.example')}/revoke`, {})
    await app.connection.db
      .updateTable('invitations')
      .set({ expires_at: Temporal.Now.instant() })
      .where('staff_id', '=', await idOf('t4@nizhyn.example'))
      .execute()
    const bodies = new Set<string>()
    for (const key of [keyOf(link), keyOf(revoked), keyOf(expired), 'x'.repeat(43), '']) {
      const seen = await app.browser().get(`/office/invitation?key=${key}`)
      assert.equal(seen.statusCode, 404)
      assert.match(seen.body, dead)
      bodies.add(seen.body.replaceAll(key, ''))
      const tried = await app.browser().post('/office/invitation', { key, passphrase: PASSPHRASE })
      assert.equal(tried.statusCode, 422)
      assert.equal(tried.cookies.length, 0)
    }
    assert.equal(bodies.size, 1)
    assert.equal((await stateOf('t3@nizhyn.example'))?.state, 'invited')
    assert.equal((await stateOf('t4@nizhyn.example'))?.passphrase_hash, null)
  })

  async function comeInBy(link: string) {
    const browser = app.browser()
    const response = await browser.post('/office/invitation', { key: keyOf(link), passphrase: PASSPHRASE })
    assert.equal(response.statusCode, 303, textOf(response))
    return browser
  }

  test('a newer link ends the one before; one link lets one in', async () => {
    const { link: first } = await invite('t5@nizhyn.example')
    await admin.browser.get(`/office/people/${await idOf('t5@nizhyn.example')}`)
    const again = await admin.browser.post(
      `/office/people/${await idOf('t5@nizhyn.example')}/invite-again`,
      {},
    )
    const link = /<code id="link">([^<]+)</.exec(again.body)![1]!
    assert.equal((await app.browser().get(pathOf(first))).statusCode, 404)
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        app.browser().post('/office/invitation', { key: keyOf(link), passphrase: PASSPHRASE }),
      ),
    )
    assert.deepEqual(answers.map((a) => a.statusCode).sort(), [303, 422, 422, 422])
  })

  test('who forgot the passphrase sets a new one, and still needs the second factor', async () => {
    const person = await comeIn(app, { email: 'forgot@nizhyn.example', grants: [viewer] })
    const id = await idOf('forgot@nizhyn.example')
    await admin.browser.get(`/office/people/${id}`)
    const again = await admin.browser.post(`/office/people/${id}/invite-again`, {})
    const link = /<code id="link">([^<]+)</.exec(again.body)![1]!
    const browser = app.browser()
    const fresh = 'тринадцять зелених парасольок'
    const entered = await browser.post('/office/invitation', { key: keyOf(link), passphrase: fresh })
    assert.equal(entered.headers['location'], '/office/sign-in/second')
    // The session of the old passphrase is over.
    assert.equal((await person.browser.get('/office/account')).statusCode, 303)
    assert.notEqual((await browser.get('/office/account')).statusCode, 200)
  })

  test('rights lowered count at the next request', async () => {
    const person = await comeIn(app, {
      email: 'lowered@nizhyn.example',
      grants: [{ role: 'coordinator', unitId: null }],
    })
    assert.equal((await person.browser.get('/office/units')).statusCode, 200)
    const id = await idOf('lowered@nizhyn.example')
    const page = await admin.browser.get(`/office/people/${id}`)
    const saved = await admin.browser.post(`/office/people/${id}`, {
      email: 'lowered@nizhyn.example',
      name: 'Тарасенко Ігор',
      position: '',
      role: 'viewer',
      version: /name="version" value="(\d+)"/.exec(page.body)![1]!,
    })
    assert.equal(saved.headers['location'], `/office/people/${id}?done=changed`)
    assert.equal((await person.browser.get('/office/units')).statusCode, 403)
    assert.equal((await person.browser.get('/office/account')).statusCode, 200)
  })

  test('a suspended person is out at the next request, and cannot come back in', async () => {
    const person = await comeIn(app, { email: 'out@nizhyn.example', grants: [viewer] })
    const id = await idOf('out@nizhyn.example')
    await admin.browser.get(`/office/people/${id}/suspend`)
    assert.equal((await admin.browser.post(`/office/people/${id}/suspend`, { reason: ' ' })).statusCode, 422)
    assert.equal(
      (await admin.browser.post(`/office/people/${id}/suspend`, { reason: 'Звільнено' })).statusCode,
      303,
    )
    assert.equal((await person.browser.get('/office/account')).statusCode, 303)
    const tried = await app
      .browser()
      .post('/office/sign-in', { email: 'out@nizhyn.example', passphrase: PASSPHRASE })
    assert.equal(tried.statusCode, 422)
    await admin.browser.get(`/office/people/${id}`)
    assert.equal((await admin.browser.post(`/office/people/${id}/restore`, {})).statusCode, 303)
    const back = await app
      .browser()
      .post('/office/sign-in', { email: 'out@nizhyn.example', passphrase: PASSPHRASE })
    assert.equal(back.statusCode, 303)
    assert.match(textOf(await admin.browser.get(`/office/people/${id}`)), /Звільнено/)
  })

  test('a second factor that is reset is set up anew', async () => {
    const person = await comeIn(app, { email: 'lost@nizhyn.example', grants: [viewer] })
    const id = await idOf('lost@nizhyn.example')
    await admin.browser.get(`/office/people/${id}/reset-second-factor`)
    const done = await admin.browser.post(`/office/people/${id}/reset-second-factor`, {
      reason: 'Загубив телефон',
    })
    assert.equal(done.statusCode, 303)
    assert.equal((await person.browser.get('/office/account')).statusCode, 303)
    const entered = await person.browser.post('/office/sign-in', {
      email: 'lost@nizhyn.example',
      passphrase: PASSPHRASE,
    })
    assert.equal(entered.headers['location'], '/office/sign-in/set-up')
    const codes = await app.connection.db
      .selectFrom('recovery_codes')
      .select('code_hash')
      .where('staff_id', '=', id)
      .execute()
    assert.deepEqual(codes, [])
  })

  test('there is always an administrator', async () => {
    const id = await idOf('admin@nizhyn.example')
    const page = await admin.browser.get(`/office/people/${id}`)
    const version = /name="version" value="(\d+)"/.exec(page.body)![1]!
    const form = {
      email: 'admin@nizhyn.example',
      name: 'Гнатюк Соломія',
      position: '',
      role: 'viewer',
      version,
    }
    const refused = await admin.browser.post(`/office/people/${id}`, form)
    assert.equal(refused.statusCode, 422)
    assert.match(textOf(refused), /останній адміністратор/)
    const self = await admin.browser.post(`/office/people/${id}/suspend`, { reason: 'досить' })
    assert.equal(self.statusCode, 422)
    assert.equal((await admin.browser.get('/office/people')).statusCode, 200)
  })

  test('two administrators who remove each other at once leave one', async () => {
    const { suspendStaff } = await import('./actions/staff.ts')
    const other = await comeIn(app, {
      email: 'second@nizhyn.example',
      grants: [{ role: 'administrator', unitId: null }],
    })
    assert.ok(other.browser.cookie)
    const [a, b] = [await idOf('admin@nizhyn.example'), await idOf('second@nizhyn.example')]
    const system = () => contextOf(app.connection.db, { kind: 'system', job: 'test' })
    const results = await Promise.allSettled([
      suspendStaff(system(), a, 'так'),
      suspendStaff(system(), b, 'так'),
    ])
    assert.deepEqual(results.map((r) => r.status).sort(), ['fulfilled', 'rejected'])
    await app.connection.db.updateTable('staff').set({ state: 'active' }).where('id', 'in', [a, b]).execute()
    const back = app.browser()
    await back.post('/office/sign-in', { email: 'admin@nizhyn.example', passphrase: PASSPHRASE })
    await back.get('/office/sign-in/second')
    await back.post('/office/sign-in/second', { code: totpCode(admin.secret, 1) })
    admin = { ...admin, browser: back }
    assert.equal((await back.get('/office/people')).statusCode, 200)
  })

  test('bad input comes back with every message and nothing is written', async () => {
    const { shown } = await invite('not an address', { name: '', role: 'king', extra: '1' })
    assert.equal(shown.statusCode, 422)
    for (const said of [
      /ivanenko@example.org/,
      /Заповніть це поле/,
      /Виберіть одне зі значень/,
      /невідомі поля: extra/,
    ])
      assert.match(textOf(shown), said)
    const none = await invite('norole@nizhyn.example', { role: [] })
    assert.match(textOf(none.shown), /хоча б одну роль/)
    const twice = await invite('admin@nizhyn.example')
    assert.match(textOf(twice.shown), /вже є/)
    assert.equal(await stateOf('norole@nizhyn.example'), undefined)
  })

  test('a stale form changes nothing', async () => {
    const id = await idOf('t1@nizhyn.example')
    await admin.browser.get(`/office/people/${id}`)
    const stale = await admin.browser.post(`/office/people/${id}`, {
      email: 't1@nizhyn.example',
      name: 'Інше Ім’я',
      position: '',
      role: 'viewer',
      version: '77',
    })
    assert.equal(stale.statusCode, 409)
    assert.equal((await stateOf('t1@nizhyn.example'))?.name, 'Тарасенко Ігор Петрович')
  })

  test('who is no administrator sees no more than the list, and changes nothing', async () => {
    const coordinator = await comeIn(app, {
      email: 'coord@nizhyn.example',
      grants: [{ role: 'coordinator', unitId: null }],
    })
    const reader = await comeIn(app, { email: 'reader@nizhyn.example', grants: [viewer] })
    const id = await idOf('t1@nizhyn.example')
    assert.equal((await coordinator.browser.get('/office/people')).statusCode, 200)
    assert.ok(!(await coordinator.browser.get(`/office/people/${id}`)).body.includes('name="role"'))
    assert.equal((await reader.browser.get('/office/people')).statusCode, 403)
    const before = await app.connection.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()
    for (const { browser } of [coordinator, reader]) {
      await browser.get('/office/account')
      for (const [path, form] of [
        ['/office/people/new', { email: 'x@nizhyn.example', name: 'Х', role: 'administrator' }],
        [
          `/office/people/${id}`,
          { email: 'x@nizhyn.example', name: 'Х', role: 'administrator', version: '1' },
        ],
        [`/office/people/${id}/suspend`, { reason: 'так' }],
        [`/office/people/${id}/reset-second-factor`, { reason: 'так' }],
        [`/office/people/${id}/invite-again`, {}],
        [`/office/people/${id}/restore`, {}],
        [`/office/people/${id}/revoke`, {}],
      ] as const)
        assert.equal((await browser.post(path, form)).statusCode, 403, path)
    }
    assert.deepEqual(
      await app.connection.db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow(),
      before,
    )
    for (const path of ['/office/people', `/office/people/${id}`])
      assert.equal((await app.browser().post(path, {})).statusCode >= 400, true)
  })

  test('the list is searched, filtered, paged and exported', async () => {
    const { db } = app.connection
    const { insertStaff, saveGrants } = await import('./store/staff.ts')
    await db.transaction().execute(async (trx) => {
      for (let i = 0; i < 60; i++) {
        const person = await insertStaff(trx, {
          email: `row${i}@nizhyn.example`,
          name: `Якименко ${String(i).padStart(2, '0')}`,
          position: null,
          state: 'active',
          now: Temporal.Now.instant(),
        })
        await saveGrants(trx, person, [viewer])
      }
    })
    const names = (body: string) => [...body.matchAll(/Якименко \d\d/g)].map((m) => m[0])
    const first = await admin.browser.get('/office/people?q=якименко')
    assert.equal(names(first.body).length, 50)
    const next = /rel="next" href="([^"]+)"/.exec(first.body)![1]!.replaceAll('&amp;', '&')
    const second = await admin.browser.get(next)
    assert.equal(new Set([...names(first.body), ...names(second.body)]).size, 60)
    assert.equal(names((await admin.browser.get('/office/people?q=%25')).body).length, 0)
    assert.equal(
      (await admin.browser.get('/office/people?role=coordinator&state=active')).body.includes('coord@'),
      true,
    )
    for (const bad of [
      'after=x',
      'after=WzEsMl0',
      'role=king',
      'state=%00',
      'q=%27%3B--',
      'q=%00',
      'q=%ED%A0%80',
      'after=WyJhXHUwMDAwIiwgIjAwMDAwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMDAwMDAwMCJd',
    ])
      assert.equal((await admin.browser.get(`/office/people?${bad}`)).statusCode, 200, bad)
    const csv = await admin.browser.get('/office/people?q=якименко&format=csv')
    assert.equal(names(csv.body).length, 60)
    assert.match(String(csv.headers['content-disposition']), /staff\.csv/)
  })
})
