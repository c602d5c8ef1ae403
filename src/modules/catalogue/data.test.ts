/** Open data of every module, as portals and programs take them. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type TestApp, testApp } from '../../../test/factories/app.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { modules } from '../../modules.ts'
import { fromCsv } from '../../platform/documents/tables/index.ts'
import { writeSetting } from '../../platform/settings.ts'
import { descriptionFaults } from './rules/description.ts'
import { rowFaults } from './rules/rows.ts'

const sets = modules.flatMap((m) => m.openData ?? [])

let app: TestApp
before(async () => {
  app = await testApp()
  await app.connection.db.transaction().execute((db) =>
    writeSetting({ db, now: Temporal.Now.instant() }, 'city', {
      name: { uk: 'Ніжин', en: 'Nizhyn' },
      council: { uk: 'Ніжинська міська рада', en: 'Nizhyn City Council' },
      councilGenitive: 'Ніжинської міської ради',
      executive: { uk: 'Виконавчий комітет', en: 'Executive committee' },
      edrpou: '04061783',
      katottg: 'UA74040250010054825',
      address: null,
      email: 'rada@example.org',
    }),
  )
})
after(() => app.drop())

async function read(path: string): Promise<Record<string, unknown>> {
  const reply = await app.get(path)
  assert.equal(reply.statusCode, 200, path)
  return reply.json()
}

test('no two data sets have one address', () => {
  assert.equal(new Set(sets.map((s) => s.slug)).size, sets.length)
  assert.ok(sets.length > 0)
})

for (const set of sets)
  describe(`data set ${set.slug}`, () => {
    test('is described as KMU 835 asks', () => assert.deepEqual(descriptionFaults(set), []))

    test('its rows are exactly what its columns declare', async () => {
      assert.deepEqual(rowFaults(set.columns, await set.rows(app.connection.db)), [])
    })

    test('CSV and JSON hold the same rows under the same names', async () => {
      const json = (await app.get(`/data/${set.slug}.json`)).json() as Record<string, unknown>[]
      const file = await app.get(`/data/${set.slug}.csv`)
      assert.match(String(file.headers['content-disposition']), new RegExp(`filename="${set.slug}.csv"`))
      assert.equal(file.headers['access-control-allow-origin'], '*')
      const keys = set.columns.map((c) => c.key)
      assert.equal(file.body.replace(/^\uFEFF/, '').split(/\r?\n/)[0], keys.join(','))
      for (const row of json) assert.deepEqual(Object.keys(row), keys)
      if (json.length === 0) return
      const table = fromCsv(new Uint8Array(file.rawPayload))
      assert.ok(!Array.isArray(table) && 'rows' in table)
      assert.equal(table.rows.length, json.length)
    })

    test('its page shows columns, rows, passport and every file', async () => {
      for (const prefix of ['', '/en']) {
        const { body, statusCode } = await app.get(`${prefix}/data/${set.slug}`)
        assert.equal(statusCode, 200)
        for (const column of set.columns) assert.ok(body.includes(`<code>${column.key}</code>`), column.key)
        for (const file of ['.csv', '.json', '.xlsx', '/schema.json', '/passport.json', '/passport.csv'])
          assert.ok(body.includes(`href="${prefix}/data/${set.slug}${file}"`), file)
      }
      const sheet = await app.get(`/data/${set.slug}.xlsx`)
      assert.equal(sheet.rawPayload.subarray(0, 2).toString(), 'PK')
    })

    test('its Table Schema names every column with its type', async () => {
      const schema = await read(`/data/${set.slug}/schema.json`)
      assert.deepEqual(
        (schema['fields'] as { name: string; type: string }[]).map((f) => [f.name, f.type]),
        set.columns.map((c) => [c.key, c.type]),
      )
    })

    test('its passport has every field that KMU 835 asks for', async () => {
      const passport = await read(`/data/${set.slug}/passport.json`)
      const { edrpou, katottg, koatuu, holder, email, responsible, ...rest } = passport
      assert.deepEqual(
        [edrpou, katottg, holder, email],
        ['04061783', 'UA74040250010054825', 'Ніжинська міська рада', 'rada@example.org'],
      )
      assert.deepEqual([koatuu, responsible], [null, null])
      for (const [field, value] of Object.entries(rest)) assert.ok(value, field)
      const csv = await app.get(`/data/${set.slug}/passport.csv`)
      assert.match(
        csv.body,
        /Код розпорядника згідно з ЄДРПОУ,0?4061783|Код розпорядника згідно з ЄДРПОУ,04061783/,
      )
    })
  })

test('the Frictionless package points at the file of every set', async () => {
  const pack = await read('/data/datapackage.json')
  assert.equal(pack['profile'], 'tabular-data-package')
  const resources = pack['resources'] as { name: string; path: string; profile: string; schema: unknown }[]
  assert.deepEqual(
    resources.map((r) => r.name),
    sets.map((s) => s.slug),
  )
  for (const r of resources) {
    assert.equal(r.profile, 'tabular-data-resource')
    assert.equal(
      (await app.get(new URL(r.path, 'http://viche.test/data/datapackage.json').pathname)).statusCode,
      200,
    )
    assert.deepEqual(r.schema, await read(`/data/${r.name}/schema.json`))
  }
})

test('the DCAT catalogue uses only terms that its context explains', async () => {
  const reply = await app.get('/data/catalog.jsonld')
  assert.match(String(reply.headers['content-type']), /^application\/ld\+json/)
  const { '@context': context, ...catalogue } = reply.json() as Record<string, unknown>
  const known = context as Record<string, unknown>
  const unknown: string[] = []
  const walk = (value: unknown, inside: string): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, inside)
    else if (typeof value === 'object' && value !== null)
      for (const [key, one] of Object.entries(value)) {
        const term = known[inside] as { '@container'?: string } | undefined
        if (term?.['@container'] === '@language') assert.ok(['uk', 'en'].includes(key), key)
        else if (!key.startsWith('@') && !(key in known)) unknown.push(key)
        walk(one, key)
      }
  }
  walk(catalogue, '')
  assert.deepEqual(unknown, [])
  const datasets = catalogue['dataset'] as { '@type': string; distribution: { downloadURL: string }[] }[]
  assert.equal(datasets.length, sets.length)
  for (const d of datasets)
    for (const { downloadURL } of d.distribution)
      assert.equal((await app.get(new URL(downloadURL).pathname)).statusCode, 200)
})

test('the list shows every set, the licence and how to name the source', async () => {
  const { body } = await app.get('/data')
  for (const set of sets) assert.ok(body.includes(`href="/data/${set.slug}"`))
  assert.match(body, /href="https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/"/)
  assert.match(body, /Джерело: Ніжинська міська рада, http:\/\/viche\.test\/data/)
  assert.equal((await app.get('/data/no-such')).statusCode, 404)
  assert.equal((await app.get('/data/no-such.csv')).statusCode, 404)
})
