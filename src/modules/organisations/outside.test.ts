import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { popoloSchema } from '../../../test/fixtures/popolo-organization.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { contextOf, transact } from '../../platform/context.ts'
import { toXlsx } from '../../platform/documents/tables/index.ts'
import { hashSecret, newId, newSecret } from '../../platform/random.ts'
import { mapImport, runImport, startImport } from './actions/import-list.ts'
import { insertOrganisation } from './actions/keep.ts'
import { insertOfficer } from './actions/officers.ts'
import { forget } from './actions/persons.ts'
import { commands } from './cli.ts'
import { directions, districts, findOrganisations, type OrganisationId } from './index.ts'
import { importJob } from './jobs.ts'
import { NO_FACTS } from './rules/fields.ts'
import { importById, rowsOf } from './store/imports.ts'
import { readOrganisation } from './store/organisations.ts'
import type { Facts } from './types.ts'

const PATH = '/office/organisations'

describe('organisations for programs, tables and persons', () => {
  let app: TestApp
  let coordinator: Person
  before(async () => {
    app = await testApp()
    coordinator = await app.staff('coordinator')
  })
  after(() => app.drop())

  const db = () => app.connection.db
  const system = () => contextOf(db(), { kind: 'system', job: 'test' })
  const ctx = () => app.ctx(coordinator.actor)
  const audited = async () =>
    (await db().selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()).seq
  const source = { kind: 'clerk', ref: null, on: null } as const
  const make = (facts: Partial<Facts>) =>
    transact(system(), (tx) =>
      insertOrganisation(tx, {
        facts: { ...NO_FACTS, kind: 'ngo', state: 'active', ...facts },
        directions: [],
        source,
        since: null,
      }),
    )
  const lead = (id: OrganisationId, name: string, from: string, until: string | null = null) =>
    transact(system(), (tx) =>
      insertOfficer(
        tx,
        id,
        {
          name,
          post: 'Голова',
          leads: true,
          from: Temporal.PlainDate.from(from),
          until: until === null ? null : Temporal.PlainDate.from(until),
          ended: false,
        },
        source,
      ),
    )
  const token = async (scopes: string[]) => {
    const secret = newSecret()
    await db()
      .insertInto('api_tokens')
      .values({
        id: newId<'token'>(),
        name: 'програма',
        secret_hash: hashSecret(secret),
        scopes,
        unit_id: null,
        created_by: coordinator.actor.id,
        created_at: Temporal.Now.instant(),
        expires_at: Temporal.Now.instant().add({ hours: 9 }),
        revoked_at: null,
        used_at: null,
      })
      .execute()
    return secret
  }

  test('a program reads the list, one, and who led it on a day', async () => {
    const id = await make({ name: 'Товариство «Джерело»', edrpou: '26510514' })
    await lead(id, 'Перша Олена', '2020-01-01', '2024-12-31')
    await lead(id, 'Друга Ольга', '2025-01-01')
    const list = await app.get('/api/v1/organisations?q=джерело&kind=ngo')
    assert.deepEqual(
      list.json().data.map((o: { id: string }) => o.id),
      [id],
    )
    assert.equal((await app.get('/api/v1/organisations?kind=king')).statusCode, 422)
    const one = (await app.get(`/api/v1/organisations/${id}`)).json()
    assert.deepEqual([one.edrpou, one.officers.length, one.values.length > 0], ['26510514', 2, true])
    const led = (await app.get(`/api/v1/organisations/${id}/officers?on=2024-12-31`)).json()
    assert.deepEqual(
      led.data.map((o: { name: string }) => o.name),
      ['Перша Олена'],
    )
  })

  test('Popolo validates against the schema of its specification', async () => {
    const id = await make({
      name: 'Спілка «Обрій»',
      shortName: 'Обрій',
      registeredOn: '2019-05-05',
      katottg: 'UA74040250010023991',
    })
    await lead(id, 'Третя Ірина', '2021-01-01')
    const ajv = new Ajv({ strict: false, allErrors: true })
    formats.default(ajv)
    const validate = ajv.compile(popoloSchema)
    const one = (await app.get(`/api/v1/organisations/${id}/popolo`)).json()
    assert.equal(one.memberships[0].person.name, 'Третя Ірина')
    assert.ok(validate(one), JSON.stringify(validate.errors))
    for (const o of (await app.get('/api/v1/organisations/popolo')).json().data)
      assert.ok(validate(o), JSON.stringify(validate.errors))
    assert.ok(!validate({ id: 5, name: null, founding_date: 'весна' }))
  })

  test('a program with a token proposes; without it, or beyond the schema, nothing waits', async () => {
    const id = await make({ name: 'Клуб читачів' })
    const secret = await token(['organisations:write'])
    const call = (body: unknown, bearer = secret) =>
      app.server.inject({
        method: 'POST',
        url: '/api/v1/organisations/proposals',
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        payload: JSON.stringify(body),
      })
    const body = {
      organisationId: id,
      source: { ref: 'лист № 4', on: '2026-02-01' },
      note: null,
      changes: [{ what: 'field', field: 'shortName', value: 'КЧ' }],
    }
    const before = await audited()
    assert.equal((await call(body, await token(['evidence:write']))).statusCode, 403)
    for (const wrong of [
      { ...body, changes: [] },
      { ...body, changes: [{ what: 'member', name: 'Х' }] },
      { ...body, changes: [{ what: 'field', field: 'edrpou', value: '1234567890' }] },
      { ...body, member: 'Х' },
    ])
      assert.equal((await call(wrong)).statusCode, 422, JSON.stringify(wrong))
    assert.equal(await audited(), before)
    const made = await call(body)
    assert.equal(made.statusCode, 201, made.body)
    assert.match((await app.get(`${PATH}/proposals/${made.json().id}`, coordinator)).body, /лист № 4/)
  })

  test('open data and exports hold public facts only, and no formula runs in them', async () => {
    const id = await make({ name: '=HYPERLINK("http://evil.example")' })
    await app.post(
      `${PATH}/${id}/contacts`,
      { kind: 'phone', value: '+380 50 999 88 77', access: 'office', sourceKind: 'clerk' },
      coordinator,
    )
    const csv = (await app.get('/organisations?format=csv')).body
    assert.match(csv, /"?'=HYPERLINK/)
    assert.ok(!csv.includes('999 88 77'))
    assert.match((await app.get(`${PATH}?format=csv`, coordinator)).body, /999 88 77/)
    const data = await app.get('/data/organisations.json')
    assert.equal(data.statusCode, 200)
    assert.ok(!data.body.includes('999 88 77'))
    assert.match(data.body, /orgName/)
    assert.equal((await app.get('/data/organisation-officers.csv')).statusCode, 200)
  })

  test('a list is mapped, tried, taken over in parts, and twice changes nothing', async () => {
    const same = await make({ name: 'Громадська організація «Пагорб»' })
    const header = ['Назва', 'Вид', 'Код ЄДРПОУ', 'Керівник', 'Пошта', 'ПІБ членів']
    const rows = [
      ['ГО "Пагорб"', 'громадська організація', '', 'Новий Голова', 'pahorb@example.org', 'Хтось'],
      ['Фонд «Долоня»', 'благодійна', '4061783', 'Лапка Ніна Петрівна', '', ''],
      ['Невідомо що', 'гурток', '', '', '', ''],
      ['', 'громадська організація', '', '', '', ''],
      ['Фонд «Долоня»', 'благодійна', '04061783', '', '', ''],
    ]
    const file = async (cells: readonly (readonly string[])[]) => ({
      name: 'список.xlsx',
      bytes: await toXlsx(
        {
          name: 'Список',
          rows: cells,
          columns: header.map((title, i) => ({
            key: `c${i}`,
            title,
            kind: 'text' as const,
            value: (row: readonly string[]) => row[i] ?? null,
          })),
        },
        { madeAt: Temporal.Now.instant() },
      ),
    })
    const before = await audited()
    assert.equal((await app.post(`${PATH}/imports`, {}, coordinator)).statusCode, 422)
    const id = await startImport(ctx(), await file(rows))
    const made = (await importById(db(), id))!
    assert.deepEqual(made.mapping.columns, ['name', 'kind', 'edrpou', 'leader', 'email', null])
    assert.match((await app.get(`${PATH}/imports/${id}/columns`, coordinator)).body, /дані про членів/)
    const columns = Object.fromEntries(made.mapping.columns.map((c, i) => [`column.${i}`, c ?? '']))
    const form = { ...columns, kind: '', contactAccess: 'public', sourceOn: '01.02.2026' }
    const twice = await app.post(
      `${PATH}/imports/${id}/columns`,
      { ...form, 'column.4': 'name' },
      coordinator,
    )
    assert.match(twice.body, /Те саме поле вибрано/)
    assert.equal((await app.post(`${PATH}/imports/${id}/columns`, form, coordinator)).statusCode, 303)
    const page = (await app.get(`${PATH}/imports/${id}`, coordinator)).body
    assert.match(page, /не зрозуміло, який це вид: «гурток»/)
    assert.match(page, /немає назви/)
    assert.match(page, /та сама організація вже є в рядку/)
    assert.equal((await findOrganisations(db(), { text: 'долоня', limit: 5 })).length, 0)

    assert.equal((await app.post(`${PATH}/imports/${id}/run`, {}, coordinator)).statusCode, 303)
    const tools = { house: app.house, signal: new AbortController().signal }
    await importJob.run(system(), { id }, tools)
    assert.deepEqual((await importById(db(), id))!.counts, { added: 1, changed: 1, setAside: 3 })
    const [fund] = await findOrganisations(db(), { text: 'долоня', limit: 5 })
    assert.deepEqual([fund!.edrpou, fund!.kind], ['04061783', 'charity'])
    // Another spelling of its name did not rename it.
    assert.match(
      (await app.get(`/organisations/${same}`)).body,
      /<h1>Громадська організація «Пагорб»[\s\S]*Новий Голова[\s\S]*pahorb@example\.org/,
    )
    const aside = await app.get(`${PATH}/imports/${id}/set-aside?format=csv`, coordinator)
    assert.match(aside.body, /гурток/)
    assert.ok(!(await app.get(`/organisations/${same}`)).body.includes('Хтось'))
    assert.equal((await app.post(`${PATH}/imports/${id}/run`, {}, coordinator)).statusCode, 422)
    assert.ok((await audited()) > before)

    const again = await startImport(ctx(), await file(rows.slice(0, 2)))
    const { mapping } = (await importById(db(), again))!
    assert.equal(mapping.columns[3], 'leader')
    await mapImport(ctx(), again, { mapping: { ...mapping, contactAccess: 'public' }, sourceOn: null })
    assert.deepEqual((await importById(db(), again))!.counts, { unchanged: 2 })
    await runImport(ctx(), again)
    await importJob.run(system(), { id: again }, tools)
    assert.equal((await rowsOf(db(), again, { outcome: 'unchanged' })).length, 2)
  })

  test('the command line lists, answers who led, and takes a list over', async () => {
    const id = await make({ name: 'Пластунський гурт «Іскра»' })
    await lead(id, 'Вогник Тарас', '2024-01-01')
    const run = async (verb: string, ...args: string[]) => {
      const out: string[] = []
      const io = {
        stdout: (text: string) => void out.push(text),
        stderr: (text: string) => void out.push(text),
        readFile: async () => new TextEncoder().encode('Назва;Вид\nТеатр «Ліхтар»;творча спілка\n;ГО\n'),
      }
      const command = commands.find((c) => c.verb === verb)!
      const code = await command.run!(args, io, system(), app.house)
      return { code, out: out.join('') }
    }
    const led = await run('leader', 'іскра пластунський', '--on', '2025-03-01', '--json')
    assert.equal(JSON.parse(led.out).leaders[0].name, 'Вогник Тарас')
    assert.equal((await run('leader', 'іскра', '--on', 'колись')).code, 2)
    assert.match((await run('list', '--kind', 'ngo')).out, /Іскра/)
    assert.equal(JSON.parse((await run('show', id, '--json')).out).id, id)
    assert.equal((await run('show', 'такої немає')).code, 1)
    const dry = JSON.parse((await run('import-list', 'a.csv', '--dry-run', '--json')).out)
    assert.deepEqual([dry.read, dry.added, dry.setAside.length], [2, 1, 1])
    assert.equal((await findOrganisations(db(), { text: 'ліхтар', limit: 1 })).length, 0)
    assert.equal(JSON.parse((await run('import-list', 'a.csv', '--json')).out).added, 1)
    assert.equal((await findOrganisations(db(), { text: 'ліхтар', limit: 1 })).length, 1)
  })

  test('a person is told what is kept of them, and is forgotten on request', async () => {
    const id = await make({ name: 'Гурток вишивальниць' })
    await lead(id, 'Стебло Ганна Юріївна', '2023-01-01')
    const page = (await app.get(`${PATH}/persons?name=Ганна%20Стебло`, coordinator)).body
    assert.match(page, /Гурток вишивальниць/)
    const file = await app.post(
      `${PATH}/persons/export`,
      { name: 'Стебло Ганна', ground: '№ 5' },
      coordinator,
    )
    assert.equal(file.json().kept[0].name, 'Стебло Ганна Юріївна')
    const short = await app.post(`${PATH}/persons/erase`, { name: 'Стебло', ground: '№ 6' }, coordinator)
    assert.equal(short.statusCode, 422)
    const erase = () =>
      app.post(`${PATH}/persons/erase`, { name: 'Стебло Ганна', ground: '№ 6' }, coordinator)
    assert.equal((await erase()).statusCode, 303)
    assert.match((await app.get(`/organisations/${id}`)).body, /особа вилучена/)
    assert.equal((await erase()).statusCode, 422)
    const entries = await db().selectFrom('audit_entries').select('payload').execute()
    assert.ok(!entries.some((e) => e.payload.includes('Стебло')))
    const viewer = await app.staff('viewer')
    assert.equal((await app.get(`${PATH}/persons`, viewer)).statusCode, 403)
  })

  test('what was kept long enough is forgotten, once', async () => {
    const id = await make({ name: 'Старе товариство' })
    await lead(id, 'Давній Голова', '1990-01-01', '1995-01-01')
    await forget(system())
    assert.match((await app.get(`/organisations/${id}`)).body, /особа вилучена/)
    const before = await audited()
    await forget(system())
    assert.equal(await audited(), before)
    const bad = await app.post(
      `${PATH}/persons/retention`,
      { former: '0', consent: '3', proposals: '5', imports: '90' },
      coordinator,
    )
    assert.equal(bad.statusCode, 422)
    const saved = await app.post(
      `${PATH}/persons/retention`,
      { former: '10', consent: '3', proposals: '5', imports: '90' },
      coordinator,
    )
    assert.equal(saved.statusCode, 303)
  })

  test('the office keeps its lists; a district has an outline', async () => {
    const add = (name: string) => app.post(`${PATH}/lists/districts`, { name, nameEn: '' }, coordinator)
    assert.equal((await add('Поділ')).statusCode, 303)
    assert.match((await add('поділ')).body, /Таке значення у списку вже є/)
    const [district] = await districts(db())
    const edited = await app.post(
      `${PATH}/lists/districts/${district!.id}`,
      { name: 'Поділля', nameEn: 'Podillia', position: '1', active: 'on' },
      coordinator,
    )
    assert.equal(edited.statusCode, 303)
    assert.ok((await directions(db())).length >= 10)
    assert.equal((await app.get(`${PATH}/lists/kings/${district!.id}`, coordinator)).statusCode, 404)
    assert.equal(
      (await app.post(`${PATH}/lists/districts/${district!.id}/outline`, {}, coordinator)).statusCode,
      422,
    )
  })

  test('no column can hold a member, or a private person’s party, faith or union', async () => {
    const { rows } = await app.connection.pool.query<{ table_name: string; column_name: string }>(
      `select table_name, column_name from information_schema.columns where table_schema = 'public'
         and (table_name like 'organisation%' or table_name in ('districts', 'directions', 'confessions', 'person_requests'))`,
    )
    const suspect = rows.filter((r) =>
      /member|birth|nationality|ethnic|religion|party|passport|tax|gender|home/.test(r.column_name),
    )
    assert.deepEqual(suspect, [])
    // Of people only these tables hold names, each with a post that represents.
    const named = rows.filter((r) => /^(?:person_)?name$/.test(r.column_name)).map((r) => r.table_name)
    assert.deepEqual(named.sort(), [
      'confessions',
      'directions',
      'districts',
      'organisation_officers',
      'organisations',
    ])
  })

  test('what stands in the registry is found by the site’s search', async () => {
    const id = await make({ name: 'Об’єднання бджолярів' })
    assert.match((await app.get('/search?q=обєднання%20бджоляр')).body, new RegExp(id))
    assert.ok(await readOrganisation(db(), id))
  })
})
