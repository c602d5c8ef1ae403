/** A card from its draft in the cabinet to the public page, its next version, and its end. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  BASE_URL,
  headersOf,
  type Person,
  type Representative,
  type TestApp,
  testApp,
} from '../../../test/factories/app.ts'
import { plantOrganisation } from '../../../test/factories/organisations.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { digestSources } from '../../platform/digest.ts'
import { CSRF_FIELD } from '../../ui/frame.ts'
import { mergeOrganisations, undoMerge } from '../organisations/actions/merge.ts'
import { type OrganisationId, organisationSections } from '../organisations/index.ts'
import { practiceForTalk, practicesOf } from './index.ts'
import type { PracticeId } from './types.ts'

let app: TestApp
let coordinator: Person
let viewer: Person
let ours: OrganisationId
let partner: OrganisationId
let speaker: Representative
let stranger: Representative
let id: PracticeId

before(async () => {
  app = await testApp()
  const { db } = app.connection
  ours = await plantOrganisation(db, { name: 'ГО «Зелене місто»' })
  partner = await plantOrganisation(db, { name: 'БФ «Турбота Ніжина»', kind: 'charity' })
  const other = await plantOrganisation(db, { name: 'ГО «Інша справа»' })
  speaker = await app.representative([ours])
  stranger = await app.representative([other])
  coordinator = await app.staff('coordinator')
  viewer = await app.staff('viewer')
})
after(() => app.drop())

const card = {
  title: 'Сад при школі № 5',
  problem: 'Порожнє подвір’я без тіні',
  done: 'Посадили дерева\nПоставили лави',
  result: 'Діти гуляють надворі',
  indicator1Name: 'Посаджено',
  indicator1Unit: 'дерев',
  indicator1Before: '0',
  indicator1After: '40',
  cost: '12 500,50',
  costSources: 'внески, місцевий бюджет',
  partners: 'Турбота Ніжина\nбатьки учнів',
  link1: 'https://example.org/sad',
  contact: 'sad@example.org',
  from: '01.03.2026',
  to: '30.04.2026',
  place: 'Ніжин, школа № 5',
}

const draft = { _intent: 'draft' }

async function kept(): Promise<number> {
  return (await app.connection.db.selectFrom('practices').select('id').execute()).length
}

test('a draft may lack anything; a stranger and a viewer write nothing', async () => {
  const form = await app.get('/cabinet/practices/new', speaker)
  assert.equal(form.statusCode, 200)
  assert.match(form.body, /Зелене місто/)
  const mine = { organisationId: ours, title: 'Сад', ...draft }
  assert.equal((await app.post('/cabinet/practices', mine, stranger)).statusCode, 403)
  assert.equal((await app.post('/office/practices', mine, viewer)).statusCode, 403)
  const bad = await app.post('/cabinet/practices', { ...mine, cost: 'багато', link1: 'ftp://x' }, speaker)
  assert.equal(bad.statusCode, 422)
  assert.match(bad.body, /суму в гривнях/)
  assert.match(bad.body, /https:\/\//)
  assert.equal(await kept(), 0)
  const made = await app.post('/cabinet/practices', mine, speaker)
  assert.equal(made.statusCode, 303)
  id = /practices\/([0-9a-f-]{36})/.exec(String(made.headers.location))![1] as PracticeId
  assert.equal((await app.get(`/cabinet/practices/${id}`, stranger)).statusCode, 403)
  assert.equal((await app.get(`/practices/${id}`)).statusCode, 404)
})

test('submitting says everything that is missing, and keeps what was typed', async () => {
  const at = `/cabinet/practices/${id}`
  const lacking = await app.post(`${at}/edit`, { version: '1', title: 'Сад при школі' }, speaker)
  assert.equal(lacking.statusCode, 422)
  for (const word of ['Опишіть проблему', 'хоча б один показник', 'у кого спитати', 'коли це було'])
    assert.match(lacking.body, new RegExp(word, 'i'))
  assert.match(lacking.body, /Сад при школі/)
  const half = await app.post(`${at}/edit`, { ...card, version: '1', indicator2Unit: 'лав' }, speaker)
  assert.match(half.body, /назвіть показник/i)
  const saved = await app.post(`${at}/edit`, { ...card, version: '1' }, speaker)
  assert.equal(saved.statusCode, 303, saved.body)
  const again = await app.post(`${at}/edit`, { ...card, version: '1' }, speaker)
  assert.notEqual(again.statusCode, 303)
})

test('a clerk returns it with a reason; it is the first thing to do in the cabinet', async () => {
  assert.match((await app.get('/office', coordinator)).body, /чекає на розгляд/)
  const at = `/office/practices/${id}`
  assert.equal((await app.get(at, viewer)).statusCode, 200)
  assert.equal((await app.post(`${at}/return`, { reason: 'Які саме дерева?' }, viewer)).statusCode, 403)
  assert.equal((await app.post(`${at}/return`, { reason: ' ' }, coordinator)).statusCode, 422)
  assert.equal((await app.post(`${at}/return`, { reason: 'Які саме дерева?' }, coordinator)).statusCode, 303)
  assert.match((await app.get('/cabinet', speaker)).body, /Сад при школі № 5[\s\S]*повернуто/)
  assert.match((await app.get(`/cabinet/practices/${id}`, speaker)).body, /Які саме дерева/)
  assert.equal((await app.post(`${at}/publish`, {}, coordinator)).statusCode, 422)
})

async function version(): Promise<string> {
  const row = await app.connection.db
    .selectFrom('practices')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirst()
  return String(row!.version)
}

async function attach(path: string, name: string, bytes: Uint8Array, person: Representative) {
  const form = new FormData()
  form.append(CSRF_FIELD, person.csrf)
  form.append('fileTitle', 'Світлини саду')
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  const request = new Request('http://x', { method: 'POST', body: form })
  return app.server.inject({
    method: 'POST',
    url: path,
    headers: { ...headersOf(person), origin: BASE_URL, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

test('a file waits with the card', async () => {
  const at = `/cabinet/practices/${id}`
  const wrong = await attach(`${at}/files`, 'sad.exe', new TextEncoder().encode('MZ'), speaker)
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /Такий файл не приймаємо/)
  const file = await attach(`${at}/files`, 'sad.pdf', new TextEncoder().encode('%PDF-1.4 сад'), speaker)
  assert.equal(file.statusCode, 303, file.body)
  const row = await app.connection.db.selectFrom('practice_files').select('file_id').executeTakeFirstOrThrow()
  assert.equal((await app.get(`/files/${row.file_id}/sad.pdf`)).statusCode, 404)
  assert.equal((await app.get(`${at}/files/${row.file_id}`, speaker)).statusCode, 200)
  assert.equal((await app.get(`${at}/files/${row.file_id}`, stranger)).statusCode, 403)
})

test('published, it is read by everybody, found, fed, and taken along as a document', async () => {
  const at = `/cabinet/practices/${id}`
  const edited = { ...card, done: 'Посадили липи\nПоставили лави', version: await version() }
  assert.equal((await app.post(`${at}/edit`, edited, speaker)).statusCode, 303)
  assert.equal((await app.post(`/office/practices/${id}/publish`, {}, viewer)).statusCode, 403)
  assert.equal((await app.post(`/office/practices/${id}/publish`, {}, coordinator)).statusCode, 303)

  const page = await app.get(`/practices/${id}`)
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /Посадили липи/)
  assert.match(page.body, /12[\s\u00a0]500,50 грн, внески/)
  assert.match(page.body, new RegExp(`href="/organisations/${partner}"`))
  assert.match(page.body, /application\/ld\+json/)
  const [row] = await app.connection.db.selectFrom('practice_files').select('file_id').execute()
  assert.equal((await app.get(`/files/${row!.file_id}/sad.pdf`)).statusCode, 200)

  assert.match((await app.get('/practices?q=липи')).body, /Сад при школі № 5/)
  assert.match((await app.get('/practices?q=нема')).body, /практик немає/)
  assert.match((await app.get('/practices?year=2026&kind=ngo')).body, /Сад при школі № 5/)
  assert.match((await app.get('/practices?kind=charity')).body, /практик немає/)
  assert.match((await app.get('/practices.atom')).body, /<title>Сад при школі № 5<\/title>/)
  assert.match((await app.get('/practices?format=csv')).body, /Сад при школі/)
  assert.match((await app.get(`/en/practices/${id}`)).body, /Whom to ask/)
  const api = JSON.parse((await app.get(`/api/v1/practices?organisation=${partner}`)).body)
  assert.deepEqual([api.data.length, api.data[0].cost, api.data[0].indicators[0].after], [1, 12500.5, 40])
  assert.equal((await app.get(`/practices/${id}?format=docx`)).rawPayload.subarray(0, 2).toString(), 'PK')
  assert.equal((await app.get(`/practices/${id}?format=pdf`)).rawPayload.subarray(0, 4).toString(), '%PDF')
})

test('other modules get it: sections of organisations, talks, the weekly letter once', async () => {
  const { db } = app.connection
  assert.equal((await practicesOf(db, partner)).length, 1)
  assert.equal((await practiceForTalk(db, id))?.organisationName, 'ГО «Зелене місто»')
  const section = organisationSections.all().find((s) => s.key === 'practices')!
  assert.equal((await section.items(db, ours, 'uk', 5)).length, 1)
  const source = digestSources.all().find((s) => s.title.uk === 'Практики організацій')!
  const now = Temporal.Now.instant()
  const items = await source.items(db, now.subtract({ hours: 1 }), now.add({ hours: 1 }))
  assert.deepEqual(items[0]!.organisations, [ours, partner])
})

test('a change after publication is another version, seen by readers; the old one stays until then', async () => {
  const at = `/cabinet/practices/${id}`
  const edited = { ...card, result: 'Діти гуляють надворі щодня', version: await version() }
  assert.equal((await app.post(`${at}/edit`, edited, speaker)).statusCode, 303)
  assert.doesNotMatch((await app.get(`/practices/${id}`)).body, /щодня/)
  assert.equal((await app.post(`/office/practices/${id}/publish`, {}, coordinator)).statusCode, 303)
  const page = (await app.get(`/practices/${id}`)).body
  assert.match(page, /щодня/)
  assert.match(page, /Попередні редакції/)
  const source = digestSources.all().find((s) => s.title.uk === 'Практики організацій')!
  const now = Temporal.Now.instant()
  assert.equal((await source.items(db(), now.subtract({ hours: 1 }), now.add({ hours: 1 }))).length, 1)
})

const db = () => app.connection.db

test('who wrote it takes it off with a reason; its files go with it', async () => {
  const at = `/cabinet/practices/${id}/withdraw`
  assert.equal((await app.post(at, { reason: 'Помилка' }, stranger)).statusCode, 403)
  assert.equal((await app.post(at, { reason: '' }, speaker)).statusCode, 422)
  assert.equal((await app.post(at, { reason: 'Помилка в цифрах' }, speaker)).statusCode, 303)
  assert.equal((await app.get(`/practices/${id}`)).statusCode, 404)
  const [row] = await db().selectFrom('practice_files').select('file_id').execute()
  assert.equal((await app.get(`/files/${row!.file_id}/sad.pdf`)).statusCode, 404)
  assert.equal((await practicesOf(db(), ours)).length, 0)
})

test('a clerk writes a card for an organisation, and says which measure cards are evidence for', async () => {
  assert.match((await app.get('/office/practices/new?q=турбота', coordinator)).body, /Турбота Ніжина/)
  const made = await app.post(
    '/office/practices',
    { ...card, organisationId: partner, partners: '' },
    coordinator,
  )
  assert.equal(made.statusCode, 303)
  const set = { measure: '4.12', unitId: '' }
  assert.equal((await app.post('/office/practices/settings', set, viewer)).statusCode, 403)
  assert.equal((await app.post('/office/practices/settings', set, coordinator)).statusCode, 303)
  assert.match((await app.get('/office/practices?state=submitted', coordinator)).body, /Сад при школі/)
})

test('cards follow an organisation that turned out to be another, and go back when that was wrong', async () => {
  const of = async () => {
    const rows = await db()
      .selectFrom('practices')
      .select('organisation_id')
      .where('title', '=', card.title)
      .execute()
    return rows.map((row) => row.organisation_id)
  }
  const before = await of()
  assert.ok(before.includes(partner))
  const clerk = app.ctx(coordinator.actor)
  const merge = await mergeOrganisations(clerk, ours, { gone: partner, chosen: [], reason: 'Та сама' })
  assert.ok((await of()).every((one) => one === ours))
  await undoMerge(clerk, merge)
  assert.deepEqual((await of()).sort(), before.sort())
})
