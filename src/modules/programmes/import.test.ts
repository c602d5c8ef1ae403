/** The Nizhyn text: uploaded, reviewed and accepted through HTTP. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { BASE_URL, type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { CSRF_FIELD } from '../../ui/frame.ts'
import { unitsByIds } from '../people/index.ts'
import { editionAt, fundingOf, measuresOf, programmes, tasksOf } from './index.ts'
import { draftById } from './store/drafts.ts'
import type { Draft } from './types/draft.ts'
import type { DraftId } from './types.ts'

const NIZHYN = new URL('../../../demo/nizhyn-2012-2015.txt', import.meta.url)

let app: TestApp
let coordinator: Person
let viewer: Person

before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator')
  viewer = await app.staff('viewer')
})
after(() => app.drop())

/** Sends a file as a browser does. */
function upload(person: Person, name: string, bytes: Uint8Array, fields: Record<string, string> = {}) {
  const edge = 'edge-of-the-parts'
  const parts = Object.entries({ ...fields, [CSRF_FIELD]: person.csrf }).map(
    ([key, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  )
  const head = `${parts.join('')}--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return app.server.inject({
    method: 'POST',
    url: '/office/programmes/new',
    headers: {
      cookie: `viche_session=${person.cookie}`,
      origin: BASE_URL,
      'content-type': `multipart/form-data; boundary=${edge}`,
    },
    payload: Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${edge}--\r\n`)]),
  })
}

function idOf(reply: { readonly headers: Record<string, unknown> }): DraftId {
  const id = /\/drafts\/([0-9a-f-]{36})/.exec(String(reply.headers['location']))?.[1]
  assert.ok(id, `a draft was made: ${String(reply.headers['location'])}`)
  return id as DraftId
}

async function draftOf(id: DraftId): Promise<Draft> {
  const draft = await draftById(app.connection.db, id)
  assert.ok(draft)
  return draft
}

async function seenOn(path: string): Promise<string> {
  const page = await app.get(path, coordinator)
  assert.equal(page.statusCode, 200, path)
  const seen = /name="seen" value="([^"]+)"/.exec(page.body)?.[1]
  assert.ok(seen, `a mark on ${path}`)
  return seen
}

describe('the Nizhyn text', () => {
  let id: DraftId

  test('is uploaded and read', async () => {
    const reply = await upload(coordinator, 'рішення.txt', readFileSync(NIZHYN))
    assert.equal(reply.statusCode, 303, reply.body.slice(0, 2000))
    id = idOf(reply)
    const draft = await draftOf(id)
    assert.equal(draft.proposed.measures.length, 20)
    assert.equal(draft.proposed.tasks.length, 9)
    assert.deepEqual(draft.reading.notUnderstood, [])
    assert.equal(draft.proposed.coordinator, draft.proposed.measures[0]!.executors[0])
  })

  test('every page of the review shows it beside the source', async () => {
    for (const section of [
      '',
      '/act',
      '/passport',
      '/content',
      '/units',
      '/measures',
      '/measures/m20',
      '/funding',
      '/control',
      '/lines',
      '/findings',
    ]) {
      const page = await app.get(`/office/programmes/drafts/${id}${section}`, viewer)
      assert.equal(page.statusCode, 200, section)
      assert.match(page.body, /id="line-82"/, section)
    }
    const findings = await app.get(`/office/programmes/drafts/${id}/findings`, coordinator)
    assert.match(findings.body, /Назва програми говорить про 2012–2015, а строк виконання в паспорті – 2014/)
    assert.match(findings.body, /Для заходу 4\.20 строк виконання не вказано/)
    assert.match(findings.body, /закінчився до ухвалення рішення/)
  })

  test('a section is saved, and a stale form comes back with both texts', async () => {
    const path = `/office/programmes/drafts/${id}/act`
    const seen = await seenOn(path)
    const form = {
      seen,
      title: (await draftOf(id)).proposed.title,
      shortTitle: 'Співпраця з громадськістю, 2012–2015',
      titleEn: '',
      shortTitleEn: '',
      from: '01.01.2012',
      to: '31.12.2015',
      body: 'Ніжинська міська рада',
      kind: 'рішення',
      number: '48',
      date: '31.01.2014',
      sitting: '49',
      convocation: '6',
      appendix: '10',
    }
    assert.equal((await app.post(path, form, coordinator)).statusCode, 303)
    assert.equal((await draftOf(id)).proposed.shortTitle, 'Співпраця з громадськістю, 2012–2015')
    const stale = await app.post(path, { ...form, shortTitle: 'Моя назва' }, coordinator)
    assert.equal(stale.statusCode, 409)
    assert.match(stale.body, /щойно змінив хтось інший/)
    assert.match(stale.body, /value="Моя назва"/)
    assert.match(stale.body, /Співпраця з громадськістю/)
    assert.equal((await draftOf(id)).proposed.shortTitle, 'Співпраця з громадськістю, 2012–2015')
  })

  test('bad input names each field and changes nothing', async () => {
    const path = `/office/programmes/drafts/${id}/funding`
    const before = (await draftOf(id)).proposed.funding
    const form = {
      seen: await seenOn(path),
      'year-0': '2014',
      'source-0': '',
      'planned-0': 'багато',
      evil: '1',
    }
    const reply = await app.post(path, form, coordinator)
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /id="f-source-0-error"/)
    assert.match(reply.body, /id="f-planned-0-error"/)
    assert.deepEqual((await draftOf(id)).proposed.funding, before)
  })

  test('a viewer and an executor change nothing', async () => {
    const path = `/office/programmes/drafts/${id}/act`
    const version = (await draftOf(id)).version
    assert.equal((await app.post(path, { seen: 'x' }, viewer)).statusCode, 403)
    assert.equal((await app.post(`/office/programmes/drafts/${id}/accept`, {}, viewer)).statusCode, 403)
    assert.equal((await draftOf(id)).version, version)
    assert.equal((await programmes(app.connection.db)).length, 0)
  })

  test('a finding is dismissed only with a reason, and its proposal is carried out when accepted', async () => {
    const draft = await draftOf(id)
    const missing = draft.reading.findings.find((f) => f.code === 'term_missing')!
    const path = `/office/programmes/drafts/${id}/findings/${missing.key}`
    assert.equal(
      (await app.post(path, { action: 'dismissed', [`note-${missing.key}`]: '' }, coordinator)).statusCode,
      422,
    )
    const reply = await app.post(
      path,
      { action: 'dismissed', [`note-${missing.key}`]: 'Строк установить координатор' },
      coordinator,
    )
    assert.equal(reply.statusCode, 303)
    const late = draft.reading.findings.find((f) => f.code === 'term_before_decision')!
    await app.post(
      `/office/programmes/drafts/${id}/findings/${late.key}`,
      { action: 'accepted' },
      coordinator,
    )
    const after = await draftOf(id)
    assert.equal(after.resolutions.findings[missing.key]?.note, 'Строк установить координатор')
    assert.deepEqual(after.proposed.measures.find((m) => m.number === '4.13')?.recurrence, {
      kind: 'years',
      raw: '2012 рік',
      period: { from: 2014, to: 2015 },
      from: 2014,
      to: 2015,
    })
  })

  test('is accepted: 20 measures, two spellings one unit, the group as a group, a measure without duties', async () => {
    const overview = await app.get(`/office/programmes/drafts/${id}`, coordinator)
    assert.match(overview.body, /Готово до прийняття/)
    assert.match(overview.body, /не має визначеного строку \(4\.20\)/)
    const reply = await app.post(`/office/programmes/drafts/${id}/accept`, {}, coordinator)
    assert.equal(reply.statusCode, 303, reply.body.slice(0, 1000))
    const { db } = app.connection
    const [programme] = await programmes(db)
    assert.ok(programme)
    assert.equal(programme.slug, 'spivpratsia-z-hromadskistiu-2012-2015')
    assert.equal(programme.state, 'closed')
    const edition = await editionAt(db, programme.id, programme.period.to)
    assert.ok(edition)
    assert.equal(edition.inForceFrom?.toString(), '2014-01-31')
    const measures = await measuresOf(db, edition.id)
    assert.equal(measures.length, 20)
    assert.equal((await tasksOf(db, edition.id)).length, 9)
    assert.deepEqual(
      (await fundingOf(db, edition.id)).map((f) => [f.measureId, f.year, f.planned]),
      [[null, 2014, 1_500_000]],
    )
    const units = await unitsByIds(
      db,
      measures.flatMap((m) => m.executors),
    )
    assert.equal(units.size, 3)
    assert.deepEqual([...units.values()].map((u) => u.kind).sort(), ['group', 'unit', 'unit'])
    assert.equal(measures.at(-1)?.recurrence.kind, 'none')
    const again = await app.post(`/office/programmes/drafts/${id}/accept`, {}, coordinator)
    assert.equal(again.statusCode, 422)
    assert.equal((await programmes(db)).length, 1)
    assert.equal((await app.get(`/office/programmes/${programme.slug}`, viewer)).statusCode, 200)
    assert.equal((await app.get(`/office/programmes/${programme.slug}/history`, viewer)).statusCode, 200)
  })
})

test('damaged text cannot be accepted before it was looked at', async () => {
  const text = readFileSync(NIZHYN, 'utf8').replace(
    'Розробити громадсько-політичний',
    'Розро\ufffd\ufffdити громадсько-політичний',
  )
  const id = idOf(await upload(coordinator, 'пошкоджене.txt', Buffer.from(text)))
  const draft = await draftOf(id)
  const damaged = draft.reading.findings.filter((f) => f.code === 'damaged_text')
  assert.equal(damaged.length, 1)
  const refused = await app.post(`/office/programmes/drafts/${id}/accept`, {}, coordinator)
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /Текст пошкоджено/)
  assert.equal((await draftOf(id)).state, 'review')
  const key = damaged[0]!.key
  await app.post(`/office/programmes/drafts/${id}/findings/${key}`, { action: 'accepted' }, coordinator)
  assert.equal((await app.post(`/office/programmes/drafts/${id}/accept`, {}, coordinator)).statusCode, 303)
})

test('a text that is no programme says so and can be put aside and taken up again', async () => {
  const reply = await app.post(
    '/office/programmes/new',
    { text: 'Про відпустку.\n\nНадати відпустку начальнику відділу.' },
    coordinator,
  )
  assert.equal(reply.statusCode, 303)
  const id = idOf(reply)
  const page = await app.get(`/office/programmes/drafts/${id}`, coordinator)
  assert.match(page.body, /У цьому тексті немає програми/)
  const path = `/office/programmes/drafts/${id}`
  assert.equal((await app.post(`${path}/discard`, { reason: '' }, coordinator)).statusCode, 422)
  assert.equal((await app.post(`${path}/discard`, { reason: 'не програма' }, coordinator)).statusCode, 303)
  assert.equal((await draftOf(id)).discardReason, 'не програма')
  assert.equal((await app.post(`${path}/reopen`, {}, coordinator)).statusCode, 303)
  assert.equal((await draftOf(id)).state, 'review')
})

test('lines that were not understood get a part or a reason, and the decision can be taken back', async () => {
  const text = readFileSync(NIZHYN, 'utf8').replace(
    'Паспорт програми ',
    'Зауваження юриста без місця\nПаспорт програми ',
  )
  const id = idOf(await upload(coordinator, 'a.txt', Buffer.from(text)))
  const draft = await draftOf(id)
  const [line] = draft.reading.notUnderstood
  assert.ok(line)
  const refused = await app.post(`/office/programmes/drafts/${id}/accept`, {}, coordinator)
  assert.match(refused.body, /1 рядок тексту не розпізнано/)
  const path = `/office/programmes/drafts/${id}/lines/${line.key}`
  await app.post(path, { action: 'assigned', [`part-${line.key}`]: 'problems' }, coordinator)
  assert.equal((await draftOf(id)).proposed.problems.at(-1)?.text, line.text)
  await app.post(path, { action: 'reopened' }, coordinator)
  assert.deepEqual((await draftOf(id)).proposed.problems, draft.proposed.problems)
  assert.equal(
    (await app.post(path, { action: 'dismissed', [`note-${line.key}`]: '' }, coordinator)).statusCode,
    422,
  )
  assert.equal(
    (await app.post(path, { action: 'dismissed', [`note-${line.key}`]: 'шум' }, coordinator)).statusCode,
    303,
  )
})

test('a file that cannot be read is refused with what would be right, and nothing is kept', async () => {
  const before = await app.connection.db.selectFrom('programme_drafts').select('id').execute()
  const reply = await upload(coordinator, 'програма.pdf', Buffer.from('%PDF-1.4 …'))
  assert.equal(reply.statusCode, 422)
  assert.match(reply.body, /PDF/)
  assert.equal((await app.post('/office/programmes/new', { text: '' }, coordinator)).statusCode, 422)
  const rows = await app.connection.db.selectFrom('programme_drafts').select('id').execute()
  assert.equal(rows.length, before.length)
  assert.equal(
    (await app.connection.db.selectFrom('files').select('id').where('name', 'like', '%.pdf').execute())
      .length,
    0,
  )
})
