/** A report's whole life through HTTP: composed from evidence, submitted, returned, accepted, corrected. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import {
  dayOfQuarter,
  type ReportProgramme,
  recordDay,
  reportProgramme,
} from '../../../test/factories/reports.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'
import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { dayMonth } from '../../kernel/texts.ts'
import { acceptReport } from './actions/decide.ts'
import { openQuarter } from './actions/open.ts'
import { reportsOfQuarter } from './store/lists.ts'
import { remarksOf, rowsOf, versionsOf } from './store/reports.ts'
import type { ReportId } from './types.ts'

let app: TestApp
let coordinator: Person
let executor: Person
let stranger: Person
let viewer: Person
let programme: ReportProgramme
let id: ReportId
const today = dayOf(Temporal.Now.instant())

const db = () => app.connection.db
const path = (tail = '') => `/office/reports/${id}${tail}`

before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator', { name: 'Олена Координаторка' })
  programme = await reportProgramme(app, coordinator, today)
  executor = await app.staff('executor', { unitId: programme.unit, name: 'Петро Секретний' })
  viewer = await app.staff('viewer')
  const other = await db()
    .selectFrom('units')
    .select('id')
    .where('id', '<>', programme.unit)
    .where('kind', '=', 'unit')
    .executeTakeFirstOrThrow()
  stranger = await app.staff('executor', { unitId: other.id })
  const { quarter } = programme
  const day = (month: number, d: number) => dayOfQuarter(quarter, month, d)
  await recordDay(app, coordinator, programme, {
    source: 'a',
    on: day(0, 12),
    participants: 112,
    organisations: ['Спілка ветеранів', 'Рух'],
  })
  await recordDay(app, coordinator, programme, {
    source: 'b',
    on: day(1, 9),
    participants: 102,
    organisations: ['Рух', 'Просвіта', 'Надія', 'Молодь'],
    result: 'Роз’яснено тарифи',
  })
})
after(() => app.drop())

async function lock(): Promise<string> {
  const row = await db()
    .selectFrom('quarterly_reports')
    .select('lock_version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return String(row.lock_version)
}

async function state(of: ReportId = id): Promise<string> {
  const row = await db()
    .selectFrom('quarterly_reports')
    .select('state')
    .where('id', '=', of)
    .executeTakeFirstOrThrow()
  return row.state
}

/** A form that says all that is obligatory. */
async function filled(change: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
  const form: Record<string, string> = { lockVersion: await lock() }
  for (const row of await rowsOf(db(), id)) {
    form[`state.${row.measureId}`] = row.state ?? 'underWay'
    form[`result.${row.measureId}`] = row.result || 'Триває.'
    form[`reason.${row.measureId}`] = 'Кошти не виділено'
  }
  return { ...form, ...change }
}

test('a quarter is opened once; its report is composed from evidence, not typed', async () => {
  const ctx = app.ctx({ kind: 'system', job: 'reports.open' })
  const made = await openQuarter(ctx, programme.id, programme.quarter)
  assert.ok(made.length > 0)
  assert.deepEqual(await openQuarter(ctx, programme.id, programme.quarter), [])
  const lines = await reportsOfQuarter(db(), programme.id, programme.quarter, today)
  assert.equal(lines.length, made.length)
  const mine = lines.find((line) => line.unitId === programme.unit)!
  id = mine.id
  const row = (await rowsOf(db(), id)).find((r) => r.measureId === programme.measure.id)!
  const days = [dayOfQuarter(programme.quarter, 0, 12), dayOfQuarter(programme.quarter, 1, 9)]
  const said = `Проведено 2 дні інформування (${days.map((d) => dayMonth('uk', d)).join(', ')}), у яких взяли участь 214 осіб і 5 організацій. Роз’яснено тарифи.`
  assert.ok(row.result.startsWith(said), row.result)
  assert.equal(row.composed, row.result)
})

test('the day is the sixth of the month after the quarter, with the programme’s own rule', async () => {
  const page = await app.get(path(), executor)
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /6-/)
  assert.match(page.body, /Правило Програми/)
  assert.match(page.body, /214 осіб і 5 організацій/)
})

test('who may not write sees the report or nothing, and changes nothing', async () => {
  assert.equal((await app.get(path(), stranger)).statusCode, 403)
  assert.equal((await app.get(path(), viewer)).statusCode, 200)
  for (const person of [stranger, viewer, coordinator]) {
    const reply = await app.post(path(), { ...(await filled()), _intent: 'save' }, person)
    assert.equal(reply.statusCode, 403)
  }
  assert.equal((await app.get(path())).statusCode, 303)
  assert.equal(await state(), 'open')
  assert.equal(await lock(), '1')
})

test('a draft is kept however little it says; the report is refused with all that is missing', async () => {
  const draft = await app.post(
    path(),
    { lockVersion: '1', note: 'Чернетка', [`state.${programme.measure.id}`]: 'partly', _intent: 'draft' },
    executor,
  )
  assert.equal(draft.statusCode, 303)
  const refused = await app.post(
    path(),
    {
      lockVersion: await lock(),
      [`state.${programme.measure.id}`]: 'partly',
      [`result.${programme.measure.id}`]: '',
      _intent: 'save',
    },
    executor,
  )
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, new RegExp(`href="#f-reason-${programme.measure.id}"`))
  assert.match(refused.body, new RegExp(`href="#f-result-${programme.measure.id}"`))
  assert.equal(await state(), 'open')
})

test('unknown fields and states are refused', async () => {
  const form = await filled({ [`state.${programme.measure.id}`]: 'wonderful', hack: '1' })
  const reply = await app.post(path(), { ...form, _intent: 'save' }, executor)
  assert.equal(reply.statusCode, 422)
  assert.match(reply.body, /hack/)
  assert.equal(await state(), 'open')
})

test('nothing to do is refused where there is evidence, naming the measure', async () => {
  const reply = await app.post(
    path(),
    { lockVersion: await lock(), nothingToDo: 'yes', _intent: 'save' },
    executor,
  )
  assert.equal(reply.statusCode, 422)
  assert.ok(reply.body.includes(`за заходами ${programme.measure.number}`))
})

test('a stale form keeps what was typed and overwrites nothing', async () => {
  const reply = await app.post(
    path(),
    { lockVersion: '1', note: 'Запізніла примітка', _intent: 'draft' },
    executor,
  )
  assert.equal(reply.statusCode, 409)
  assert.match(reply.body, /Запізніла примітка/)
  assert.match(reply.body, /змінив хтось інший/)
})

test('an edited text stays beside what the facts say now, and the composed one can be taken', async () => {
  const field = `result.${programme.measure.id}`
  await app.post(path(), { ...(await filled({ [field]: 'Наші слова.' })), _intent: 'draft' }, executor)
  await recordDay(app, coordinator, programme, {
    source: 'c',
    on: dayOfQuarter(programme.quarter, 2, 7),
    participants: 6,
  })
  const page = await app.get(path(), executor)
  assert.match(page.body, /Факти змінилися/)
  assert.match(page.body, /220/)
  assert.match(page.body, /Наші слова\./)
  const refreshed = await app.post(path('/refresh'), {}, executor)
  assert.equal(refreshed.statusCode, 303)
  const kept = (await rowsOf(db(), id)).find((r) => r.measureId === programme.measure.id)!
  assert.equal(kept.result, 'Наші слова.')
  assert.match(kept.composed, /220 осіб/)
  await app.post(path(), { ...(await filled()), take: programme.measure.id }, executor)
  const taken = (await rowsOf(db(), id)).find((r) => r.measureId === programme.measure.id)!
  assert.match(taken.result, /3 дні інформування.*220 осіб/)
})

test('submit, return with remarks where they belong, submit again: letters wait in the outbox', async () => {
  const submitted = await app.post(path(), { ...(await filled()), _intent: 'save' }, executor)
  assert.equal(submitted.statusCode, 303)
  assert.equal(await state(), 'submitted')
  const again = await app.post(path(), { ...(await filled()), _intent: 'save' }, executor)
  assert.equal(again.statusCode, 422)

  const empty = await app.post(path('/return'), { lockVersion: await lock() }, coordinator)
  assert.equal(empty.statusCode, 422)
  assert.match(empty.body, /хоча б одне зауваження/)
  const denied = await app.post(path('/return'), { lockVersion: await lock(), remark: 'ні' }, executor)
  assert.equal(denied.statusCode, 403)
  const returned = await app.post(
    path('/return'),
    {
      lockVersion: await lock(),
      remark: 'Додайте примітку',
      [`remark.${programme.measure.id}`]: 'Назвіть теми',
    },
    coordinator,
  )
  assert.equal(returned.statusCode, 303)
  assert.equal(await state(), 'returned')
  assert.equal((await remarksOf(db(), id)).length, 2)
  assert.match((await app.get(path(), executor)).body, /Назвіть теми/)
  const kinds = await db().selectFrom('mailings').select(['kind', 'state']).orderBy('kind').execute()
  assert.deepEqual(
    kinds.map((m) => [m.kind, m.state]),
    [
      ['report.returned', 'held'],
      ['report.submitted', 'held'],
    ],
  )
  const second = await app.post(
    path(),
    { ...(await filled({ note: 'Теми названо' })), _intent: 'save' },
    executor,
  )
  assert.equal(second.statusCode, 303)
})

test('of two coordinators who accept at once one does, and the content is frozen with its hash', async () => {
  const other = await app.staff('coordinator', { name: 'Друга Координаторка' })
  const lockVersion = Number(await lock())
  const results = await Promise.allSettled(
    [coordinator, other].map((person) =>
      acceptReport(app.ctx(person.actor), id, { lockVersion }, 'http://viche.test'),
    ),
  )
  assert.equal(results.filter((r) => r.status === 'fulfilled').length, 1)
  assert.equal(await state(), 'accepted')
  const frozen = await db()
    .selectFrom('frozen_reports')
    .select(['content', 'sha256', 'version'])
    .where('report_id', '=', id)
    .execute()
  assert.equal(frozen.length, 1)
  assert.equal(canonicalJson(JSON.parse(frozen[0]!.content)), frozen[0]!.content)
  const evidence = await db().selectFrom('evidence').select('frozen_by_report').execute()
  assert.ok(evidence.every((e) => e.frozen_by_report))
  assert.doesNotMatch(frozen[0]!.content, /Секретний|Координаторка/)
})

test('what is frozen stays as it was when live tables change', async () => {
  const before = await app.get(path(), viewer)
  assert.match(before.body, /3 дні інформування/)
  await db().updateTable('report_rows').set({ result: 'Підроблено' }).where('report_id', '=', id).execute()
  await db().updateTable('units').set({ name: 'Інша назва' }).where('id', '=', programme.unit).execute()
  const after = await app.get(path(), viewer)
  assert.doesNotMatch(after.body, /Підроблено/)
  const json = JSON.parse((await app.get(path('?format=json'), viewer)).body)
  assert.notEqual(json.content.unit.name, 'Інша назва')
  await assert.rejects(
    db()
      .updateTable('frozen_reports')
      .set({ sha256: '0'.repeat(64) })
      .execute(),
    /append-only/,
  )
  await db()
    .deleteFrom('report_rows')
    .where('report_id', '=', id)
    .where('result', '<>', 'Підроблено')
    .execute()
})

test('a correction is a new version with its reason; the old one stays readable beside it', async () => {
  const nothing = await app.post(path('/correct'), { reason: ' ' }, executor)
  assert.equal(nothing.statusCode, 422)
  const opened = await app.post(path('/correct'), { reason: 'Помилка в кількості' }, executor)
  assert.equal(opened.statusCode, 303)
  const first = id
  const versions = await versionsOf(db(), {
    programmeId: programme.id,
    unitId: programme.unit,
    quarter: programme.quarter,
  })
  assert.deepEqual(
    versions.map((v) => [v.version, v.latest, v.state]),
    [
      [1, false, 'accepted'],
      [2, true, 'open'],
    ],
  )
  assert.equal((await app.post(path('/correct'), { reason: 'ще раз' }, executor)).statusCode, 409)
  id = versions[1]!.id
  const form = await filled({ [`result.${programme.measure.id}`]: 'Виправлений результат.' })
  assert.equal((await app.post(path(), { ...form, _intent: 'save' }, executor)).statusCode, 303)
  const accepted = await app.post(path('/accept'), { lockVersion: await lock() }, coordinator)
  assert.equal(accepted.statusCode, 303)
  const shown = await app.get(path('/versions/2'), viewer)
  assert.match(shown.body, /Помилка в кількості/)
  assert.match(shown.body, /Виправлений результат|Виправлений/)
  assert.match(shown.body, /<del>/)
  const old = await app.get(path('/versions/1'), viewer)
  assert.match(old.body, /3 дні інформування/)
  assert.equal(await state(first), 'accepted')
  const history = await app.get(path('/history'), coordinator)
  assert.match(history.body, /Відкрито виправлення/)
  assert.equal((await app.get(path('/versions/9'), viewer)).statusCode, 404)
})

test('the report comes out as DOCX, PDF, XLSX and CSV', async () => {
  const docx = await app.get(path('?format=docx'), viewer)
  assert.equal(docx.rawPayload.subarray(0, 2).toString(), 'PK')
  const pdf = await app.get(path('?format=pdf'), viewer)
  assert.equal(pdf.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await app.get(path('?format=xlsx'), viewer)).rawPayload.subarray(0, 2).toString(), 'PK')
  assert.match((await app.get(path('?format=csv'), viewer)).body, /Виправлений результат/)
})

test('the list filters, exports and opens a quarter by hand', async () => {
  const { year, quarter } = programme.quarter
  const list = await app.get(`/office/reports?year=${year}&quarter=${quarter}&state=accepted`, coordinator)
  assert.match(list.body, /версія 2/)
  const none = await app.get('/office/reports?year=1999', coordinator)
  assert.match(none.body, /немає/)
  const csv = await app.get('/office/reports?format=csv', viewer)
  assert.match(csv.body, /Строк подання/)
  const form = { programme: programme.id, year: String(year), quarter: String(quarter) }
  const opened = await app.post('/office/reports/open', form, coordinator)
  assert.equal(opened.headers.location, '/office/reports?opened=0')
  assert.equal((await app.post('/office/reports/open', form, executor)).statusCode, 403)
  const outside = await app.post('/office/reports/open', { ...form, year: '1999' }, coordinator)
  assert.equal(outside.statusCode, 422)
  const strangers = await app.get('/office/reports', stranger)
  assert.doesNotMatch(strangers.body, new RegExp(id))
})
