import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { transact } from '../../platform/context.ts'
import { copyEvent, type EventId, type EventState, eventById } from '../events/index.ts'
import { evidenceOf } from './actions/ceremonies.ts'
import { memorialYear } from './actions/dates.ts'
import { ceremonyOf, wreathsOf } from './store/ceremonies.ts'
import { ALL_MONUMENTS, listMonuments } from './store/monuments.ts'

let app: TestApp
let coordinator: Person
before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator')
})
after(() => app.drop())

const YEAR = 2026
const dayOf = async (key: string, year = YEAR) =>
  (await memorialYear(app.connection.db, year)).find((d) => d.date.key === key)!
const decide = (year: number, keep: readonly string[], person = coordinator) =>
  app.post(`/office/memorials?year=${year}`, { keep, unitId: '' }, person)
const setState = (id: EventId, state: EventState) =>
  app.connection.db.updateTable('events').set({ state }).where('id', '=', id).execute()

describe('the year', () => {
  test('what is kept becomes an event on its day, once', async () => {
    assert.equal((await decide(YEAR, ['state.holodomor', 'state.repressions'])).statusCode, 303)
    const first = await dayOf('state.holodomor')
    assert.equal(first.kept, true)
    const event = (await eventById(app.connection.db, first.event!.id))!
    assert.equal(event.firstDay.toString(), '2026-11-28')
    assert.equal(event.kind, 'commemoration')
    await decide(YEAR, [])
    assert.equal((await dayOf('state.holodomor')).event!.id, first.event!.id)
    assert.equal((await dayOf('state.unity')).kept, false)
  })

  test('the next year is modelled on it, with its place, silence and delegations', async () => {
    const { db } = app.connection
    const last = (await dayOf('state.repressions')).event!.id
    const path = `/office/events/${last}/ceremony`
    await app.post(path, { version: '0', silenceAt: '11.30', sound: 'Оркестр' }, coordinator)
    await app.post(
      `${path}/wreaths`,
      { delegation: 'Міська рада', kind: 'basket', count: '2', cost: '450,50', paidByCity: 'yes' },
      coordinator,
    )
    await decide(YEAR + 1, ['state.repressions'])
    const next = (await dayOf('state.repressions', YEAR + 1)).event!
    assert.equal((await eventById(db, next.id))!.firstDay.toString(), '2027-05-16')
    assert.equal((await ceremonyOf(db, next.id))!.silenceAt, '11:30')
    assert.deepEqual(
      (await wreathsOf(db, next.id)).map((w) => [w.delegation, w.count, w.cost, w.laid]),
      [['Міська рада', 2, 45_050, null]],
    )
  })

  test('the city adds a date of its own, and changes one that is known', async () => {
    const own = {
      version: '0',
      title: 'День визволення міста',
      every: 'yearOn',
      month: '9',
      day: '15',
      scope: 'city',
      verified: 'P',
      starts: '10:00',
    }
    const wrong = await app.post('/office/memorials/dates', { ...own, day: '', title: '' }, coordinator)
    assert.equal(wrong.statusCode, 422)
    assert.equal(wrong.body.match(/Заповніть це поле/g)!.length >= 2, true)
    const made = await app.post('/office/memorials/dates', own, coordinator)
    assert.equal(made.statusCode, 303)
    assert.match((await app.get('/memorials?year=2026')).body, /День визволення міста/)
    const hidden = {
      ...own,
      title: 'День Збройних Сил України',
      month: '12',
      day: '6',
      scope: 'state',
      hidden: 'yes',
    }
    assert.equal(
      (await app.post('/office/memorials/dates/state.armedForces', hidden, coordinator)).statusCode,
      303,
    )
    assert.doesNotMatch((await app.get('/memorials?year=2026')).body, /День Збройних Сил/)
    assert.equal(
      (await app.post('/office/memorials/dates/state.armedForces', hidden, coordinator)).statusCode,
      409,
    )
    const feed = await app.get('/memorials.ics')
    assert.match(feed.body.replaceAll('\r\n ', ''), /SUMMARY:День визволення міста/)
  })

  test('the term of the measure needs a programme that asks for one', async () => {
    const reply = await app.post(`/office/memorials/term?year=${YEAR}`, {}, coordinator)
    assert.equal(reply.statusCode, 404)
  })

  test('a viewer reads and decides nothing', async () => {
    const viewer = await app.staff('viewer')
    assert.equal((await app.get('/office/memorials', viewer)).statusCode, 200)
    assert.equal((await decide(2028, ['state.unity'], viewer)).statusCode, 403)
    assert.equal((await dayOf('state.unity', 2028)).kept, null)
  })
})

describe('the register of monuments', () => {
  const MONUMENT = {
    name: 'Меморіал Слави',
    kind: 'memorial',
    place: 'вул. Шевченка',
    latitude: '51,0481',
    longitude: '31,8869',
    state: 'good',
  }
  const all = async () => (await listMonuments(app.connection.db, ALL_MONUMENTS, '', 100)).rows

  test('an entry is made, seen on the map, put right', async () => {
    assert.equal((await app.post('/office/monuments', MONUMENT, coordinator)).statusCode, 303)
    const [made] = await all()
    const list = await app.get('/monuments')
    assert.match(list.body, /Меморіал Слави/)
    assert.match(list.body, /<g class="place/)
    const damaged = { ...MONUMENT, version: '1', state: 'damaged' }
    const silent = await app.post(`/office/monuments/${made!.id}`, damaged, coordinator)
    assert.equal(silent.statusCode, 422)
    assert.match(silent.body, /Опишіть, що саме не так/)
    await app.post(`/office/monuments/${made!.id}`, { ...damaged, stateNote: 'Тріщина в плиті' }, coordinator)
    assert.match((await app.get(`/monuments/${made!.id}`)).body, /Тріщина в плиті/)
    const stale = await app.post(`/office/monuments/${made!.id}`, MONUMENT, coordinator)
    assert.equal(stale.statusCode, 409)
    assert.match((await app.get('/monuments?format=csv')).body, /51.0481|51,0481/)
  })

  test('half a point, a caretaker nobody knows, a day ahead: all is said at once', async () => {
    const wrong = { ...MONUMENT, longitude: '', inspectedOn: '01.01.2100' }
    const reply = await app.post('/office/monuments', wrong, coordinator)
    assert.equal(reply.statusCode, 422)
    assert.match(reply.body, /і широту, і довготу/)
    assert.match(reply.body, /в майбутньому/)
    const unknown = await app.post(
      '/office/monuments',
      { ...MONUMENT, caretakerOrganisation: 'Ніхто' },
      coordinator,
    )
    assert.match(unknown.body, /виберіть зі списку/)
    assert.equal((await all()).length, 1)
  })

  test('a picture has its words, and is shown without what the camera wrote', async () => {
    const jpeg = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#336699' } })
      .withExif({ IFD0: { Copyright: 'таємниця' } })
      .jpeg()
      .toBuffer()
    const { addMonument } = await import('./actions/monuments.ts')
    const ctx = app.ctx(coordinator.actor)
    const [known] = await all()
    const picture = { bytes: jpeg, alt: null, author: null, remove: false }
    await assert.rejects(addMonument(ctx, { ...known!, name: 'Без слів' }, picture), /alt_needed/)
    const id = await addMonument(ctx, { ...known!, name: 'Алея' }, { ...picture, alt: 'Синє поле' })
    const shown = await app.get(`/monuments/${id}/picture.jpg`)
    assert.equal(shown.headers['content-type'], 'image/webp')
    assert.equal((await sharp(shown.rawPayload).metadata()).exif, undefined)
    assert.match((await app.get(`/monuments/${id}`)).body, /alt="Синє поле"/)
    const broken = { ...picture, bytes: new Uint8Array([1, 2, 3]), alt: 'Ніщо' }
    await assert.rejects(addMonument(ctx, { ...known!, name: 'Зламано' }, broken), /picture_kind/)
  })

  test('a viewer changes nothing', async () => {
    const viewer = await app.staff('viewer')
    const before = (await all()).length
    assert.equal((await app.post('/office/monuments', MONUMENT, viewer)).statusCode, 403)
    assert.equal((await all()).length, before)
  })
})

describe('a ceremony', () => {
  let id: EventId
  const path = (part = '') => `/office/events/${id}/ceremony${part}`
  const WREATH = {
    delegation: 'Рада ветеранів',
    people: '5',
    kind: 'wreath',
    count: '1',
    cost: '800',
    paidByCity: 'yes',
  }
  before(async () => {
    await decide(2029, ['state.independence'])
    id = (await dayOf('state.independence', 2029)).event!.id
  })

  test('is written once, and a stale page is told', async () => {
    const details = { version: '0', gathering: 'Площа, 9:45', silenceAt: '25:00' }
    const wrong = await app.post(path(), details, coordinator)
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /Площа, 9:45/)
    assert.equal((await app.post(path(), { ...details, silenceAt: '9:00' }, coordinator)).statusCode, 303)
    assert.equal((await app.post(path(), { ...details, silenceAt: '9:00' }, coordinator)).statusCode, 409)
  })

  test('delegations are added, put right, counted and printed', async () => {
    assert.equal((await app.post(path('/wreaths'), { ...WREATH, cost: '' }, coordinator)).statusCode, 422)
    assert.equal((await app.post(path('/wreaths'), WREATH, coordinator)).statusCode, 303)
    assert.equal((await app.post(path('/wreaths'), WREATH, coordinator)).statusCode, 422)
    await app.post(path('/wreaths'), { delegation: 'Школа № 7', kind: 'none', count: '0' }, coordinator)
    const [first] = await wreathsOf(app.connection.db, id)
    await app.post(path(`/wreaths/${first!.id}`), { ...WREATH, count: '2' }, coordinator)
    const shown = (await app.get(path(), coordinator)).body.replaceAll('\u00a0', ' ')
    assert.match(shown, /2 делегації, 5 осіб, 2 вінки/)
    assert.match(shown, /1 600 грн/)
    for (const format of ['docx', 'pdf'])
      assert.equal((await app.get(path(`?format=${format}`), coordinator)).statusCode, 200, format)
    assert.match((await app.get(path('/wreaths?format=csv'), coordinator)).body, /Рада ветеранів/)
    assert.equal(
      (await app.get(path('/wreaths?format=pdf'), coordinator)).headers['content-type'],
      'application/pdf',
    )
  })

  test('who came is said after it was held, and stands in the evidence', async () => {
    const [first] = await wreathsOf(app.connection.db, id)
    assert.equal((await app.post(path('/laid'), { laid: first!.id }, coordinator)).statusCode, 422)
    await setState(id, 'held')
    assert.equal((await app.post(path('/laid'), { laid: first!.id }, coordinator)).statusCode, 303)
    const ctx = app.ctx(coordinator.actor)
    const told = await transact(ctx, async (tx) => evidenceOf(tx, (await eventById(tx.db, id))!))
    assert.deepEqual(told, {
      result: 'Квіти поклали 1 делегація; вінків, кошиків і букетів: 2.',
      cost: 160_000,
      organisations: [],
    })
    const copy = await copyEvent(ctx, id, ctx.today.add({ years: 4 }))
    assert.deepEqual(
      (await wreathsOf(app.connection.db, copy)).map((w) => w.laid),
      [null, null],
    )
  })

  test('visitors read the place and who takes part, not prices and transport', async () => {
    await setState(id, 'announced')
    await app.post(path(), { version: '1', gathering: 'Площа, 9:45', transport: 'Автобус 5555' }, coordinator)
    const shown = (await app.get(`/events/${id}`)).body
    assert.match(shown, /Площа, 9:45/)
    assert.match(shown, /Рада ветеранів/)
    assert.doesNotMatch(shown, /Автобус 5555|800/)
  })

  test('a viewer changes nothing; an event of another kind has no ceremony', async () => {
    const viewer = await app.staff('viewer')
    const before = (await wreathsOf(app.connection.db, id)).length
    assert.equal(
      (await app.post(path('/wreaths'), { ...WREATH, delegation: 'Чужі' }, viewer)).statusCode,
      403,
    )
    assert.equal((await wreathsOf(app.connection.db, id)).length, before)
    await app.connection.db.updateTable('events').set({ kind: 'celebration' }).where('id', '=', id).execute()
    assert.equal((await app.get(path(), coordinator)).statusCode, 404)
  })
})
