/** What nobody should send, and what is sent twice. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import type { UnitId } from '../src/kernel/actor.ts'
import { issueToken } from '../src/modules/people/actions/tokens.ts'
import { modules } from '../src/modules.ts'
import { MOST_BYTES, MOST_FIELDS } from '../src/platform/http/body.ts'
import { BASE_URL, type Person, type TestApp } from './factories/app.ts'
import { cityApp } from './factories/city.ts'

const FORM = 'application/x-www-form-urlencoded'

let app: TestApp
let coordinator: Person
let fundManager: Person
let token: string
let measure: string
let unit: UnitId
before(async () => {
  app = await cityApp()
  const { db } = app.connection
  coordinator = await app.staff('coordinator')
  fundManager = await app.staff('fundManager')
  const administrator = await app.staff('administrator')
  const ctx = app.ctx(administrator.actor)
  const made = await issueToken(ctx, {
    name: 'тест',
    scopes: ['evidence:write', 'money:write'],
    unitId: null,
    until: ctx.today.add({ days: 10 }),
  })
  token = made.token
  const duty = await db
    .selectFrom('duties as d')
    .innerJoin('programmes as p', 'p.id', 'd.programme_id')
    .select(['d.measure_id', 'd.unit_id'])
    .where('p.state', '=', 'active')
    .executeTakeFirstOrThrow()
  measure = duty.measure_id
  unit = duty.unit_id
})
after(() => app.drop())

const send = (url: string, payload: string, headers: Record<string, string> = {}) =>
  app.server.inject({
    method: 'POST',
    url,
    headers: { origin: BASE_URL, 'content-type': FORM, ...headers },
    payload,
  })
const call = (body: unknown, headers: Record<string, string> = {}) =>
  app.server.inject({
    method: 'POST',
    url: '/api/v1/evidence',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
    payload: typeof body === 'string' ? body : JSON.stringify(body),
  })
const evidence = (title: string) => ({
  title,
  kind: 'event',
  unit,
  happenedFrom: '2026-01-15',
  measures: [measure],
})
const countOf = async (title: string) =>
  Number(
    (
      await app.connection.db
        .selectFrom('evidence')
        .select(({ fn }) => fn.countAll().as('n'))
        .where('title', '=', title)
        .executeTakeFirstOrThrow()
    ).n,
  )

describe('too much', () => {
  async function within<T>(ms: number, work: () => Promise<T>): Promise<T> {
    const started = performance.now()
    const value = await work()
    assert.ok(performance.now() - started < ms, `${Math.round(performance.now() - started)} ms`)
    return value
  }

  test('a hundred thousand fields, as many of one name, a megabyte of one', async () => {
    const many = Array.from({ length: 150_000 }, (_, i) => `${i.toString(36)}=`).join('&')
    assert.equal((await within(2_000, () => send('/office/sign-in', many))).statusCode, 413)
    const same = 'email=a&'.repeat(100_000)
    assert.equal((await within(2_000, () => send('/office/sign-in', same))).statusCode, 422)
    const spaces = `email=a${'+'.repeat(900_000)}b&passphrase=x`
    assert.equal((await within(2_000, () => send('/office/sign-in', spaces))).statusCode, 422)
    const dots = `email=a%40${'a.'.repeat(400_000)}%40&passphrase=x`
    assert.equal((await within(2_000, () => send('/office/sign-in', dots))).statusCode, 422)
    assert.equal((await send('/office/sign-in', `email=${'a'.repeat(MOST_BYTES)}`)).statusCode, 413)
  })

  test('an address that takes files takes no larger form, from a stranger neither', async () => {
    for (const { path } of modules.flatMap((m) => m.routes ?? []).filter((r) => r.upload)) {
      const url = path.replace(/:\w+/g, 'x')
      assert.equal((await send(url, `a=${'x'.repeat(2 * MOST_BYTES)}`)).statusCode, 413, path)
      const json = await send(url, `"${'x'.repeat(2 * MOST_BYTES)}"`, { 'content-type': 'application/json' })
      assert.equal(json.statusCode, 413, path)
    }
  })

  test('fields beside files: none is cut off in silence, and there are not too many', async () => {
    const multipart = (fields: readonly (readonly [string, string])[]) => ({
      type: 'multipart/form-data; boundary=b',
      body: `${[['_csrf', coordinator.csrf] as const, ...fields]
        .map(([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
        .join('')}--b--\r\n`,
    })
    const post = (fields: readonly (readonly [string, string])[]) => {
      const { type, body } = multipart(fields)
      return send('/office/programmes/new', body, {
        'content-type': type,
        cookie: `viche_session=${coordinator.cookie}`,
      })
    }
    const half = 'я '.repeat(MOST_BYTES / 4)
    assert.equal((await post([['text', 'x'.repeat(MOST_BYTES + 10)]])).statusCode, 413)
    assert.equal(
      (
        await post([
          ['text', half],
          ['more', half],
        ])
      ).statusCode,
      413,
    )
    assert.equal(
      (await post(Array.from({ length: MOST_FIELDS + 1 }, (_, i) => [`f${i}`, ''] as const))).statusCode,
      413,
    )
    assert.equal((await post([['toString', 'x']])).statusCode, 400)
    assert.equal((await post([['__proto__', 'x']])).statusCode, 400)
  })

  test('JSON: deep, huge, with keys of the prototype, not JSON, of another type', async () => {
    const deep = `{"title":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    assert.equal((await within(2_000, () => call(deep))).statusCode, 422)
    assert.equal((await call(`{"title":"${'x'.repeat(MOST_BYTES)}"}`)).statusCode, 413)
    for (const bad of ['{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '{"a":', 'null x'])
      assert.equal((await call(bad)).statusCode, 400, bad)
    for (const odd of ['null', '[]', '"x"', '7', 'true']) assert.equal((await call(odd)).statusCode, 422, odd)
    const xml = await call('<a/>', { 'content-type': 'application/xml' })
    assert.equal(xml.statusCode, 415)
    assert.match(String(xml.headers['content-type']), /problem\+json/)
    const unknown = await call({ ...evidence('x'), createdBy: 'me', state: 'recorded' })
    assert.equal(unknown.statusCode, 422)
    assert.match(unknown.body, /createdBy/)
    assert.equal((await call({ ...evidence('a\u0000b\ud800c\u202e') })).statusCode, 201)
    assert.equal(await countOf('abc'), 1)
  })

  test('a field that a form does not have is refused, on every form', async () => {
    const open = /^\/office\/(sign-out|account\/(sessions|passkeys))/
    const administrator = await app.staff('administrator')
    for (const person of [coordinator, administrator, fundManager])
      for (const route of modules.flatMap((m) => m.routes ?? [])) {
        if (route.method === 'GET' || !route.path.startsWith('/office') || route.path.includes(':')) continue
        if (open.test(route.path) || !route.policy.allows(person.actor)) continue
        const answer = await app.post(route.path, { nobodysField: '1' }, person)
        // An address that this installation does not have refuses everything.
        assert.ok([404, 422].includes(answer.statusCode), `${route.path}: ${answer.statusCode}`)
      }
  })
})

describe('errors', () => {
  test('of every kind have a page with a number, our headers, and no stack', async () => {
    const REQUESTS = {
      'no such page': { url: '/nowhere' },
      'an address that is not one': { url: '/%ff' },
      'a part that is too long': { url: `/evidence/${'x'.repeat(3_000)}` },
      'a method that is not there': { method: 'PUT', url: '/' },
      'an origin that is not one': {
        method: 'POST',
        url: '/office/sign-in',
        headers: { origin: 'nonsense', 'content-type': FORM },
        payload: '',
      },
      'no token': {
        method: 'POST',
        url: '/office/city',
        headers: { origin: BASE_URL, 'content-type': FORM, cookie: `viche_session=${coordinator.cookie}` },
        payload: '',
      },
      'too long': {
        method: 'POST',
        url: '/office/sign-in',
        headers: { origin: BASE_URL, 'content-type': FORM },
        payload: 'x'.repeat(2 * MOST_BYTES),
      },
      'another type': {
        method: 'POST',
        url: '/office/sign-in',
        headers: { origin: BASE_URL, 'content-type': 'application/xml' },
        payload: '<a/>',
      },
    } as const
    for (const [what, request] of Object.entries(REQUESTS)) {
      const answer = await app.server.inject(request)
      assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${what}: ${answer.statusCode}`)
      assert.match(String(answer.headers['content-type']), /^text\/html/, what)
      assert.match(String(answer.headers['content-security-policy']), /default-src 'none'/, what)
      assert.equal(answer.headers['cache-control'], 'no-store', what)
      assert.match(answer.body, /[0-9a-z]{6,}-[0-9a-z]+/, `${what}: no number`)
      assert.doesNotMatch(answer.body, /node_modules|\bat \S+ \(|FST_/, what)
    }
  })
})

describe('what may be kept by whom', () => {
  const pages = modules
    .flatMap((m) => m.routes ?? [])
    .filter((r) => r.method === 'GET' && !r.path.includes(':'))

  test('nothing of the office is kept, be it page, file or error; nothing public sets a cookie', async () => {
    const administrator = await app.staff('administrator')
    for (const route of pages) {
      const office = route.path.startsWith('/office')
      for (const query of ['', '?format=csv', '?format=json', '?lang=en'])
        for (const person of office ? [coordinator, administrator, undefined] : [coordinator]) {
          const answer = await app.get(route.path + query, person)
          if (office) assert.equal(answer.headers['cache-control'], 'no-store', route.path + query)
          else assert.equal(answer.headers['set-cookie'], undefined, route.path)
        }
    }
  })

  test('a public page is the same for whoever is signed in', async () => {
    for (const route of pages.filter((r) => !r.path.startsWith('/office') && r.cached)) {
      const known = await app.get(route.path, coordinator)
      const unknown = await app.get(route.path)
      // An error bears a number of its own.
      if (known.statusCode === 200) assert.equal(known.body, unknown.body, route.path)
      assert.ok(!known.body.includes(coordinator.csrf) && !known.body.includes(coordinator.actor.name))
    }
  })

  test('HEAD says what GET says; who has the tag gets 304 and no body', async () => {
    for (const route of pages.filter((r) => r.cached)) {
      const got = await app.get(route.path)
      if (got.statusCode !== 200 || !got.headers['etag']) continue
      const head = await app.server.inject({ method: 'HEAD', url: route.path })
      assert.deepEqual([head.statusCode, head.body, head.headers['etag']], [200, '', got.headers['etag']])
      assert.match(String(got.headers['vary']), /accept-encoding/i, route.path)
      for (const method of ['GET', 'HEAD'] as const) {
        const again: LightMyRequestResponse = await app.server.inject({
          method,
          url: route.path,
          headers: { 'if-none-match': String(got.headers['etag']) },
        })
        assert.deepEqual([again.statusCode, again.body], [304, ''], `${method} ${route.path}`)
      }
    }
  })

  test('neither Host nor X-Forwarded-* is believed', async () => {
    for (const path of ['/', '/sitemap.xml', '/api/v1/duties?limit=1', '/evidence.atom', '/data']) {
      const answer = await app.server.inject({
        url: path,
        headers: {
          host: 'evil.example',
          'x-forwarded-host': 'evil.example',
          'x-forwarded-proto': 'https',
          'x-forwarded-for': '203.0.113.99',
        },
      })
      assert.doesNotMatch(answer.body + JSON.stringify(answer.headers), /evil\.example/, path)
    }
    await app.server.inject({
      method: 'POST',
      url: '/demo',
      headers: { origin: BASE_URL, 'content-type': FORM, 'x-forwarded-for': '203.0.113.99' },
      payload: 'role=viewer',
    })
    const addresses = await app.connection.db.selectFrom('sessions').select('address').execute()
    assert.ok(addresses.every((s) => s.address !== '203.0.113.99'))
  })
})

describe('what is sent twice', () => {
  const formOf = async (person: Person) => {
    const drawn = await app.get('/office/evidence/new', person)
    return /name="_csrf" value="([^"]+)"/.exec(drawn.body)![1]!
  }
  const record = (title: string, csrf: string, person: Person) =>
    send(
      '/office/evidence/new',
      new URLSearchParams({
        _csrf: csrf,
        title,
        kind: 'event',
        unit,
        happenedFrom: '2026-01-15',
        access: 'public',
        measures: measure,
      }).toString(),
      { cookie: `viche_session=${person.cookie}` },
    )

  test('a form clicked twenty times at once is one record, and each click leads to it', async () => {
    const csrf = await formOf(coordinator)
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => record('Двічі натиснуте', csrf, coordinator)),
    )
    assert.deepEqual([...new Set(answers.map((a) => a.statusCode))], [303])
    assert.equal(new Set(answers.map((a) => a.headers.location)).size, 1)
    assert.equal(await countOf('Двічі натиснуте'), 1)
  })

  test('changed after going back, or drawn anew, it is another', async () => {
    const csrf = await formOf(coordinator)
    await record('Перше', csrf, coordinator)
    await record('Друге', csrf, coordinator)
    await record('Перше', await formOf(coordinator), coordinator)
    assert.deepEqual([await countOf('Перше'), await countOf('Друге')], [2, 1])
  })

  test('what was refused may be sent again', async () => {
    const csrf = await formOf(coordinator)
    assert.equal((await record('', csrf, coordinator)).statusCode, 422)
    assert.equal((await record('', csrf, coordinator)).statusCode, 422)
    assert.equal((await record('Виправлене', csrf, coordinator)).statusCode, 303)
  })

  test('another person’s page number opens nothing', async () => {
    const other = await app.staff('coordinator')
    const csrf = await formOf(coordinator)
    const page = csrf.split('.')[1]
    assert.equal((await record('Чуже', csrf, other)).statusCode, 403)
    await record('Спільне', csrf, coordinator)
    await record('Спільне', `${other.csrf}.${page}`, other)
    assert.equal(await countOf('Спільне'), 2)
  })

  test('a program repeats a call with its key, and it is done once', async () => {
    const key = { 'idempotency-key': 'a-key-of-the-program' }
    const [first, ...more] = await Promise.all(
      Array.from({ length: 5 }, () => call(evidence('З програми'), key)),
    )
    assert.equal(first!.statusCode, 201)
    for (const answer of more) assert.equal(answer.body, first!.body)
    assert.equal(first!.headers.location, more[0]!.headers.location)
    assert.equal(await countOf('З програми'), 1)
    const other = await call(evidence('Інше з програми'), key)
    assert.equal(other.statusCode, 422)
    assert.match(other.body, /idempotency_key_used/)
    assert.equal((await call(evidence('x'), { 'idempotency-key': 'з пробілом' })).statusCode, 422)
  })
})
