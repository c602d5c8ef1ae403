/** From the box on a page to the letter, to leaving; and a job that is killed. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { plantOrganisation } from '../../../test/factories/organisations.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { transact } from '../../platform/context.ts'
import { type DigestItem, digestSources } from '../../platform/digest.ts'
import { sendNext } from '../../platform/mail.ts'
import { mergeOrganisations } from '../organisations/actions/merge.ts'
import type { OrganisationId } from '../organisations/index.ts'
import { forgetUnconfirmed, writeDigests } from './actions.ts'

let app: TestApp
let coordinator: Person
let green: OrganisationId
let other: OrganisationId
const published: DigestItem[] = []

before(async () => {
  digestSources
    .with({
      title: { uk: 'Проба', en: 'Trial' },
      order: 1,
      items: async (_, since, until) =>
        published.filter((i) => i.at.since(since).sign >= 0 && i.at.since(until).sign < 0),
    })
    .attach()
  app = await testApp()
  coordinator = await app.staff('coordinator')
  green = await plantOrganisation(app.connection.db, { name: 'ГО «Зелене місто»' })
  other = await plantOrganisation(app.connection.db, { name: 'БФ «Турбота»', kind: 'charity' })
})
after(() => app.drop())

const db = () => app.connection.db

async function lettersTo(email: string) {
  return db()
    .selectFrom('messages')
    .select(['subject', 'body', 'state', 'unsubscribe', 'dedupe_key'])
    .where('recipient', '=', email)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

const keyIn = (body: string) => /\/follow\/confirm\/([\w-]{43})/.exec(body)![1]!

async function follow(email: string, what: string | string[]): Promise<string> {
  assert.equal((await app.post('/follow', { email, what })).statusCode, 303)
  const letter = (await lettersTo(email)).at(-1)!
  const confirmed = await app.post(`/follow/confirm/${keyIn(letter.body)}`, {})
  assert.equal(confirmed.statusCode, 303)
  return /\/follow\/([\w-]{43})/.exec(String(confirmed.headers.location))![1]!
}

function news(title: string, at: string, of: OrganisationId, kind: string): DigestItem {
  return {
    path: `/news/${title}`,
    title: { uk: title, en: title },
    text: { uk: '', en: '' },
    at: Temporal.Instant.from(at),
    organisations: [of],
    kinds: [kind],
    directions: [],
  }
}

/** The weekly job at eight in the morning of a day of 2030, when what tests publish is long past. */
async function monday(day: string): Promise<void> {
  const ctx = app.ctx({ kind: 'system', job: 'following.digest' }, `${day}T06:00:00Z`)
  while (await writeDigests(ctx, app.house));
}

test('nothing is kept of a wrong address; an asked letter leads to a button, not to a subscription', async () => {
  const page = await app.get(`/follow?organisation=${green}`)
  assert.match(page.body, /Зелене місто/)
  const bad = await app.post('/follow', { email: 'nobody', what: [] })
  assert.equal(bad.statusCode, 422)
  assert.match(bad.body, /адресу електронної пошти/)
  assert.match((await app.post('/follow', { email: 'a@example.org' })).body, /Виберіть, за чим стежити/)
  assert.equal((await db().selectFrom('followers').select('id').execute()).length, 0)

  const asked = await app.post('/follow', { email: 'A@example.org', what: `organisation:${green}` })
  assert.equal(asked.headers.location, '/follow/asked')
  const [letter] = await lettersTo('a@example.org')
  const at = `/follow/confirm/${keyIn(letter!.body)}`
  assert.match((await app.get(at)).body, /Зелене місто/)
  const row = await db().selectFrom('followers').selectAll().executeTakeFirstOrThrow()
  assert.equal(row.confirmed_at, null)
  assert.doesNotMatch(JSON.stringify(row), new RegExp(keyIn(letter!.body)))
  assert.equal((await app.get(`/follow/${keyIn(letter!.body)}`)).statusCode, 404)
  assert.equal((await app.post(at, {})).statusCode, 303)
  assert.equal((await app.post(at, {})).statusCode, 303)
})

test('an address is not written to more than thrice a day', async () => {
  for (let i = 0; i < 3; i++)
    assert.equal((await app.post('/follow', { email: 'often@example.org', what: 'all' })).statusCode, 303)
  const fourth = await app.post('/follow', { email: 'often@example.org', what: 'all' })
  assert.equal(fourth.statusCode, 422)
  assert.match(fourth.body, /Спробуйте за/)
  assert.equal((await lettersTo('often@example.org')).length, 3)
})

test('each gets what concerns them, once; who has nothing new gets no letter', async () => {
  await follow('all@example.org', 'all')
  await follow('charity@example.org', 'kind:charity')
  const cursor = Temporal.Instant.from('2029-12-31T00:00:00Z')
  await db()
    .updateTable('followers')
    .set({ cursor_at: cursor })
    .where('confirmed_at', 'is not', null)
    .execute()
  published.push(news('Сад', '2030-01-02T10:00:00Z', green, 'ngo'))
  published.push(news('Сьогодні вранці', '2030-01-07T05:00:00Z', green, 'ngo'))
  await monday('2030-01-07')
  await monday('2030-01-07')
  await monday('2030-01-09')
  const count = async (email: string) =>
    (await lettersTo(email)).filter((l) => l.dedupe_key.startsWith('follow.digest')).length
  assert.deepEqual(
    [await count('all@example.org'), await count('a@example.org'), await count('charity@example.org')],
    [1, 1, 0],
  )
  const letter = (await lettersTo('all@example.org')).at(-1)!
  assert.equal(letter.state, 'held')
  assert.match(letter.body, /ПРОБА\s+Сад\s+http:\/\/viche\.test\/news\/Сад/)
  assert.doesNotMatch(letter.body, /Сьогодні вранці/)
  assert.match(letter.unsubscribe!, /^http:\/\/viche\.test\/follow\/[\w-]{43}\/leave$/)

  published.push(news('Ярмарок', '2030-01-10T10:00:00Z', other, 'charity'))
  await monday('2030-01-14')
  assert.deepEqual(
    [await count('all@example.org'), await count('a@example.org'), await count('charity@example.org')],
    [2, 2, 1],
  )
  assert.match((await lettersTo('a@example.org')).at(-1)!.body, /Сьогодні вранці/)
})

test('a job that is killed loses nothing and doubles nothing', async () => {
  published.push(news('Нове', '2030-01-16T10:00:00Z', green, 'ngo'))
  const before = (await lettersTo('all@example.org')).length
  const ctx = app.ctx({ kind: 'system', job: 'following.digest' }, '2030-01-21T06:00:00Z')
  await assert.rejects(
    transact(ctx, async (tx) => {
      await writeDigests({ ...ctx, ...tx }, app.house)
      throw new Error('killed')
    }),
  )
  assert.equal((await lettersTo('all@example.org')).length, before)
  await monday('2030-01-22')
  await monday('2030-01-22')
  assert.equal((await lettersTo('all@example.org')).length, before + 1)
})

test('the mail program is told how to leave', async () => {
  const [mailing] = await db()
    .selectFrom('mailings')
    .select('id')
    .where('kind', '=', 'follow.digest')
    .orderBy('created_at')
    .execute()
  assert.equal((await app.post(`/office/outbox/${mailing!.id}/release`, {}, coordinator)).statusCode, 303)
  const told: (string | null)[] = []
  while (await sendNext(db(), Temporal.Now.instant(), async (l) => void told.push(l.unsubscribe)));
  assert.ok(told.length > 0 && told.every((address) => address?.endsWith('/leave')))
})

test('a link changes what is followed; an empty choice is refused', async () => {
  const secret = await follow('change@example.org', 'all')
  assert.match((await app.get(`/follow/${secret}?done=confirmed`)).body, /change@example\.org/)
  assert.equal((await app.post(`/follow/${secret}`, {})).statusCode, 422)
  assert.equal((await app.post(`/follow/${secret}`, { what: ['kind:ngo', 'kind:charity'] })).statusCode, 303)
  const page = await app.get(`/follow/${secret}`)
  assert.match(page.body, /value="kind:charity" checked/)
  assert.equal((await app.get(`/follow/${'A'.repeat(43)}`)).statusCode, 404)
})

test('one press leaves, and everything of the address goes', async () => {
  const secret = await follow('gone@example.org', 'all')
  const asMailProgram = await app.server.inject({
    method: 'POST',
    url: `/follow/${secret}/leave`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'List-Unsubscribe=One-Click',
  })
  assert.equal(asMailProgram.statusCode, 200)
  assert.match(asMailProgram.body, /Ви відписалися/)
  assert.equal((await app.post(`/follow/${secret}/leave`, {})).statusCode, 200)
  for (const table of ['followers', 'messages', 'audit_entries'] as const)
    assert.doesNotMatch(JSON.stringify(await db().selectFrom(table).selectAll().execute()), /gone@example/)
  assert.equal((await app.get(`/follow/${secret}`)).statusCode, 404)
})

test('an address that nobody confirmed is forgotten in a week', async () => {
  const system = { kind: 'system', job: 'following.sweep' } as const
  await forgetUnconfirmed(app.ctx(system))
  const asked = () => db().selectFrom('followers').select('id').where('confirmed_at', 'is', null).execute()
  assert.equal((await asked()).length, 1)
  const later = Temporal.Now.instant().add({ hours: 24 * 8 })
  await forgetUnconfirmed(app.ctx(system, later.toString()))
  assert.equal((await asked()).length, 0)
  assert.equal((await lettersTo('often@example.org')).length, 0)
})

test('the office sees how many follow, and no address', async () => {
  const manager = await app.staff('fundManager')
  assert.equal((await app.get('/office/followers', manager)).statusCode, 403)
  const page = await app.get('/office/followers', coordinator)
  assert.match(page.body, /За всіма організаціями/)
  assert.doesNotMatch(page.body, /@example\.org/)
})

test('who follows one that turned out to be another follows that too', async () => {
  const secret = await follow('merge@example.org', `organisation:${other}`)
  const clerk = app.ctx(coordinator.actor)
  await mergeOrganisations(clerk, green, { gone: other, chosen: [], reason: 'Та сама' })
  assert.match((await app.get(`/follow/${secret}`)).body, new RegExp(`organisation:${green}" checked`))
})
