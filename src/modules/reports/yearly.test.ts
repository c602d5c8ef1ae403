/** The yearly and the final report of a programme that is over: from accepted reports to the council's draft decision. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { strFromU8, unzipSync } from 'fflate'
import { type Person, type TestApp, testApp } from '../../../test/factories/app.ts'
import { dayOfQuarter, recordDay } from '../../../test/factories/reports.ts'
import type { UnitId } from '../../kernel/actor.ts'
import { dayOf, type Quarter, quarterPeriod, Temporal } from '../../kernel/civil-date.ts'
import { transact } from '../../platform/context.ts'
import { withdrawEvidenceOf } from '../duties/index.ts'
import { createProgramme, type MeasureId, readSource, renewedProposal } from '../programmes/index.ts'
import { acceptReport } from './actions/decide.ts'
import { submitReport } from './actions/edit.ts'
import { openQuarter } from './actions/open.ts'
import { reportById, rowsOf } from './store/reports.ts'
import type { ReportId } from './types.ts'

const NIZHYN = readFileSync(new URL('../../../demo/nizhyn-2012-2015.txt', import.meta.url))
const ended = dayOf(Temporal.Now.instant()).year - 1
const years = { first: ended - 2, second: ended - 1, last: ended }

let app: TestApp
let coordinator: Person
let fundManager: Person
let executor: Person
let programme: Awaited<ReturnType<typeof endedProgramme>>
const db = () => app.connection.db

async function endedProgramme() {
  const { proposed } = await readSource({ kind: 'file', name: 'nizhyn.txt', bytes: NIZHYN })
  const renewed = renewedProposal(proposed, { from: years.first, to: years.last })
  const decision = {
    ...renewed.decision,
    number: '7-12',
    date: `${years.first}-01-01`,
    body: 'Ніжинська міська рада',
    kind: 'рішення',
  }
  const { programmeId, slug } = await transact(
    app.ctx(coordinator.actor, `${years.first}-01-02T09:00:00Z`),
    (tx) => createProgramme(tx, { proposed: { ...renewed, decision } }),
  )
  const duty = await db()
    .selectFrom('duties as d')
    .innerJoin('measure_versions as mv', (j) =>
      j.onRef('mv.measure_id', '=', 'd.measure_id').onRef('mv.edition_id', '=', 'd.edition_id'),
    )
    .select(['d.unit_id', 'd.measure_id', 'mv.number', 'mv.title'])
    .where('d.programme_id', '=', programmeId)
    .where('mv.number', '=', '4.4')
    .executeTakeFirstOrThrow()
  const measure: { id: MeasureId; number: string; title: string } = {
    id: duty.measure_id,
    number: duty.number,
    title: duty.title,
  }
  return { id: programmeId, slug, unit: duty.unit_id as UnitId, measure }
}

/** One day of informing in the quarter, reported and accepted. */
async function reported(quarter: Quarter, participants: number): Promise<void> {
  await recordDay(
    app,
    coordinator,
    { ...programme, quarter },
    {
      source: `${quarter.year}-${quarter.quarter}`,
      on: dayOfQuarter(quarter, 1, 12),
      participants,
      organisations: ['Рух'],
    },
  )
  const next = quarterPeriod(quarter).to.add({ days: 3 })
  const at = `${next}T09:00:00Z`
  await openQuarter(app.ctx({ kind: 'system', job: 'test' }, at), programme.id, quarter)
  const row = await db()
    .selectFrom('quarterly_reports')
    .select('id')
    .where('programme_id', '=', programme.id)
    .where('unit_id', '=', programme.unit)
    .where('year', '=', quarter.year)
    .where('quarter', '=', quarter.quarter)
    .executeTakeFirstOrThrow()
  await submitted(row.id, at)
  const { lockVersion } = (await reportById(db(), row.id))!
  await acceptReport(app.ctx(coordinator.actor, at), row.id, { lockVersion }, 'http://viche.test')
}

async function submitted(id: ReportId, at: string): Promise<void> {
  const rows = (await rowsOf(db(), id)).map((row) => ({
    measureId: row.measureId,
    state: row.state ?? ('notDone' as const),
    result: row.result || 'Не проводилося.',
    reason: row.state === 'done' || row.state === 'underWay' ? null : 'Кошти не виділено',
    nextStep: null,
    indicators: new Map(),
  }))
  const { lockVersion } = (await reportById(db(), id))!
  const input = { lockVersion, nothingToDo: false, note: null, rows }
  await submitReport(app.ctx(executor.actor, at), id, input, 'http://viche.test')
}

before(async () => {
  app = await testApp()
  coordinator = await app.staff('coordinator', { name: 'Олена Потаємна' })
  fundManager = await app.staff('fundManager', { name: 'Степан Потаємний' })
  programme = await endedProgramme()
  executor = await app.staff('executor', { unitId: programme.unit })
  await reported({ year: years.first, quarter: 2 }, 25)
  await reported({ year: years.second, quarter: 1 }, 40)
  await reported({ year: years.second, quarter: 2 }, 60)
})
after(() => app.drop())

const base = () => `/programmes/${programme.slug}/reports`

async function compose(kind: 'year' | 'final', year: number): Promise<string> {
  const form = { programme: programme.id, kind, year: String(year), quarter: '' }
  const made = await app.post('/office/consolidated', form, coordinator)
  assert.equal(made.statusCode, 303, made.body)
  return String(made.headers.location)
}

async function lockOf(path: string): Promise<string> {
  const row = await db()
    .selectFrom('consolidated_reports')
    .select('lock_version')
    .where('id', '=', path.split('/').at(-1) as never)
    .executeTakeFirstOrThrow()
  return String(row.lock_version)
}

async function step(path: string, verb: 'approve' | 'publish', person: Person): Promise<void> {
  const form: Record<string, string> = verb === 'approve' ? { lockVersion: await lockOf(path) } : {}
  const done = await app.post(`${path}/${verb}`, form, person)
  assert.equal(done.statusCode, 303, `${verb}: ${done.body}`)
}

/** The words of a DOCX. */
async function wordsOf(path: string, person?: Person): Promise<string> {
  const file = await app.get(path, person)
  assert.equal(file.statusCode, 200)
  const xml = unzipSync(new Uint8Array(file.rawPayload))['word/document.xml']
  assert.ok(xml)
  return strFromU8(xml)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
}

const plain = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
let yearly: string

test('the yearly report adds the year up and stands beside the year before', async () => {
  yearly = await compose('year', years.second)
  const text = plain((await app.get(yearly, fundManager)).body)
  assert.match(text, new RegExp(`За ${years.second} рік подано відомості про`))
  assert.match(text, /Проведено день інформування/)
  assert.match(text, /Виконання підтверджують 2 записи про проведену роботу; участь у заходах взяли 100 осіб/)
  assert.match(text, /учасників – 100 \(було 25\)/)
  assert.match(text, /проведено й підтверджено робіт – 2 \(було 1\)/)
  assert.match(text, new RegExp(` I ${years.second}`))
  assert.match(text, new RegExp(` II ${years.second}`))
})

test('the first year has no year before it', async () => {
  const path = await compose('year', years.first)
  assert.doesNotMatch((await app.get(path, coordinator)).body, /Порівняно з відповідним періодом/)
})

test('the draft decision names the programme, who reports, who controls, and waits for a number', async () => {
  const edited = await app.post(
    yearly,
    {
      lockVersion: await lockOf(yearly),
      conclusions: 'Висновок для сесії.',
      position1: 'Начальник відділу',
      name1: 'Ганна ВИГАДАНА',
      sitting: '12 сесія VIII скликання',
      rapporteur: 'начальник відділу комунікацій',
      commission: 'комісію з питань гуманітарної політики',
    },
    coordinator,
  )
  assert.equal(edited.statusCode, 303)
  const words = await wordsOf(`${yearly}?format=docx&part=decision`, fundManager)
  for (const said of [
    'ПРОЄКТ',
    'РІШЕННЯ',
    '12 сесія VIII скликання',
    `за ${years.second} рік`,
    'Про звіт про виконання Програми співпраці',
    'пункту 22 частини першої статті 26',
    'доповідач – начальник відділу комунікацій',
    `затвердженої рішенням від 01.01.${years.first} № 7-12`,
    'взяти до відома',
    'Контроль за виконанням рішення покласти на комісію з питань гуманітарної політики',
  ])
    assert.ok(words.includes(said), said)
  assert.doesNotMatch(words, /Потаємн/)
  const pdf = await app.get(`${yearly}?format=pdf&part=decision`, fundManager)
  assert.equal(pdf.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.ok(pdf.rawPayload.includes('/StructTreeRoot'))
})

test('approved by the fund manager alone, published, and frozen against later facts', async () => {
  const denied = await app.post(`${yearly}/approve`, { lockVersion: await lockOf(yearly) }, coordinator)
  assert.equal(denied.statusCode, 403)
  assert.equal((await app.get(`${base()}/${years.second}`)).statusCode, 200)
  assert.doesNotMatch((await app.get(`${base()}/${years.second}`)).body, /Висновок для сесії/)
  await step(yearly, 'approve', fundManager)
  await step(yearly, 'publish', fundManager)
  await reported({ year: years.second, quarter: 3 }, 900)
  const page = plain((await app.get(`${base()}/${years.second}`)).body)
  assert.match(page, /Висновок для сесії/)
  assert.doesNotMatch(page, /900|1\s000/)
  const json = JSON.parse((await app.get(`${base()}/${years.second}?format=json`)).body)
  assert.deepEqual([json.content.kind, json.content.figures.participants], ['year', 100])
  assert.equal(json.content.before.participants, 25)
  assert.match(await wordsOf(`${base()}/${years.second}?format=docx`), /Висновок для сесії/)
})

test('a correction of the yearly report takes the new facts; the version that was published stays', async () => {
  const done = await app.post(`${yearly}/correct`, { reason: 'Надійшов звіт за III квартал' }, coordinator)
  assert.equal(done.statusCode, 303)
  const next = String(done.headers.location).split('?')[0]!
  await step(next, 'approve', fundManager)
  await step(next, 'publish', coordinator)
  const page = (await app.get(`${base()}/${years.second}`)).body
  assert.match(page, /Надійшов звіт за III квартал/)
  const json = JSON.parse((await app.get(`${base()}/${years.second}?format=json`)).body)
  assert.deepEqual([json.content.version, json.content.figures.participants], [2, 1000])
  const old = JSON.parse((await app.get(`${base()}/${years.second}?version=1&format=json`)).body)
  assert.equal(old.content.figures.participants, 100)
})

test('the final report tells of all years, is due in three months with the reason, and closes the programme’s control', async () => {
  const path = await compose('final', years.last)
  const page = plain((await app.get(path, fundManager)).body)
  assert.match(page, new RegExp(`за ${years.first}–${years.last} роки`))
  assert.match(page, new RegExp(`Строк подання – до \\d+ \\p{L}+ ${years.last + 1} року включно`, 'u'))
  assert.match(page, /1621-IV/)
  assert.match(page, /ст\. 9/)
  const words = await wordsOf(`${path}?format=docx&part=decision`, fundManager)
  assert.match(words, /Про заключний звіт про виконання/)
  assert.match(words, /Зняти Програму з контролю/)
  assert.equal((await app.get(`${base()}/final`)).statusCode, 404)
  await step(path, 'approve', fundManager)
  await step(path, 'publish', fundManager)
  const published = plain((await app.get(`${base()}/final`)).body)
  assert.match(published, /участь у заходах взяли 1\s025 осіб/)
  const corrected = await app.post(`${path}/correct`, { reason: 'Уточнено' }, coordinator)
  assert.equal(corrected.statusCode, 303)
  assert.match(plain((await app.get(`${base()}/final`)).body), /1\s025 осіб/)
})

test('evidence withdrawn after the report was accepted is told without a dead link', async () => {
  const path = `${base()}/${years.second}/1/${programme.unit}`
  const before = (await app.get(path)).body
  const href = /href="(\/evidence\/[^"]+)"/.exec(before)?.[1]
  assert.ok(href)
  assert.equal((await app.get(href)).statusCode, 200)
  await transact(app.ctx(coordinator.actor), (tx) =>
    withdrawEvidenceOf(tx, { module: 'test', id: `${years.second}-1` }, 'Записано двічі'),
  )
  // The notice of a change reaches the cache of pages a moment later.
  for (let i = 0; i < 100 && (await app.get(href)).statusCode !== 404; i++) await setTimeout(20)
  assert.equal((await app.get(href)).statusCode, 404)
  const page = (await app.get(path)).body
  assert.ok(!page.includes(href))
  assert.match(page, /запис згодом відкликано/)
  assert.match(page, /Проведено день інформування/)
  assert.match((await app.get(`/en${path}`)).body, /withdrawn later/)
})
