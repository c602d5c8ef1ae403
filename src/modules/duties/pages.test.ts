/** The module through HTTP: what people and programs see and send. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { type DutyProgramme, dutyProgramme } from '../../../test/factories/duties.ts'
import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { shortDate } from '../../kernel/texts.ts'
import { transact } from '../../platform/context.ts'
import { hashSecret, newId, newSecret } from '../../platform/random.ts'
import { type FromModule, recordEvidence, withdrawEvidenceOf } from './actions/from-modules.ts'
import { remindOfDuties } from './actions/remind.ts'
import { renewDuties } from './actions/renew.ts'
import { everyDuty } from './store/duties.ts'
import type { DutyLine } from './types.ts'

let app: TestApp
let programme: DutyProgramme
let coordinator: Person
let culture: Person
let youth: Person
let viewer: Person
const today = dayOf(Temporal.Now.instant())

before(async () => {
  app = await testApp()
  programme = await dutyProgramme(app.connection.db)
  coordinator = await app.staff('coordinator', { name: 'Олена Гнатюк' })
  culture = await app.staff('executor', { unitId: programme.culture, name: 'Петро Секретний' })
  youth = await app.staff('executor', { unitId: programme.youth })
  viewer = await app.staff('viewer')
  await transact(app.ctx(coordinator.actor), (tx) =>
    renewDuties(tx, { programmeId: programme.id, editionId: programme.editionId }),
  )
})
after(() => app.drop())

async function duties(number: string): Promise<DutyLine[]> {
  const all = await everyDuty(app.connection.db, {
    programmeId: programme.id,
    scope: 'all',
    today,
    state: null,
    unitId: null,
    measureId: null,
    ends: null,
    text: '',
    order: 'due',
    descending: false,
  })
  return all.filter((d) => d.measureNumber === number)
}

async function count(table: 'evidence' | 'audit_entries' | 'messages'): Promise<number> {
  const row = await app.connection.db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

const yesterday = shortDate('uk', today.subtract({ days: 1 }))

describe('pages of the office', () => {
  for (const path of [
    '/office/duties',
    '/office/duties?state=overdue&year=2026&quarter=1&sort=-unit&q=4.1',
    '/office/duties?sort=measure&after=broken&unit=nonsense',
    '/office/evidence',
    '/office/evidence?state=withdrawn',
    '/office/evidence/new',
    '/office/year/2026',
    '/office/duties/terms',
    '/office/reminders',
  ])
    test(`the coordinator opens ${path}`, async () => {
      const reply = await app.get(path, coordinator)
      assert.equal(reply.statusCode, 200)
      assert.match(reply.body, /<h1>/)
    })

  test('who is not signed in is asked to', async () => {
    assert.equal((await app.get('/office/duties')).statusCode, 303)
  })

  test('an executor sees own duties alone', async () => {
    const reply = await app.get('/office/duties', youth)
    assert.match(reply.body, /База даних організацій/)
    assert.doesNotMatch(reply.body, /Дні інформування/)
    const [foreign] = await duties('4.1')
    assert.equal((await app.get(`/office/duties/${foreign!.id}`, youth)).statusCode, 403)
    assert.equal((await app.get(`/office/duties/${foreign!.id}`, viewer)).statusCode, 200)
    const csv = await app.get('/office/duties?format=csv', youth)
    assert.doesNotMatch(csv.body, /Дні інформування/)
  })

  for (const path of ['/office/duties/terms', '/office/reminders'])
    test(`${path} is not an executor’s`, async () => {
      assert.equal((await app.get(path, culture)).statusCode, 403)
    })

  test('pages of the list join without a gap in every order', async () => {
    for (const sort of ['due', '-due', 'measure', '-measure', 'unit', '-unit']) {
      const ids: string[] = []
      let path: string | null = `/office/duties?state=all&sort=${sort}`
      while (path !== null) {
        const { body }: { body: string } = await app.get(path, coordinator)
        ids.push(...[...body.matchAll(/href="\/office\/duties\/([0-9a-f-]{36})"/g)].map((m) => m[1]!))
        path = /rel="next" href="([^"]+)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? null
      }
      assert.equal(new Set(ids).size, 26, sort)
      assert.equal(ids.length, 26, sort)
    }
  })

  for (const format of ['csv', 'xlsx', 'json'])
    test(`the list goes out as ${format}`, async () => {
      const reply = await app.get(`/office/duties?format=${format}`, coordinator)
      assert.equal(reply.statusCode, 200)
      assert.match(String(reply.headers['content-disposition']), new RegExp(`\\.${format}`))
    })
})

describe('the two-minute form', () => {
  test('title, day and duty are enough', async () => {
    const duty = (await duties('4.1')).find((d) => d.due.since(today).sign >= 0)!
    const form = await app.get(`/office/evidence/new?duty=${duty.id}`, culture)
    assert.match(form.body, new RegExp(`name="duty-${duty.id}"`))
    const reply = await app.post(
      '/office/evidence/new',
      {
        title: 'Проведено день інформування',
        happenedFrom: yesterday,
        [`duty-${duty.id}`]: 'whole',
        _intent: 'save',
      },
      culture,
    )
    assert.equal(reply.statusCode, 303, reply.body)
    const [done] = (await duties('4.1')).filter((d) => d.id === duty.id)
    assert.deepEqual([done!.outcome, done!.evidence], ['fulfilled', 1])
    const shown = await app.get(String(reply.headers.location), culture)
    assert.match(shown.body, /Записано\. Дякуємо!/)
  })

  test('both boxes of a duty fulfil it in part, as the form that comes back and the page say', async () => {
    const duty = (await duties('4.1')).find((d) => d.due.since(today).sign >= 0 && d.outcome === null)!
    const name = `duty-${duty.id}`
    const typed = { happenedFrom: yesterday, [name]: ['whole', 'part'], _intent: 'save' }
    const again = await app.post('/office/evidence/new', { ...typed, title: '' }, culture)
    assert.equal(again.statusCode, 422)
    for (const share of ['whole', 'part'])
      assert.match(again.body, new RegExp(`name="${name}" value="${share}" checked`))
    assert.equal(
      (await app.post('/office/evidence/new', { ...typed, title: 'Частина' }, culture)).statusCode,
      303,
    )
    assert.equal((await duties('4.1')).find((d) => d.id === duty.id)!.outcome, 'partly')
  })

  test('only own duties are offered, by measure', async () => {
    const form = await app.get('/office/evidence/new', culture)
    const offered = [...form.body.matchAll(/name="duty-([0-9a-f-]{36})" value="whole"/g)].map((m) => m[1])
    const own = (await app.connection.db.selectFrom('duties').select(['id', 'unit_id']).execute()).filter(
      (d) => offered.includes(d.id),
    )
    assert.ok(offered.length > 0)
    assert.ok(own.every((d) => d.unit_id === programme.culture))
    assert.match(form.body, /<details class="pick"[^>]*><summary>4\.1 /)
  })

  test('an empty form names both of what it cannot do without', async () => {
    const reply = await app.post(
      '/office/evidence/new',
      { title: '', happenedFrom: yesterday, _intent: 'save' },
      culture,
    )
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /<a href="#f-title">Що зроблено: заповніть це поле/)
    assert.match(reply.body, /<a href="#f-duties">/)
  })

  test('everything wrong comes back at once, what was typed too, and nothing is written', async () => {
    const before = [await count('evidence'), await count('audit_entries')]
    const [late] = await duties('4.1')
    const reply = await app.post(
      '/office/evidence/new',
      {
        title: 'Набрана назва',
        happenedFrom: yesterday,
        [`duty-${late!.id}`]: 'whole',
        organisations: 'ГО «Просвіта»\nІваненко Іван Іванович',
        _intent: 'save',
      },
      culture,
    )
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /поясніть чому/)
    assert.match(reply.body, /схоже на ім’я людини/)
    assert.match(reply.body, /value="Набрана назва"/)
    assert.match(reply.body, /href="#f-lateReason"/)
    assert.deepEqual([await count('evidence'), await count('audit_entries')], before)
  })

  test('bad fields and unknown ones are refused', async () => {
    const before = await count('evidence')
    const reply = await app.post(
      '/office/evidence/new',
      { title: '', happenedFrom: '31.02.2026', cost: 'багато', surprise: '1', _intent: 'save' },
      culture,
    )
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /surprise/)
    assert.equal(await count('evidence'), before)
  })

  test('for another department it is forbidden', async () => {
    const before = [await count('evidence'), await count('audit_entries')]
    const [foreign] = await duties('4.2')
    const reply = await app.post(
      '/office/evidence/new',
      { title: 'Чуже', happenedFrom: yesterday, [`duty-${foreign!.id}`]: 'part', _intent: 'save' },
      culture,
    )
    assert.equal(reply.statusCode, 403)
    assert.equal((await app.get('/office/evidence/new', viewer)).statusCode, 403)
    assert.deepEqual([await count('evidence'), await count('audit_entries')], before)
  })

  test('a draft keeps what was typed, right or wrong; nobody else sees it; then it is recorded', async () => {
    const title = 'Чернетка про круглий стіл'
    const typed = { title, happenedFrom: 'колись', cost: 'сто', _intent: 'draft' }
    assert.equal((await app.post('/office/evidence/new', typed, culture)).statusCode, 303)
    const row = await app.connection.db
      .selectFrom('evidence')
      .select('id')
      .where('title', '=', title)
      .executeTakeFirstOrThrow()
    const again = await app.get(`/office/evidence/${row.id}/edit`, culture)
    assert.match(again.body, /value="колись"/)
    assert.match((await app.get('/office/evidence', culture)).body, new RegExp(title))
    for (const person of [youth, coordinator]) {
      assert.equal((await app.get(`/office/evidence/${row.id}/edit`, person)).statusCode, 403)
      assert.doesNotMatch((await app.get('/office/evidence', person)).body, new RegExp(title))
    }
    for (const path of [`/evidence/${row.id}`, `/api/v1/evidence/${row.id}`])
      assert.equal((await app.get(path)).statusCode, 404, path)
    for (const path of ['/evidence', '/evidence.atom', '/api/v1/evidence', '/evidence?format=json'])
      assert.doesNotMatch((await app.get(path)).body, new RegExp(title), path)
    const duty = (await duties('4.3')).find(
      (d) => d.unitId === programme.culture && d.due.since(today).sign >= 0,
    )!
    const recorded = await app.post(
      '/office/evidence/new',
      { draft: row.id, title, happenedFrom: yesterday, [`duty-${duty.id}`]: 'part', _intent: 'save' },
      culture,
    )
    assert.equal(recorded.headers.location, `/office/evidence/${row.id}?done=recorded`)
    assert.equal((await app.get(`/evidence/${row.id}`)).statusCode, 200)
  })

  test('without the session’s token nothing is written', async () => {
    const before = await count('evidence')
    const forged = { ...culture, csrf: 'x' }
    const reply = await app.post('/office/evidence/new', { title: 'x', happenedFrom: yesterday }, forged)
    assert.equal(reply.statusCode, 403)
    assert.equal(await count('evidence'), before)
  })
})

describe('files', () => {
  const pdf = Buffer.from('%PDF-1.4 зміст')
  async function upload(access: string, name = 'Звіт.pdf', bytes = pdf) {
    const duty = (await duties('4.3')).find(
      (d) => d.unitId === programme.culture && d.due.since(today).sign >= 0,
    )!
    const boundary = 'viche-boundary'
    const field = (key: string, value: string) =>
      Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`)
    const body = Buffer.concat([
      field('_csrf', culture.csrf),
      field('_intent', 'save'),
      field('title', `З файлом ${access}`),
      field('happenedFrom', yesterday),
      field(`duty-${duty.id}`, 'part'),
      field('access', access),
      Buffer.from(
        `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ])
    return app.server.inject({
      method: 'POST',
      url: '/office/evidence/new',
      headers: {
        cookie: `viche_session=${culture.cookie}`,
        origin: 'http://viche.test',
        'content-type': `multipart/form-data; boundary=${boundary}`,
      },
      payload: body,
    })
  }
  const idOf = (reply: { headers: Record<string, unknown> }) =>
    /evidence\/([0-9a-f-]{36})/.exec(String(reply.headers['location']))![1]!

  test('a public file stands on the public page until the evidence is withdrawn', async () => {
    const id = idOf(await upload('public'))
    const page = await app.get(`/evidence/${id}`)
    const href = /href="(\/files\/[^"]+)"/.exec(page.body)![1]!
    assert.equal((await app.get(href)).statusCode, 200)
    const withdrawn = await app.post(`/office/evidence/${id}/withdraw`, { reason: 'Не той файл' }, culture)
    assert.equal(withdrawn.statusCode, 303)
    assert.equal((await app.get(`/evidence/${id}`)).statusCode, 404)
    assert.notEqual((await app.get(href)).statusCode, 200)
  })
  test('a file for the office does not', async () => {
    const id = idOf(await upload('office'))
    assert.doesNotMatch((await app.get(`/evidence/${id}`)).body, /Звіт\.pdf/)
    assert.match((await app.get(`/office/evidence/${id}`, culture)).body, /Звіт\.pdf/)
  })
  test('one whose contents are not what its name says is refused', async () => {
    const before = await count('evidence')
    const reply = await upload('public', 'картинка.png')
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /не відповідає його розширенню/)
    assert.equal(await count('evidence'), before)
  })
})

describe('rows of lists are remembered', () => {
  const fact: FromModule = {
    source: { module: 'test', id: 'remembered' },
    unitId: null,
    kind: 'event',
    title: 'Зустріч із читачами',
    happenedFrom: today.subtract({ days: 1 }),
    happenedTo: null,
    place: null,
    result: null,
    participants: 7,
    organisations: [],
    cost: null,
    link: null,
    publication: null,
    indicators: [],
    measures: [],
  }
  const at = (number: string) => programme.measures.find((m) => m.number === number)!.id
  const record = (changed: Partial<FromModule>) =>
    transact(app.ctx(coordinator.actor), (tx) => recordEvidence(tx, { ...fact, ...changed }))
  // Each address is new to the cache of pages, so that only rows are remembered.
  let asked = 0
  const shown = async (id: string) => {
    asked += 1
    const [uk, en, api] = await Promise.all([
      app.get(`/evidence?n=${asked}`),
      app.get(`/en/evidence?n=${asked}`),
      app.get(`/api/v1/evidence?limit=${50 + asked}`),
    ])
    const data = api.json<{ data: { id: string }[] }>().data
    const rowOf = (page: string) => page.split('<li>').find((row) => row.includes(id)) ?? ''
    return { uk: rowOf(uk.body), en: rowOf(en.body), json: data.find((row) => row.id === id), api }
  }

  test('and each change of what they show is shown at once', async () => {
    const db = app.connection.db
    const changes: readonly [Partial<FromModule>, uk: RegExp, json: object][] = [
      [{ title: 'Читання <вголос>' }, /Читання &lt;вголос&gt;/, { title: 'Читання <вголос>' }],
      [{ kind: 'survey' }, /опитування/i, { kind: 'survey' }],
      [{ participants: 8 }, /8 учасників/, { participants: 8 }],
      [{ measures: [at('4.1'), at('4.3')] }, /4\.1, 4\.3/, { measures: ['4.1', '4.3'] }],
      [
        { unitId: programme.youth },
        /Відділ молоді/,
        { unit: { id: programme.youth, name: `Відділ молоді ${programme.slug}` } },
      ],
      [
        { happenedFrom: today.subtract({ days: 3 }) },
        new RegExp(shortDate('uk', today.subtract({ days: 3 }))),
        { happened: { from: String(today.subtract({ days: 3 })), to: String(today.subtract({ days: 3 })) } },
      ],
      // Of these only programs are told.
      [{ place: 'Бібліотека' }, /Зустріч/, { place: 'Бібліотека' }],
      [{ organisations: ['Спілка'] }, /Зустріч/, { organisations: ['Спілка'] }],
    ]
    const base: Partial<FromModule> = { measures: [at('4.1')] }
    const id = await record(base)
    const first = await shown(id)
    for (const [change, uk, json] of changes) {
      await record({ ...base, ...change })
      const now = await shown(id)
      assert.match(now.uk, uk)
      assert.equal(now.en === first.en, 'place' in change || 'organisations' in change)
      assert.deepEqual({ ...now.json, ...json }, now.json)
      assert.notEqual(now.api.headers['etag'], first.api.headers['etag'])
      await record(base)
      assert.deepEqual((await shown(id)).uk, first.uk)
    }

    await db.updateTable('units').set({ short_name: 'Молодь' }).where('id', '=', programme.youth).execute()
    await record({ ...base, unitId: programme.youth })
    // A write through the house tells at once that names may have changed.
    assert.equal((await app.post('/office/reminders', {}, coordinator)).statusCode, 303)
    assert.match((await shown(id)).uk, /Молодь/)
    await db.updateTable('units').set({ short_name: null }).where('id', '=', programme.youth).execute()
    await app.post('/office/reminders', {}, coordinator)
    assert.doesNotMatch((await shown(id)).uk, /Молодь/)

    await transact(app.ctx(coordinator.actor), (tx) => withdrawEvidenceOf(tx, fact.source, 'Помилка'))
    const gone = await shown(id)
    assert.deepEqual([gone.uk, gone.en, gone.json], ['', '', undefined])
  })
  test('a list of JSON is the same text, by its tag too, as when all of it is written anew', async () => {
    const reply = await app.get('/api/v1/evidence?limit=2')
    assert.deepEqual(JSON.stringify(JSON.parse(reply.body)), reply.body)
    assert.equal(reply.json<{ next: string }>().next, /<(.+)>/.exec(String(reply.headers['link']))?.[1])
  })
})

describe('decisions through forms', () => {
  test('excuse wants a reason, shows it to everybody, and can be undone', async () => {
    const [duty] = await duties('4.2')
    const at = `/office/duties/${duty!.id}`
    assert.equal((await app.post(`${at}/excuse`, { reason: ' ' }, coordinator)).statusCode, 422)
    assert.equal((await app.post(`${at}/excuse`, { reason: 'Чуже рішення' }, culture)).statusCode, 403)
    assert.equal(
      (await app.post(`${at}/excuse`, { reason: 'Реєстр був закритий' }, coordinator)).statusCode,
      303,
    )
    const page = await app.get(`/programmes/${programme.slug}/measures/4.2?year=2026`)
    assert.match(page.body, /Реєстр був закритий/)
    assert.equal((await app.post(`${at}/excuse`, { reason: 'ще' }, coordinator)).statusCode, 422)
    assert.equal((await app.post(`${at}/reopen`, { reason: 'Відкрили' }, coordinator)).statusCode, 303)
    const history = await app.get(at, coordinator)
    assert.match(history.body, /обов’язок повернуто в роботу/)
  })
  test('carrying over to the past is refused beside its field', async () => {
    const [duty] = await duties('4.2')
    const reply = await app.post(
      `/office/duties/${duty!.id}/carry`,
      { date: '01.01.2026', carryReason: 'x' },
      coordinator,
    )
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /пізнішим за теперішній/)
  })
})

describe('public pages', () => {
  for (const path of [
    '/programmes/spivpratsia-2026-2027/measures/4.1',
    '/en/programmes/spivpratsia-2026-2027/measures/4.3?year=2027',
    '/programmes/spivpratsia-2026-2027/year/2026',
    '/en/programmes/spivpratsia-2026-2027/year/2027',
    '/evidence',
    '/en/evidence?kind=event&year=2026',
  ])
    test(`${path} is there, and names no person`, async () => {
      const reply = await app.get(path)
      assert.equal(reply.statusCode, 200)
      assert.doesNotMatch(reply.body, /Секретний|Гнатюк/)
    })
  for (const path of [
    '/programmes/none/measures/4.1',
    '/programmes/spivpratsia-2026-2027/measures/9.9',
    '/programmes/spivpratsia-2026-2027/year/1999',
    '/evidence/nonsense',
  ])
    test(`${path} is not`, async () => assert.equal((await app.get(path)).statusCode, 404))

  test('a due day tells why it is that day', async () => {
    const reply = await app.get('/programmes/spivpratsia-2026-2027/measures/4.1?year=2027')
    assert.match(reply.body, /31 березня 2027 року, середа/)
    assert.match(reply.body, /Строк у Програмі: «Щоквартально»/)
  })

  test('the picture of a year goes out as CSV and JSON', async () => {
    const rows = JSON.parse(
      (await app.get('/programmes/spivpratsia-2026-2027/year/2027?format=json')).body,
    ) as Record<string, unknown>[]
    assert.deepEqual([rows[0]!['measure'], rows[0]!['yearAsked']], ['4.1', 4])
    const csv = await app.get('/programmes/spivpratsia-2026-2027/year/2027?format=csv')
    assert.match(csv.body, /4\.1/)
  })

  test('the calendar has one day for each measure and term', async () => {
    const reply = await app.get('/programmes/spivpratsia-2026-2027/duties.ics')
    assert.match(String(reply.headers['content-type']), /^text\/calendar/)
    assert.match(reply.body, /DTSTART;VALUE=DATE:20270331\r\n/)
    const uids = [...reply.body.matchAll(/^UID:(.*)\r$/gm)].map((m) => m[1])
    assert.equal(new Set(uids).size, uids.length)
  })
})

describe('for programs', () => {
  async function token(scopes: string[], unitId = programme.culture): Promise<string> {
    const secret = newSecret()
    const now = Temporal.Now.instant()
    await app.connection.db
      .insertInto('api_tokens')
      .values({
        id: newId<'token'>(),
        name: 'Подія',
        secret_hash: hashSecret(secret),
        scopes,
        unit_id: unitId,
        created_by: coordinator.actor.id,
        created_at: now,
        expires_at: now.add({ hours: 1 }),
        revoked_at: null,
        used_at: null,
      })
      .execute()
    return secret
  }
  const send = (secret: string, body: object) =>
    app.server.inject({
      method: 'POST',
      url: '/api/v1/evidence',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    })
  const body = async () => ({
    kind: 'event',
    title: 'Захід з іншої програми',
    happenedFrom: today.subtract({ days: 1 }).toString(),
    duties: [
      {
        id: (await duties('4.3')).find((d) => d.unitId === programme.culture && d.due.since(today).sign >= 0)!
          .id,
        share: 'part',
      },
    ],
  })

  test('duties page by page', async () => {
    const ids: string[] = []
    let path: string | null = '/api/v1/duties?limit=7&programme=spivpratsia-2026-2027'
    while (path !== null) {
      const reply = await app.get(path)
      assert.equal(reply.statusCode, 200)
      const page = JSON.parse(reply.body) as { data: { id: string }[]; next: string | null }
      ids.push(...page.data.map((d) => d.id))
      path = page.next?.replace('http://viche.test', '') ?? null
    }
    assert.equal(new Set(ids).size, 26)
  })
  test('evidence is written with a token that may', async () => {
    const reply = await send(await token(['evidence:write']), await body())
    assert.equal(reply.statusCode, 201, reply.body)
    const { id } = JSON.parse(reply.body) as { id: string }
    const read = JSON.parse((await app.get(`/api/v1/evidence/${id}`)).body) as {
      title: string
      measures: string[]
    }
    assert.deepEqual([read.title, read.measures], ['Захід з іншої програми', ['4.3']])
  })
  test('not without the scope, nor for another department, nor with unknown fields', async () => {
    const before = await count('evidence')
    assert.equal((await send(await token(['report:write']), await body())).statusCode, 403)
    assert.equal((await send(await token(['evidence:write'], programme.youth), await body())).statusCode, 403)
    assert.equal((await send('x'.repeat(43), await body())).statusCode, 401)
    const unknown = await send(await token(['evidence:write']), { ...(await body()), author: 'x' })
    assert.equal(unknown.statusCode, 422)
    assert.equal(await count('evidence'), before)
  })
})

describe('reminders', () => {
  const house = () => app.house
  test('nobody is written to until a person switches it on', async () => {
    const { digests } = await remindOfDuties(app.ctx({ kind: 'system', job: 'duties.remind' }), house())
    assert.deepEqual([digests.length, await count('messages')], [0, 0])
  })
  test('the deputy mayor needs a name and an address', async () => {
    const reply = await app.post('/office/reminders', { deputyMayor: 'on' }, coordinator)
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /вкажіть ім’я та адресу/)
  })
  test('one letter for each, held in the outbox; a second run adds nothing', async () => {
    const settings = {
      executor: 'on',
      coordinator: 'on',
      deputyMayor: 'on',
      deputyName: 'Ігор Заступник',
      deputyEmail: 'deputy@viche.test',
    }
    assert.equal((await app.post('/office/reminders', settings, coordinator)).statusCode, 303)
    const run = (at: Temporal.Instant) =>
      remindOfDuties(
        { ...app.ctx({ kind: 'system', job: 'duties.remind' }), now: at, today: dayOf(at) },
        house(),
      )
    const now = Temporal.Now.instant()
    const dry = await remindOfDuties(app.ctx({ kind: 'system', job: 'duties.remind' }), house(), {
      dryRun: true,
    })
    assert.deepEqual([dry.digests.length > 0, await count('messages')], [true, 0])
    const first = await run(now)
    const letters = await app.connection.db
      .selectFrom('messages')
      .select(['recipient', 'state', 'body'])
      .execute()
    assert.equal(letters.length, first.digests.length)
    assert.equal(new Set(letters.map((l) => l.recipient)).size, letters.length)
    assert.ok(letters.every((l) => l.state === 'held'))
    assert.ok(letters.some((l) => l.recipient === 'deputy@viche.test'))
    assert.match(letters[0]!.body, /http:\/\/viche\.test\/office\/duties/)
    assert.match(letters[0]!.body, /Строк у Програмі/)
    await run(now)
    assert.equal(await count('messages'), letters.length)
    await run(now.add({ hours: 24 }))
    const second = await app.connection.db.selectFrom('messages').select('body').execute()
    assert.ok(second.length <= letters.length * 2, 'the next day speaks only of what is new')
  })
  test('a viewer may not switch them', async () => {
    assert.equal((await app.post('/office/reminders', { executor: 'on' }, viewer)).statusCode, 403)
  })
})
