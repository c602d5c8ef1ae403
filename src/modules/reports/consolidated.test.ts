/** Consolidated and yearly reports through HTTP, and what everybody reads of reports. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import {
  dayOfQuarter,
  type ReportProgramme,
  recordDay,
  reportProgramme,
} from '../../../test/factories/reports.ts'
import { dayOf, Temporal } from '../../kernel/civil-date.ts'
import { transact } from '../../platform/context.ts'
import type { CommandIo } from '../../platform/module.ts'
import { hashSecret, newId, newSecret } from '../../platform/random.ts'
import { ensureUnit } from '../people/index.ts'
import { acceptReport } from './actions/decide.ts'
import { submitReport } from './actions/edit.ts'
import { openQuarter } from './actions/open.ts'
import { remindExecutors } from './actions/remind.ts'
import { commands } from './cli.ts'
import { latestPublished, myReports, reportsAwaiting, reportsStanding } from './index.ts'
import { programmeReports } from './open-data.ts'
import { publicAddresses, searchReports } from './search.ts'
import { reportById, rowsOf } from './store/reports.ts'
import type { ReportId, ReportInput } from './types.ts'

let app: TestApp
let coordinator: Person
let fundManager: Person
let executor: Person
let viewer: Person
let programme: ReportProgramme
let id: ReportId
let consolidated: string
const today = dayOf(Temporal.Now.instant())
const db = () => app.connection.db

before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator', { name: 'Олена Потаємна' })
  fundManager = await app.staff('fundManager', { name: 'Степан Потаємний' })
  programme = await reportProgramme(app, coordinator, today)
  executor = await app.staff('executor', { unitId: programme.unit, name: 'Петро Потаємний' })
  viewer = await app.staff('viewer')
  await recordDay(app, coordinator, programme, {
    source: 'a',
    on: dayOfQuarter(programme.quarter, 0, 12),
    participants: 40,
    organisations: ['Рух'],
  })
  await openQuarter(app.ctx({ kind: 'system', job: 'test' }), programme.id, programme.quarter)
  const own = await myReports(db(), [programme.unit], today)
  id = own[0]!.id
})
after(() => app.drop())

async function input(): Promise<ReportInput> {
  const rows = await rowsOf(db(), id)
  return {
    lockVersion: (await reportById(db(), id))!.lockVersion,
    nothingToDo: false,
    note: null,
    rows: rows.map((row) => ({
      measureId: row.measureId,
      state: row.state ?? 'notDone',
      result: row.result,
      reason: 'Кошти не виділено',
      nextStep: null,
      indicators: new Map(),
    })),
  }
}

const base = () => `/programmes/${programme.slug}/reports`
const quarterPath = () => `${base()}/${programme.quarter.year}/${programme.quarter.quarter}`

test('before acceptance nothing of a report is public', async () => {
  const standing = await reportsStanding(db(), programme.id, programme.quarter, today)
  const mine = standing.find((s) => s.unitId === programme.unit)!
  assert.deepEqual([mine.state, mine.evidence, mine.reportId], ['open', 1, id])
  await submitReport(app.ctx(executor.actor), id, await input(), 'http://viche.test')
  assert.deepEqual(
    (await reportsAwaiting(db())).map((r) => r.id),
    [id],
  )
  assert.equal((await app.get(`${quarterPath()}/${programme.unit}`)).statusCode, 404)
  assert.equal((await app.get(quarterPath())).statusCode, 404)
  assert.equal(JSON.parse((await app.get('/api/v1/reports')).body).data.length, 0)
  assert.deepEqual(await searchReports(db(), 'інформування', 'uk', 10), [])
})

test('an accepted report is public, in both languages, without a name of staff', async () => {
  const { lockVersion } = (await reportById(db(), id))!
  await acceptReport(app.ctx(coordinator.actor), id, { lockVersion }, 'http://viche.test')
  for (const language of ['', '/en']) {
    const page = await app.get(`${language}${quarterPath()}/${programme.unit}`)
    assert.equal(page.statusCode, 200)
    assert.match(page.body, /Проведено день інформування/)
    assert.doesNotMatch(page.body, /Потаємн/)
  }
  const list = await app.get(base())
  assert.ok(list.body.includes(`${quarterPath()}/${programme.unit}`))
  assert.doesNotMatch(list.body, /Потаємн/)
})

test('a consolidated report is composed of what was accepted and says what is missing', async () => {
  const { year, quarter } = programme.quarter
  const form = { programme: programme.id, kind: 'quarter', year: String(year), quarter: String(quarter) }
  assert.equal((await app.post('/office/consolidated', form, executor)).statusCode, 403)
  const lacking = await app.post('/office/consolidated', { ...form, quarter: '' }, coordinator)
  assert.equal(lacking.statusCode, 422)
  const made = await app.post('/office/consolidated', form, coordinator)
  assert.equal(made.statusCode, 303)
  consolidated = String(made.headers.location)
  assert.equal((await app.post('/office/consolidated', form, coordinator)).headers.location, consolidated)
  const page = await app.get(consolidated, coordinator)
  assert.match(page.body, /не подано або ще не прийнято/)
  assert.match(page.body, /Проведено день інформування/)
  assert.match(page.body, /40 осіб/)
  assert.equal((await app.get(quarterPath())).statusCode, 404)
})

async function lockOf(): Promise<string> {
  const row = await db()
    .selectFrom('consolidated_reports')
    .select('lock_version')
    .where('id', '=', consolidated.split('/').at(-1) as never)
    .executeTakeFirstOrThrow()
  return String(row.lock_version)
}

test('its words and signatures are edited; a signature without a name is refused', async () => {
  const half = await app.post(consolidated, { lockVersion: '1', position1: 'Начальник' }, coordinator)
  assert.equal(half.statusCode, 422)
  const saved = await app.post(
    consolidated,
    {
      lockVersion: '1',
      conclusions: 'Висновок людини.',
      position1: 'Начальник відділу',
      name1: 'Ганна ВИГАДАНА',
    },
    coordinator,
  )
  assert.equal(saved.statusCode, 303)
  assert.equal((await app.post(consolidated, { lockVersion: '1' }, coordinator)).statusCode, 409)
  const page = await app.get(consolidated, coordinator)
  assert.match(page.body, /Висновок людини/)
})

test('approval freezes it; publication makes it public; live tables change nothing', async () => {
  const denied = await app.post(`${consolidated}/approve`, { lockVersion: await lockOf() }, fundManager)
  assert.equal(denied.statusCode, 403)
  const early = await app.post(`${consolidated}/publish`, {}, coordinator)
  assert.equal(early.statusCode, 422)
  const approved = await app.post(`${consolidated}/approve`, { lockVersion: await lockOf() }, coordinator)
  assert.equal(approved.statusCode, 303)
  const late = await app.post(
    consolidated,
    { lockVersion: await lockOf(), conclusions: 'Пізно' },
    coordinator,
  )
  assert.equal(late.statusCode, 422)
  assert.equal((await app.post(`${consolidated}/publish`, {}, coordinator)).statusCode, 303)
  await db()
    .updateTable('units')
    .set({ name: 'Перейменований відділ' })
    .where('id', '=', programme.unit)
    .execute()
  const page = await app.get(quarterPath())
  assert.equal(page.statusCode, 200)
  assert.match(page.body, /Висновок людини/)
  assert.doesNotMatch(page.body, /Перейменований|Потаємн/)
  assert.equal((await app.get(`/en${quarterPath()}`)).statusCode, 200)
  const published = await latestPublished(db(), programme.id, 5)
  assert.deepEqual(
    published.map((p) => [p.kind, p.quarter, p.version]),
    [['quarter', programme.quarter.quarter, 1]],
  )
})

test('a correction of what was published is a new version; the old one stays', async () => {
  const corrected = await app.post(`${consolidated}/correct`, { reason: 'Уточнено висновки' }, coordinator)
  assert.equal(corrected.statusCode, 303)
  const next = String(corrected.headers.location).split('?')[0]!
  assert.match((await app.get(quarterPath())).body, /Висновок людини/)
  consolidated = next
  await app.post(
    next,
    {
      lockVersion: await lockOf(),
      conclusions: 'Нові висновки.',
      position1: 'Голова',
      name1: 'Ганна ВИГАДАНА',
    },
    coordinator,
  )
  await app.post(`${next}/approve`, { lockVersion: await lockOf() }, coordinator)
  await app.post(`${next}/publish`, {}, coordinator)
  const page = await app.get(quarterPath())
  assert.match(page.body, /<del>.*Висновок людини|<del>/)
  assert.match(page.body, /Нові/)
  assert.match(page.body, /Уточнено висновки/)
  assert.match((await app.get(`${quarterPath()}?version=1`)).body, /Висновок людини/)
  assert.equal((await app.get(`${quarterPath()}?version=7`)).statusCode, 404)
})

test('documents are made of the frozen content, the same bytes each time', async () => {
  const docx = await app.get(`${quarterPath()}?format=docx`)
  assert.equal(docx.rawPayload.subarray(0, 2).toString(), 'PK')
  const pdf = await app.get(`${quarterPath()}?format=pdf`)
  assert.equal(pdf.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.ok(pdf.rawPayload.includes('/StructTreeRoot'))
  assert.deepEqual((await app.get(`${quarterPath()}?format=pdf`)).rawPayload, pdf.rawPayload)
  for (const format of ['xlsx', 'ods'])
    assert.equal(
      (await app.get(`${quarterPath()}?format=${format}`)).rawPayload.subarray(0, 2).toString(),
      'PK',
    )
  assert.match((await app.get(`${quarterPath()}?format=csv`)).body, /Касові видатки/)
  const json = JSON.parse((await app.get(`${quarterPath()}?format=json`)).body)
  assert.equal(json.content.schema, 'viche.consolidated.1')
})

test('the yearly report waits for the year’s end, is approved by the fund manager, and brings a draft decision', async () => {
  const year = String(programme.quarter.year - 1)
  const form = { programme: programme.id, kind: 'year', year, quarter: '' }
  const made = await app.post('/office/consolidated', form, coordinator)
  const path = String(made.headers.location)
  const decision = await app.get(`${path}?format=docx&part=decision`, fundManager)
  assert.equal(decision.rawPayload.subarray(0, 2).toString(), 'PK')
  const denied = await app.post(`${path}/approve`, { lockVersion: '1' }, coordinator)
  assert.equal(denied.statusCode, 403)
  const nothing = await app.post(`${path}/approve`, { lockVersion: '1' }, fundManager)
  assert.equal(nothing.statusCode, 422)
  assert.match(nothing.body, /ще не прийнято/)
  const final = await app.post('/office/consolidated', { ...form, kind: 'final' }, coordinator)
  assert.equal(final.statusCode, 422)
  assert.match(final.body, /Програма ще діє/)
})

test('feed, search, sitemap and open data tell of what is public', async () => {
  const feed = await app.get('/reports.atom')
  assert.match(String(feed.headers['content-type']), /atom/)
  assert.equal(feed.body.match(/<entry>/g)?.length, 3)
  const hits = await searchReports(db(), 'День інформування', 'uk', 10)
  assert.ok(hits.some((h) => h.path === `${quarterPath()}/${programme.unit}`))
  const addresses = await publicAddresses(db())
  for (const path of addresses) assert.equal((await app.get(path)).statusCode, 200, path)
  const rows = await programmeReports.rows(db())
  assert.ok(rows.some((row) => row['measureNumber'] === programme.measure.number && row['evidence'] === 1))
  assert.doesNotMatch(JSON.stringify(rows) + feed.body, /Потаємн/)
  assert.deepEqual(Object.keys(rows[0]!).sort(), programmeReports.columns.map((c) => c.key).sort())
})

async function token(scopes: string[]): Promise<string> {
  const secret = newSecret()
  const now = Temporal.Now.instant()
  await db()
    .insertInto('api_tokens')
    .values({
      id: newId<'token'>(),
      name: 'Програма обліку',
      secret_hash: hashSecret(secret),
      scopes,
      unit_id: programme.unit,
      created_by: coordinator.actor.id,
      created_at: now,
      expires_at: now.add({ hours: 1 }),
      revoked_at: null,
      used_at: null,
    })
    .execute()
  return secret
}

test('a program reads what is public and writes its department’s report with a token', async () => {
  const list = JSON.parse((await app.get('/api/v1/reports?kind=report')).body)
  assert.equal(list.data.length, 1)
  const one = JSON.parse((await app.get(`/api/v1/reports/${list.data[0].id}`)).body)
  assert.equal(one.sha256, list.data[0].sha256)
  const opened = await app.post(`/office/reports/${id}/correct`, { reason: 'Через програму' }, executor)
  const next = String(opened.headers.location).split('?')[0]!.split('/').at(-1)!
  const url = `/api/v1/reports/drafts/${next}`
  const ask = (method: 'GET' | 'PATCH' | 'POST', path: string, secret: string, body?: object) =>
    app.server.inject({
      method,
      url: path,
      headers: { authorization: `Bearer ${secret}` },
      ...(body ? { payload: body } : {}),
    })
  const good = await token(['report:write'])
  const bad = await token(['evidence:write'])
  assert.equal((await ask('PATCH', url, bad, { lockVersion: 1 })).statusCode, 403)
  const draft = JSON.parse((await ask('GET', url, good)).body)
  const row = draft.rows.find((r: { number: string }) => r.number === programme.measure.number)
  const patched = await ask('PATCH', url, good, {
    lockVersion: draft.lockVersion,
    rows: [{ measureId: row.measureId, state: 'partly', result: 'З програми.' }],
  })
  assert.equal(patched.statusCode, 200)
  const after = JSON.parse(patched.body)
  const refused = await ask('POST', `${url}/submit`, good, { lockVersion: after.lockVersion })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /reason_missing/)
  const unknown = await ask('PATCH', url, good, { lockVersion: after.lockVersion, hack: 1 })
  assert.equal(unknown.statusCode, 422)
  const done = await ask('POST', `${url}/submit`, good, {
    lockVersion: after.lockVersion,
    rows: [{ measureId: row.measureId, state: 'partly', result: 'З програми.', reason: 'Дощ' }],
  })
  assert.equal(done.statusCode, 200)
  assert.equal(JSON.parse(done.body).state, 'submitted')
})

test('executors are reminded once for each stage, in one letter', async () => {
  const other = await transact(app.ctx(coordinator.actor), (tx) =>
    ensureUnit(tx, { name: 'Відділ молоді та спорту', kind: 'unit' }),
  )
  // Work of a department that had no duty brings it a report too, when the quarter is looked at again.
  await recordDay(
    app,
    coordinator,
    { ...programme, unit: other },
    {
      source: 'other',
      on: dayOfQuarter(programme.quarter, 1, 2),
    },
  )
  const made = await openQuarter(app.ctx({ kind: 'system', job: 'test' }), programme.id, programme.quarter)
  assert.equal(made.length, 1)
  const open = await db()
    .selectFrom('quarterly_reports')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('id')
    .limit(2)
    .execute()
  assert.equal(open.length, 2)
  const person = await app.staff('executor', { unitId: open[0]!.unit_id })
  await db()
    .insertInto('staff_roles')
    .values({ staff_id: person.actor.id, role: 'executor', unit_id: open[1]!.unit_id })
    .execute()
  const system = { kind: 'system', job: 'reports.remind' } as const
  const at = (daysBefore: number) =>
    app.ctx(system, `${open[0]!.due.subtract({ days: daysBefore })}T09:00:00Z`)
  const letters = async () =>
    (
      await db()
        .selectFrom('messages')
        .select('body')
        .where('dedupe_key', 'like', 'report.reminder/%')
        .execute()
    ).length
  await remindExecutors(at(11), 'http://viche.test')
  assert.equal(await letters(), 0)
  await remindExecutors(at(9), 'http://viche.test')
  await remindExecutors(at(8), 'http://viche.test')
  assert.equal(await letters(), 1)
  await remindExecutors(at(3), 'http://viche.test')
  await remindExecutors(at(0), 'http://viche.test')
  assert.equal(await letters(), 3)
})

test('the commands open a quarter and show who reported', async () => {
  const out: string[] = []
  const io: CommandIo = {
    stdout: (text) => void out.push(text),
    stderr: () => {},
    readFile: async () => new Uint8Array(),
  }
  const ctx = app.ctx({ kind: 'system', job: 'cli' })
  const run = (verb: string, ...args: string[]) =>
    commands.find((c) => c.verb === verb)!.run!(args, io, ctx, app.house)
  const which = `${programme.quarter.year}-${programme.quarter.quarter}`
  assert.equal(await run('open', '--quarter', which, '--json'), 0)
  assert.equal(JSON.parse(out.pop()!).opened, 0)
  assert.equal(await run('show', '--quarter', which, '--json'), 0)
  assert.ok(JSON.parse(out.pop()!).reports.some((r: { id: string }) => r.id !== ''))
  assert.equal(await run('open', '--quarter', 'колись'), 2)
  assert.equal(await run('show', '--programme', 'nema'), 1)
})

test('pages of the office open for those who read', async () => {
  for (const path of ['/office/reports', '/office/consolidated', consolidated, `${consolidated}/summary`])
    assert.equal((await app.get(path, viewer)).statusCode, 200, path)
})
