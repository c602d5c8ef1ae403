/** What goes on beyond one event: talks and practice cards, recommendations and their fate, a series with its materials. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Person, TestApp } from '../../../test/factories/app.ts'
import { cityApp } from '../../../test/factories/city.ts'
import type { UnitId } from '../../kernel/actor.ts'
import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { asId } from '../../kernel/ids.ts'
import { shortDate } from '../../kernel/texts.ts'

let app: TestApp
let coordinator: Person
let units: UnitId[]
const today = dayOf(Temporal.Now.instant())

before(async () => {
  app = await cityApp()
  coordinator = await app.staff('coordinator')
  const rows = await app.connection.db
    .selectFrom('units')
    .select('id')
    .where('kind', '=', 'unit')
    .limit(2)
    .execute()
  units = rows.map((row) => row.id)
})
after(() => app.drop())

async function post(
  path: string,
  form: Record<string, string | string[]>,
  person = coordinator,
  status = 303,
) {
  const answer = await app.post(path, form, person)
  assert.equal(answer.statusCode, status, `${path}: ${answer.body.slice(0, 2_000)}`)
  return answer
}

async function make(kind: string, title: string, more: Record<string, string> = {}): Promise<string> {
  const answer = await post('/office/events/new', {
    kind,
    title,
    day: shortDate('uk', today),
    starts: '10:00',
    ends: '',
    mode: 'onSite',
    place: 'Бібліотека',
    participation: 'open',
    languages: 'uk',
    moreDays: '',
    questions: '',
    unit: units[0]!,
    ...more,
  })
  return /events\/([0-9a-f-]{36})/.exec(String(answer.headers.location))![1]!
}

describe('talks', () => {
  test('are offered, decided and laid into the programme', async () => {
    const id = await make('conference', 'Конференція міста')
    const at = `/office/events/${id}`
    await post(`${at}/announce`, {})
    await post(`/events/${id}/offer-talk`, {
      title: 'Сад на даху',
      text: 'Як ми його зробили',
      speaker: 'Ганна Вигадана',
      organisation: '',
      email: '',
    })
    const page = await app.get(`${at}/talks`, coordinator)
    const talk = /name="talk" value="([0-9a-f-]{36})"/.exec(page.body)![1]!
    await post(`${at}/talks`, { talk, state: 'refused', reason: '' }, coordinator, 422)
    await post(`${at}/talks`, { talk, state: 'accepted', reason: '' })
    await post(`${at}/talks/new`, { title: 'Вода', speaker: 'Водоканал', organisation: '', text: '' })
    await post(`${at}/talks/lay`, { day: '1', starts: '10.00', minutes: '20', track: '' }, coordinator, 422)
    const laid = { talks: talk, day: '1', starts: '10.00', minutes: '20', track: 'Зала 2' }
    await post(`${at}/talks/lay`, laid)
    const programme = await app.get(`/events/${id}`)
    assert.match(programme.body, /Сад на даху/)
    assert.match(programme.body, /Зала 2/)
    assert.doesNotMatch(programme.body, /Водоканал/)
    const stranger = await app.staff('executor', { unitId: units[1]! })
    await post(`${at}/talks/lay`, laid, stranger, 403)
    assert.equal(
      (await app.get(`/office/events/${await make('rally', 'Мітинг')}/talks`, coordinator)).statusCode,
      404,
    )
  })
})

describe('a presentation of practices', () => {
  test('is made of practice cards, whose organisations are invited', async () => {
    const id = await make('practicePresentation', 'Що вдалося')
    const at = `/office/events/${id}/talks`
    const [, practice] = /name="practice" value="([0-9a-f-]{36})"/.exec(
      (await app.get(at, coordinator)).body,
    )!
    await post(`${at}/practice`, { practice: practice! })
    await post(`${at}/practice`, { practice: practice! })
    await post(`/office/events/${id}/announce`, {})
    const shown = await app.get(`/events/${id}`)
    assert.equal(shown.body.match(new RegExp(`/practices/${practice}`, 'g'))?.length, 1)
    const [invitation, ...more] = await app.connection.db
      .selectFrom('event_invitations')
      .select('state')
      .where('event_id', '=', asId<'event'>(id))
      .execute()
    assert.deepEqual([invitation?.state, more.length], ['invited', 0])
    await post(
      `/office/events/${await make('rally', 'Мітинг')}/talks/practice`,
      { practice: practice! },
      coordinator,
      404,
    )
  })
})

describe('a recommendation', () => {
  test('is decided by the department that it was sent to, and everybody reads its fate', async () => {
    const id = await make('roundTable', 'Круглий стіл про двори')
    const at = `/office/events/${id}`
    await post(`${at}/announce`, {})
    await post(`${at}/hold`, {})
    const one = { text: 'Освітити двори', addressee: 'Управління ЖКГ', unit: units[1]!, due: '' }
    await post(`${at}/recommendations`, one)
    assert.doesNotMatch((await app.get('/events/recommendations')).body, /Освітити двори/)
    await post(`${at}/sum-up`, { summary: 'Говорили про двори', resolution: '', recordingLink: '', cost: '' })
    assert.match((await app.get('/events/recommendations')).body, /Освітити двори/)
    const minutes = await app.get(`${at}/minutes?format=pdf`, coordinator)
    assert.equal(minutes.rawPayload.subarray(0, 5).toString(), '%PDF-')
    assert.equal((await app.get(`${at}/minutes`, coordinator)).statusCode, 200)
    const addressee = await app.staff('executor', { unitId: units[1]! })
    const row = await app.connection.db
      .selectFrom('event_recommendations')
      .select('id')
      .where('event_id', '=', asId<'event'>(id))
      .executeTakeFirstOrThrow()
    const own = `/office/events/recommendations/${row.id}`
    assert.match((await app.get('/office', addressee)).body, new RegExp(own))
    assert.equal((await app.get(own, addressee)).statusCode, 200)
    await post(own, { state: 'refused', reason: '', back: 'list' }, addressee, 422)
    await post(own, { state: 'done', reason: 'Засвітили 12 ліхтарів', back: 'list' }, addressee)
    await post(own, { state: 'accepted', reason: '' }, await app.staff('viewer'), 403)
    const list = await app.get('/events/recommendations?state=done&q=двори')
    assert.match(list.body, /Засвітили 12 ліхтарів/)
    assert.match((await app.get('/events/recommendations?format=csv')).body, /Освітити двори/)
    assert.match((await app.get('/en/events/recommendations')).body, /1 carried out/)
  })
})

describe('a series', () => {
  test('has a page of its own with the materials of all its meetings', async () => {
    await post('/office/events/series/new', {
      title: 'Клуб «Розмова»',
      kind: 'discussionClub',
      every: 'month',
      active: 'yes',
    })
    const series = await app.connection.db
      .selectFrom('event_series')
      .select('id')
      .where('title', '=', 'Клуб «Розмова»')
      .executeTakeFirstOrThrow()
    const page = `/events/series/${series.id}`
    assert.equal((await app.get(page)).statusCode, 404)
    const id = await make('discussionClub', 'Зустріч перша', { series: series.id })
    const secret = await make('discussionClub', 'Зустріч таємна', { series: series.id })
    const material = { link: 'https://example.org/a', public: 'yes' }
    await post(`/office/events/${id}/materials`, { title: 'Стаття про сквери', ...material })
    await post(`/office/events/${secret}/materials`, { title: 'Чернетка', ...material })
    assert.equal((await app.get(page)).statusCode, 404)
    await post(`/office/events/${id}/announce`, {})
    const shown = await app.get(page)
    assert.match(shown.body, /Стаття про сквери/)
    assert.match(shown.body, /Зустріч перша/)
    assert.doesNotMatch(shown.body, /Чернетка|таємна/)
    assert.match((await app.get(`/events/${id}`)).body, new RegExp(page))
    const calendar = await app.get(`/events.ics?series=${series.id}`)
    assert.match(calendar.body, /Зустріч перша/)
    assert.equal(calendar.body.match(/BEGIN:VEVENT/g)?.length, 1)
  })
})
