/**
 * Marks are planted wherever the public must not read: then everything that is public is read, and no mark may be there.
 * Pages in both languages, feeds, calendars, exports, documents, open data, API, errors, and what the program logs.
 */
import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { PEOPLE } from '../demo/city.ts'
import { type App, createApp } from '../src/app.ts'
import { prepareNewDatabase } from '../src/first-start.ts'
import { ANONYMOUS } from '../src/kernel/actor.ts'
import { modules } from '../src/modules.ts'
import { readConfig } from '../src/platform/config.ts'
import { type FreshDatabase, freshDatabase } from '../src/platform/database/test-database.ts'
import { createLog } from '../src/platform/log.ts'
import { OPEN, PRIVATE, SOMETIMES } from './canary/columns.ts'
import { fillGaps, MARK, type Plants, plant } from './canary/plant.ts'
import { wordsOf } from './canary/words.ts'

const BASE_URL = 'http://viche.test'
/** Enough of each kind of address to meet every state that its records have. */
const OF_ONE_KIND = 12

let database: FreshDatabase
let app: App
let plants: Plants
const logged: string[] = []
const read = new Map<string, { readonly status: number; readonly words: string }>()

before(async () => {
  database = await freshDatabase()
  const config = readConfig(
    { VICHE_DEMO: 'on', VICHE_URL: BASE_URL, VICHE_DATA: join(tmpdir(), `viche-canary-${process.pid}`) },
    tmpdir(),
  )
  const log = createLog('debug', (line) => logged.push(line))
  const secret = 'a secret of the canary, longer than thirty-two'
  await prepareNewDatabase({
    config,
    secret,
    log,
    databaseUrl: database.url,
    embedded: true,
    close: async () => {},
  })
  app = await createApp({ config, databaseUrl: database.url, secret, log, withJobs: false })
  const client = await app.connection.pool.connect()
  try {
    await fillGaps(client)
    plants = await plant(client)
  } finally {
    client.release()
  }
})
after(async () => {
  await app.close()
  await database.drop()
})

async function ask(path: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await app.server.inject({ method: 'GET', url: path, headers })
  const type = String(answer.headers['content-type'] ?? '')
  const words = `${JSON.stringify(answer.headers)}\n${await wordsOf(type, answer.rawPayload)}`
  read.set(path, { status: answer.statusCode, words })
  return { status: answer.statusCode, type, words, location: answer.headers.location }
}

/** Marks in a text, told by the place where they were planted. */
function leaksOf(words: string): string[] {
  const marks = [...new Set(words.match(MARK) ?? [])].map((mark) => plants.places.get(mark) ?? mark)
  const names = PEOPLE.flatMap(({ name, mailbox }) => [name, `${mailbox}@`]).filter((n) => words.includes(n))
  return [...marks, ...names]
}

const publicRoutes = modules
  .flatMap((m) => m.routes ?? [])
  .filter((r) => r.method === 'GET' && r.policy.allows(ANONYMOUS) && !r.path.startsWith('/office'))

function patternOf(path: string): RegExp {
  const escaped = path.replace(/[.]/g, '\\.').replace(/:\w+/g, '[^/]+')
  return new RegExp(`^(/en)?${escaped === '/' ? '/?' : escaped}$`)
}

test('every column that holds words is said to be private or open', async () => {
  const { rows } = await app.connection.pool.query<{ place: string }>(
    `select c.table_name || '.' || c.column_name as place from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.table_name <> 'schema_migrations'
       and (c.data_type = 'text' or c.udt_name = '_text') order by 1`,
  )
  const known = new Set([
    ...[PRIVATE, OPEN].flatMap((list) =>
      Object.entries(list).flatMap(([table, names]) => names.map((name) => `${table}.${name}`)),
    ),
    ...SOMETIMES.flatMap(({ table, columns }) => columns.map((name) => `${table}.${name}`)),
  ])
  const places = rows.map((r) => r.place)
  assert.deepEqual(
    places.filter((place) => !known.has(place)),
    [],
    'these stand in no list of columns.ts',
  )
  assert.deepEqual(
    [...known].filter((place) => !places.includes(place)),
    [],
    'these are no more',
  )
})

test('there is something that could leak in every private place', () => {
  assert.deepEqual(plants.empty, [])
})

test('nothing private is in any public page, feed, export, document or answer of the API', async () => {
  const queue = ['/', '/en', '/sitemap.xml', '/robots.txt', '/audit/checkpoint', '/api/openapi.json']
  queue.push(...publicRoutes.flatMap((r) => r.api?.example ?? []))
  queue.push(...(await addressesOfRecords()))
  queue.push('/search?q=zkanareika', '/en/search?q=Демченко', '/api/v1/search?q=zkanareika')
  const kinds = new Map<string, number>()
  const seen = new Set(queue)
  const from = new Map<string, string>()
  const faults: string[] = []
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const answer = await ask(path)
    // An address of the API that wants a query is met again by its links; a record may be none for the public.
    const bare = from.has(path) ? [] : [404, 422]
    if (![200, 303, ...bare].includes(answer.status))
      faults.push(`${path}: ${answer.status}, from ${from.get(path)}`)
    // A search says again what it was asked for.
    const asked = decodeURIComponent(/[?&]q=([^&]*)/.exec(path)?.[1] ?? '')
    const leaks = leaksOf(answer.words).filter((leak) => asked === '' || !leak.includes(asked))
    if (leaks.length > 0) faults.push(`${path}: ${leaks.join(', ')}`)
    // Lines of a PDF break its addresses.
    const silent = answer.status === 404 || answer.type.startsWith('application/pdf')
    const links = silent ? [] : linksIn(answer.words)
    for (const next of [...links, ...exportsOf(path, answer)]) {
      if (seen.has(next)) continue
      from.set(next, path)
      seen.add(next)
      const kind = kindOf(next)
      const many = kinds.get(kind) ?? 0
      if (many >= OF_ONE_KIND) continue
      kinds.set(kind, many + 1)
      queue.push(next)
    }
  }
  assert.deepEqual(faults, [])
  const paths = [...read].filter(([, r]) => r.status === 200).map(([path]) => path.split('?')[0]!)
  const missed = publicRoutes.filter((r) => !paths.some((path) => patternOf(r.path).test(path)))
  assert.deepEqual(
    missed.map((r) => r.path).filter((path) => !NOT_IN_DEMONSTRATION.has(path)),
    [],
    'no link leads here, so nothing was read',
  )
})

/** Addresses that other programs are told of, and no page links to. */
async function addressesOfRecords(): Promise<string[]> {
  const { rows } = await app.connection.pool.query<{ address: string }>(
    `select '/api/v1/programmes/' || slug as address from programmes
     union all select '/api/v1/programmes/' || slug || '/measures' from programmes
     union all select '/api/v1/money?programme=' || slug || '&year=' || to_char(now(), 'YYYY') from programmes
     union all select distinct '/programmes/' || slug || '/reports/' || year
       from consolidated_reports join programmes p on p.id = programme_id where kind = 'quarter'
     union all (select '/api/v1/evidence/' || id from evidence where state = 'recorded' limit 9)
     union all (select '/api/v1/money/commitments/' || id from commitments)
     union all (select '/api/v1/money/payments/' || id from payments where state = 'recorded')
     union all (select '/api/v1/reports/' || id from frozen_reports)
     union all (select '/api/v1/organisations/' || id || tail from organisations,
       unnest(array['', '/officers', '/popolo']) as tail limit 60)
     union all (select '/represent/' || id from organisations where state <> 'terminated' limit 2)
     union all (select '/api/v1/passports/' || as_of || tail from passports,
       unnest(array['', '/changes?from=' || as_of]) as tail where state = 'published')
     union all (select '/api/v1/news/' || id from publications limit 40)
     union all (select '/api/v1/practices/' || id from practices limit 40)
     union all (select '/api/v1/events/' || id from events limit 60)
     union all (select '/events/' || id || tail from events, unnest(array['/hall', '/registered', '/thanks']) as tail limit 120)
     union all (select '/events/' || event_id || '/test' from seminar_tests)
     union all (select '/news/kinds/' || kind || tail from (select distinct kind from organisations) kinds,
       unnest(array['/news.atom', '/news.json']) as tail)
     union all (select '/news/directions/' || id || tail from directions,
       unnest(array['/news.atom', '/news.json']) as tail)
     union all (select '/news/districts/' || id || tail from districts,
       unnest(array['/news.atom', '/news.json']) as tail)
     union all (select '/organisations/districts/' || id || '/changes.atom' from districts)`,
  )
  const lists = publicRoutes
    .map((r) => r.path)
    .filter((path) => !path.includes(':') && /^\/(api|embed|data)|\.atom$|\.json$/.test(path))
  return [...lists, ...rows.map((r) => r.address)]
}

/** What the demonstration does not have, and what answers to a link from somebody's own letter only. */
const NOT_IN_DEMONSTRATION = new Set([
  '/files/:id/:name',
  '/monuments/:id/picture.jpg',
  '/cabinet/confirm',
  '/cabinet/sign-in',
  '/cabinet/enter',
  '/check/:secret',
  '/check/:secret/correct',
  '/follow/asked',
  '/follow/confirm/:secret',
  '/follow/:secret',
  '/follow/:secret/leave',
  '/take-part/:key',
  '/invited/:key',
  '/certificates/:number',
  // A stream that does not end; it says that `/events/:id/hall` has changed.
  '/events/:id/hall/live',
  '/programmes/:slug/editions/:n/decision.docx',
  '/programmes/:slug/editions/:n/decision.pdf',
])

test('an id of anything at all opens nothing private', async () => {
  const { pool } = app.connection
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' and column_name = 'id' and udt_name = 'uuid'`,
  )
  const ids: string[] = []
  for (const { name } of tables) {
    const { rows } = await pool.query<{ id: string }>(`select id from ${name} order by id limit 12`)
    ids.push(...rows.map((r) => r.id))
  }
  const hidden = await pool.query<{ id: string }>(
    `select id from evidence where state <> 'recorded' union select id from files where access = 'office'
     union select id from quarterly_reports where state <> 'accepted' union select id from payments where state = 'withdrawn'`,
  )
  ids.push(...hidden.rows.map((r) => r.id))
  const routes = publicRoutes.filter((r) => r.path.includes(':id'))
  assert.ok(routes.length >= 5 && ids.length > 150)
  const faults: string[] = []
  for (const { path } of routes)
    for (const id of new Set(ids)) {
      const url = path.replace(':id', id).replace(':name', 'list.txt')
      const leaks = leaksOf((await ask(url)).words)
      if (leaks.length > 0) faults.push(`${url}: ${leaks.join(', ')}`)
    }
  assert.deepEqual(faults, [])
})

test('nothing private is in an error or in the log', async () => {
  const { pool } = app.connection
  const post = (url: string, payload: string) =>
    app.server.inject({
      method: 'POST',
      url,
      headers: { origin: BASE_URL, 'content-type': 'application/x-www-form-urlencoded' },
      payload,
    })
  const { rows } = await pool.query<{ email: string }>('select email from staff limit 1')
  const email = rows[0]!.email
  const answers = [
    await ask('/немає-такої-сторінки'),
    await ask('/api/v1/evidence?limit=many'),
    await ask('/office/people'),
    await ask('/api/v1/programmes', { authorization: `Bearer ${'a'.repeat(43)}` }),
  ].map((a) => ({ status: a.status, words: a.words }))
  for (const [url, body] of [
    ['/demo', 'role=zkanareika'],
    ['/office/sign-in', `email=${encodeURIComponent(email)}&passphrase=zkanareika12345z+of+somebody`],
  ] as const) {
    const answer = await post(url, body)
    answers.push({ status: answer.statusCode, words: answer.body.replaceAll(email, '') })
  }
  await pool.query('alter table evidence rename column state to state_of_old')
  answers.push(await ask('/evidence?q=broken'), await ask('/api/v1/evidence?limit=17'))
  await pool.query('alter table evidence rename column state_of_old to state')
  assert.deepEqual([...new Set(answers.map((a) => a.status))].sort(), [303, 401, 404, 422, 500])
  assert.deepEqual(
    answers.flatMap((a) => leaksOf(a.words)),
    [],
  )
  for (const { status, words } of answers)
    if (status === 500) assert.doesNotMatch(words, /state_of_old|column|select |\bat .*:\d+:\d+/)

  await database.drop()
  const [page, problem] = [await ask('/evidence?q=gone'), await ask('/api/v1/programmes')]
  assert.deepEqual([page.status, problem.status], [503, 503])
  assert.deepEqual([...leaksOf(page.words), ...leaksOf(problem.words)], [])

  assert.ok(logged.some((line) => line.includes('request failed')))
  assert.deepEqual(leaksOf(logged.join('\n')), [])
  assert.doesNotMatch(logged.join('\n'), /zkanareika12345z|of\+somebody/)
})

function linksIn(text: string): string[] {
  const words = text.replaceAll('&amp;', '&')
  const found = [
    ...[...words.matchAll(/(?:href|src)=\\?"([^"\\]+)/g)].map((m) => m[1]!),
    ...[...words.matchAll(/http:\/\/viche\.test(\/[^\s"'<>\\),;]*)/g)].map((m) =>
      m[1]!.replaceAll('&amp;', '&'),
    ),
  ]
  return found
    .map((link) => link.replace(BASE_URL, '').split('#')[0]!)
    .filter((link) => /^\/(?!\/|office|demo|assets)/.test(link) && !link.includes('{'))
}

/** Lists that are offered as files without a link to each form. */
function exportsOf(path: string, { type }: { readonly type: string }): string[] {
  if (!type.startsWith('text/html') || !/^\/(evidence|programmes\/[^/]+\/(money|year\/\d+))$/.test(path))
    return []
  return ['csv', 'xlsx', 'ods', 'json'].map((format) => `${path}?format=${format}`)
}

/** Addresses of one kind share this. */
function kindOf(path: string): string {
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/(measures|rules|acts|data|units)\/[^/?.]+/g, '/$1/:x')
    .replace(/=(?!csv|xlsx|ods|json)[^&]*/g, '=')
    .replace(/\b\d+\b/g, ':n')
}
