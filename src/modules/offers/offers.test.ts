/** Events that organisations offer, from the cabinet to the calendar, through HTTP. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type Representative, type TestApp, testApp } from '../../../test/factories/app.ts'
import { plantOrganisation } from '../../../test/factories/organisations.ts'
import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { shortDate } from '../../kernel/texts.ts'
import { newId } from '../../platform/random.ts'
import { waitingItems } from './staff.ts'
import type { OrganisationId } from './types.ts'

let app: TestApp
let ngo: OrganisationId
let party: OrganisationId
let writer: Representative
let partyWriter: Representative
let clerk: Person
const today = dayOf(Temporal.Now.instant())

before(async () => {
  app = await testApp()
  const { db } = app.connection
  ngo = await plantOrganisation(db, { name: 'ГО «Берег»' })
  party = await plantOrganisation(db, { name: 'Осередок партії «Приклад»', kind: 'partyBranch' })
  writer = await app.representative([ngo], { name: 'Леся Організаторка', email: 'lesia@ngo.viche.test' })
  partyWriter = await app.representative([party])
  clerk = await app.staff('coordinator')
})
after(() => app.drop())

const fields = (change: Readonly<Record<string, string>> = {}) => ({
  organisation: ngo,
  kind: 'other',
  title: 'Толока на березі',
  purpose: 'Прибираємо берег, рукавиці є.',
  day: shortDate('uk', today.add({ days: 9 })),
  starts: '10:00',
  ends: '13:00',
  mode: 'onSite',
  place: 'Міський пляж',
  address: '',
  link: '',
  ...change,
})

async function offered(change: Readonly<Record<string, string>> = {}, who = writer): Promise<string> {
  const answer = await app.post('/cabinet/events/new', fields(change), who)
  assert.equal(answer.statusCode, 303, answer.body)
  return /events\/([\w-]{36})/.exec(String(answer.headers['location']))![1]!
}
const offers = () => app.connection.db.selectFrom('event_offers').selectAll().execute()
const letters = async (words: string) =>
  (await app.connection.db.selectFrom('messages').select(['recipient', 'body']).execute()).filter((m) =>
    m.body.includes(words),
  )

test('is taken into the calendar with the organisation as its host, and the author is told', async () => {
  const id = await offered()
  assert.match((await app.get('/office', clerk)).body, /ГО «Берег» пропонує подію «Толока на березі»/)
  assert.doesNotMatch((await app.get('/events')).body, /Толока на березі/)
  assert.match((await app.get(`/office/event-offers/${id}`, clerk)).body, /Леся Організаторка/)
  const answer = await app.post(
    `/office/event-offers/${id}/accept`,
    { version: '1', unit: '', announce: 'yes' },
    clerk,
  )
  assert.equal(answer.statusCode, 303, answer.body)
  const { event_id: event } = (await offers()).find((o) => o.id === id)!
  const shown = await app.get(`/events/${event}`)
  assert.match(shown.body, /Толока на березі[\s\S]*ГО «Берег»/)
  assert.doesNotMatch(shown.body, /Організаторка|lesia@/)
  assert.match((await app.get(`/organisations/${ngo}`)).body, /Толока на березі/)
  assert.match((await app.get(`/cabinet/events/${id}`, writer)).body, new RegExp(`href="/events/${event}"`))
  assert.deepEqual(
    (await letters(`/events/${event}`)).map((m) => m.recipient),
    ['lesia@ngo.viche.test'],
  )
  const again = await app.post(`/office/event-offers/${id}/accept`, { version: '2', unit: '' }, clerk)
  assert.equal(again.statusCode, 422)
  assert.match((await app.post(`/cabinet/events/${id}/withdraw`, {}, writer)).body, /Стан уже інший/)
})

test('says all that is wrong at once and keeps what was typed', async () => {
  const before = (await offers()).length
  const answer = await app.post(
    '/cabinet/events/new',
    fields({ day: shortDate('uk', today.subtract({ days: 1 })), starts: '', place: '' }),
    writer,
  )
  assert.equal(answer.statusCode, 422)
  for (const words of ['цей день уже минув', 'укажіть, коли починається', 'напишіть, де це буде'])
    assert.match(answer.body, new RegExp(words))
  assert.match(answer.body, /value="Толока на березі"/)
  assert.equal((await offers()).length, before)
})

test('comes back with a reason, is mended and sent again; a stale decision is told so', async () => {
  const id = await offered({ title: 'Зустріч' })
  const returned = await app.post(
    `/office/event-offers/${id}/return`,
    { version: '1', reason: 'unclear', words: 'Для кого ця зустріч?' },
    clerk,
  )
  assert.equal(returned.statusCode, 303)
  assert.match((await app.get('/cabinet', writer)).body, /Подію повернуто: Зустріч/)
  assert.match((await app.get(`/cabinet/events/${id}`, writer)).body, /Для кого ця зустріч\?/)
  assert.equal((await letters('Для кого ця зустріч?')).length, 1)
  const mended = fields({ title: 'Зустріч для батьків', version: '2' })
  assert.equal((await app.post(`/cabinet/events/${id}/edit`, mended, writer)).statusCode, 303)
  const stale = await app.post(`/office/event-offers/${id}/accept`, { version: '2', unit: '' }, clerk)
  assert.equal(stale.statusCode, 409)
  assert.equal((await app.post(`/cabinet/events/${id}/withdraw`, {}, writer)).statusCode, 303)
})

test('nobody offers for another, sees another’s, or decides without the right', async () => {
  const id = await offered()
  const before = (await offers()).length
  assert.equal((await app.post('/cabinet/events/new', fields(), partyWriter)).statusCode, 403)
  for (const path of [`/cabinet/events/${id}`, `/cabinet/events/${id}/edit`])
    assert.equal((await app.get(path, partyWriter)).statusCode, 404)
  assert.equal((await app.post(`/cabinet/events/${id}/withdraw`, {}, partyWriter)).statusCode, 404)
  const viewer = await app.staff('viewer')
  assert.equal((await app.get(`/office/event-offers/${id}`, viewer)).statusCode, 200)
  const decided = await app.post(`/office/event-offers/${id}/accept`, { version: '1', unit: '' }, viewer)
  assert.equal(decided.statusCode, 403)
  assert.equal((await offers()).length, before)
})

test('of a party branch it is not announced on days of election silence, of others it is', async () => {
  const { db } = app.connection
  await db
    .insertInto('silence_periods')
    .values({
      id: newId<'silence'>(),
      from_day: today,
      to_day: today.add({ days: 2 }),
      title: 'Вибори',
      source: 'постанова',
      url: null,
      created_by: 'Тест',
      created_at: Temporal.Now.instant(),
      cancelled_at: null,
      cancel_reason: null,
    })
    .execute()
  const id = await offered({ organisation: party, title: 'Зустріч осередку' }, partyWriter)
  const take = (announce: Readonly<Record<string, string>>) =>
    app.post(`/office/event-offers/${id}/accept`, { version: '1', unit: '', ...announce }, clerk)
  const silent = await take({ announce: 'yes' })
  assert.equal(silent.statusCode, 422)
  assert.match(silent.body, /Діє виборча тиша/)
  assert.equal((await take({})).statusCode, 303)
  assert.doesNotMatch((await app.get('/events')).body, /Зустріч осередку/)
})

test('who speaks for several organisations chooses one; nothing is chosen instead of them', async () => {
  const both = await app.representative([ngo, party])
  const form = (await app.get('/cabinet/events/new', both)).body
  assert.match(form, /<select[^>]*name="organisation"/)
  assert.doesNotMatch(form, /<option value="[\w-]{36}" selected/)
  const answer = await app.post('/cabinet/events/new', fields({ organisation: '', title: 'Нічия' }), both)
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /href="#f-organisation"/)
  assert.match(answer.body, /value="Нічия"/)
})

test('an offer waits as long as the city gives itself for news', async () => {
  const id = await offered({ title: 'Скільки чекати' })
  const dueOf = async () => {
    const items = await waitingItems(app.ctx(clerk.actor))
    const urgency = items.find((item) => item.key === `offer ${id}`)!.urgency
    assert.ok(urgency && 'due' in urgency)
    return urgency.due
  }
  const usual = await dueOf()
  const set = { measure: '', unit: '', decideDays: '9' }
  assert.equal((await app.post('/office/news/settings', set, clerk)).statusCode, 303)
  const longer = await dueOf()
  assert.ok(longer.since(usual).days >= 6)
})
