/** Each route with what nobody should send: no 5xx, no answer slower than a second, no stack in any body. */
import fc from 'fast-check'
import { ROLES } from '../../src/kernel/actor.ts'
import { modules } from '../../src/modules.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { newId } from '../../src/platform/random.ts'
import { CSRF_FIELD } from '../../src/ui/frame.ts'
import { BASE_URL, type Person, type TestApp, testApp } from '../factories/app.ts'
import { Outcome } from './outcome.ts'
import { concrete } from './t15-access.ts'

const REQUESTS = 100_000
const MINUTES = 8

const NASTY: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e400',
  'NaN',
  'null',
  'undefined',
  'true',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '%00',
  '\u0000',
  '\ud800',
  '\u202e',
  "'; drop table staff; --",
  '" or 1=1',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  'javascript:alert(1)',
  '=cmd|/c calc',
  '9999-99-99',
  '0000-00-00',
  '31.02.2026',
  '2026-13-01',
  '99999999999999999999',
  '-0',
  'Ї'.repeat(300),
  'a'.repeat(10_000),
  '[]',
  '{}',
  '[[[[[[[[[[',
  'eyJhIjoxfQ',
  Buffer.from('[1,2]').toString('base64url'),
  Buffer.from('["x","y"]').toString('base64url'),
  'https://evil.example/',
  '//evil.example',
  '\r\nset-cookie: a=b',
]

export async function run(): Promise<number> {
  const outcome = new Outcome('T9')
  const app = await testApp()
  try {
    await fuzz(app, outcome, REQUESTS, MINUTES * 60_000)
  } finally {
    await app.drop()
  }
  return outcome.finish()
}

/** @param limit requests at most; @param time milliseconds at most */
export async function fuzz(app: TestApp, outcome: Outcome, limit: number, time: number): Promise<void> {
  const people: (Person | null)[] = [null]
  for (const role of ROLES.filter((r) => r !== 'executor')) people.push(await app.staff(role))
  const routes = modules.flatMap((m) => m.routes ?? [])
  const known = await names(app, people, routes)
  const text = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...NASTY) },
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constant(null).map(() => newId()),
    fc.integer().map(String),
  )
  const fields = fc.dictionary(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...known) },
      fc.constantFrom(...NASTY.filter((n) => n !== '')),
    ),
    text,
    { maxKeys: 6 },
  )
  const request = fc.record({
    route: fc.constantFrom(...routes),
    person: fc.constantFrom(...people),
    params: fc.array(text, { minLength: 6, maxLength: 6 }),
    query: fields,
    form: fields,
    realPath: fc.boolean(),
    json: fc.json({ maxDepth: 4 }),
  })
  const end = performance.now() + time
  let slowest = 0
  let count = 0
  for (const sample of fc.sample(request, { numRuns: limit })) {
    if (performance.now() > end) break
    const started = performance.now()
    const answer = await send(app, sample)
    const ms = performance.now() - started
    slowest = Math.max(slowest, ms)
    count += 1
    const where = `${sample.route.method} ${sample.route.path} ${JSON.stringify(sample.params).slice(0, 80)} ${JSON.stringify(sample.query).slice(0, 120)} ${JSON.stringify(sample.form).slice(0, 200)}`
    outcome.check(answer.statusCode < 500, `${answer.statusCode}: ${where}`)
    outcome.check(ms < 1_000, `${Math.round(ms)} ms: ${where}`)
    outcome.check(
      !/\bat \S+ \(?file:\/\/|node_modules|SQLSTATE/.test(answer.body),
      `a stack or SQL in the body: ${where}`,
    )
  }
  outcome.facts['requests'] = count
  outcome.facts['slowestMs'] = Math.round(slowest)
}

type Sample = {
  readonly route: Route
  readonly person: Person | null
  readonly params: readonly string[]
  readonly query: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>>
  readonly realPath: boolean
  readonly json: string
}

function send(app: TestApp, s: Sample) {
  let i = 0
  const path = s.realPath
    ? concrete(s.route.path)
    : s.route.path.replace(/:\w+/g, () => encodeURIComponent(wellFormed(s.params[i++] ?? 'x')) || 'x')
  const query = new URLSearchParams(Object.entries(s.query)).toString()
  const api = s.route.path.startsWith('/api/')
  const writes = s.route.method !== 'GET'
  return app.server.inject({
    method: s.route.method,
    url: query ? `${path}?${query}` : path,
    headers: {
      ...(s.person ? { cookie: `viche_session=${s.person.cookie}` } : {}),
      ...(writes
        ? { origin: BASE_URL, 'content-type': api ? 'application/json' : 'application/x-www-form-urlencoded' }
        : {}),
    },
    ...(writes
      ? {
          payload: api
            ? s.json
            : new URLSearchParams({
                ...s.form,
                ...(s.person ? { [CSRF_FIELD]: s.person.csrf } : {}),
              }).toString(),
        }
      : {}),
  })
}

/** Lone surrogates cannot stand in an address at all. */
function wellFormed(text: string): string {
  return text.toWellFormed()
}

/** Names of fields and filters as the pages themselves use them. */
async function names(
  app: TestApp,
  people: readonly (Person | null)[],
  routes: readonly Route[],
): Promise<string[]> {
  const found = new Set(['q', 'after', 'format', 'lang', 'state', 'year', 'next'])
  for (const route of routes.filter((r) => r.method === 'GET' && !r.path.includes(':'))) {
    for (const person of people.filter((p) => p !== null)) {
      const { body } = await app.get(route.path, person)
      for (const m of body.matchAll(/\sname="([^"]{1,60})"/g)) found.add(m[1]!)
    }
  }
  found.delete(CSRF_FIELD)
  return [...found]
}
