import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import nodeIcal from 'node-ical'
import { type TestApp, testApp } from '../../../test/factories/app.ts'
import { civilDate } from '../../kernel/civil-date.ts'
import { districts } from '../organisations/index.ts'
import { changeEvent, makeEvent, wholeInput } from './actions/events.ts'
import { PLAIN_DAY, PLAIN_EVENT } from './rules/plain.ts'
import { eventById } from './store/events.ts'
import type { EventDayInput, EventId, EventInput, EventState } from './types.ts'

let app: TestApp
before(async () => {
  app = await testApp()
})
after(() => app.drop())

const SYSTEM = { kind: 'system', job: 'test' } as const

function day(on: string, more: Partial<EventDayInput> = {}): EventDayInput {
  const [year, month, date] = on.split('-').map(Number)
  return {
    ...PLAIN_DAY,
    day: civilDate(year!, month!, date!),
    starts: '10:00',
    ends: '12:00',
    place: 'Бібліотека',
    ...more,
  }
}

const plain: EventInput = {
  ...PLAIN_EVENT,
  kind: 'informationDay',
  title: 'День інформування',
  titleEn: 'Information day',
  purpose: 'Бюджет; дороги, мости',
  days: [],
}

async function made(
  days: readonly EventDayInput[],
  more: Partial<EventInput> = {},
  state: EventState = 'announced',
) {
  const id = await makeEvent(app.ctx(SYSTEM), { ...plain, days, ...more })
  await setState(id, state)
  return id
}

async function setState(id: EventId, state: EventState) {
  const reason = state === 'cancelled' || state === 'postponed' ? 'Повітряна тривога' : null
  await app.connection.db
    .updateTable('events')
    .set((eb) => ({ state, state_reason: reason, sequence: eb('sequence', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

describe('the calendar', () => {
  test('shows what is announced, in each view, and nothing that is only planned', async () => {
    await made([day('2031-05-18', { latitude: 51.05, longitude: 31.88 })], {
      title: 'Вшанування пам’яті',
      kind: 'commemoration',
    })
    await made([day('2031-05-20')], { title: 'Таємні наміри' }, 'planned')
    for (const view of ['list', 'month', 'week', 'map']) {
      const shown = await app.get(`/events?view=${view}&day=2031-05-18`)
      assert.equal(shown.statusCode, 200, view)
      assert.match(shown.body, /Вшанування пам’яті/, view)
      assert.doesNotMatch(shown.body, /Таємні наміри/, view)
    }
    assert.match((await app.get('/events?view=map&day=2031-05-01')).body, /<g class="place/)
    assert.match((await app.get('/en/events?view=month&day=2031-05')).body, /May 2031/)
  })

  test('is narrowed by kind, and a strange address is today’s calendar', async () => {
    const feast = await app.get('/events?kind=celebration&day=2031-05-01')
    assert.doesNotMatch(feast.body, /Вшанування пам’яті/)
    for (const query of ['kind=nothing', 'district=1', 'day=31.31.2031', 'view=year', 'organisation=%00'])
      assert.equal((await app.get(`/events?${query}`)).statusCode, 200, query)
  })

  test('shows what was written since it was asked last, though its rows and choices are remembered', async () => {
    const ctx = app.ctx(SYSTEM)
    const paths = ['/events?day=2033-03-01', '/en/events?day=2033-03-01', '/events?view=month&day=2033-03']
    const clerk = await app.staff('coordinator')
    const lists = '/office/organisations/lists/districts'
    let asked = 0
    const all = async () => {
      // What a form writes is told at once; of actions beside the server the database tells a moment later.
      asked += 1
      assert.equal((await app.post(lists, { name: `Район ${asked}`, nameEn: '' }, clerk)).statusCode, 303)
      return Promise.all(paths.map(async (path) => (await app.get(path)).body))
    }
    const id = await made([day('2033-03-05')], { title: 'Перша назва', titleEn: 'First name' })
    for (const body of await all()) assert.match(body, /Перша назва|First name/)

    const change = async (changes: Partial<EventInput>) => {
      const event = (await eventById(app.connection.db, id))!
      const input = { ...(await wholeInput(app.connection.db, event)), ...changes }
      await changeEvent(ctx, id, event.version, input)
    }
    await change({ title: 'Друга назва', titleEn: 'Second name', kind: 'rally' })
    for (const body of await all()) {
      assert.match(body, /Друга назва|Second name/)
      assert.doesNotMatch(body, /Перша назва|First name/)
      assert.match(body, /<option value="rally">/)
    }
    await change({ days: [day('2033-03-07', { place: 'Ратуша', starts: '16:15', ends: null })] })
    const [list = '', english = ''] = await all()
    assert.match(list, /7 березня, 16:15[\s\S]*Ратуша/)
    assert.match(english, /7 March, 16:15[\s\S]*Ратуша/)
    assert.doesNotMatch(list, /5 березня/)

    await app.post(lists, { name: 'Старий район', nameEn: '' }, clerk)
    const districtId = (await districts(app.connection.db)).find((d) => d.name === 'Старий район')!.id
    await change({ days: [day('2033-03-07', { districtId })] })
    assert.match((await all())[0]!, /Старий район/)
    const renamed = { name: 'Новий район', nameEn: '', position: '1', active: 'on' }
    assert.equal((await app.post(`${lists}/${districtId}`, renamed, clerk)).statusCode, 303)
    for (const body of [(await all())[0]!, (await app.get('/events')).body]) {
      assert.match(body, /Новий район/)
      assert.doesNotMatch(body, /Старий район/)
    }
    await setState(id, 'cancelled')
    assert.match((await all())[0]!, /Друга назва[^<]*<span[^>]*>скасовано/)
    await setState(id, 'planned')
    for (const body of await all()) assert.doesNotMatch(body, /Друга назва|Second name/)
  })

  test('stands in frames of the sites that the office named, and of no others', async () => {
    const shown = await app.get('/embed/calendar')
    assert.equal(shown.statusCode, 200)
    assert.match(shown.headers['content-security-policy'] as string, /frame-ancestors 'none'/)
  })

  test('can be taken away as a table', async () => {
    const csv = await app.get('/events?day=2031-05-01&format=csv')
    assert.equal(csv.headers['content-type'], 'text/csv; charset=utf-8')
    assert.match(csv.body, /Вшанування пам’яті/)
    assert.doesNotMatch(csv.body, /Таємні наміри/)
  })
})

describe('one event', () => {
  test('is taken into a calendar and onto a wall; one that is only planned is not there', async () => {
    const id = await made([day('2031-06-01', { starts: '23:00', ends: '01:00' })], { title: 'Ніч музеїв' })
    const file = await app.get(`/events/${id}/event.ics`)
    assert.match(file.headers['content-disposition'] as string, /event\.ics/)
    assert.match(file.body, /DTEND;TZID=Europe\/Kyiv:20310602T010000/)
    const poster = await app.get(`/events/${id}/poster.pdf`)
    assert.equal(poster.headers['content-type'], 'application/pdf')
    assert.equal(poster.rawPayload.subarray(0, 5).toString(), '%PDF-')
    const hidden = await made([day('2031-06-02')], {}, 'planned')
    for (const path of [`/events/${hidden}/event.ics`, `/events/${hidden}/poster.pdf`, '/events/1/event.ics'])
      assert.equal((await app.get(path)).statusCode, 404, path)
  })
})

describe('a subscription', () => {
  type Parsed = {
    uid: string
    start: Date
    status?: string
    sequence?: string
    summary: string
    location?: string
  }
  const read = async (path = '/events.ics') => {
    const { body, headers } = await app.get(path)
    assert.equal(headers['content-type'], 'text/calendar; charset=utf-8')
    return Object.values(nodeIcal.sync.parseICS(body)).filter((c) => c?.type === 'VEVENT') as Parsed[]
  }
  const soon = () => app.ctx(SYSTEM).today.add({ days: 20 }).toString()

  test('each day of an event is one; a moved day keeps its identity and raises the number', async () => {
    const id = await made([day(soon()), day(soon(), { starts: '15:00', ends: null, title: 'Поїздка' })], {
      title: 'Конференція',
      kind: 'conference',
    })
    const first = await read('/events.ics?kind=conference')
    assert.deepEqual(first.map((e) => e.summary).sort(), ['Конференція (1 з 2)', 'Конференція: Поїздка'])
    const event = (await eventById(app.connection.db, id))!
    const input = await wholeInput(app.connection.db, event)
    const moved = input.days.map((d) => ({ ...d, day: d.day.add({ days: 1 }) }))
    await changeEvent(app.ctx(SYSTEM), id, event.version, { ...input, days: moved })
    const later = await read('/events.ics?kind=conference')
    assert.deepEqual(later.map((e) => e.uid).sort(), first.map((e) => e.uid).sort())
    assert.ok(Number(later[0]!.sequence) > Number(first[0]!.sequence))
    assert.ok(later[0]!.start > first[0]!.start)
  })

  test('what is cancelled stays in it and says so, with the reason', async () => {
    const id = await made([day(soon())], { title: 'Ярмарок', kind: 'celebration' })
    await setState(id, 'cancelled')
    const [off] = await read('/events.ics?kind=celebration')
    assert.equal(off!.status, 'CANCELLED')
    assert.match(
      (await app.get('/events.ics?kind=celebration')).body.replaceAll('\r\n ', ''),
      /Повітряна тривога/,
    )
  })

  test('the news of events are well-formed and public', async () => {
    const feed = await app.get('/events.atom')
    assert.equal(feed.headers['content-type'], 'application/atom+xml; charset=utf-8')
    assert.match(feed.body, /Конференція/)
    assert.doesNotMatch(feed.body, /Таємні наміри/)
  })
})
