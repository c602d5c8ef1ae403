import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { transact } from '../../platform/context.ts'
import { eventCancelled, eventHeld } from '../events/index.ts'
import { ensureUnit } from '../people/index.ts'
import { draftPrepared, importText } from '../programmes/index.ts'
import { hearingClocks } from './staff/start.ts'
import { listHearings } from './store/hearings.ts'
import { proposalsOf } from './store/parts.ts'
import type { Hearing, HearingId } from './types.ts'

let app: TestApp
let coordinator: Person
before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator', { name: 'Олена Вигадана' })
})
after(() => app.drop())

const INITIATIVE = {
  title: 'Реконструкція парку',
  subject: 'other',
  initiatorKind: 'residents',
  initiator: 'Ініціативна група «Парк»',
  receivedOn: '01.11.2026',
  territory: '',
  ground: 'Чи потрібна автостоянка біля парку.',
}
const path = (id: HearingId, part = '') => `/office/hearings/${id}${part}`
const post = (id: HearingId, part: string, form: Record<string, string>, person = coordinator) =>
  app.post(path(id, part), form, person)

async function hearings(): Promise<readonly Hearing[]> {
  return (await listHearings(app.connection.db, { state: null, text: '' }, '', 100)).rows
}
async function hearing(id: HearingId): Promise<Hearing> {
  return (await hearings()).find((h) => h.id === id)!
}
const versionOf = async (id: HearingId) => String((await hearing(id)).version)
const daysAhead = (days: number) => app.ctx(coordinator.actor).today.add({ days }).toString()

async function received(more: Record<string, string> = {}): Promise<HearingId> {
  const reply = await app.post('/office/hearings', { ...INITIATIVE, ...more }, coordinator)
  assert.equal(reply.statusCode, 303, reply.body)
  return /hearings\/([0-9a-f-]{36})/.exec(reply.headers.location ?? '')![1] as HearingId
}

async function called(days = 30): Promise<Hearing> {
  const id = await received({ title: `Питання ${Math.random()}`, initiatorKind: 'mayor', initiator: '' })
  await post(id, '/accept', { version: await versionOf(id) })
  const reply = await post(id, '/call', {
    version: await versionOf(id),
    day: daysAhead(days),
    starts: '17.30',
    place: 'Мала зала',
  })
  assert.equal(reply.statusCode, 303, reply.body)
  return hearing(id)
}

async function held(): Promise<Hearing> {
  const one = await called()
  // The day comes: the engine tells of it.
  const { db } = app.connection
  const day = app.ctx(coordinator.actor).today.subtract({ days: 5 })
  await db
    .updateTable('events')
    .set({ first_day: day, last_day: day })
    .where('id', '=', one.eventId!)
    .execute()
  await transact(app.ctx(coordinator.actor), (tx) =>
    eventHeld.happened(tx, { id: one.eventId!, kind: 'publicHearing', unitId: null }),
  )
  return hearing(one.id)
}

describe('an initiative', () => {
  test('is checked by sheets and accepted only with enough signatures', async () => {
    const id = await received()
    const early = await post(id, '/accept', { version: await versionOf(id) })
    assert.equal(early.statusCode, 422)
    assert.match(early.body, /Дійсних підписів 0, а потрібно 50/)
    const sheet = { label: 'аркуш 1', signatures: '40', valid: '30', remark: '' }
    const unexplained = await post(id, '/sheets', sheet)
    assert.equal(unexplained.statusCode, 422)
    assert.match(unexplained.body, /value="40"/)
    assert.equal((await post(id, '/sheets', { ...sheet, remark: 'Немає адреси' })).statusCode, 303)
    assert.equal((await post(id, '/sheets', { ...sheet, remark: 'Ще раз' })).statusCode, 422)
    await post(id, '/sheets', { label: 'аркуш 2', signatures: '25', valid: '25', remark: '' })
    assert.match((await app.get(path(id), coordinator)).body, /Олена Вигадана/)
    assert.equal((await post(id, '/accept', { version: await versionOf(id) })).statusCode, 303)
    assert.equal((await hearing(id)).state, 'accepted')
  })

  test('comes back with everything wrong at once', async () => {
    const reply = await app.post(
      '/office/hearings',
      { ...INITIATIVE, title: '', receivedOn: 'вчора' },
      coordinator,
    )
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /Ініціативна група «Парк»/)
    assert.match(reply.body, /06\.04\.2026/)
    const unnamed = await app.post('/office/hearings', { ...INITIATIVE, initiator: '' }, coordinator)
    assert.equal(unnamed.statusCode, 422)
  })

  test('is refused with a reason, and then is over', async () => {
    const id = await received()
    assert.equal((await post(id, '/decline', { version: await versionOf(id), reason: '' })).statusCode, 422)
    await post(id, '/decline', { version: await versionOf(id), reason: 'Не належить до повноважень громади' })
    assert.equal((await hearing(id)).state, 'refused')
    assert.equal((await post(id, '/accept', { version: await versionOf(id) })).statusCode, 422)
  })

  test('nobody but the coordinator keeps it, and nothing is written', async () => {
    const viewer = await app.staff('viewer')
    const before = (await hearings()).length
    assert.equal((await app.post('/office/hearings', INITIATIVE, viewer)).statusCode, 403)
    assert.equal((await app.get('/office/hearings', viewer)).statusCode, 200)
    assert.equal((await hearings()).length, before)
  })
})

describe('the call', () => {
  test('a notice shorter than due needs a reason, which everybody reads', async () => {
    const id = await received({ initiatorKind: 'mayor', initiator: '' })
    await post(id, '/accept', { version: await versionOf(id) })
    const call = { version: await versionOf(id), day: daysAhead(3), starts: '17:30', place: 'Мала зала' }
    const short = await post(id, '/call', call)
    assert.equal(short.statusCode, 422)
    assert.match(short.body, /оголосити слід було не пізніше/)
    assert.equal((await hearing(id)).eventId, null)
    await post(id, '/call', { ...call, shortNoticeReason: 'Аварійний стан мосту' })
    const shown = await app.get(`/hearings/${id}`)
    assert.equal(shown.statusCode, 200)
    assert.match(shown.body, /Аварійний стан мосту/)
    // The event is only planned: visitors do not see its day yet.
    assert.doesNotMatch(shown.body, /Мала зала/)
  })

  test('an initiative that is not called yet is not public', async () => {
    const id = await received()
    assert.equal((await app.get(`/hearings/${id}`)).statusCode, 404)
    assert.equal((await app.get('/hearings/1')).statusCode, 404)
  })

  test('with its event cancelled it may be called again', async () => {
    const one = await called()
    await transact(app.ctx(coordinator.actor), (tx) =>
      eventCancelled.happened(tx, {
        id: one.eventId!,
        kind: 'publicHearing',
        unitId: null,
        reason: 'Тривога',
      }),
    )
    const after = await hearing(one.id)
    assert.deepEqual([after.state, after.eventId, after.stateReason], ['accepted', null, 'Тривога'])
  })
})

describe('after its day', () => {
  test('proposals run for thirty days, each is decided with reasons, then the hearing, then its fate', async () => {
    const one = await held()
    assert.equal(one.state, 'held')
    assert.equal(one.decisionTerm!.explanation.basis!.rule, 'hearing.decision')
    const proposal = { text: 'Зберегти липову алею', authorKind: 'resident', author: 'Іван Вигаданий' }
    assert.equal((await post(one.id, '/proposals', proposal)).statusCode, 303)
    await post(one.id, '/proposals', { ...proposal, text: 'Зробити стоянку платною' })
    const [first, second] = await proposalsOf(app.connection.db, one.id)

    const seen = await app.get(`/hearings/${one.id}`)
    assert.match(seen.body, /Зберегти липову алею/)
    assert.doesNotMatch(seen.body, /Іван Вигаданий/)

    const decision = {
      number: '12-3/2026',
      body: 'Ніжинська міська рада',
      on: daysAhead(0),
      text: 'Алею зберегти.',
    }
    const early = await post(one.id, '/decision', { ...decision, version: await versionOf(one.id) })
    assert.equal(early.statusCode, 422)
    assert.match(early.body, /Ще не вирішено: 2 пропозиції/)

    const silent = await post(one.id, `/proposals/${first!.id}`, {
      proposalVersion: '1',
      state: 'taken',
      reason: '',
    })
    assert.equal(silent.statusCode, 422)
    await post(one.id, `/proposals/${first!.id}`, {
      proposalVersion: '1',
      state: 'taken',
      reason: 'Алея – пам’ятка.',
    })
    const stale = { proposalVersion: '1', state: 'rejected', reason: 'Інша думка' }
    assert.equal((await post(one.id, `/proposals/${first!.id}`, stale)).statusCode, 409)
    await post(one.id, `/proposals/${second!.id}`, stale)

    assert.equal(
      (await post(one.id, '/decision', { ...decision, version: await versionOf(one.id) })).statusCode,
      303,
    )
    const shown = await app.get(`/hearings/${one.id}`)
    for (const text of [/Алея – пам’ятка/, /12-3\/2026/, /через 3 місяці/, /через 12 місяців/])
      assert.match(shown.body, text)

    for (const months of [3, 6, 12]) {
      assert.equal((await post(one.id, `/follow-ups/${months}`, { note: '' })).statusCode, 422)
      assert.equal((await post(one.id, `/follow-ups/${months}`, { note: 'Алею огороджено' })).statusCode, 303)
    }
    assert.equal((await hearing(one.id)).state, 'closed')
  })

  test('minutes hold votes that add up, and are printed', async () => {
    const one = await held()
    const minutes = {
      minutesVersion: '0',
      chair: 'О. М. Вигаданий',
      secretary: 'Г. П. Вигадана',
      participants: '50',
      course: 'Слухали доповідь.\nВиступили учасники.',
      votes: 'Підтримати проєкт | 40 | 20 | 0',
    }
    const wrong = await post(one.id, '/minutes', minutes)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /голосів більше, ніж учасників/)
    await post(one.id, '/minutes', { ...minutes, votes: 'Підтримати проєкт | 40 | 6 | 4' })
    assert.equal((await post(one.id, '/minutes', minutes)).statusCode, 422)
    for (const format of ['docx', 'pdf'])
      assert.equal(
        (await app.get(path(one.id, `/minutes?format=${format}`), coordinator)).statusCode,
        200,
        format,
      )
    assert.match((await app.get(`/hearings/${one.id}`)).body, /підтримано/)
  })
})

describe('the system', () => {
  test('proposes a hearing when a draft programme appears, and tells of it on the start page', async () => {
    const draftId = await importText(app.ctx(coordinator.actor), { kind: 'pasted', text: 'Проєкт програми' })
    await transact(app.ctx(coordinator.actor), (tx) =>
      draftPrepared.happened(tx, { draftId, kind: 'new', title: 'Програма на 2027–2030 роки' }),
    )
    const proposed = (await hearings()).find((h) => h.draftId === draftId)!
    assert.equal(proposed.state, 'proposed')
    const clocks = await hearingClocks(app.ctx(coordinator.actor))
    assert.ok(clocks.some((c) => c.title.uk.includes('Програма на 2027–2030 роки')))
    assert.deepEqual(await hearingClocks(app.ctx((await app.staff('viewer')).actor)), [])
    await post(proposed.id, '/decline', { version: '1', reason: 'Проєкт відкликано' })
    const left = await hearingClocks(app.ctx(coordinator.actor))
    assert.ok(!left.some((c) => c.href.includes(proposed.id)))
  })

  test('counts late proposals on the start page', async () => {
    const one = await held()
    await post(one.id, '/proposals', { text: 'Поставити лавки', authorKind: 'resident' })
    const later = app.ctx(coordinator.actor, `${one.decisionTerm!.due.add({ days: 3 })}T09:00:00Z`)
    const item = (await hearingClocks(later)).find((c) => c.href.includes(one.id))!
    assert.deepEqual(item.urgency, { late: 3 })
    assert.match(item.text.uk, /1 пропозиція/)
  })

  test('tells a department of the proposals that it was given, and nobody else', async () => {
    const one = await held()
    const unit = (name: string) =>
      transact(app.ctx(coordinator.actor), (tx) => ensureUnit(tx, { name, kind: 'unit' }))
    const unitId = await unit('Управління парків')
    const department = await app.staff('executor', { unitId })
    const stranger = await app.staff('executor', { unitId: await unit('Управління мостів') })
    const clocks = (person: Person) => hearingClocks(app.ctx(person.actor))
    await post(one.id, '/proposals', { text: 'Полити клумби', authorKind: 'resident', unitId })
    assert.deepEqual(
      (await clocks(department)).map((c) => [c.href, c.urgency]),
      [[`/office/hearings/${one.id}#proposals`, { due: one.decisionTerm!.due }]],
    )
    assert.deepEqual(await clocks(stranger), [])
  })
})

test('lists are filtered, exported, and stay text', async () => {
  await received({ title: '=1+1<script>alert(1)</script>' })
  const list = await app.get('/office/hearings?state=received&q=script', coordinator)
  assert.doesNotMatch(list.body, /<script>alert/)
  const csv = await app.get('/office/hearings?format=csv', coordinator)
  assert.match(csv.body, /'=1\+1/)
  assert.equal((await app.get('/hearings')).statusCode, 200)
  assert.equal((await app.get('/en/hearings')).statusCode, 200)
})
