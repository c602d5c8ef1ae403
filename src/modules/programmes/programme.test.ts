/** A programme in force through HTTP: public pages, amendments, renewal, proposals, indicators, open data, commands. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { transact } from '../../platform/context.ts'
import type { CommandIo } from '../../platform/module.ts'
import { listUnits } from '../people/index.ts'
import { commands } from './cli.ts'
import {
  createProgramme,
  editionAt,
  editionInForce,
  editionsOf,
  type Indicator,
  indicatorsOf,
  markOf,
  measureHistory,
  measuresOf,
  type Programme,
  programmeBySlug,
  readSource,
  renewedProposal,
  tasksOf,
} from './index.ts'
import { localProgrammes, programmeChanges, programmeMeasures } from './open-data.ts'
import { programmePages, searchProgrammes } from './search.ts'
import { draftById, openAmendment } from './store/drafts.ts'
import type { DraftId } from './types.ts'

const NIZHYN = readFileSync(new URL('../../../demo/nizhyn-2012-2015.txt', import.meta.url))

let app: TestApp
let coordinator: Person
let executor: Person
let viewer: Person
let programme: Programme
const happened: { previousEditionId: string | null }[] = []
editionInForce.with(async (_, payload) => void happened.push(payload)).attach()

before(async () => {
  app = await testApp({ kind: 'demonstration' })
  coordinator = await app.staff('coordinator')
  viewer = await app.staff('viewer')
  const { proposed } = await readSource({ kind: 'file', name: 'nizhyn.txt', bytes: NIZHYN })
  const renewed = renewedProposal(proposed, { from: 2026, to: 2029 })
  const decision = {
    ...renewed.decision,
    number: '12-1/2026',
    date: '2026-01-15',
    body: 'Ніжинська міська рада',
    kind: 'рішення',
  }
  const { slug } = await transact(app.ctx(coordinator.actor), (tx) =>
    createProgramme(tx, { proposed: { ...renewed, decision } }),
  )
  programme = (await programmeBySlug(app.connection.db, slug))!
  const [unit] = await listUnits(app.connection.db, { kind: 'unit' })
  executor = await app.staff('executor', { unitId: unit!.id })
})
after(() => app.drop())

const db = () => app.connection.db
const office = (rest = '') => `/office/programmes/${programme.slug}${rest}`
const site = (rest = '') => `/programmes/${programme.slug}${rest}`

async function ok(path: string, person?: Person): Promise<string> {
  const reply = await app.get(path, person)
  assert.equal(reply.statusCode, 200, `${path}: ${reply.body.slice(0, 300)}`)
  return reply.body
}

async function seen(path: string): Promise<string> {
  return /name="seen" value="([^"]+)"/.exec(await ok(path, coordinator))![1]!
}

describe('public pages', () => {
  test('the list, the programme, its text and edition, in both languages, without any person of the staff', async () => {
    for (const prefix of ['', '/en']) {
      assert.match(await ok(`${prefix}/programmes`), new RegExp(programme.slug))
      const page = await ok(prefix + site())
      for (const number of ['4.1', '4.20']) assert.match(page, new RegExp(`/measures/${number}"`))
      assert.match(page, /application\/ld\+json/)
      assert.doesNotMatch(page, /Тестова Особа/)
      assert.match(await ok(`${prefix}${site('/text')}`), /Розробити громадсько-політичний паспорт міста/)
      await ok(`${prefix}${site('/editions/1')}`)
      await ok(`${prefix}${site('/proposals')}`)
    }
    assert.equal((await app.get(site('/editions/2'))).statusCode, 404)
    assert.equal((await app.get('/programmes/no-such')).statusCode, 404)
  })

  test('the measures are taken as a table, with what the page shows and nothing more', async () => {
    const csv = await app.get(site('?format=csv'))
    assert.match(String(csv.headers['content-disposition']), /attachment/)
    assert.equal(csv.body.trim().split('\r\n').length, 21)
    const json = (await app.get(site('?format=json'))).json() as Record<string, unknown>[]
    assert.deepEqual(Object.keys(json[0]!), ['number', 'title', 'text', 'executors', 'term', 'recurrence'])
    assert.equal((await app.get(site('?format=xlsx'))).rawPayload.subarray(0, 2).toString(), 'PK')
  })

  test('the text is taken as DOCX and PDF, the changes as Atom', async () => {
    const docx = await app.get(site('/text.docx'))
    assert.equal(docx.rawPayload.subarray(0, 2).toString(), 'PK')
    const pdf = await app.get(site('/text.pdf'))
    assert.equal(pdf.rawPayload.subarray(0, 5).toString(), '%PDF-')
    const feed = await app.get(site('/changes.atom'))
    assert.match(String(feed.headers['content-type']), /application\/atom\+xml/)
    assert.equal(feed.body.match(/<entry>/g)?.length, 1)
  })
})

describe('an amendment', () => {
  let draft: DraftId

  test('is begun by the coordinator only, one at a time, and changes nothing yet', async () => {
    assert.equal((await app.post(office('/amend'), {}, executor)).statusCode, 403)
    assert.equal(await openAmendment(db(), programme.id), null)
    assert.equal((await app.post(office('/amend'), {}, coordinator)).statusCode, 303)
    draft = (await openAmendment(db(), programme.id))!.id
    assert.equal((await app.post(office('/amend'), {}, coordinator)).statusCode, 422)
    const page = await ok(`/office/programmes/drafts/${draft}`, coordinator)
    assert.match(page, /Поки що нічого не змінено/)
    const early = await app.post(
      `/office/programmes/drafts/${draft}/in-force`,
      {
        body: 'Рада',
        kind: 'рішення',
        number: '1',
        date: '01.03.2026',
        sitting: '',
        convocation: '',
        inForceFrom: '',
        reason: '',
      },
      coordinator,
    )
    assert.equal(early.statusCode, 422)
    assert.equal((await editionsOf(db(), programme.id)).length, 1)
  })

  test('changes, adds and drops a measure; the decision says so', async () => {
    const base = `/office/programmes/drafts/${draft}`
    const measure = (await draftById(db(), draft))!.proposed.measures.find((m) => m.number === '4.20')!
    const form = {
      seen: await seen(`${base}/measures/${measure.key}`),
      number: '4.20',
      title: measure.title,
      titleEn: '',
      text: measure.text,
      executors: [...measure.executors],
      newExecutor: '',
      termRaw: 'Щоквартально',
      kind: 'auto',
      termYear: '',
      termMonth: '',
      termDay: '',
      fromYear: '',
      toYear: '',
      'year-0': '2027',
      'source-0': 'місцевий бюджет',
      'planned-0': '4 500',
    }
    assert.equal(
      (await app.post(`${base}/measures/${measure.key}`, { ...form, 'year-0': '2035' }, coordinator))
        .statusCode,
      422,
    )
    const saved = await app.post(`${base}/measures/${measure.key}`, form, coordinator)
    assert.equal(saved.statusCode, 303, saved.body.slice(0, 500))
    const added = await app.post(`${base}/measures`, { seen: await seen(`${base}/measures`) }, coordinator)
    const key = /measures\/(m\d+)/.exec(String(added.headers['location']))![1]!
    const fresh = {
      ...form,
      seen: await seen(`${base}/measures/${key}`),
      number: '4.21',
      title: '',
      text: 'Проводити щорічний форум громадських організацій міста.',
      termRaw: 'Щорічно',
      'year-0': '',
      'source-0': '',
      'planned-0': '',
      newExecutor: 'Відділ культури',
      executors: [],
    }
    assert.equal(
      (await app.post(`${base}/measures/${key}`, { ...fresh, number: '4.1' }, coordinator)).statusCode,
      422,
    )
    assert.equal((await app.post(`${base}/measures/${key}`, fresh, coordinator)).statusCode, 303)
    const fifth = (await draftById(db(), draft))!.proposed.measures.find((m) => m.number === '4.5')!
    await app.post(
      `${base}/measures/${fifth.key}/drop`,
      { seen: await seen(`${base}/measures/${fifth.key}`) },
      coordinator,
    )
    const page = await ok(base, viewer)
    assert.match(page, /Захід 4\.20/)
    assert.match(page, /Захід 4\.21, новий захід/)
    assert.match(page, /Захід 4\.5, вилучено/)
    const docx = await app.get(`${base}/decision.docx`, viewer)
    assert.equal(docx.rawPayload.subarray(0, 2).toString(), 'PK')
  })

  test('is put in force by its decision: a new edition, the event, the old edition untouched', async () => {
    const path = `/office/programmes/drafts/${draft}/in-force`
    const form = {
      body: 'Ніжинська міська рада',
      kind: 'рішення',
      number: '77',
      date: '02.03.2026',
      sitting: '50',
      convocation: '8',
      inForceFrom: '',
      reason: 'Уточнення строків',
    }
    assert.equal((await app.post(path, form, executor)).statusCode, 403)
    assert.equal((await app.post(path, { ...form, inForceFrom: '01.03.2026' }, coordinator)).statusCode, 422)
    assert.equal((await app.post(path, { ...form, date: '' }, coordinator)).statusCode, 422)
    assert.equal((await editionsOf(db(), programme.id)).length, 1)
    const before = happened.length
    const reply = await app.post(path, form, coordinator)
    assert.equal(reply.statusCode, 303, reply.body.slice(0, 1000))
    const [second, first] = await editionsOf(db(), programme.id)
    assert.equal(second!.number, 2)
    assert.equal(second!.inForceFrom?.toString(), '2026-03-02')
    assert.deepEqual(
      happened.slice(before).map((e) => e.previousEditionId),
      [first!.id],
    )
    assert.equal((await measuresOf(db(), first!.id)).length, 20)
    const now = await measuresOf(db(), second!.id)
    assert.equal(now.length, 20)
    const twenty = now.find((m) => m.number === '4.20')!
    assert.equal(twenty.recurrence.kind, 'quarterly')
    assert.deepEqual(
      (await measureHistory(db(), twenty.id)).map((h) => h.measure.recurrence.kind),
      ['quarterly', 'none'],
    )
    assert.equal((await editionAt(db(), programme.id, first!.inForceFrom!))?.number, 1)
    const page = await ok(site('/editions/2'))
    assert.match(page, /Захід 4\.21, новий захід/)
    assert.equal(
      (await app.get(site('/editions/2/decision.pdf'))).rawPayload.subarray(0, 5).toString(),
      '%PDF-',
    )
    const feed = await app.get(site('/changes.atom'))
    assert.equal(feed.body.match(/<entry>/g)?.length, 2)
    assert.equal((await app.post(path, form, coordinator)).statusCode, 422)
  })
})

test('an amending text goes on as the amendment of a chosen programme, with the text beside its copy', async () => {
  const text = `НІЖИНСЬКА МІСЬКА РАДА
РІШЕННЯ
від 12 травня 2026 року № 15-3/2026
Про внесення змін до Програми співпраці виконавчого комітету міської ради на 2026-2029 роки

Відповідно до статті 26 Закону України «Про місцеве самоврядування в Україні» міська рада вирішила:
1. Внести зміни до Програми співпраці виконавчого комітету міської ради, а саме:
1.1. Пункт 4.3 викласти в такій редакції: «4.3. Розробити і щороку оновлювати громадсько-політичний паспорт міста».
1.2. Доповнити пунктом 4.22 такого змісту: «4.22. Провести опитування мешканців».
2. Контроль покласти на постійну комісію.

Міський голова О. КОДОЛА`
  const imported = await app.post('/office/programmes/new', { text }, coordinator)
  const id = /drafts\/([0-9a-f-]+)/.exec(String(imported.headers['location']))![1] as DraftId
  const path = `/office/programmes/drafts/${id}`
  assert.match(await ok(path, coordinator), /Це рішення про внесення змін/)
  assert.equal((await app.post(`${path}/amend`, { programmeId: '' }, coordinator)).statusCode, 422)
  assert.equal((await app.post(`${path}/amend`, { programmeId: programme.id }, executor)).statusCode, 403)
  assert.equal((await draftById(db(), id))!.kind, 'new')
  assert.equal((await app.post(`${path}/amend`, { programmeId: programme.id }, coordinator)).statusCode, 303)
  const draft = (await draftById(db(), id))!
  assert.equal(draft.kind, 'amendment')
  assert.equal(draft.proposed.measures.length, 20)
  assert.equal(draft.proposed.decision.number, '15-3/2026')
  const measures = await ok(`${path}/measures`, coordinator)
  assert.match(measures, /Пункти змін/)
  assert.match(measures, /id="line-9"/)
  await app.post(`${path}/discard`, { reason: 'перевірка' }, coordinator)
  assert.equal(await openAmendment(db(), programme.id), null)
})

describe('a proposal to change the programme', () => {
  const form = {
    kind: 'term',
    measureId: '',
    text: 'Перенести на II квартал',
    reason: 'Бракує часу',
    unitId: '',
  }

  test('is submitted by an executor for their own department, with a measure where it speaks of one', async () => {
    const measure = (await measuresOf(db(), (await editionsOf(db(), programme.id))[0]!.id))[0]!
    const unitId = executor.actor.grants[0]!.unitId!
    assert.equal((await app.post(office('/propose'), form, viewer)).statusCode, 403)
    const bad = await app.post(office('/propose'), form, executor)
    assert.equal(bad.statusCode, 422)
    assert.match(bad.body, /f-measureId-error/)
    assert.match(bad.body, /f-unitId-error/)
    const good = { ...form, measureId: measure.id, unitId }
    assert.equal((await app.post(office('/propose'), good, executor)).statusCode, 303)
    assert.equal(
      (await app.post(office('/propose'), { ...good, kind: 'other', text: 'Інше' }, executor)).statusCode,
      303,
    )
    const rows = await db().selectFrom('programme_proposals').selectAll().execute()
    assert.equal(rows.length, 2)
    await ok('/office/programmes/proposals?state=submitted', viewer)
    const csv = await app.get('/office/programmes/proposals?state=submitted&format=csv', viewer)
    assert.match(csv.body, /Перенести на II квартал/)
    assert.equal((await app.get('/office/programmes/proposals?format=csv')).statusCode, 303)
    assert.doesNotMatch(await ok(site('/proposals')), /Перенести на II квартал/)
  })

  test('is rejected with an answer that all see, or accepted into an open amendment', async () => {
    const rows = await db().selectFrom('programme_proposals').selectAll().orderBy('created_at').execute()
    const [term, other] = rows
    const path = (id: string) => `/office/programmes/proposals/${id}`
    assert.equal(
      (await app.post(path(term!.id), { verb: 'reject', [`answer-${term!.id}`]: '' }, coordinator))
        .statusCode,
      422,
    )
    assert.equal(
      (await app.post(path(term!.id), { verb: 'reject', [`answer-${term!.id}`]: 'ні' }, executor)).statusCode,
      403,
    )
    assert.equal((await app.post(path(other!.id), { verb: 'accept' }, coordinator)).statusCode, 422)
    const reply = await app.post(
      path(term!.id),
      { verb: 'reject', [`answer-${term!.id}`]: 'Строк визначила рада' },
      coordinator,
    )
    assert.equal(reply.statusCode, 303)
    assert.match(await ok(site('/proposals')), /Строк визначила рада/)
    await app.post(office('/amend'), {}, coordinator)
    assert.equal((await app.post(path(other!.id), { verb: 'accept' }, coordinator)).statusCode, 303)
    assert.equal((await app.post(path(other!.id), { verb: 'withdraw' }, executor)).statusCode, 422)
    const draft = await openAmendment(db(), programme.id)
    const decided = await db()
      .selectFrom('programme_proposals')
      .select('draft_id')
      .where('id', '=', other!.id)
      .executeTakeFirst()
    assert.equal(decided?.draft_id, draft!.id)
    await app.post(`/office/programmes/drafts/${draft!.id}/discard`, { reason: 'перевірка' }, coordinator)
  })
})

test('indicators of a measure are kept with plans by year; a stale or wrong form changes nothing', async () => {
  const path = office('/measures/4.4/indicators')
  const form = {
    seen: await seen(path),
    'id-0': '',
    'name-0': 'Днів інформування',
    'unitName-0': 'од.',
    'kind-0': 'output',
    'plan2026-0': '4',
    'plan2027-0': '4,5',
  }
  assert.equal((await app.post(path, form, viewer)).statusCode, 403)
  assert.equal((await app.post(path, { ...form, 'plan2026-0': 'багато' }, coordinator)).statusCode, 422)
  assert.deepEqual(await indicatorsOf(db(), programme.id), [])
  assert.equal((await app.post(path, form, coordinator)).statusCode, 303)
  const [indicator] = (await indicatorsOf(db(), programme.id)) as [Indicator]
  assert.deepEqual(indicator.plans, { 2026: 4, 2027: 4.5 })
  assert.equal((await app.post(path, form, coordinator)).statusCode, 409)
  const again = { ...form, seen: await seen(path), 'id-0': indicator.id, 'remove-0': 'on' }
  assert.equal((await app.post(path, again, coordinator)).statusCode, 303)
  assert.deepEqual(await indicatorsOf(db(), programme.id), [])
})

test('measures are tied to tasks, and settings are kept', async () => {
  const edition = (await editionsOf(db(), programme.id))[0]!
  const [measure] = await measuresOf(db(), edition.id)
  const [task] = await tasksOf(db(), edition.id)
  const form = { seen: await seen(office('/tasks')), link: `${measure!.id}/${task!.id}` }
  assert.equal((await app.post(office('/tasks'), { ...form, link: 'x/y' }, coordinator)).statusCode, 422)
  assert.equal((await app.post(office('/tasks'), form, viewer)).statusCode, 403)
  assert.equal((await app.post(office('/tasks'), form, coordinator)).statusCode, 303)
  assert.deepEqual((await measuresOf(db(), edition.id))[0]!.tasks, [task!.id])
  assert.equal((await app.post(office('/tasks'), form, coordinator)).statusCode, 409)
  const unit = executor.actor.grants[0]!.unitId!
  const settings = {
    seen: await seen(office('/settings')),
    shortTitle: 'Співпраця з громадою',
    shortTitleEn: 'Cooperation',
    titleEn: '',
    coordinatorUnitId: unit,
    fundManagerUnitId: unit,
  }
  assert.equal(
    (await app.post(office('/settings'), { ...settings, fundManagerUnitId: markOf('x') }, coordinator))
      .statusCode,
    422,
  )
  assert.equal((await app.post(office('/settings'), settings, coordinator)).statusCode, 303)
  assert.equal((await programmeBySlug(db(), programme.slug))!.fundManagerUnitId, unit)
  assert.match(await ok(`/en${site()}`), /Cooperation/)
})

test('a new programme is prepared from an old one, reviewed and accepted by its own decision', async () => {
  assert.equal((await app.post(office('/renew'), { from: '2030', to: '2029' }, coordinator)).statusCode, 422)
  const reply = await app.post(office('/renew'), { from: '2030', to: '2033' }, coordinator)
  assert.equal(reply.statusCode, 303)
  const id = /drafts\/([0-9a-f-]+)/.exec(String(reply.headers['location']))![1] as DraftId
  const draft = (await draftById(db(), id))!
  assert.equal(draft.previousId, programme.id)
  assert.deepEqual(draft.proposed.period, { from: '2030-01-01', to: '2033-12-31' })
  assert.equal(draft.proposed.measures.find((m) => m.number === '4.3')?.termRaw, 'До 2033 року')
  const refused = await app.post(`/office/programmes/drafts/${id}/accept`, {}, coordinator)
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /Вкажіть дату рішення/)
  await ok(`/office/programmes/drafts/${id}/findings`, viewer)
})

test('the interface for programs gives what is public, field by field, and 304 to who has it', async () => {
  const list = await app.get('/api/v1/programmes')
  assert.equal(list.statusCode, 200)
  assert.deepEqual(
    list.json().data.map((p: { slug: string }) => p.slug),
    [programme.slug],
  )
  const again = await app.server.inject({
    url: '/api/v1/programmes',
    headers: { 'if-none-match': String(list.headers['etag']) },
  })
  assert.equal(again.statusCode, 304)
  const one = (await app.get(`/api/v1/programmes/${programme.slug}`)).json()
  assert.equal(one.tasks.length, 9)
  assert.equal(one.edition.number, 2)
  const first = await app.get(`/api/v1/programmes/${programme.slug}/measures?limit=15`)
  assert.equal(first.json().data.length, 15)
  const next = new URL(first.json().next)
  const second = (await app.get(next.pathname + next.search)).json()
  assert.equal(second.data.length, 5)
  assert.equal(second.next, null)
  assert.equal((await app.get(`/api/v1/programmes/${programme.slug}?edition=9`)).statusCode, 404)
  assert.equal((await app.get('/api/v1/programmes?evil=1')).statusCode, 422)
})

test('open data, search and sitemap hold what is public', async () => {
  for (const set of [localProgrammes, programmeMeasures, programmeChanges]) {
    const rows = await set.rows(db())
    const keys = set.columns.map((c) => c.key).sort()
    for (const row of rows) assert.deepEqual(Object.keys(row).sort(), keys, set.slug)
    const ids = rows.map((row) => set.primaryKey!.map((key) => row[key]).join('/'))
    assert.equal(new Set(ids).size, rows.length, set.slug)
  }
  assert.equal((await programmeMeasures.rows(db())).length, 20)
  const hits = await searchProgrammes(db(), 'паспорт міста', 'uk', 5)
  assert.deepEqual(
    hits.map((h) => h.path),
    [site('/measures/4.3')],
  )
  assert.deepEqual(await searchProgrammes(db(), '%', 'uk', 5), [])
  const pages = await programmePages(db())
  for (const path of pages) await ok(path)
})

test('the commands import with a dry run and list', async () => {
  const printed: string[] = []
  const io: CommandIo = {
    stdout: (s) => void printed.push(s),
    stderr: (s) => void printed.push(s),
    readFile: async () => NIZHYN,
  }
  const ctx = app.ctx({ kind: 'system', job: 'cli import' })
  const run = (verb: string, ...args: string[]) =>
    commands.find((c) => c.verb === verb)!.run!(args, io, ctx, app.house)
  const count = async () => (await db().selectFrom('programmes').select('id').execute()).length
  const before = await count()
  assert.equal(await run('import', 'a.txt', '--accept', '--dry-run', '--json'), 0)
  assert.equal(JSON.parse(printed.at(-1)!).measures, 20)
  assert.equal(await count(), before)
  assert.equal(await run('import', 'a.txt', '--accept', '--json'), 0)
  assert.equal(await count(), before + 1)
  assert.equal(await run('import'), 2)
  assert.equal(await run('list', '--json'), 0)
  assert.equal(JSON.parse(printed.at(-1)!).length, before + 1)
})
