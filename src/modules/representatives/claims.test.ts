/** From a claim without an account to a delegation that ends by its day, through HTTP. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  BASE_URL,
  headersOf,
  type Person,
  type Representative,
  type TestApp,
  testApp,
} from '../../../test/factories/app.ts'
import { plantOrganisation } from '../../../test/factories/organisations.ts'
import { CABINET_COOKIE } from '../../platform/http/options.ts'
import { CSRF_FIELD } from '../../ui/frame.ts'
import { endPastDelegations } from './actions/decide.ts'
import type { DelegationId, OrganisationId } from './types.ts'

let app: TestApp
let organisation: OrganisationId
let coordinator: Person
before(async () => {
  app = await testApp()
  organisation = await plantOrganisation(app.connection.db, {
    name: 'Громадська організація «Ніжинський простір»',
  })
  coordinator = await app.staff('coordinator')
})
after(() => app.drop())

const PDF = new TextEncoder().encode('%PDF-1.4 лист')

async function multipart(
  path: string,
  fields: Record<string, string>,
  file: { name: string; bytes: Uint8Array } | null,
  person?: Representative,
  field = 'letter',
) {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...fields, ...(person && { [CSRF_FIELD]: person.csrf }) }))
    form.append(name, value)
  if (file) form.append(field, new Blob([new Uint8Array(file.bytes)]), file.name)
  const request = new Request('http://x', { method: 'POST', body: form })
  return app.server.inject({
    method: 'POST',
    url: path,
    headers: { ...headersOf(person), origin: BASE_URL, 'content-type': request.headers.get('content-type')! },
    payload: Buffer.from(await request.arrayBuffer()),
  })
}

const claim = (
  email: string,
  file: { name: string; bytes: Uint8Array } | null = { name: 'lyst.pdf', bytes: PDF },
  basis = 'letter',
) => multipart(`/represent/${organisation}`, { name: 'Леся Вигадана', email, post: 'голова', basis }, file)

async function confirmKey(email: string): Promise<string> {
  const row = await app.connection.db
    .selectFrom('messages')
    .select('body')
    .where('recipient', '=', email)
    .where('body', 'like', '%/cabinet/confirm?%')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  return /key=([\w-]+)/.exec(row.body)![1]!
}

const of = (email: string) =>
  app.connection.db
    .selectFrom('delegations')
    .selectAll()
    .where('email', '=', email)
    .orderBy('id', 'desc')
    .executeTakeFirst()

async function confirmed(email: string): Promise<{ id: DelegationId; person: Representative }> {
  await claim(email)
  const answer = await app.post('/cabinet/confirm', { key: await confirmKey(email) })
  assert.equal(answer.statusCode, 303, answer.body)
  const row = (await of(email))!
  const cookie = answer.cookies.find((c) => c.name === CABINET_COOKIE)!.value
  const session = await app.connection.db
    .selectFrom('representative_sessions')
    .selectAll()
    .where('representative_id', '=', row.representative_id!)
    .executeTakeFirstOrThrow()
  const actor = {
    kind: 'representative',
    id: row.representative_id!,
    name: row.name,
    organisations: [],
  } as const
  return { id: row.id, person: { actor, cookie, csrf: session.csrf } }
}

const term = () => {
  const today = app.ctx(coordinator.actor).today
  return { from: today.toString(), to: today.add({ months: 6 }).toString(), paper: 'лист № 14' }
}
const versionOf = async (id: DelegationId) =>
  String(
    (
      await app.connection.db
        .selectFrom('delegations')
        .select('version')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).version,
  )
const accept = async (id: DelegationId, form: Record<string, string> = term()) =>
  app.post(`/office/representatives/${id}/accept`, { version: await versionOf(id), ...form }, coordinator)

describe('a claim', () => {
  test('the organisation is found by its name, and one that is wound up cannot be claimed', async () => {
    const page = await app.get(`/represent?q=${encodeURIComponent('нiжинський простір')}`)
    assert.match(page.body, new RegExp(`/represent/${organisation}`))
    const gone = await plantOrganisation(app.connection.db, { name: 'Припинена', state: 'terminated' })
    assert.equal((await app.get(`/represent/${gone}`)).statusCode, 404)
  })

  test('bad input comes back filled, with every message', async () => {
    const answer = await multipart(
      `/represent/${organisation}`,
      { name: '', email: 'не адреса', post: '', basis: 'letter' },
      null,
    )
    assert.equal(answer.statusCode, 422)
    for (const field of ['name', 'email', 'post'])
      assert.match(answer.body, new RegExp(`href="#f-${field}"`), field)
    assert.match(answer.body, /value="не адреса"/)
  })

  test('a letter is wanted, and what is no letter is refused; nothing is written', async () => {
    for (const [file, text] of [
      [null, /Додайте лист/],
      [{ name: 'lyst.pdf', bytes: new TextEncoder().encode('MZ') }, /Такий файл не приймається/],
      [{ name: 'lyst.exe', bytes: PDF }, /не відповідає його назві/],
    ] as const) {
      const answer = await claim('bez@ngo.viche.test', file)
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, text)
    }
    assert.equal(await of('bez@ngo.viche.test'), undefined)
  })

  test('it is nobody’s before the letter confirms it', async () => {
    const answer = await claim('tyxo@ngo.viche.test')
    assert.equal(answer.statusCode, 200)
    const row = (await of('tyxo@ngo.viche.test'))!
    assert.equal(row.state, 'unconfirmed')
    assert.equal((await app.get(`/office/representatives/${row.id}`, coordinator)).statusCode, 404)
    assert.doesNotMatch((await app.get('/office/representatives', coordinator)).body, /tyxo/)
  })

  test('confirmed once, it waits for the clerk, and its author is let in without any right', async () => {
    const { id, person } = await confirmed('lesia@ngo.viche.test')
    assert.equal(
      (await app.post('/cabinet/confirm', { key: await confirmKey('lesia@ngo.viche.test') })).statusCode,
      422,
    )
    const home = await app.get('/cabinet', person)
    assert.match(home.body, /чекає на розгляд/)
    assert.equal((await app.get('/cabinet/people', person)).statusCode, 403)
    const shown = await app.get(`/office/representatives/${id}`, coordinator)
    assert.match(shown.body, /lyst\.pdf/)
    assert.equal(
      (await app.get(`/office/representatives/${id}/letter/lyst.pdf`, coordinator)).statusCode,
      200,
    )
    const start = await app.get('/office', coordinator)
    assert.match(start.body, /Леся Вигадана хоче представляти/)
  })
})

describe('the decision', () => {
  test('accepted with its days, the person speaks from the next request on; the letter tells', async () => {
    const { id, person } = await confirmed('oksana@ngo.viche.test')
    assert.equal((await accept(id)).statusCode, 303)
    assert.equal((await app.get('/cabinet/people', person)).statusCode, 200)
    const letter = await app.connection.db
      .selectFrom('messages')
      .select('body')
      .where('dedupe_key', 'like', `representative.decided/${id}/%`)
      .executeTakeFirstOrThrow()
    assert.match(letter.body, /Ви представляєте організацію/)
  })

  test('bad days, a wrong state, an old page, and no permission write nothing', async () => {
    const { id, person } = await confirmed('bohdan@ngo.viche.test')
    const before = await of('bohdan@ngo.viche.test')
    assert.equal((await accept(id, { ...term(), to: '01.01.2020' })).statusCode, 422)
    assert.equal((await accept(id, { from: '', to: '', paper: '' })).statusCode, 422)
    const old = await app.post(
      `/office/representatives/${id}/accept`,
      { version: '99', ...term() },
      coordinator,
    )
    assert.equal(old.statusCode, 409)
    for (const role of ['viewer', 'fundManager'] as const) {
      const answer = await app.post(
        `/office/representatives/${id}/accept`,
        { version: '1', ...term() },
        await app.staff(role),
      )
      assert.equal(answer.statusCode, 403)
    }
    const self = await app.post(`/office/representatives/${id}/accept`, { version: '1', ...term() }, person)
    assert.equal(self.statusCode, 403)
    assert.equal(
      (await app.post(`/office/representatives/${id}/withdraw`, { reason: 'рано' }, coordinator)).statusCode,
      303,
    )
    assert.equal((await accept(id)).statusCode, 422)
    assert.equal(before?.state, 'submitted')
  })

  test('returned with a reason, it is mended and sent again by its author alone', async () => {
    const { id, person } = await confirmed('maria@ngo.viche.test')
    const reason = { version: await versionOf(id), reason: 'У листі немає підпису' }
    assert.equal(
      (await app.post(`/office/representatives/${id}/return`, reason, coordinator)).statusCode,
      303,
    )
    assert.match((await app.get('/cabinet', person)).body, /У листі немає підпису/)
    const stranger = await app.representative()
    const form = { post: 'заступниця', basis: 'letter' }
    assert.equal((await app.get(`/cabinet/claims/${id}`, stranger)).statusCode, 404)
    assert.equal((await multipart(`/cabinet/claims/${id}`, form, null, stranger)).statusCode, 404)
    const again = await multipart(`/cabinet/claims/${id}`, form, { name: 'novyi.pdf', bytes: PDF }, person)
    assert.equal(again.statusCode, 303, again.body)
    assert.equal((await of('maria@ngo.viche.test'))?.state, 'submitted')
    assert.equal((await accept(id)).statusCode, 303)
  })
})

describe('the end', () => {
  test('either side ends it at once', async () => {
    const mine = await app.representative([organisation], {
      name: 'Сама Пішла',
      email: 'sama@ngo.viche.test',
    })
    const row = (await of('sama@ngo.viche.test'))!
    const stranger = await app.representative([organisation])
    assert.equal((await app.post('/cabinet/account/give-up', { id: row.id }, stranger)).statusCode, 404)
    assert.equal((await app.get('/cabinet/people', mine)).statusCode, 200)
    assert.equal((await app.post('/cabinet/account/give-up', { id: row.id }, mine)).statusCode, 303)
    assert.equal((await app.get('/cabinet/people', mine)).statusCode, 403)
    const theirs = await app.representative([organisation], { email: 'inshyi@ngo.viche.test' })
    const other = (await of('inshyi@ngo.viche.test'))!
    await app.post(
      `/office/representatives/${other.id}/withdraw`,
      { reason: 'Рішення організації' },
      coordinator,
    )
    assert.equal((await app.get('/cabinet/people', theirs)).statusCode, 403)
    assert.equal(
      (await app.post(`/office/representatives/${other.id}/withdraw`, { reason: 'ще' }, coordinator))
        .statusCode,
      422,
    )
  })

  test('its last day ends it by itself, and the job says so once', async () => {
    const person = await app.representative([organisation], { email: 'mynule@ngo.viche.test' })
    const { db } = app.connection
    const row = (await of('mynule@ngo.viche.test'))!
    const ctx = app.ctx({ kind: 'system', job: 'test' })
    await db
      .updateTable('delegations')
      .set({ from_day: ctx.today.subtract({ days: 9 }), to_day: ctx.today.subtract({ days: 1 }) })
      .where('id', '=', row.id)
      .execute()
    assert.equal((await app.get('/cabinet/people', person)).statusCode, 403, 'by the day, before any job')
    assert.equal(await endPastDelegations(ctx, app.house), 1)
    assert.equal(await endPastDelegations(ctx, app.house), 0)
    assert.equal((await of('mynule@ngo.viche.test'))?.state, 'ended')
  })

  test('an account that is removed lets nobody in and keeps no address', async () => {
    const person = await app.representative([organisation], { email: 'pishla@ngo.viche.test' })
    assert.match((await app.get('/cabinet/account/data.json', person)).body, /pishla@ngo\.viche\.test/)
    assert.equal((await app.post('/cabinet/account/close', {}, person)).statusCode, 303)
    assert.equal((await app.get('/cabinet', person)).statusCode, 303)
    const left = await app.connection.db
      .selectFrom('representatives')
      .select(['email', 'state'])
      .where('id', '=', person.actor.id)
      .executeTakeFirst()
    assert.deepEqual(left, { email: null, state: 'closed' })
  })
})

describe('colleagues', () => {
  const invite = (person: Representative, email: string, to = organisation) =>
    app.post('/cabinet/people', { organisation: to, name: 'Колега', email, post: 'заступник' }, person)

  test('an invited colleague confirms and waits for the clerk', async () => {
    const person = await app.representative([organisation])
    assert.equal((await invite(person, 'kolega@ngo.viche.test')).statusCode, 303)
    assert.equal((await invite(person, 'kolega@ngo.viche.test')).statusCode, 422, 'not twice')
    assert.equal(
      (await app.post('/cabinet/confirm', { key: await confirmKey('kolega@ngo.viche.test') })).statusCode,
      303,
    )
    assert.equal((await of('kolega@ngo.viche.test'))?.state, 'submitted')
  })

  test('nobody invites to an organisation that is not theirs', async () => {
    const person = await app.representative([organisation])
    const foreign = await plantOrganisation(app.connection.db, { name: 'Чужа' })
    assert.equal((await invite(person, 'chuzhyi@ngo.viche.test', foreign)).statusCode, 403)
    assert.equal(await of('chuzhyi@ngo.viche.test'), undefined)
  })

  test('where the city trusts, the colleague speaks at once, until the inviter’s last day', async () => {
    await app.post('/office/representatives/settings', { trustInvitations: 'yes', months: '12' }, coordinator)
    const person = await app.representative([organisation], { email: 'dovira@ngo.viche.test' })
    await invite(person, 'trusted@ngo.viche.test')
    await app.post('/cabinet/confirm', { key: await confirmKey('trusted@ngo.viche.test') })
    const row = (await of('trusted@ngo.viche.test'))!
    assert.equal(row.state, 'active')
    assert.equal(String(row.to_day), String((await of('dovira@ngo.viche.test'))?.to_day))
  })
})

describe('the cabinet of one’s organisation', () => {
  test('documents are brought and taken away by those who speak for it, and read by nobody else', async () => {
    const person = await app.representative([organisation])
    const stranger = await app.representative([
      await plantOrganisation(app.connection.db, { name: 'Сусідня' }),
    ])
    const bring = (file: { name: string; bytes: Uint8Array } | null, who = person) =>
      multipart(
        '/cabinet/documents',
        { organisation, kind: 'statute', title: 'Статут', datedOn: '' },
        file,
        who,
        'file',
      )
    assert.equal((await bring(null)).statusCode, 422)
    assert.equal((await bring({ name: 's.exe', bytes: PDF })).statusCode, 422)
    assert.equal((await bring({ name: 's.pdf', bytes: PDF }, stranger)).statusCode, 403)
    assert.equal((await bring({ name: 's.pdf', bytes: PDF })).statusCode, 303)
    const shown = await app.get('/cabinet/documents', person)
    const path = /\/cabinet\/documents\/[0-9a-f-]{36}\/[0-9a-f-]{36}\/s\.pdf/.exec(shown.body)![0]
    assert.equal((await app.get(path, person)).statusCode, 200)
    assert.equal((await app.get(path, stranger)).statusCode, 404)
    const id = path.split('/')[4]!
    assert.equal(
      (await app.post('/cabinet/documents/remove', { organisation, id }, stranger)).statusCode,
      403,
    )
    assert.equal((await app.post('/cabinet/documents/remove', { organisation, id }, person)).statusCode, 303)
    assert.equal((await app.get(path, person)).statusCode, 404)
  })

  test('what the registry says is confirmed, or a correction waits for a clerk', async () => {
    const person = await app.representative([organisation])
    const page = await app.get(`/cabinet/data/${organisation}`, person)
    const seen = /name="seen" value="(\d+)"/.exec(page.body)![1]!
    assert.equal((await app.get(`/cabinet/data/${organisation}`, await app.representative())).statusCode, 403)
    assert.equal(
      (await app.post(`/cabinet/data/${organisation}/confirm`, { seen: '999' }, person)).statusCode,
      409,
    )
    const form = { seen, name: 'Леся', post: 'голова', orgName: 'Нова назва' }
    assert.equal((await app.post(`/cabinet/data/${organisation}/correct`, form, person)).statusCode, 303)
    const waits = await app.connection.db
      .selectFrom('organisation_proposals')
      .select(['source_kind', 'state'])
      .where('organisation_id', '=', organisation)
      .executeTakeFirst()
    assert.deepEqual(waits, { source_kind: 'representative', state: 'open' })
    assert.equal((await app.post(`/cabinet/data/${organisation}/confirm`, { seen }, person)).statusCode, 303)
  })
})

test('a viewer reads names, but no address, no letter and no export of addresses', async () => {
  const viewer = await app.staff('viewer')
  const row = (await of('oksana@ngo.viche.test'))!
  for (const path of [
    '/office/representatives',
    `/office/representatives/${row.id}`,
    '/office/representatives?format=csv',
  ]) {
    const answer = await app.get(path, viewer)
    assert.equal(answer.statusCode, 200, path)
    assert.match(answer.body, /Леся Вигадана/)
    assert.doesNotMatch(answer.body, /oksana@ngo|\/letter\//, path)
  }
  assert.equal((await app.get(`/office/representatives/${row.id}/letter/x`, viewer)).statusCode, 403)
  assert.match((await app.get('/office/representatives?format=csv', coordinator)).body, /oksana@ngo/)
})
