import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestApp, testApp } from '../../../test/factories/app.ts'
import { transact } from '../../platform/context.ts'
import { hold, sendNext } from '../../platform/mail.ts'
import type { MailingId } from './types.ts'

let app: TestApp
before(async () => {
  app = await testApp()
})
after(() => app.drop())

const letter = (key: string) => ({
  dedupeKey: key,
  to: 'clerk@example.org',
  name: 'Олена Вигадана',
  subject: 'Строки',
  body: 'До 6 числа.',
})

async function held(key: string, kind = 'duty.reminder'): Promise<MailingId> {
  const id = await transact(app.ctx({ kind: 'system', job: 'test' }), (tx) =>
    hold(tx, { kind, title: `Нагадування ${key}`, messages: [letter(key)] }),
  )
  return id!
}

test('a letter waits, is seen with its recipient, and goes only after release', async () => {
  const coordinator = await app.staff('coordinator')
  const id = await held('a')
  const list = await app.get('/office/outbox', coordinator)
  assert.equal(list.statusCode, 200)
  assert.match(list.body, /Нагадування a/)
  const shown = await app.get(`/office/outbox/${id}`, coordinator)
  assert.match(shown.body, /clerk@example\.org/)
  assert.match(shown.body, /До 6 числа\./)

  const sent: string[] = []
  const post = async (l: { to: string }) => void sent.push(l.to)
  const { db } = app.connection
  const now = app.ctx(coordinator.actor).now
  assert.equal(await sendNext(db, now, post), false)
  const released = await app.post(`/office/outbox/${id}/release`, {}, coordinator)
  assert.equal(released.statusCode, 303)
  assert.equal(await sendNext(db, now, post), true)
  assert.equal(await sendNext(db, now, post), false)
  assert.deepEqual(sent, ['clerk@example.org'])
})

test('the same letter is written once', async () => {
  await held('once')
  assert.equal(
    await transact(app.ctx({ kind: 'system', job: 'test' }), (tx) =>
      hold(tx, { kind: 'k', title: 'знову', messages: [letter('once')] }),
    ),
    null,
  )
})

test('a cancelled mailing keeps its reason and cannot be released', async () => {
  const coordinator = await app.staff('coordinator')
  const id = await held('b')
  const empty = await app.post(`/office/outbox/${id}/cancel`, { reason: ' ' }, coordinator)
  assert.equal(empty.statusCode, 422)
  assert.match(empty.body, /Заповніть це поле/)
  assert.equal(
    (await app.post(`/office/outbox/${id}/cancel`, { reason: 'Помилкові дати' }, coordinator)).statusCode,
    303,
  )
  assert.match((await app.get(`/office/outbox/${id}`, coordinator)).body, /Помилкові дати/)
  const late = await app.post(`/office/outbox/${id}/release`, {}, coordinator)
  assert.equal(late.statusCode, 422)
  assert.match(late.body, /Стан розсилки вже інший/)
})

test('an executor neither sees nor releases, and nothing changes', async () => {
  const executor = await app.staff('viewer')
  const id = await held('c')
  assert.equal((await app.get('/office/outbox', executor)).statusCode, 403)
  assert.equal((await app.post(`/office/outbox/${id}/release`, {}, executor)).statusCode, 403)
  const row = await app.connection.db
    .selectFrom('mailings')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal(row.state, 'held')
})

test('a kind that a person switched on leaves by itself and says who', async () => {
  const coordinator = await app.staff('coordinator', { name: 'Ганна Вигадана' })
  assert.equal(
    (await app.post('/office/outbox/rules', { kind: 'report.returned' }, coordinator)).statusCode,
    303,
  )
  const id = await held('d', 'report.returned')
  const row = await app.connection.db
    .selectFrom('mailings')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  assert.equal(row.state, 'released')
  assert.equal(row.released_by, 'Ганна Вигадана')
})

test('a letter that fails is tried again later, at last by hand', async () => {
  const coordinator = await app.staff('coordinator')
  const { db } = app.connection
  let now = app.ctx(coordinator.actor).now
  while (await sendNext(db, now, async () => {})) {
    // What other tests released goes first.
  }
  const id = await held('e')
  await app.post(`/office/outbox/${id}/release`, {}, coordinator)
  const refuse = async () => {
    throw new Error('550 no such box')
  }
  for (let i = 0; i < 8; i++) {
    assert.equal(await sendNext(db, now, refuse), true)
    assert.equal(await sendNext(db, now, refuse), false)
    now = now.add({ hours: 5 })
  }
  const shown = await app.get(`/office/outbox/${id}`, coordinator)
  assert.match(shown.body, /не вдалося надіслати/)
  assert.match(shown.body, /550 no such box/)
  assert.equal((await app.post(`/office/outbox/${id}/retry`, {}, coordinator)).statusCode, 303)
  assert.equal(await sendNext(db, now, async () => {}), true)
})

test('the list can be taken away, and a hostile title stays text', async () => {
  const coordinator = await app.staff('coordinator')
  await transact(app.ctx({ kind: 'system', job: 'test' }), (tx) =>
    hold(tx, { kind: 'k', title: '=1+1<script>alert(1)</script>', messages: [letter('f')] }),
  )
  const page = await app.get('/office/outbox', coordinator)
  assert.doesNotMatch(page.body, /<script>alert/)
  const csv = await app.get('/office/outbox?format=csv', coordinator)
  assert.equal(csv.headers['content-type'], 'text/csv; charset=utf-8')
  assert.match(csv.body, /'=1\+1/)
})

test('a link by which one comes in is shown to administrators only', async () => {
  const id = await held('g', 'staff.invitation')
  const seen = await app.get(`/office/outbox/${id}`, await app.staff('administrator'))
  assert.match(seen.body, /До 6 числа\./)
  const hidden = await app.get(`/office/outbox/${id}`, await app.staff('coordinator'))
  assert.equal(hidden.statusCode, 200)
  assert.doesNotMatch(hidden.body, /До 6 числа\./)
})
