/** Search, feeds, what crawlers read, the description of the API, and the one form of the office. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { SaxesParser } from 'saxes'
import { z } from 'zod'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { modules } from '../../modules.ts'
import { readSetting } from '../../platform/settings.ts'
import { apiRoutesOf } from './api.ts'
import { robotsText } from './rules/robots.ts'

let app: TestApp
let coordinator: Person
let viewer: Person
before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator')
  viewer = await app.staff('viewer')
})
after(() => app.drop())

describe('search', () => {
  test('finds rules, acts and data sets in both languages, at most ten of a module', async () => {
    const { body, statusCode } = await app.get('/search?q=%D1%80%D1%96%D1%88%D0%B5%D0%BD%D0%BD%D1%8F')
    assert.equal(statusCode, 200)
    assert.match(body, /href="\/dates\/rules\/session\.draft\.publish"/)
    assert.ok((body.match(/href="\/dates\/(rules|acts)[^"]+"/g) ?? []).length <= 10)
    assert.match(body, /<meta name="robots" content="noindex">/)
    assert.match((await app.get('/en/search?q=petition')).body, /href="\/en\/dates\/rules\/petition\./)
    assert.match(
      (await app.get('/search?q=%D0%BA%D0%B2%D0%BE%D1%80%D1%83%D0%BC')).body,
      /href="\/data\/legal-rules"/,
    )
  })
  test('says when there is nothing, when the word is too short, and what may be asked', async () => {
    assert.match((await app.get('/search?q=zzzzz')).body, /За запитом «zzzzz» нічого не знайдено/)
    assert.match((await app.get('/search?q=z')).body, /Введіть щонайменше дві літери/)
    assert.equal((await app.get('/search')).statusCode, 200)
  })
  test('what is typed comes back as text', async () => {
    const { body } = await app.get(`/search?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    assert.doesNotMatch(body, /<script>alert/)
  })
})

describe('what crawlers read', () => {
  test('every address of the sitemap answers, in both languages', async () => {
    const { body, headers } = await app.get('/sitemap.xml')
    assert.match(String(headers['content-type']), /^application\/xml/)
    const places: string[] = []
    const parser = new SaxesParser({ xmlns: true })
    let inside = ''
    parser.on('opentag', (tag) => {
      inside = tag.name
    })
    parser.on('text', (text) => {
      if (inside === 'loc' && text.trim() !== '') places.push(text)
    })
    parser.write(body).close()
    assert.ok(places.includes('http://viche.test/dates') && places.includes('http://viche.test/en/dates'))
    // The pages of the modules that are not in this list yet are theirs to make.
    const known = places.filter((p) => /\/(dates|data|feeds|api|accessibility)/.test(p))
    for (const place of known.filter((_, i) => i % 7 === 0))
      assert.equal((await app.get(new URL(place).pathname)).statusCode, 200, place)
  })
  test('the office and the API are not for them', async () => {
    const { body } = await app.get('/robots.txt')
    assert.match(body, /^Disallow: \/office$/m)
    assert.match(body, /^Disallow: \/api\/$/m)
    assert.match(body, /^Sitemap: http:\/\/viche\.test\/sitemap\.xml$/m)
  })
  test('a demonstration is for nobody of them', () =>
    assert.equal(robotsText('http://viche.test', true), 'User-agent: *\nDisallow: /\n'))
})

test('the page of feeds lists each feed of each module', async () => {
  const { body, statusCode } = await app.get('/feeds')
  assert.equal(statusCode, 200)
  for (const feed of modules.flatMap((m) => m.feeds ?? [])) assert.ok(body.includes(`href="${feed.path}"`))
})

type Operation = {
  operationId: string
  tags: string[]
  summary: string
  parameters: { name?: string; in?: string; required?: boolean; schema?: object; $ref?: string }[]
  responses: Record<
    string,
    { description?: string; $ref?: string; content?: Record<string, { schema: object }> }
  >
  security: Record<string, string[]>[]
}

describe('the OpenAPI document', () => {
  const routes = apiRoutesOf(modules)
  type Document = {
    openapi: string
    info: { title: string; version: string }
    servers: { url: string }[]
    tags: { name: string }[]
    paths: Record<string, Record<string, Operation>>
    components: Record<string, Record<string, unknown>>
  }
  let document: Document
  before(async () => {
    document = (await app.get('/api/openapi.json')).json() as Document
  })
  const operations = () =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    )

  test('has every address of the API once', () => {
    const wanted = routes.map(
      ({ route }) => `${route.method.toLowerCase()} ${route.path.replace(/:(\w+)/g, '{$1}')}`,
    )
    assert.deepEqual(
      operations()
        .map((o) => `${o.method} ${o.path}`)
        .sort(),
      wanted.sort(),
    )
    assert.ok(wanted.length > 5)
  })
  test('is an OpenAPI 3.1 document in its structure', () => {
    assert.equal(document.openapi, '3.1.0')
    assert.ok(document.info.title && document.info.version && document.servers[0]?.url)
    const ids = operations().map((o) => o.operation.operationId)
    assert.equal(new Set(ids).size, ids.length)
    const tags = new Set(document.tags.map((t) => t.name))
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1])
      const declared = operation.parameters.filter((p) => p.in === 'path')
      assert.deepEqual(
        declared.map((p) => p.name),
        named,
        path,
      )
      for (const p of operation.parameters)
        assert.ok(p.$ref ?? (p.name && p.schema && ['path', 'query', 'header'].includes(p.in ?? '')), path)
      assert.ok(operation.summary && operation.tags.every((t) => tags.has(t)), path)
      for (const [status, r] of Object.entries(operation.responses)) {
        assert.match(status, /^[2-5]\d\d$/)
        assert.ok(r.$ref ?? r.description, `${path} ${status}`)
        for (const media of Object.values(r.content ?? {})) assert.equal(typeof media.schema, 'object')
      }
      for (const need of operation.security)
        for (const scheme of Object.keys(need))
          assert.ok(scheme in (document.components['securitySchemes'] ?? {}))
    }
  })
  test('every reference in it leads somewhere', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((m) => m[1] ?? '')
    assert.ok(refs.length > 0)
    for (const ref of refs) {
      assert.match(ref, /^#\//)
      const target = ref
        .slice(2)
        .split('/')
        .reduce<unknown>((at, key) => Reflect.get(at as object, key), document)
      assert.notEqual(target, undefined, ref)
    }
  })
  test('an address that is not open names its scope', () => {
    for (const { route } of routes) {
      const path = route.path.replace(/:(\w+)/g, '{$1}')
      const { security } = document.paths[path]![route.method.toLowerCase()]!
      assert.equal(security.length === 0, route.policy.allows({ kind: 'anonymous' }), path)
    }
  })
  for (const { route } of routes) {
    const { example, output, list } = route.api ?? {}
    if (example === undefined) continue
    test(`its example ${example} answers as it says`, async () => {
      const reply = await app.get(example)
      assert.equal(reply.statusCode, 200, reply.body)
      if (output === undefined) return
      const shape = list ? z.object({ data: z.array(output), next: z.url().nullable() }) : output
      const parsed = shape.safeParse(reply.json())
      assert.ok(parsed.success, parsed.error?.message)
    })
  }
  test('the page for people lists the same addresses, in both languages', async () => {
    for (const path of ['/api', '/en/api']) {
      const { body, statusCode } = await app.get(path)
      assert.equal(statusCode, 200)
      for (const { route } of routes) assert.ok(body.includes(`<code>${route.path}</code>`), route.path)
    }
  })
})

describe('who answers for the open data', () => {
  const form = { unit: 'Відділ інформації', email: 'data@example.org', koatuu: '7410400000' }
  const kept = () => readSetting(app.connection.db, 'openData.publisher')

  test('only the coordinator and the administrator may say, and nothing is written', async () => {
    assert.equal((await app.post('/office/data', form, viewer)).statusCode, 403)
    assert.equal((await app.get('/office/data', viewer)).statusCode, 403)
    assert.equal(await kept(), null)
  })
  test('a wrong code or address comes back with what was typed', async () => {
    const code = await app.post('/office/data', { ...form, koatuu: '123' }, coordinator)
    assert.equal(code.statusCode, 422)
    assert.match(code.body, /<a href="#f-koatuu">Код КОАТУУ – десять цифр[\s\S]*value="Відділ інформації"/)
    assert.equal((await app.post('/office/data', { ...form, email: 'no' }, coordinator)).statusCode, 422)
    assert.equal((await app.post('/office/data', { ...form, phone: '1' }, coordinator)).statusCode, 422)
    assert.equal(await kept(), null)
  })
  test('said: it stands in the passports and in the record', async () => {
    const reply = await app.post('/office/data', form, coordinator)
    assert.equal(reply.headers['location'], '/office/data?done=saved')
    const passport = (await app.get('/data/legal-rules/passport.json')).json() as Record<string, unknown>
    assert.deepEqual(
      [passport['responsible'], passport['email'], passport['koatuu']],
      [form.unit, form.email, form.koatuu],
    )
    const entry = await app.connection.db
      .selectFrom('audit_entries')
      .select('action')
      .orderBy('seq', 'desc')
      .executeTakeFirst()
    assert.equal(entry?.action, 'openData.setPublisher')
    assert.match((await app.get('/office/data?done=saved', coordinator)).body, /value="data@example\.org"/)
  })
  test('all of it may be taken away again', async () => {
    await app.post('/office/data', { unit: '', email: '', koatuu: '' }, coordinator)
    assert.deepEqual(await kept(), { unit: null, email: null, koatuu: null })
  })
})
