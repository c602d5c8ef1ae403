/**
 * The matrix: each route that the server knows, for each role; each write also from a foreign page and without its
 * token. What the route's policy refuses is refused by the server; nothing answers 5xx.
 */
import { type Actor, ANONYMOUS, ROLES } from '../../src/kernel/actor.ts'
import { type Area, areaOf } from '../../src/kernel/area.ts'
import { modules } from '../../src/modules.ts'
import type { Route } from '../../src/platform/http/route.ts'
import { newId } from '../../src/platform/random.ts'
import { CSRF_FIELD } from '../../src/ui/frame.ts'
import {
  BASE_URL,
  headersOf,
  type Person,
  type Representative,
  type TestApp,
  testApp,
} from '../factories/app.ts'
import { Outcome } from './outcome.ts'

const HEADERS: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /default-src 'none'/,
  'x-content-type-options': /^nosniff$/,
  'x-frame-options': /^DENY$/i,
  'referrer-policy': /same-origin/,
}

export async function run(): Promise<number> {
  const outcome = new Outcome('T15')
  const app = await testApp()
  try {
    await matrix(app, outcome)
  } finally {
    await app.drop()
  }
  return outcome.finish()
}

type Whoever = Person | Representative | null

export async function matrix(app: TestApp, outcome: Outcome): Promise<void> {
  // What ends the session that is used comes last.
  const ends = (r: Route) => /sign-out|sessions|passphrase|account\/close/.test(r.path)
  const all = modules.flatMap((m) => m.routes ?? [])
  const routes = [...all.filter((r) => !ends(r)), ...all.filter(ends)]
  const unit = newId<'unit'>()
  await app.connection.db
    .insertInto('units')
    .values({
      id: unit,
      name: 'Відділ перевірки',
      short_name: null,
      kind: 'unit',
      email: null,
      created_at: app.ctx(ANONYMOUS).now,
    })
    .execute()
  const people: Whoever[] = [null]
  for (const role of ROLES) people.push(await app.staff(role, role === 'executor' ? { unitId: unit } : {}))
  people.push(await app.staff('executor', { unitId: unit }))
  people.push(await app.representative())

  outcome.facts['routes'] = routes.length
  outcome.facts['unlisted'] = unlisted(app, routes)
  outcome.check(
    unlisted(app, routes).length === 0,
    `routes without a module: ${unlisted(app, routes).join(', ')}`,
  )
  for (const route of routes) {
    if (route.method !== 'GET') for (const person of people) await forged(app, outcome, route, person)
    for (const person of ends(route) ? [null] : people) await asPerson(app, outcome, route, person)
  }
}

/** Routes that the server answers and no module has: only assets are the server's own. */
function unlisted(app: TestApp, routes: readonly Route[]): string[] {
  const known = new Set(routes.flatMap((r) => [r.path, r.path === '/' ? '/en' : `/en${r.path}`]))
  const paths: string[] = []
  const above: string[] = []
  for (const line of app.server.printRoutes({ commonPrefix: false }).split('\n')) {
    const m = /^((?:[│ ] {3})*)[├└]── (\S+)( \()?/.exec(line)
    if (!m) continue
    const depth = m[1]!.length / 4
    above.length = depth
    above.push(m[2] === '(empty' ? '' : m[2]!)
    if (m[3]) paths.push(above.join(''))
  }
  return paths.filter((path) => !known.has(path) && !path.startsWith('/assets/'))
}

export function concrete(path: string): string {
  return path.replace(/:(\w+)/g, (_, name: string) =>
    name === 'id' || name.endsWith('Id')
      ? newId()
      : name === 'year'
        ? '2026'
        : name === 'quarter'
          ? '3'
          : 'x',
  )
}

async function asPerson(app: TestApp, outcome: Outcome, route: Route, person: Whoever): Promise<void> {
  const area = areaOf(route.path)
  const url = concrete(route.path)
  const answer = await app.server.inject({
    method: route.method,
    url,
    headers: {
      ...headersOf(person),
      origin: BASE_URL,
      ...(route.method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ...(route.method === 'GET' ? {} : { payload: person ? `${CSRF_FIELD}=${person.csrf}` : '' }),
  })
  const who =
    person?.actor.kind === 'staff' ? person.actor.grants[0]?.role : (person?.actor.kind ?? 'anonymous')
  const where = `${route.method} ${route.path} as ${who}`
  outcome.check(answer.statusCode < 500 || answer.statusCode === 503, `${where}: ${answer.statusCode}`)
  for (const [name, value] of Object.entries(HEADERS))
    outcome.check(
      value.test(String(answer.headers[name] ?? '')),
      `${where}: header ${name} is ${answer.headers[name]}`,
    )
  const actor = actorIn(area, person)
  const allowed = route.policy.allows(actor)
  if (allowed) {
    outcome.check(answer.statusCode !== 403, `${where}: refused`)
    return
  }
  const toSignIn = answer.statusCode === 303 && String(answer.headers.location).startsWith(`/${area}/sign-in`)
  outcome.check(
    answer.statusCode === 403 || answer.statusCode === 401 || (actor === ANONYMOUS && toSignIn),
    `${where}: ${answer.statusCode}, not refused`,
  )
}

/** Each part of the site reads its own cookie: elsewhere everybody is a visitor. */
function actorIn(area: Area, person: Whoever): Actor {
  const own = area === 'office' ? 'staff' : area === 'cabinet' ? 'representative' : null
  return person?.actor.kind === own ? person.actor : ANONYMOUS
}

/** A write from a foreign page, and one without the session's token. */
async function forged(app: TestApp, outcome: Outcome, route: Route, person: Whoever): Promise<void> {
  if (route.path.startsWith('/api/')) return
  const cookie = headersOf(person)
  const body = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ]) {
    const answer = await app.server.inject({
      method: route.method,
      url: concrete(route.path),
      headers: { ...cookie, ...body, ...headers },
      payload: person ? `${CSRF_FIELD}=${person.csrf}` : '',
    })
    outcome.check(
      answer.statusCode === 403,
      `${route.method} ${route.path} from ${JSON.stringify(headers)}: ${answer.statusCode}`,
    )
  }
  if (!person || actorIn(areaOf(route.path), person) === ANONYMOUS) return
  const answer = await app.server.inject({
    method: route.method,
    url: concrete(route.path),
    headers: { ...cookie, ...body, origin: BASE_URL },
    payload: `${CSRF_FIELD}=wrong`,
  })
  outcome.check(
    answer.statusCode === 403,
    `${route.method} ${route.path} without its token: ${answer.statusCode}`,
  )
}
