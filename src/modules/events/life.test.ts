/** An information day through HTTP: from the plan to the public fate of a question, and the evidence. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Person, TestApp } from '../../../test/factories/app.ts'
import { cityApp, markOfEverything } from '../../../test/factories/city.ts'
import type { UnitId } from '../../kernel/actor.ts'
import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { shortDate } from '../../kernel/texts.ts'

let app: TestApp
let coordinator: Person
let unitId: UnitId
let measureId: string
const today = dayOf(Temporal.Now.instant())
const soon = today.add({ days: 12 })

before(async () => {
  app = await cityApp()
  coordinator = await app.staff('coordinator')
  const row = await app.connection.db
    .selectFrom('duties as d')
    .innerJoin('measure_versions as mv', (j) =>
      j.onRef('mv.measure_id', '=', 'd.measure_id').onRef('mv.edition_id', '=', 'd.edition_id'),
    )
    .select(['d.unit_id', 'd.measure_id'])
    .where('mv.number', '=', '4.4')
    .where('d.period_from', '<=', today)
    .where('d.period_to', '>=', today)
    .executeTakeFirstOrThrow()
  unitId = row.unit_id
  measureId = row.measure_id
})
after(() => app.drop())

const plain = () => ({
  kind: 'informationDay',
  title: 'День інформування на Шевченка',
  day: shortDate('uk', today),
  starts: '10.00',
  ends: '12:00',
  mode: 'onSite',
  place: 'Школа № 7',
  participation: 'registration',
  seats: '2',
  unit: unitId,
  measures: measureId,
  languages: 'uk',
  questionsOpen: 'yes',
  feedbackOpen: 'yes',
  moreDays: '',
  questions: 'Потрібен переклад жестовою? (так/ні)',
})

async function make(more: Record<string, string> = {}): Promise<string> {
  const answer = await app.post('/office/events/new', { ...plain(), ...more }, coordinator)
  assert.equal(answer.statusCode, 303, answer.body.slice(0, 3_000))
  return /events\/([0-9a-f-]{36})/.exec(String(answer.headers.location))![1]!
}

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

const linkIn = (body: string, pattern: RegExp) => pattern.exec(body)?.[0] ?? ''

async function lastLetter(kind: string, to?: string): Promise<string> {
  let query = app.connection.db
    .selectFrom('messages as m')
    .innerJoin('mailings as g', 'g.id', 'm.mailing_id')
    .select(['m.body'])
    .where('g.kind', '=', kind)
  if (to) query = query.where('m.recipient', '=', to)
  const row = await query.orderBy('m.created_at', 'desc').orderBy('m.id', 'desc').executeTakeFirst()
  return row?.body ?? ''
}

describe('an information day', () => {
  let id: string
  test('is planned, and visitors do not see it', async () => {
    id = await make()
    assert.equal((await app.get(`/events/${id}`)).statusCode, 404)
    const page = await app.get(`/office/events/${id}`, coordinator)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /Школа № 7/)
  })

  test('gets its group, agenda, tasks and materials', async () => {
    const at = `/office/events/${id}`
    await post(`${at}/people`, {
      head: 'Демо Олександр, міський голова',
      members: 'Показова Ірина, заступниця',
      named: '',
    })
    await post(`${at}/agenda`, { agenda: '10:00–10:30 | Бюджет | Міський голова\n10.30 | Запитання з зали' })
    await post(`${at}/shares`, { kind: 'task', task: 'Мікрофони', unit: unitId, due: shortDate('uk', soon) })
    await post(`${at}/materials`, {
      title: 'Бюджет міста',
      link: 'https://example.org/budget',
      public: 'yes',
    })
    const page = await app.get(at, coordinator)
    const viewer = await app.get(at, await app.staff('viewer'))
    assert.doesNotMatch(viewer.body, /action="\/office\/events\/shares/)
    for (const words of ['Демо Олександр', 'Бюджет', 'Мікрофони', 'Бюджет міста'])
      assert.match(page.body, new RegExp(words))
    const wrong = await post(`${at}/agenda`, { agenda: '25:00 | Нема такого часу' }, coordinator, 422)
    assert.match(wrong.body, /такого часу немає/)
    assert.match(wrong.body, /25:00/)
  })

  test('is announced; the page names positions, not persons of the office', async () => {
    await post(`/office/events/${id}/announce`, {})
    const page = await app.get(`/events/${id}`)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /міський голова/)
    assert.doesNotMatch(page.body, /Демо Олександр/)
    assert.match(page.body, /application\/ld\+json/)
    assert.equal((await app.get(`/en/events/${id}`)).statusCode, 200)
  })

  test('visitors register without an account, confirm by the letter, wait, and move up', async () => {
    const at = `/events/${id}/register`
    const form = { name: 'Гість Перший', email: 'one@example.org', consent: 'yes', 'answer-q1': 'no' }
    const bare = await app.post(at, { name: '', email: 'x', 'answer-q1': '' })
    assert.equal(bare.statusCode, 422)
    for (const words of ['Ваше ім’я', 'Без цієї згоди', 'ivanenko@example.org'])
      assert.match(bare.body, new RegExp(words))
    for (const n of ['one', 'two', 'three']) {
      const answer = await app.post(at, { ...form, name: `Гість ${n}`, email: `${n}@example.org` })
      assert.equal(answer.statusCode, 303, answer.body.slice(0, 2_000))
    }
    const key = linkIn(await lastLetter('event.confirm', 'one@example.org'), /\/take-part\/\S+/)
    assert.match(key, /^\/take-part\//)
    assert.match((await app.get(key)).body, /Підтвердити участь/)
    assert.equal((await app.post(key, { act: 'confirm' })).statusCode, 303)
    assert.match((await app.get(key)).body, /Код для входу/)
    const third = linkIn(await lastLetter('event.confirm', 'three@example.org'), /\/take-part\/\S+/)
    assert.equal((await app.post(third, { act: 'confirm' })).statusCode, 303)
    assert.match((await app.get(third)).body, /ви перші/)
    const second = linkIn(await lastLetter('event.confirm', 'two@example.org'), /\/take-part\/\S+/)
    assert.equal((await app.post(second, { act: 'cancel' })).statusCode, 303)
    assert.match((await app.get(third)).body, /Код для входу/)
    assert.match(await lastLetter('event.place', 'three@example.org'), /воно ваше/)
    assert.equal((await app.get(`${key}x`)).statusCode, 404)
    const twice = await app.post(at, { ...form, email: 'one@example.org' })
    assert.equal(twice.statusCode, 303)
    assert.match(await lastLetter('event.confirm', 'one@example.org'), /Ви вже зареєстровані/)
  })

  test('a question is asked, instructed by legal time, answered, accepted, and its fate is public', async () => {
    const asked = await app.post(`/events/${id}/ask`, {
      text: 'Коли відремонтують вулицю Шевченка?',
      asker: 'Питаюча Особа',
      email: 'asker@example.org',
      topic: 'дороги',
    })
    assert.equal(asked.statusCode, 303)
    assert.doesNotMatch((await app.get(`/events/${id}/questions`)).body, /відремонтують/)
    const q = await app.connection.db
      .selectFrom('event_questions')
      .select('id')
      .where('event_id', '=', id as never)
      .executeTakeFirstOrThrow()
    await post(`/office/events/questions/${q.id}/instruct`, {
      unit: unitId,
      text: 'Підготувати відповідь',
      due: '',
    })
    const fate = await app.get(`/events/${id}/questions`)
    assert.match(fate.body, /Відповідь готує/)
    assert.doesNotMatch(fate.body, /Питаюча/)
    const executor = await app.staff('executor', { unitId })
    assert.match((await app.get('/office', executor)).body, /Відповісти на запитання № 1/)
    const i = await app.connection.db
      .selectFrom('event_instructions')
      .select(['id', 'version', 'explanation'])
      .where('question_id', '=', q.id)
      .executeTakeFirstOrThrow()
    assert.ok('how' in i.explanation || 'counting' in i.explanation)
    await post(
      `/office/events/instructions/${i.id}`,
      { text: 'До кінця жовтня', version: String(i.version) },
      executor,
    )
    const before = await markOfEverything(app.connection.db)
    await post(`/office/events/instructions/${i.id}/accept`, {}, executor, 403)
    assert.equal(await markOfEverything(app.connection.db), before)
    await post(`/office/events/instructions/${i.id}/accept`, {})
    assert.match((await app.get(`/events/${id}/questions`)).body, /До кінця жовтня/)
    assert.match(await lastLetter('event.answer', 'asker@example.org'), /До кінця жовтня/)
  })

  test('on the day guests come in by code, by name, by paper; the hall has its screen', async () => {
    await post(`/office/events/${id}/hold`, {})
    const code = /<p class="door-code">(\w+)/.exec(
      (await app.get(linkIn(await lastLetter('event.place', 'three@example.org'), /\/take-part\/\S+/))).body,
    )![1]!
    await post(`/office/events/${id}/check-in`, { code: code.toLowerCase() })
    const twice = await post(`/office/events/${id}/check-in`, { code }, coordinator, 422)
    assert.match(twice.body, /уже тут/)
    await post(`/office/events/${id}/participants`, {
      name: 'Паперова Особа',
      organisation: 'ГО «Приклад»',
      came: 'yes',
    })
    await post(`/office/events/${id}/counts`, { counts: 'Жителі мікрорайону – 45\nДепутати: 3' })
    const list = await app.get(`/office/events/${id}/sign-in-list?format=docx`, coordinator)
    assert.equal(list.statusCode, 200)
    assert.equal((await app.get(`/events/${id}/hall`)).statusCode, 200)
    const live = await app.get(`/events/${id}/hall/live`)
    assert.match(live.body, /^retry: 2000\nid: \w+\ndata: \w+\n\n$/)
  })

  test('summing up writes the evidence of its measure, and correcting it brings the evidence along', async () => {
    const missing = await post(`/office/events/${id}/sum-up`, { summary: '' }, coordinator, 422)
    assert.match(missing.body, /Заповніть це поле/)
    await post(`/office/events/${id}/sum-up`, {
      summary: 'Говорили про бюджет',
      resolution: '',
      cost: '1 500,50',
    })
    const evidence = () =>
      app.connection.db
        .selectFrom('evidence')
        .selectAll()
        .where('source_module', '=', 'events')
        .where('source_id', '=', id)
        .execute()
    const [first, ...others] = await evidence()
    assert.equal(others.length, 0)
    assert.equal(first?.participants, 50)
    assert.equal(first?.cost, 150_050)
    assert.equal(first?.place, 'Школа № 7')
    assert.deepEqual(first?.organisations, ['ГО «Приклад»'])
    await post(`/office/events/${id}/results`, { summary: 'Говорили про бюджет і дороги', resolution: '' })
    assert.match((await evidence())[0]?.result ?? '', /дороги/)
    const page = await app.get(`/events/${id}`)
    assert.match(page.body, /Говорили про бюджет і дороги/)
    assert.doesNotMatch(page.body, /Паперова/)
  })

  test('closing wants what its kind needs, or a reason', async () => {
    const refused = await post(`/office/events/${id}/close`, {}, coordinator, 422)
    assert.match(refused.body, /поясніть, чому його немає/)
    await post(`/office/events/${id}/close`, { 'reason-photos': 'Не фотографували' })
    assert.match((await app.get(`/office/events/${id}/results`, coordinator)).body, /Не фотографували/)
    await post(`/office/events/${id}/people`, { head: 'Хтось' }, coordinator, 422)
  })

  test('all pages of the office answer, in both languages', async () => {
    const reader = await app.staff('coordinator')
    for (const rest of ['', '/participants', '/questions', '/day', '/results', '/history'])
      for (const lang of ['uk', 'en']) {
        const page = await app.get(`/office/events/${id}${rest}?lang=${lang}`, reader)
        assert.equal(page.statusCode, 200, rest)
      }
    for (const path of ['', '/new', '/series', '/series/new', '/plan', '/instructions'])
      assert.equal((await app.get(`/office/events${path}`, coordinator)).statusCode, 200, path)
    for (const path of [
      `/plan?format=docx&year=${today.year}`,
      `/information-days?format=docx&year=${today.year}`,
      '?format=csv',
      '/instructions?format=csv',
      `/${id}/participants?format=xlsx`,
      `/${id}/invitations?format=csv`,
    ])
      assert.equal((await app.get(`/office/events${path}`, coordinator)).statusCode, 200, path)
  })
})

describe('what must not be', () => {
  test('an executor of another department changes nothing', async () => {
    const id = await make()
    const other = await app.connection.db
      .selectFrom('units')
      .select('id')
      .where('id', '<>', unitId)
      .where('kind', '=', 'unit')
      .executeTakeFirstOrThrow()
    const stranger = await app.staff('executor', { unitId: other.id })
    const before = await markOfEverything(app.connection.db)
    await post(`/office/events/${id}/announce`, {}, stranger, 403)
    await post(`/office/events/${id}/cancel`, { reason: 'Бо' }, stranger, 403)
    await post(`/office/events/${id}/edit`, { ...plain(), version: '1' }, stranger, 403)
    await post(`/office/events/${id}/people`, { head: 'Хтось' }, stranger, 403)
    await post(`/office/events/${id}/sum-up`, { summary: 'Так' }, stranger, 403)
    await post('/office/events/new', plain(), stranger, 403)
    assert.equal(await markOfEverything(app.connection.db), before)
  })

  test('a form with many mistakes comes back with all of them and what was typed', async () => {
    const answer = await post(
      '/office/events/new',
      {
        ...plain(),
        title: '',
        day: '31.02.2026',
        starts: '99',
        place: '',
        moreDays: 'завтра',
        seats: 'багато',
      },
      coordinator,
      422,
    )
    for (const words of [
      'Заповніть це поле',
      'Вкажіть дату',
      'Вкажіть час',
      'Рядок 1',
      'ціле число',
      'завтра',
    ])
      assert.match(answer.body, new RegExp(words), words)
  })

  test('what the rules find stands at its field too', async () => {
    const answer = await post('/office/events/new', { ...plain(), place: '' }, coordinator, 422)
    assert.match(answer.body, /href="#f-place"/)
    assert.match(answer.body, /id="f-place"/)
  })

  test('what somebody else changed meanwhile is 409, with what was typed', async () => {
    const id = await make()
    await post(`/office/events/${id}/edit`, { ...plain(), version: '1', title: 'Перша зміна' })
    const late = await post(
      `/office/events/${id}/edit`,
      { ...plain(), version: '1', title: 'Друга зміна' },
      coordinator,
      409,
    )
    assert.match(late.body, /Друга зміна/)
  })

  test('a cancelled event tells everybody who registered, once, with the reason', async () => {
    const id = await make({ day: shortDate('uk', soon), seats: '' })
    await post(`/office/events/${id}/announce`, {})
    await app.post(`/events/${id}/register`, { name: 'Гість', email: 'g@example.org', consent: 'yes' })
    await post(`/office/events/${id}/cancel`, { reason: 'Повітряна тривога' })
    assert.match(await lastLetter('event.cancelled', 'g@example.org'), /Повітряна тривога/)
    assert.match((await app.get(`/events/${id}`)).body, /Повітряна тривога/)
    await post(`/office/events/${id}/announce`, {}, coordinator, 422)
    const late = await app.post(`/events/${id}/register`, {
      name: 'Гість',
      email: 'h@example.org',
      consent: 'yes',
    })
    assert.equal(late.statusCode, 422)
    assert.match(late.body, /Реєстрацію закрито/)
  })
})
