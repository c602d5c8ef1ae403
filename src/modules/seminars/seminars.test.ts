import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { plantOrganisation } from '../../../test/factories/organisations.ts'
import { civilDate } from '../../kernel/civil-date.ts'
import { transact } from '../../platform/context.ts'
import {
  addPerson,
  type EventId,
  type EventState,
  eventById,
  makeEvent,
  PLAIN_DAY,
  PLAIN_EVENT,
} from '../events/index.ts'
import { branchesOf, evidenceOf } from './actions/certificates.ts'
import { certificatesOf } from './store/certificates.ts'
import { answersOf } from './store/tests.ts'

let app: TestApp
let coordinator: Person
let id: EventId
before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator')
  for (const name of ['Осередок «Альфа»', 'Осередок «Бета»'])
    await plantOrganisation(app.connection.db, { name, kind: 'partyBranch' })
  await plantOrganisation(app.connection.db, {
    name: 'Осередок «Колишній»',
    kind: 'partyBranch',
    state: 'terminated',
  })
  await plantOrganisation(app.connection.db, { name: 'ГО «Не партія»' })
  id = await makeEvent(app.ctx(coordinator.actor), {
    ...PLAIN_EVENT,
    kind: 'partySeminar',
    title: 'Як подати пропозицію',
    days: [
      {
        ...PLAIN_DAY,
        day: civilDate(2031, 3, 12),
        starts: '10:00',
        ends: '13:00',
        place: 'Мала зала',
      },
    ],
    participation: 'invitation',
  })
})
after(() => app.drop())

const path = (part = '') => `/office/events/${id}/seminar${part}`
const setState = (state: EventState) =>
  app.connection.db.updateTable('events').set({ state }).where('id', '=', id).execute()
const QUESTIONS =
  'Хто скликає слухання?\n+ голова\n- поліція\n\nЩо обов’язкове?\n+ статут\n+ бюджет\n- погода'

describe('invitations', () => {
  test('go to every registered branch at once, and to nobody else', async () => {
    const before = await app.get(path(), coordinator)
    assert.match(before.body, /Запросити 2 осередки/)
    assert.equal((await app.post(path('/invite'), {}, coordinator)).statusCode, 303)
    const branches = await branchesOf(app.connection.db, id)
    assert.deepEqual(
      branches.map((b) => [b.branch.name, b.invitation?.state]),
      [
        ['Осередок «Альфа»', 'invited'],
        ['Осередок «Бета»', 'invited'],
      ],
    )
    assert.equal((await app.post(path('/invite'), {}, coordinator)).statusCode, 422)
    assert.match((await app.get(path(), coordinator)).body, /Запрошено всі зареєстровані осередки/)
    for (const format of ['docx', 'pdf', 'csv'])
      assert.equal((await app.get(path(`/branches?format=${format}`), coordinator)).statusCode, 200, format)
  })

  test('are not sent by a viewer', async () => {
    const viewer = await app.staff('viewer')
    assert.equal((await app.post(path('/invite'), {}, viewer)).statusCode, 403)
    assert.equal((await app.get(path(), viewer)).statusCode, 200)
  })
})

describe('a test', () => {
  test('is written, refused with what was typed, and stands once it has answers', async () => {
    const wrong = await app.post(path('/test'), { version: '0', questions: 'Питання\n+ одна' }, coordinator)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /від 2 до 8 варіантів/)
    assert.equal(
      (await app.post(path('/test'), { version: '0', questions: QUESTIONS }, coordinator)).statusCode,
      303,
    )
    assert.equal(
      (await app.post(path('/test'), { version: '0', questions: QUESTIONS }, coordinator)).statusCode,
      409,
    )
    assert.equal((await app.get(`/events/${id}/test`)).statusCode, 404)
    await setState('announced')
    assert.match((await app.get(`/events/${id}/test`)).body, /Тест зараз закрито/)
    assert.equal((await app.post(`/events/${id}/test`, { q1: '0' })).statusCode, 422)
  })

  test('is answered by anybody, once by one word; few answers are not counted out', async () => {
    await app.post(path('/stage'), { stage: 'before' }, coordinator)
    const answer = (form: Record<string, string | string[]>) => app.post(`/events/${id}/test`, form)
    assert.equal((await answer({ q1: '0', q2: ['0', '1'], word: 'Калина' })).statusCode, 303)
    const again = await answer({ q1: '1', word: ' калина ' })
    assert.equal(again.statusCode, 422)
    assert.match(again.body, /уже відповідали/)
    assert.equal((await answer({ word: 'мальва' })).statusCode, 422)
    assert.equal((await answer({ q1: '0', q9: '1' })).statusCode, 422)
    await answer({ q1: '1' })
    const stored = await answersOf(app.connection.db, id, 'before')
    assert.deepEqual(stored.map((a) => a.correct).sort(), [0, 2])
    const words = await app.connection.db.selectFrom('seminar_answers').select('word_hash').execute()
    assert.ok(words.every((w) => !w.word_hash?.includes('калина')))
    assert.match((await app.get(path(), coordinator)).body, /замало відповідей/)
    for (let i = 0; i < 3; i++) await answer({ q1: '0', q2: ['0', '1'] })
    assert.match((await app.get(path(), coordinator)).body, /у середньому правильних 1,6 з 2/)
    const locked = await app.post(path('/test'), { version: '2', questions: QUESTIONS }, coordinator)
    assert.equal(locked.statusCode, 422)
  })
})

describe('certificates', () => {
  const person = (name: string, came: boolean) =>
    addPerson(
      app.ctx(coordinator.actor),
      id,
      { name, email: null, organisation: 'Осередок «Альфа»', organisationId: null },
      came,
    )

  test('are issued to those who came, once, and checked by their number', async () => {
    const [came, absent] = [await person('Ганна Вигадана', true), await person('Петро Вигаданий', false)]
    assert.equal((await app.post(path('/certificates'), { people: absent }, coordinator)).statusCode, 422)
    await app.post(path('/certificates'), { people: [came, absent], consent: 'yes' }, coordinator)
    await app.post(path('/certificates'), { people: came, consent: 'yes' }, coordinator)
    const [one, ...rest] = await certificatesOf(app.connection.db, id)
    assert.deepEqual([one!.name, rest.length], ['Ганна Вигадана', 0])
    const shown = await app.get(`/certificates/${one!.number}`)
    assert.match(shown.body, /Сертифікат чинний/)
    assert.match(shown.body, /Ганна Вигадана/)
    assert.doesNotMatch(shown.body, /Альфа/)
    assert.match((await app.get(`/certificates?number=${one!.number.toLowerCase()}`)).body, /чинний/)
    const file = await app.get(path(`/certificates/${one!.id}/file`), coordinator)
    assert.equal(file.headers['content-type'], 'application/pdf')
    assert.equal(
      (await app.get(path(`/certificates/${one!.id}/file`), await app.staff('viewer'))).statusCode,
      403,
    )
  })

  test('without consent a number shows no name', async () => {
    const silent = await person('Марія Вигадана', true)
    await app.post(path('/certificates'), { people: silent }, coordinator)
    const one = (await certificatesOf(app.connection.db, id)).find((c) => c.name === 'Марія Вигадана')!
    const shown = (await app.get(`/certificates/${one.number}`)).body
    assert.match(shown, /не показується без згоди/)
    assert.doesNotMatch(shown, /Марія/)
  })

  test('one that was revoked says so, one that was never issued too', async () => {
    const one = (await certificatesOf(app.connection.db, id)).find((c) => c.name === 'Ганна Вигадана')!
    const revoke = path(`/certificates/${one.id}/revoke`)
    assert.equal((await app.post(revoke, { reason: '' }, coordinator)).statusCode, 422)
    await app.post(revoke, { reason: 'Видано помилково' }, coordinator)
    assert.equal((await app.post(revoke, { reason: 'Ще раз' }, coordinator)).statusCode, 422)
    assert.match((await app.get(`/certificates/${one.number}`)).body, /Видано помилково/)
    for (const number of ['2026-AAAAAAAAAA', 'x', '%27'])
      assert.match((await app.get(`/certificates/${number}`)).body, /не видавали/)
  })

  test('the evidence says how many were invited and certified', async () => {
    const told = await transact(app.ctx(coordinator.actor), async (tx) =>
      evidenceOf(tx, (await eventById(tx.db, id))!),
    )
    assert.deepEqual(told, { result: 'Запрошено осередків: 2 з 2. Видано сертифікатів: 1.' })
  })
})

test('in election time the page says that nothing is agitation', async () => {
  assert.doesNotMatch((await app.get(`/events/${id}`)).body, /не передвиборна агітація/)
  const now = app.ctx(coordinator.actor).today
  const election = { from: now.toString(), to: now.subtract({ days: 1 }).toString(), basis: 'Постанова' }
  const wrong = await app.post('/office/seminars/election', election, coordinator)
  assert.equal(wrong.statusCode, 422)
  await app.post('/office/seminars/election', { ...election, to: now.toString() }, coordinator)
  assert.match((await app.get(`/events/${id}`)).body, /не передвиборна агітація/)
  assert.equal(
    (await app.post('/office/seminars/election/clear', {}, await app.staff('viewer'))).statusCode,
    403,
  )
  await app.post('/office/seminars/election/clear', {}, coordinator)
  assert.doesNotMatch((await app.get(`/events/${id}`)).body, /не передвиборна агітація/)
})

test('attendance over the years counts those who came of invited organisations', async () => {
  await setState('held')
  const { db } = app.connection
  await db.updateTable('event_invitations').set({ attended: 3 }).where('event_id', '=', id).execute()
  const shown = await app.get('/office/seminars', coordinator)
  assert.match(shown.body, /Осередок «Альфа»/)
  assert.match(shown.body, /2031/)
  assert.match((await app.get('/office/seminars?format=csv', coordinator)).body, /Осередок «Бета»/)
})
