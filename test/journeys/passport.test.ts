/**
 * The city passport in a real browser, once with scripts and once without: a row goes in, a passport of a day is
 * composed, looked through, frozen, published, read, compared and printed. Pages at rest are examined by pages.test.ts.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type CivilDate, dayOf, Temporal } from '../../src/kernel/civil-date.ts'
import { longDate, shortDate } from '../../src/kernel/texts.ts'
import { openStage, pageFaults, type Stage, sitAs } from './browser.ts'
import { wordsOfDocx, wordsOfPdf } from './documents.ts'
import { wordsOn } from './people.ts'

const today = dayOf(Temporal.Now.instant())

let stage: Stage
before(async () => {
  stage = await openStage({ VICHE_DEMO: 'on' })
})
after(() => stage.close())

for (const scripts of [true, false]) {
  test(`a passport from its tables to print, ${scripts ? 'with' : 'without'} scripts`, async () => {
    const faults = new Map<string, string[]>()
    const look = async (page: Page) => {
      // Without scripts there is the same markup and nothing to run axe with.
      if (scripts) faults.set(page.url(), await pageFaults(page))
    }
    // Two days, so that each run has a passport of its own.
    const asOf = today.subtract({ days: scripts ? 0 : 1 })
    const clerk = await (await stage.visitor({ scripts })).newPage()
    clerk.setDefaultTimeout(15_000)
    await sitAs(clerk, 'coordinator')
    const name = `Радіо «Хвиля ${scripts ? 1 : 2}»`
    await enterRow(clerk, name, look)
    await pasteRows(clerk, scripts, look)
    await compose(clerk, asOf, look)
    await lookThrough(clerk)
    const reader = await (await stage.visitor({ scripts })).newPage()
    reader.setDefaultTimeout(15_000)
    await read(reader, asOf, name, look)
    assert.deepEqual(
      [...faults].filter(([, found]) => found.length > 0),
      [],
    )
  })
}

type Look = (page: Page) => Promise<void>

async function enterRow(page: Page, name: string, look: Look): Promise<void> {
  await page.goto('/office/passport')
  await page.getByRole('link', { name: 'Медіа', exact: true }).click()
  await page.getByRole('link', { name: 'Додати рядок' }).click()
  await page.getByRole('button', { name: 'Зберегти' }).click()
  // All errors at once, and what was typed stays.
  assert.match(await wordsOn(page.locator('main')), /Назва: заповніть це поле/)
  await look(page)
  await page.getByLabel('Вид').selectOption({ label: 'радіо' })
  await page.getByLabel('Назва').fill(name)
  await page.getByLabel('Джерело').fill('Реєстр медіа')
  await page.getByLabel('Дата джерела').fill(shortDate('uk', today))
  await page.getByRole('button', { name: 'Зберегти' }).click()
  await page.getByText('Збережено').waitFor()
  assert.match(await wordsOn(page.locator('main')), new RegExp(name))
}

async function pasteRows(page: Page, first: boolean, look: Look): Promise<void> {
  await page.goto('/office/passport/tables/cityDays/import')
  await page
    .getByLabel('Або вставлені рядки')
    .fill(
      `Назва\tМісяць\tДень\nДень вулиці ${first ? 'Садової' : 'Польової'}\tтравень\t9\nДень без місяця\t\t1`,
    )
  await page.getByRole('button', { name: 'Прочитати' }).click()
  await page.getByLabel('Джерело для всіх рядків').fill('Рішення вуличного комітету')
  await page.getByLabel('Дата джерела для всіх рядків').fill(shortDate('uk', today))
  await page.getByRole('button', { name: 'Переглянути, що зміниться' }).click()
  await page.getByText('Нових рядків: 1, змінених: 0, без змін: 0, відкладено: 1').waitFor()
  await look(page)
  await page.getByRole('button', { name: 'Записати' }).click()
  await page.getByText('Нових рядків: 1').waitFor()
}

async function compose(page: Page, asOf: CivilDate, look: Look): Promise<void> {
  await page.goto('/office/passport')
  await page.getByLabel('Станом на').fill(shortDate('uk', asOf))
  await page.getByRole('button', { name: 'Скласти паспорт' }).click()
  await page.getByText('Паспорт складено. Перегляньте його розділи.').waitFor()
  await look(page)
}

async function lookThrough(page: Page): Promise<void> {
  const problems = page.locator('#problems')
  await problems.getByText('Пропустити розділ').first().click()
  await problems.getByLabel('Чому розділу немає в паспорті').fill('Перелік уточнюється')
  await problems.getByRole('button', { name: 'Пропустити розділ' }).click()
  await page.getByText('Розділ пропущено.').waitFor()
  const buttons = page.getByRole('button', { name: /^Перевірено розділ/ })
  for (let left = await buttons.count(); left > 0; left--) {
    await buttons.first().click()
    await page.getByText('Розділ позначено перевіреним.').waitFor()
    assert.equal(await buttons.count(), left - 1)
  }
  await page.getByRole('button', { name: 'Зафіксувати' }).click()
  await page.getByText('Паспорт зафіксовано.').waitFor()
  await page.getByRole('button', { name: 'Оприлюднити' }).click()
  await page.getByText('Паспорт оприлюднено, підтвердження записано.').waitFor()
}

async function read(page: Page, asOf: CivilDate, name: string, look: Look): Promise<void> {
  const path = `/passport/${asOf.toString()}`
  await page.goto(path)
  const words = await wordsOn(page.locator('main'))
  assert.match(
    words,
    new RegExp(`Станом на ${longDate('uk', asOf)} в місті налічується|у реєстрі міста немає`),
  )
  assert.match(words, new RegExp(name))
  assert.match(words, /Розділу в цьому паспорті немає: Перелік уточнюється/)
  const january = asOf.with({ month: 1, day: 1 })
  await page.getByLabel('Порівняти з паспортом станом на').selectOption(january.toString())
  await page
    .locator('form', { has: page.getByLabel('Порівняти з паспортом станом на') })
    .getByRole('button')
    .click()
  await page.getByRole('heading', { level: 1, name: 'Порівняння паспортів' }).waitFor()
  assert.match(await wordsOn(page.locator('main')), new RegExp(name))
  await look(page)
  const file = async (format: string) => {
    const reply = await page.request.get(`${path}?format=${format}`)
    assert.equal(reply.status(), 200, format)
    return reply.body()
  }
  for (const printed of [await wordsOfPdf(await file('pdf')), await wordsOfDocx(await file('docx'))]) {
    // Without the tools that read it, its bytes are looked at only.
    if (printed === '') continue
    assert.match(printed, /Загальні відомості/)
    assert.match(printed, /Перелік уточнюється/)
  }
}
