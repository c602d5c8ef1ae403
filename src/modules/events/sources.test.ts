import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { changeEvent, wholeInput } from './actions/events.ts'
import { fetchSource } from './actions/sources.ts'
import { eventById } from './store/events.ts'
import { listSources, takenItems } from './store/sources.ts'
import type { SourceId } from './types/source.ts'

let app: TestApp
let coordinator: Person
let id: SourceId
before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator')
})
after(() => app.drop())

const SOURCE = { name: 'Бібліотека', url: '', kind: 'other', unitId: '', active: 'yes' }
const stamp = (days: number) =>
  app.ctx({ kind: 'system', job: 'test' }).today.add({ days }).toString().replaceAll('-', '')
const calendar = (...events: readonly string[][]) =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    ...events.flatMap((e) => ['BEGIN:VEVENT', ...e, 'END:VEVENT']),
    'END:VCALENDAR',
  ].join('\r\n')
const reading = (days = 10, hour = '18') => [
  'UID:reading@library.example',
  `DTSTART;TZID=Europe/Kyiv:${stamp(days)}T${hour}0000`,
  `DTEND;TZID=Europe/Kyiv:${stamp(days)}T200000`,
  'SUMMARY:Читання вголос',
  'LOCATION:Читальна зала',
]
const take = (text: string, person = coordinator) =>
  app.post(`/office/event-calendars/${id}/take`, { text }, person)
const counts = async () => (await listSources(app.connection.db)).find((s) => s.id === id)?.counts
const taken = async () => [...(await takenItems(app.connection.db, id)).values()]

test('a calendar is added; a second of the same name and a bad address are refused with what was typed', async () => {
  const made = await app.post('/office/event-calendars', SOURCE, coordinator)
  assert.equal(made.statusCode, 303)
  id = (await listSources(app.connection.db))[0]!.id
  const twice = await app.post('/office/event-calendars', { ...SOURCE, url: 'ftp://x' }, coordinator)
  assert.equal(twice.statusCode, 422)
  assert.match(twice.body, /value="ftp:\/\/x"/)
  assert.equal((await app.post('/office/event-calendars', SOURCE, coordinator)).statusCode, 422)
})

test('its events become drafts; taken again, nothing changes', async () => {
  const club = [
    'UID:club@library.example',
    `DTSTART;VALUE=DATE:${stamp(3)}`,
    'RRULE:FREQ=WEEKLY;COUNT=3',
    'SUMMARY:Клуб',
  ]
  const text = calendar(reading(), club, ['UID:odd', 'SUMMARY:Без дня'])
  assert.equal((await take(text)).statusCode, 303)
  assert.deepEqual(await counts(), { made: 4, changed: 0, same: 0, differs: 0, gone: 0 })
  await take(text)
  assert.deepEqual(await counts(), { made: 0, changed: 0, same: 4, differs: 0, gone: 0 })
  const shown = await app.get(`/office/event-calendars/${id}`, coordinator)
  assert.match(shown.body, /Читання вголос/)
  assert.match(shown.body, /Без дня/)
  assert.doesNotMatch((await app.get('/events')).body, /Читання вголос/)
})

test('a draft that nobody touched follows its source; one that a person took up waits for that person', async () => {
  const [item] = (await taken()).filter((i) => i.uid.startsWith('reading'))
  await take(calendar(reading(12, '17')))
  const { db } = app.connection
  const moved = (await eventById(db, item!.eventId))!
  assert.equal(moved.firstDay.toString().replaceAll('-', ''), stamp(12))
  assert.equal((await counts())!.gone, 3)
  await changeEvent(app.ctx(coordinator.actor), moved.id, moved.version, {
    ...(await wholeInput(db, moved)),
    title: 'Читання вголос для дітей',
  })
  await take(calendar(reading(13, '17')))
  assert.deepEqual(await counts(), { made: 0, changed: 0, same: 0, differs: 1, gone: 0 })
  assert.equal((await eventById(db, moved.id))!.title, 'Читання вголос для дітей')
})

test('what is no calendar, or nothing at all, comes back to the form', async () => {
  const wrong = await take('<html>')
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /BEGIN:VCALENDAR/)
  assert.equal((await take('')).statusCode, 422)
})

test('an address inside the network is never asked, and the page says why', async () => {
  const inner = { ...SOURCE, name: 'Усередині', url: 'http://127.0.0.1:5432/a.ics' }
  await app.post('/office/event-calendars', inner, coordinator)
  const source = (await listSources(app.connection.db)).find((s) => s.name === 'Усередині')!
  await fetchSource(app.ctx({ kind: 'system', job: 'events.sources' }), source.id)
  assert.match((await app.get(`/office/event-calendars/${source.id}`, coordinator)).body, /всередину мережі/)
})

test('a viewer reads and changes nothing', async () => {
  const viewer = await app.staff('viewer')
  assert.equal((await app.get('/office/event-calendars', viewer)).statusCode, 200)
  const before = (await taken()).length
  assert.equal((await take(calendar(['UID:new', `DTSTART;VALUE=DATE:${stamp(5)}`]), viewer)).statusCode, 403)
  assert.equal(
    (await app.post('/office/event-calendars', { ...SOURCE, name: 'Інший' }, viewer)).statusCode,
    403,
  )
  assert.equal((await taken()).length, before)
})
