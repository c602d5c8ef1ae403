/** What is open: public pages, and their rows, which are remembered until they change. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { dutyApp } from '../../../test/factories/duties.ts'
import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { shortDate } from '../../kernel/texts.ts'
import { transact } from '../../platform/context.ts'
import { type FromModule, recordEvidence, withdrawEvidenceOf } from './actions/from-modules.ts'

const today = dayOf(Temporal.Now.instant())
const { app, programme, coordinator, culture, duties } = await dutyApp()
after(() => app.drop())

/** Written by a person of whom readers must not learn. */
before(async () => {
  for (const number of ['4.1', '4.3', '4.1']) {
    const duty = (await duties(number)).find((d) => d.unitId === programme.culture && d.outcome === null)!
    const form = {
      title: `Проведено захід ${number}`,
      happenedFrom: shortDate('uk', today.subtract({ days: 1 })),
      [`duty-${duty.id}`]: 'whole',
      lateReason: 'Хворіли',
      _intent: 'save',
    }
    const reply = await app.post('/office/evidence/new', form, culture)
    assert.equal(reply.statusCode, 303, reply.body)
  }
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
    assert.equal(reply.json<{ data: unknown[] }>().data.length, 2)
    assert.deepEqual(JSON.stringify(JSON.parse(reply.body)), reply.body)
    assert.equal(reply.json<{ next: string }>().next, /<(.+)>/.exec(String(reply.headers['link']))?.[1])
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

  test('what was recorded is there to be read', async () =>
    assert.match((await app.get('/evidence')).body, /Проведено захід 4\.3/))

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
