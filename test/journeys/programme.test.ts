/**
 * The whole way, in a real browser, once with scripts and once without: the text of the decision goes in; duties,
 * evidence and reports come out.
 */
import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import {
  type CivilDate,
  dayOf,
  previousQuarter,
  type Quarter,
  quarterOf,
  quarterPeriod,
  Temporal,
} from '../../src/kernel/civil-date.ts'
import { quarterName, shortDate } from '../../src/kernel/texts.ts'
import { openStage, pageFaults, type Stage } from './browser.ts'
import { wordsOfDocx, wordsOfPdf } from './documents.ts'
import { becomeAdministrator, comeIn, firstLink, invite, type Look, wordsOn } from './people.ts'

const TEXT = fileURLToPath(new URL('../../demo/nizhyn-2012-2015.txt', import.meta.url))
const SHOTS = fileURLToPath(new URL('../../test-results', import.meta.url))

const DONE = 'Підбито підсумки роботи квартальних комітетів'
const REMARK = 'Додайте, що вирішено за підсумками'
const ADDED = 'Комітетам надано зразки звітів на наступний квартал.'

const today = dayOf(Temporal.Now.instant())
/** The last one that is over: its report is due or late. */
const quarter: Quarter = previousQuarter(quarterOf(today))
const day: CivilDate = quarterPeriod(quarter).to.subtract({ days: 6 })

for (const scripts of [true, false]) {
  test(`from the text of a decision to the published report, ${scripts ? 'with' : 'without'} scripts`, async (t) => {
    const stage = await openStage({ VICHE_DEMO: 'off' })
    const pages: Page[] = []
    const somebody = async () => {
      const page = await (await stage.visitor({ scripts })).newPage()
      page.setDefaultTimeout(15_000)
      pages.push(page)
      return page
    }
    try {
      const faults = new Map<string, string[]>()
      const look = async (page: Page) => {
        // Without scripts there is the same markup and nothing to run axe with.
        if (scripts) faults.set(page.url(), await pageFaults(page))
      }
      await journey(stage, somebody, look)
      assert.deepEqual(
        [...faults].filter(([, found]) => found.length > 0),
        [],
      )
    } catch (error) {
      await mkdir(SHOTS, { recursive: true })
      const name = `${SHOTS}/programme-${scripts ? 'with' : 'without'}-scripts`
      for (const [i, page] of pages.entries())
        await page.screenshot({ path: `${name}-${i}.png`, fullPage: true }).catch(() => {})
      t.diagnostic(`pages as they stood: ${name}-*.png`)
      throw error
    } finally {
      await stage.close()
    }
  })
}

async function journey(stage: Stage, somebody: () => Promise<Page>, look: Look): Promise<void> {
  const [administrator, coordinator, executor] = [await somebody(), await somebody(), await somebody()]
  await becomeAdministrator(administrator, await firstLink(stage.program), look)
  await comeIn(
    coordinator,
    await invite(
      administrator,
      {
        name: 'Демченко Олена Іванівна',
        email: 'koordynator@nizhyn.example',
        role: 'Координатор',
      },
      look,
    ),
    look,
  )
  const programme = await importProgramme(coordinator, look)
  // The departments are there now: they were read from the text.
  await comeIn(
    executor,
    await invite(
      administrator,
      {
        name: 'Левада Степан Петрович',
        email: 'zahalnyi@nizhyn.example',
        role: /^Загальний відділ/,
      },
      async () => {},
    ),
    async () => {},
  )

  await recordEvidence(executor, look)
  await openReports(coordinator)
  const report = await submitReport(executor)
  await returnReport(coordinator, report)
  await submitAgain(executor, report)
  await acceptReport(coordinator, report)
  await consolidateAndPublish(coordinator, look)
  await readAsResident(await somebody(), programme, look)
}

/** Gives the address of the programme's public page. */
async function importProgramme(page: Page, look: Look): Promise<string> {
  await page.goto('/office/programmes/new')
  await page.getByLabel('Файл рішення').setInputFiles(TEXT)
  await page.getByRole('button', { name: 'Розібрати текст' }).click()
  const draft = page.url().split('?')[0]!
  assert.match(draft, /\/office\/programmes\/drafts\/[\da-f-]{36}$/)

  await page.goto(`${draft}/measures`)
  await look(page)
  const text = page.getByRole('heading', { name: 'Текст: nizhyn-2012-2015.txt' })
  const read = page.getByRole('heading', { name: 'Що розпізнано' })
  const [left, right] = [await text.boundingBox(), await read.boundingBox()]
  assert.ok(left && right && left.x < right.x && Math.abs(left.y - right.y) < 40, 'they stand side by side')
  for (const number of ['4.1', '4.13', '4.20'])
    await page.getByRole('cell', { name: number, exact: true }).waitFor()

  await page.goto(`${draft}/findings`)
  await look(page)
  const found = await wordsOn(page.locator('main'))
  assert.match(found, /говорить про 2012–2015, а строк виконання в паспорті – 2014/)
  assert.match(found, /4\.13 .*закінчився до ухвалення рішення/)
  assert.match(found, /4\.20 строк виконання не вказано/)

  await page.goto(`${draft}/act`)
  await look(page)
  const period = {
    from: today.with({ month: 1, day: 1 }),
    to: today.add({ years: 3 }).with({ month: 12, day: 31 }),
  }
  const year = quarter.year < today.year ? period.from.subtract({ years: 1 }) : period.from
  await page.getByLabel('Перший день строку дії').fill(shortDate('uk', year))
  await page.getByLabel('Останній день строку дії').fill(shortDate('uk', period.to))
  await page.getByLabel('Дата рішення').fill(shortDate('uk', year.subtract({ days: 14 })))
  await page.getByRole('button', { name: 'Зберегти', exact: true }).click()
  await page.getByText('Збережено').first().waitFor()

  await page.goto(draft)
  await page.getByText('Готово до прийняття').waitFor()
  await look(page)
  await page.getByRole('button', { name: 'Прийняти програму' }).click()
  await page.getByText('20 заходів').waitFor()
  return (await page.getByRole('link', { name: 'Публічна сторінка' }).getAttribute('href'))!
}

async function recordEvidence(page: Page, look: Look): Promise<void> {
  await page.goto('/office')
  const term = quarterName('uk', quarter)
  const duty = page
    .getByRole('listitem')
    .filter({ hasText: '4.19' })
    .filter({ hasText: `${term}.` })
  await duty.getByRole('link', { name: /^Записати/ }).click()
  await page.getByLabel('Коли').fill('колись')
  await page.getByRole('button', { name: 'Записати', exact: true }).click()
  await page.getByText('Виправте 2 помилки').waitFor()
  await look(page)
  await page.getByLabel('Що зроблено').fill(DONE)
  await page.getByLabel('Коли').fill(shortDate('uk', day))
  await page.getByText('Докладніше:').click()
  await page.getByLabel('Результат').fill('Обговорено роботу семи комітетів')
  await page.getByLabel('Скільки було учасників').fill('31')
  await page.getByRole('button', { name: 'Записати', exact: true }).click()
  await page.getByText('Записано. Дякуємо!').waitFor()
}

async function openReports(page: Page): Promise<void> {
  await page.goto('/office/reports')
  const form = page
    .locator('form')
    .filter({ has: page.getByRole('button', { name: 'Відкрити звіти за квартал' }) })
  await form.getByLabel('Рік').fill(String(quarter.year))
  await form.getByLabel('Квартал').selectOption(String(quarter.quarter))
  await form.getByRole('button').click()
  await page.getByRole('rowheader', { name: 'Загальний відділ' }).waitFor()
}

/** The executor changes nothing: facts wrote it. Gives the address of the report. */
async function submitReport(page: Page): Promise<string> {
  await page.goto('/office/reports')
  await page.getByRole('rowheader', { name: 'Загальний відділ' }).getByRole('link').click()
  const composed = await page.getByLabel('Що зроблено').inputValue()
  assert.ok(composed.includes(DONE), 'the text was composed from the evidence')
  assert.match(composed, /31 учасник|31 особ/)
  assert.match(composed, /Обговорено роботу семи комітетів/i)
  assert.ok(await page.getByRole('radio', { name: 'виконано', exact: true }).isChecked())
  await page.getByRole('button', { name: 'Подати звіт' }).click()
  await page.getByText('подано, чекає на розгляд').waitFor()
  return page.url().split('?')[0]!
}

async function returnReport(page: Page, report: string): Promise<void> {
  await page.goto(report)
  await page.getByText('Повернути із зауваженнями').first().click()
  await page.getByLabel('Зауваження до звіту загалом').fill(REMARK)
  await page.getByRole('button', { name: 'Повернути із зауваженнями' }).click()
  await page.getByText('повернуто із зауваженнями').first().waitFor()
}

async function submitAgain(page: Page, report: string): Promise<void> {
  await page.goto(report)
  await page.getByText(REMARK).first().waitFor()
  const result = page.getByLabel('Що зроблено')
  await result.fill(`${await result.inputValue()} ${ADDED}`)
  await page.getByRole('button', { name: 'Подати звіт' }).click()
  await page.getByText('подано, чекає на розгляд').waitFor()
}

async function acceptReport(page: Page, report: string): Promise<void> {
  await page.goto(report)
  await page.getByText(ADDED).waitFor()
  await page.getByRole('button', { name: 'Прийняти звіт' }).click()
  await page.getByText(/Зафіксовано .* SHA-256: [\da-f]{64}/).waitFor()
  assert.equal(await page.getByLabel('Що зроблено').count(), 0, 'what is accepted cannot be changed')
}

async function consolidateAndPublish(page: Page, look: Look): Promise<void> {
  await page.goto('/office/consolidated')
  await page.getByRole('radio', { name: 'квартальний' }).check()
  await page.getByLabel('Рік').fill(String(quarter.year))
  await page.getByLabel('Квартал (для квартального)').selectOption(String(quarter.quarter))
  await page.getByRole('button', { name: 'Скласти звіт' }).click()
  await page.getByText(ADDED).first().waitFor()
  await look(page)
  await page.getByText('Затвердити звіт').first().click()
  await page.getByRole('button', { name: 'Затвердити звіт' }).click()
  await page.getByText('затверджено').first().waitFor()
  await page.getByRole('button', { name: 'Оприлюднити' }).click()
  await page.getByText('оприлюднено').first().waitFor()
}

async function readAsResident(page: Page, programme: string, look: Look): Promise<void> {
  await page.goto('/such-a-page-is-not-here')
  await look(page)
  await page.goto('/')
  await look(page)
  await page.getByText(DONE).first().waitFor()
  await page.goto(`${programme}/reports/${quarter.year}/${quarter.quarter}`)
  await look(page)
  const words = await wordsOn(page.locator('main'))
  assert.ok(words.includes(DONE) && words.includes(ADDED), 'the report stands on the public page')
  assert.doesNotMatch(words, /Левада|Демченко/, 'without names of staff')
  assert.ok(!words.includes(REMARK), 'and without remarks')
  for (const [format, wordsOf] of [
    ['DOCX', wordsOfDocx],
    ['PDF', wordsOfPdf],
  ] as const) {
    const href = await page
      .getByRole('link', { name: new RegExp(`^${format}\\b`) })
      .first()
      .getAttribute('href')
    const answer = await page.request.get(href!)
    assert.equal(answer.status(), 200)
    const document = (await wordsOf(await answer.body())).replace(/[\s\u00ad]+/g, ' ')
    // A row that goes over a page has the heading of its table in its midst.
    const inOrder = (part: string) => new RegExp(part.split(' ').join('(?: | .{1,600} )'))
    if (document !== '') for (const part of [DONE, ADDED]) assert.match(document, inOrder(part), format)
  }
}
