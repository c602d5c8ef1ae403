/** The whole program on a fresh database, asked without a port. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { type App, createApp } from '../../src/app.ts'
import type { Actor, Role, UnitId } from '../../src/kernel/actor.ts'
import { dayOf, Temporal } from '../../src/kernel/civil-date.ts'
import type { OrganisationId } from '../../src/modules/representatives/types.ts'
import { contextOf } from '../../src/platform/context.ts'
import { freshDatabase } from '../../src/platform/database/test-database.ts'
import { connect } from '../../src/platform/db.ts'
import { CABINET_COOKIE, SESSION_COOKIE } from '../../src/platform/http/options.ts'
import { SILENT } from '../../src/platform/log.ts'
import { hashSecret, newId, newSecret } from '../../src/platform/random.ts'
import { CSRF_FIELD } from '../../src/ui/frame.ts'

export type TestApp = App & {
  /** The city's context of an actor, as an action wants it. */
  ctx(actor: Actor, now?: string): ReturnType<typeof contextOf>
  /** A signed-in person with one role. */
  staff(role: Role, options?: { readonly unitId?: UnitId; readonly name?: string }): Promise<Person>
  /** A person signed in to the cabinet, who speaks for these organisations from yesterday for a year. */
  representative(
    organisations?: readonly OrganisationId[],
    options?: { readonly name?: string; readonly email?: string },
  ): Promise<Representative>
  get(path: string, person?: Person | Representative): Promise<LightMyRequestResponse>
  /** Sends a form as a browser does: same origin, with the session's token. */
  post(
    path: string,
    form: Readonly<Record<string, string | readonly string[]>>,
    person?: Person | Representative,
  ): Promise<LightMyRequestResponse>
  drop(): Promise<void>
}

export type Person = {
  readonly actor: Extract<Actor, { kind: 'staff' }>
  readonly cookie: string
  readonly csrf: string
}

export type Representative = {
  readonly actor: Extract<Actor, { kind: 'representative' }>
  readonly cookie: string
  readonly csrf: string
}

export const BASE_URL = 'http://viche.test'

/**
 * @param options.kind of the database; the demonstration shows its banner
 * @param options.register a state register of one's own, empty
 */
export async function testApp(
  options: { readonly kind?: 'city' | 'demonstration'; readonly register?: boolean } = {},
): Promise<TestApp> {
  const database = await freshDatabase()
  const register = options.register ? await freshDatabase({ empty: true }) : null
  await tellWhose(database.url, options.kind ?? 'city')
  const app = await createApp({
    config: {
      publicUrl: BASE_URL,
      dataDir: join(tmpdir(), `viche-test-${process.pid}`),
      trustProxy: false,
      uploadLimit: 20 * 1024 * 1024,
      oidc: null,
      smtpUrl: null,
      mailFrom: 'viche@viche.test',
      databaseConnections: 4,
      registerDatabaseUrl: register?.url ?? null,
    },
    databaseUrl: database.url,
    secret: 'a secret of the tests, longer than thirty-two letters',
    log: SILENT,
    withJobs: false,
  })
  const { db } = app.connection

  return {
    ...app,
    ctx: (actor, now) => contextOf(db, actor, now ? Temporal.Instant.from(now) : undefined),
    async staff(role, { unitId, name = 'Тестова Особа' } = {}) {
      const id = newId<'staff'>()
      const now = Temporal.Now.instant()
      const cookie = newSecret()
      const csrf = newSecret()
      await db
        .insertInto('staff')
        .values({
          id,
          email: `${id}@viche.test`,
          name,
          position: null,
          state: 'active',
          passphrase_hash: null,
          totp_secret: null,
          totp_last_step: null,
          oidc_subject: null,
          created_at: now,
        })
        .execute()
      await db
        .insertInto('staff_roles')
        .values({ staff_id: id, role, unit_id: unitId ?? null })
        .execute()
      await db
        .insertInto('sessions')
        .values({
          secret_hash: hashSecret(cookie),
          id: newId<'session'>(),
          staff_id: id,
          complete: true,
          csrf,
          address: '127.0.0.1',
          device: 'test',
          created_at: now,
          seen_at: now,
          expires_at: now.add({ hours: 8 }),
        })
        .execute()
      return { actor: { kind: 'staff', id, name, grants: [{ role, unitId: unitId ?? null }] }, cookie, csrf }
    },
    async representative(organisations = [], { name = 'Тестова Представниця', email } = {}) {
      const id = newId<'representative'>()
      const now = Temporal.Now.instant()
      const cookie = newSecret()
      const csrf = newSecret()
      const address = email ?? `${id}@ngo.viche.test`
      await db.insertInto('representatives').values({ id, email: address, name, created_at: now }).execute()
      for (const organisation of organisations)
        await db
          .insertInto('delegations')
          .values({
            id: newId<'delegation'>(),
            organisation_id: organisation,
            representative_id: id,
            email: address,
            name,
            post: 'голова',
            basis: 'paper',
            state: 'active',
            locale: 'uk',
            claimed_at: now,
            confirmed_at: now,
            from_day: dayOf(now).subtract({ days: 1 }),
            to_day: dayOf(now).add({ years: 1 }),
          })
          .execute()
      await db
        .insertInto('representative_sessions')
        .values({
          secret_hash: hashSecret(cookie),
          id: newId<'cabinetSession'>(),
          representative_id: id,
          csrf,
          address: '127.0.0.1',
          device: 'test',
          created_at: now,
          seen_at: now,
          expires_at: now.add({ hours: 8 }),
        })
        .execute()
      return { actor: { kind: 'representative', id, name, organisations }, cookie, csrf }
    },
    get: (path, person) => app.server.inject({ method: 'GET', url: path, headers: headersOf(person) }),
    post: (path, form, person) =>
      app.server.inject({
        method: 'POST',
        url: path,
        headers: {
          ...headersOf(person),
          'content-type': 'application/x-www-form-urlencoded',
          origin: BASE_URL,
        },
        payload: encode(person ? { ...form, [CSRF_FIELD]: person.csrf } : form),
      }),
    async drop() {
      await app.close()
      await database.drop()
      await register?.drop()
    },
  }
}

export function headersOf(person: Person | Representative | null | undefined): Record<string, string> {
  if (!person) return {}
  const name = person.actor.kind === 'staff' ? SESSION_COOKIE : CABINET_COOKIE
  return { cookie: `${name}=${person.cookie}` }
}

function encode(form: Readonly<Record<string, string | readonly string[]>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) params.append(name, one)
  return params.toString()
}

/** What the first start says of a new database. */
async function tellWhose(url: string, kind: 'city' | 'demonstration'): Promise<void> {
  const { db, close } = connect(url, { max: 1 })
  const now = Temporal.Now.instant().round('millisecond')
  await db
    .insertInto('settings')
    .values({ key: 'instance', value: JSON.stringify({ kind, madeAt: now.toString() }), updated_at: now })
    .execute()
  await close()
}
