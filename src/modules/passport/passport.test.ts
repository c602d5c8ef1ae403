/** The passport as a clerk makes it and as readers and programs meet it. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { reportProgramme } from '../../../test/factories/reports.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { civilDate, Temporal } from '../../kernel/civil-date.ts'
import { newId } from '../../platform/random.ts'
import { SECTION_KEYS, TABLE_KEYS } from './rules/definitions.ts'
import type { PassportContent } from './types.ts'

let app: TestApp
let clerk: Person
let viewer: Person
let executor: Person

const OFFICE = '/office/passport'
const TODAY = civilDate(2026, 11, 25)

before(async () => {
  app = await testApp()
  clerk = await app.staff('coordinator', { name: 'Олена Гнатюк' })
  viewer = await app.staff('viewer')
  executor = await app.staff('fundManager')
  await reportProgramme(app, clerk, TODAY)
})
after(() => app.drop())

async function rowsOf(table: string) {
  return app.connection.db
    .selectFrom('passport_rows')
    .selectAll()
    .where('table_key', '=', table as (typeof TABLE_KEYS)[number])
    .orderBy('created_at')
    .execute()
}

async function organisation(kind: 'ngo' | 'partyBranch', name: string, registeredOn: string | null) {
  const id = newId<'organisation'>()
  const now = app.ctx(clerk.actor).now
  await app.connection.db
    .insertInto('organisations')
    .values({
      id,
      kind,
      name,
      short_name: null,
      name_en: null,
      edrpou: null,
      form_code: null,
      state: 'active',
      purpose: null,
      registration: null,
      registered_on: registeredOn === null ? null : Temporal.PlainDate.from(registeredOn),
      founding_document: null,
      confession_id: null,
      katottg: null,
      district_id: null,
      body_kind: null,
      territory: null,
      permit: null,
      permitted_on: null,
      legalisation: null,
      legalised_on: null,
      term_from: null,
      term_until: null,
      reported_on: null,
      search: name.toLowerCase(),
      core: '',
      merged_into: null,
      verified_on: null,
      verified_by: null,
      created_at: now,
      updated_at: now,
    })
    .execute()
  const values = { kind, name, state: 'active', registeredOn }
  for (const [field, value] of Object.entries(values)) {
    if (value === null) continue
    await app.connection.db
      .insertInto('organisation_values')
      .values({
        id: newId<'organisationValue'>(),
        organisation_id: id,
        field: field as 'name',
        value,
        standing: 'current',
        valid_from: null,
        valid_until: null,
        source_kind: 'clerk',
        source_ref: null,
        source_on: null,
        recorded_at: now,
        recorded_by: 'Тест',
        superseded_at: null,
      })
      .execute()
  }
  return id
}

const POPULATION = {
  settlement: 'Вигадів',
  residents: '66 626',
  displaced: '5 412',
  day: '01.01.2025',
  source: 'Головне управління статистики',
  sourceOn: '15.02.2025',
}

describe('rows of tables', () => {
  test('every table has its list, form, sample and import page', async () => {
    for (const table of TABLE_KEYS) {
      for (const path of ['', '/new', '/import', '/sample?format=csv']) {
        const reply = await app.get(`${OFFICE}/tables/${table}${path}`, clerk)
        assert.equal(reply.statusCode, 200, `${table}${path}`)
      }
    }
    assert.equal((await app.get(`${OFFICE}/tables/secrets`, clerk)).statusCode, 404)
  })
  test('a row is entered with its source and found', async () => {
    const reply = await app.post(`${OFFICE}/tables/population/new`, POPULATION, clerk)
    assert.equal(reply.statusCode, 303, reply.body)
    const [row] = await rowsOf('population')
    assert.deepEqual(row?.values, { settlement: 'Вигадів', residents: 66_626, displaced: 5_412 })
    const list = await app.get(
      `${OFFICE}/tables/population?q=${encodeURIComponent('вигадів статистики')}`,
      clerk,
    )
    assert.match(list.body, /Вигадів/)
    const csv = await app.get(`${OFFICE}/tables/population?format=csv`, viewer)
    assert.match(csv.body, /66626/)
  })
  test('what is wrong comes back filled, all at once', async () => {
    const reply = await app.post(
      `${OFFICE}/tables/population/new`,
      { settlement: '', residents: 'багато', day: '31.02.2025', source: '', sourceOn: '01.01.2025' },
      clerk,
    )
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /value="багато"/)
    for (const field of ['settlement', 'residents', 'day', 'source'])
      assert.match(reply.body, new RegExp(`href="#f-${field}"|href="#[^"]*${field}"`), field)
    assert.equal((await rowsOf('population')).length, 1)
  })
  test('the same row is not entered twice', async () => {
    const reply = await app.post(`${OFFICE}/tables/population/new`, POPULATION, clerk)
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /Такий рядок уже є/)
  })
  test('a person in a text is refused, and so is an unknown organisation', async () => {
    const event = {
      type: 'rally',
      organiserType: 'association',
      organiser: 'ГО «Якої немає»',
      theme: 'Про Вигадька О. П.',
      day: '01.05.2025',
      source: 'Повідомлення',
      sourceOn: '02.05.2025',
    }
    const reply = await app.post(`${OFFICE}/tables/massEvents/new`, event, clerk)
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /названо людину/)
    assert.match(reply.body, /У реєстрі немає організації «ГО «Якої немає»»/)
    await organisation('ngo', 'ГО «Сквер»', '2000-01-01')
    const good = { ...event, organiser: 'го «сквер»', theme: 'За сквер' }
    assert.equal((await app.post(`${OFFICE}/tables/massEvents/new`, good, clerk)).statusCode, 303)
    const list = await app.get(`${OFFICE}/tables/massEvents?q=${encodeURIComponent('сквер')}`, clerk)
    assert.match(list.body, /ГО «Сквер»/)
  })
  test('a row is changed under its version, and its history is kept', async () => {
    const [row] = await rowsOf('population')
    const path = `${OFFICE}/tables/population/${row?.id}`
    const changed = { ...POPULATION, residents: '66626', displaced: '5500' }
    assert.equal((await app.post(path, { ...changed, lockVersion: '1' }, clerk)).statusCode, 303)
    assert.equal((await app.post(path, { ...POPULATION, lockVersion: '1' }, clerk)).statusCode, 409)
    const page = await app.get(path, clerk)
    assert.match(page.body, /Змінено/)
    assert.match(page.body, /Олена Гнатюк/)
  })
  test('nobody else writes', async () => {
    const [row] = await rowsOf('population')
    const path = `${OFFICE}/tables/population/${row?.id}`
    for (const person of [viewer, executor]) {
      assert.equal((await app.post(`${OFFICE}/tables/population/new`, POPULATION, person)).statusCode, 403)
      assert.equal((await app.post(path, { ...POPULATION, lockVersion: '2' }, person)).statusCode, 403)
      assert.equal((await app.post(`${path}/remove`, { reason: 'так' }, person)).statusCode, 403)
    }
    assert.deepEqual((await rowsOf('population'))[0], row)
  })
  test('a mistaken row is removed with a reason and can no longer be changed', async () => {
    const more = { ...POPULATION, settlement: 'Помилка' }
    await app.post(`${OFFICE}/tables/population/new`, more, clerk)
    const id = (await rowsOf('population'))[1]?.id
    const path = `${OFFICE}/tables/population/${id}`
    assert.equal((await app.post(`${path}/remove`, { reason: '' }, clerk)).statusCode, 422)
    assert.equal((await app.post(`${path}/remove`, { reason: 'Немає такого села' }, clerk)).statusCode, 303)
    assert.equal((await app.post(`${path}/remove`, { reason: 'ще раз' }, clerk)).statusCode, 422)
    assert.match((await app.get(path, clerk)).body, /Немає такого села/)
    const list = await app.get(`${OFFICE}/tables/population`, clerk)
    assert.doesNotMatch(list.body, /Помилка/)
    const removed = await app.get(`${OFFICE}/tables/population?show=removed`, clerk)
    assert.match(removed.body, /Помилка/)
  })
})

describe('a table from pasted text', () => {
  const text = [
    'Прізвище, ім’я, по батькові\tФракція\tМандат від\tДжерело\tДата джерела',
    'Вигадько Петро Миколайович\tРазом\t10.11.2020\tРішення ТВК\t11.11.2020',
    'Незнанко Марія Степанівна\t\t10.11.2020\tРішення ТВК\t11.11.2020',
    'Третя Особа Безрічна\t\tколись\tРішення ТВК\t11.11.2020',
  ].join('\n')
  async function upload(person = clerk, pasted = text) {
    return app.post(`${OFFICE}/tables/deputies/import`, { text: pasted }, person)
  }
  test('is read, tried, written, and read again without change', async () => {
    const first = await upload()
    assert.equal(first.statusCode, 303, first.body)
    const path = String(first.headers.location)
    const tried = await app.get(path, clerk)
    assert.match(tried.body, /Нових рядків: 2, змінених: 0, без змін: 0, відкладено: 1/)
    assert.equal((await rowsOf('deputies')).length, 0)
    assert.equal((await app.post(`${path}/confirm`, {}, clerk)).statusCode, 303)
    assert.equal((await rowsOf('deputies')).length, 2)
    assert.equal((await app.post(`${path}/confirm`, {}, clerk)).statusCode, 422)
    const aside = await app.get(`${path}/set-aside?format=csv`, clerk)
    assert.match(aside.body, /Третя Особа Безрічна/)
    const again = String((await upload()).headers.location)
    assert.match((await app.get(again, clerk)).body, /Нових рядків: 0, змінених: 0, без змін: 2/)
    assert.equal((await app.post(`${again}/discard`, {}, clerk)).statusCode, 303)
  })
  test('what is missing from the file is given for all rows', async () => {
    const memorials = 'Вид\tНазва\tДе\nпам’ятник\tСтела\tПлоща\nmonument\tДзвін\tПарк'
    const made = await app.post(`${OFFICE}/tables/memorials/import`, { text: memorials }, clerk)
    const path = String(made.headers.location)
    assert.match((await app.get(path, clerk)).body, /Спершу виберіть стовпці/)
    const columns = { 'column.type': '0', 'column.name': '1', 'column.place': '2' }
    const bad = await app.post(path, { ...columns, 'column.place': '1' }, clerk)
    assert.equal(bad.statusCode, 422)
    const mapped = { ...columns, allSource: 'Перелік', allSourceOn: '01.02.2025' }
    assert.equal((await app.post(path, mapped, clerk)).statusCode, 303)
    await app.post(`${path}/confirm`, {}, clerk)
    assert.deepEqual(
      (await rowsOf('memorials')).map((r) => r.values['type']),
      ['monument', 'monument'],
    )
  })
  test('nothing to read is said beside the file, and nobody else brings it', async () => {
    const reply = await upload(clerk, '')
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /Виберіть файл або вставте рядки/)
    const made = await app.connection.db.selectFrom('passport_imports').select('id').execute()
    assert.equal((await upload(viewer)).statusCode, 403)
    assert.equal(
      (await app.connection.db.selectFrom('passport_imports').select('id').execute()).length,
      made.length,
    )
  })
})

async function compose(asOf: string): Promise<string> {
  const reply = await app.post(`${OFFICE}/compose`, { asOf }, clerk)
  assert.equal(reply.statusCode, 303, reply.body)
  return String(reply.headers.location).split('?')[0]!
}

/** Presses «Перевірено» in each section that asks for it, with what the page holds. */
async function checkAll(path: string): Promise<void> {
  const { body } = await app.get(path, clerk)
  const seen = new Map(
    [
      ...body.matchAll(
        /name="section" value="(\w+)"><input type="hidden" name="seen" value="([0-9a-f]{64})"/g,
      ),
    ].map((m) => [m[1]!, m[2]!]),
  )
  for (const [section, hash] of seen) {
    const reply = await app.post(`${path}/check`, { section, seen: hash }, clerk)
    assert.equal(reply.statusCode, 303, `${section}: ${reply.body}`)
  }
}

async function freeze(path: string) {
  const { body } = await app.get(path, clerk)
  const seen =
    /action="[^"]*\/freeze">.*?name="seen" value="([0-9a-f]{64})"/s.exec(body)?.[1] ?? '0'.repeat(64)
  return app.post(`${path}/freeze`, { seen }, clerk)
}

describe('a passport', () => {
  let first = ''
  let second = ''
  test('is not there before it is published', async () => {
    const page = await app.get('/passport')
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /ще не оприлюднено/)
    assert.equal((await app.get('/passport/2025-01-01')).statusCode, 404)
    assert.equal((await app.get('/passport/2025-13-01')).statusCode, 404)
  })
  test('is composed once for a day that has come', async () => {
    assert.equal((await app.post(`${OFFICE}/compose`, { asOf: '01.01.2999' }, clerk)).statusCode, 422)
    assert.equal((await app.post(`${OFFICE}/compose`, { asOf: '01.01.2025' }, viewer)).statusCode, 403)
    first = await compose('01.01.2025')
    const again = await app.post(`${OFFICE}/compose`, { asOf: '01.01.2025' }, clerk)
    assert.equal(again.statusCode, 422)
    assert.match(again.body, /вже складається/)
  })
  test('is frozen only when each section was looked at', async () => {
    const early = await app.post(`${first}/freeze`, { seen: '0'.repeat(64) }, clerk)
    assert.equal(early.statusCode, 422)
    assert.match(early.body, /Розділ «Медіа» ще не переглянуто/)
    const leave = { section: 'media', reason: '' }
    assert.equal((await app.post(`${first}/leave-out`, leave, clerk)).statusCode, 422)
    const left = await app.post(`${first}/leave-out`, { ...leave, reason: 'Перелік уточнюється' }, clerk)
    assert.equal(left.statusCode, 303)
    await checkAll(first)
    // Something changes after the check: the section must be looked at again.
    const changed = { ...POPULATION, settlement: 'Хутір', residents: '40', displaced: '' }
    await app.post(`${OFFICE}/tables/population/new`, changed, clerk)
    const refused = await freeze(first)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /«Загальні відомості» змінився після перевірки/)
    const stale = { section: 'general', seen: '1'.repeat(64) }
    assert.equal((await app.post(`${first}/check`, stale, clerk)).statusCode, 422)
    await checkAll(first)
    assert.equal((await freeze(first)).statusCode, 303)
    assert.equal(
      (await app.post(`${first}/leave-out`, { section: 'media', reason: 'x' }, clerk)).statusCode,
      422,
    )
  })
  test('is published, is evidence for its measure, and keeps its hash', async () => {
    assert.equal((await app.post(`${first}/publish`, {}, viewer)).statusCode, 403)
    assert.equal((await app.get('/passport/2025-01-01')).statusCode, 404)
    const reply = await app.post(`${first}/publish`, {}, clerk)
    assert.equal(reply.statusCode, 303, reply.body)
    assert.match(String(reply.headers.location), /done=published$/)
    const evidence = await app.connection.db
      .selectFrom('evidence')
      .select(['title', 'kind', 'link'])
      .where('source_module', '=', 'passport')
      .execute()
    assert.deepEqual(evidence, [
      {
        title: 'Оприлюднено громадсько-політичний паспорт міста станом на 1 січня 2025 року',
        kind: 'publication',
        link: 'http://viche.test/passport/2025-01-01',
      },
    ])
    const file = (await app.get('/passport/2025-01-01?format=json')).json() as {
      sha256: string
      content: PassportContent
    }
    assert.equal(createHash('sha256').update(canonicalJson(file.content), 'utf8').digest('hex'), file.sha256)
    assert.equal(file.content.sections.length, SECTION_KEYS.length)
    const page = await app.get('/passport')
    assert.match(page.body, new RegExp(file.sha256))
    assert.match(page.body, /1(&nbsp;|\u00a0)громадська організація/)
    assert.match(page.body, /Перелік уточнюється/)
    assert.doesNotMatch(page.body, /Олена Гнатюк/)
  })
  test('of a later day is compared with it', async () => {
    await organisation('ngo', 'ГО «Нова»', '2025-06-01')
    const more = {
      ...POPULATION,
      residents: '65000',
      displaced: '6000',
      day: '01.01.2026',
      sourceOn: '10.02.2026',
    }
    assert.equal((await app.post(`${OFFICE}/tables/population/new`, more, clerk)).statusCode, 303)
    second = await compose('01.01.2026')
    const draft = await app.get(second, clerk)
    assert.match(draft.body, /Нові організації: 1/)
    await checkAll(second)
    assert.equal((await freeze(second)).statusCode, 303)
    assert.equal((await app.post(`${second}/publish`, {}, clerk)).statusCode, 303)
    const found = await app.get('/passport/compare?from=2025-01-01&to=2026-01-01')
    assert.match(found.body, /ГО «Нова»/)
    assert.match(found.body, /65(&nbsp;|\u00a0)000/)
    // The other way round it is the same comparison.
    const back = await app.get('/passport/compare?from=2026-01-01&to=2025-01-01')
    assert.match(back.body, /Нові організації: 1/)
    const api = (await app.get('/api/v1/passports/2026-01-01/changes?from=2025-01-01')).json() as {
      added: { name: string }[]
    }
    assert.deepEqual(
      api.added.map((o) => o.name),
      ['ГО «Нова»'],
    )
  })
  test('is corrected by a new version with its reason; the first stays', async () => {
    assert.equal((await app.post(`${second}/correct`, { reason: '' }, clerk)).statusCode, 422)
    const reply = await app.post(`${second}/correct`, { reason: 'Уточнено населення' }, clerk)
    const third = String(reply.headers.location).split('?')[0]!
    assert.equal((await app.post(`${second}/correct`, { reason: 'ще' }, clerk)).statusCode, 422)
    await checkAll(third)
    await freeze(third)
    assert.equal((await app.post(`${third}/reopen`, { reason: 'Ще одна правка' }, clerk)).statusCode, 303)
    await freeze(third)
    await app.post(`${third}/publish`, {}, clerk)
    const page = await app.get('/passport/2026-01-01')
    assert.match(page.body, /Версія 2, виправлена: Уточнено населення/)
    const old = await app.get('/passport/2026-01-01?version=1')
    assert.match(old.body, /Є новіша версія/)
    assert.equal((await app.get('/passport/2026-01-01?version=3')).statusCode, 404)
    assert.equal((await app.get('/passport/2026-01-01?version=99999999999')).statusCode, 404)
    const facts = await app.connection.db
      .selectFrom('evidence')
      .select('id')
      .where('source_module', '=', 'passport')
      .execute()
    assert.equal(facts.length, 2, 'a correction is no second evidence')
  })
  test('is listed, exported and described for programs', async () => {
    const archive = await app.get('/passport/archive')
    assert.match(archive.body, /1 січня 2025 року/)
    assert.doesNotMatch((await app.get('/passport/archive?year=2026')).body, /1 січня 2025 року/)
    assert.match((await app.get('/passport/archive?format=csv')).body, /2026/)
    const list = (await app.get('/api/v1/passports?limit=2')).json() as {
      data: { version: number }[]
      next: string
    }
    assert.deepEqual(
      list.data.map((l) => l.version),
      [2, 1],
    )
    const next = (await app.get(list.next.replace('http://viche.test', ''))).json() as {
      data: { asOf: string }[]
    }
    assert.deepEqual(
      next.data.map((l) => l.asOf),
      ['2025-01-01'],
    )
    for (const slug of ['city-passport-counts', 'city-passport-rows'])
      assert.ok(((await app.get(`/data/${slug}.json`)).json() as unknown[]).length > 0, slug)
    const found = await app.get(`/search?q=${encodeURIComponent('Стела')}`)
    assert.match(found.body, /passport\/2026-01-01#calendar/)
    assert.match((await app.get('/sitemap.xml')).body, /passport\/2025-01-01/)
  })
  test('is a data package whose tables fit their descriptions', async () => {
    const reply = await app.get('/passport/2026-01-01?format=zip')
    assert.equal(reply.headers['content-type'], 'application/zip')
    const files = unzipSync(reply.rawPayload)
    const description = JSON.parse(strFromU8(files['datapackage.json']!)) as {
      resources: { path: string; schema: { fields: { name: string }[] } }[]
    }
    assert.ok(description.resources.length >= 5)
    for (const { path, schema } of description.resources) {
      const [head] = strFromU8(files[path]!)
        .replace(/^\ufeff/, '')
        .split('\r\n')
      assert.deepEqual(
        head?.split(','),
        schema.fields.map((f) => f.name),
        path,
      )
    }
  })
  test('reads in English', async () => {
    const page = await app.get('/en/passport/2026-01-01')
    assert.match(page.body, /As of 1 January 2026 the city has/)
    assert.match(page.body, /Public events/)
  })
  test('a draft can be discarded, a published one cannot', async () => {
    const path = await compose('01.03.2026')
    assert.equal((await app.post(`${path}/discard`, {}, viewer)).statusCode, 403)
    assert.equal((await app.post(`${path}/discard`, {}, clerk)).statusCode, 303)
    assert.equal((await app.post(`${first}/discard`, {}, clerk)).statusCode, 422)
  })
})

test('the measure is chosen, and without one nothing is recorded', async () => {
  assert.equal((await app.post(`${OFFICE}/settings`, { measure: '' }, viewer)).statusCode, 403)
  assert.match((await app.get(`${OFFICE}/settings`, clerk)).body, /value="4\.3"/)
  assert.equal((await app.post(`${OFFICE}/settings`, { measure: '' }, clerk)).statusCode, 303)
  const path = await compose('01.02.2026')
  await checkAll(path)
  await freeze(path)
  const reply = await app.post(`${path}/publish`, {}, clerk)
  assert.match(String(reply.headers.location), /done=publishedPlain$/)
})
