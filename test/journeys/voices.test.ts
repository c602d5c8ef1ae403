/**
 * Organisations and readers without an account, in a real browser, with scripts and without: the January check from its
 * letter to a change that a clerk accepted, and following from the box to the letter to leaving.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openStage, type Stage, sitAs } from './browser.ts'
import { type Look, letterTo, looker, somebody } from './steps.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage.close())

const YEAR = new Date().getFullYear()

for (const [scripts, year] of [
  [true, YEAR + 2],
  [false, YEAR + 3],
] as const) {
  const how = scripts ? 'with scripts' : 'without scripts'

  test(`the January check from its letter to an accepted change, ${how}`, async () => {
    const faults: string[] = []
    const look = looker(scripts, faults)
    const clerk = await somebody(stage, scripts)
    await sitAs(clerk, 'coordinator')
    const board = await openCheck(clerk, year, look)
    const link = await linkOf(clerk, year, look)
    // While letters are being written the board asks anew every few seconds; now it rests.
    await clerk.goto(board)
    await look(clerk)

    const reader = await somebody(stage, scripts)
    await reader.goto(link)
    await look(reader)
    await reader.getByRole('button', { name: 'Усе правильно' }).click()
    await reader
      .getByRole('link', { name: /заповніть це поле/i })
      .first()
      .waitFor()
    await reader.getByRole('link', { name: 'Виправити' }).click()
    await reader.getByLabel('Ваше ім’я та прізвище').fill('Надія Світла')
    await reader.getByLabel('Ким ви є в організації').fill('голова правління')
    await reader.getByLabel('Мета діяльності').fill(`Турбота про місто, ${year}`)
    await look(reader)
    await reader.getByRole('button', { name: 'Надіслати виправлення' }).click()
    await reader.getByText('Виправлення отримано').waitFor()
    await look(reader)

    await clerk.goto(`${board}/organisations?state=corrected`)
    await look(clerk)
    await clerk.locator('table a').first().click()
    await clerk.getByText('Надія Світла, голова правління').waitFor()
    await look(clerk)
    await clerk.getByRole('link', { name: 'Розглянути виправлення' }).click()
    await clerk.getByText(`Турбота про місто, ${year}`).first().waitFor()
    await clerk.getByRole('radio', { name: 'прийняти' }).check()
    await clerk.locator('main form button[value="save"]').click()
    await clerk.goto(`${stage.url}${new URL(link).pathname}`)
    await clerk.getByText(`Турбота про місто, ${year}`).waitFor()
    await finish(clerk, board, look)
    assert.deepEqual(faults, [])
  })

  test(`following from the box on a page to the letter and to leaving, ${how}`, async () => {
    const faults: string[] = []
    const look = looker(scripts, faults)
    const email = `chytach-${year}@mailbox.example`
    const reader = await somebody(stage, scripts)
    await reader.goto('/organisations')
    await reader
      .locator('main table a, main .rows a, main ol a, main ul a')
      .filter({ hasText: /Зелене місто/ })
      .first()
      .click()
    await reader.getByRole('link', { name: /Отримувати новини цієї організації/ }).click()
    await look(reader)
    await reader.getByLabel('Ваша електронна адреса').fill(email)
    await reader.getByRole('button', { name: 'Стежити' }).click()
    await reader.getByRole('heading', { name: 'Перевірте пошту' }).waitFor()

    const clerk = await somebody(stage, scripts)
    await sitAs(clerk, 'administrator')
    const confirm = await letterTo(clerk, stage, 'Підтвердьте, що хочете стежити', email)
    await reader.goto(/http\S+\/follow\/confirm\/[\w-]{43}/.exec(confirm)![0])
    await look(reader)
    await reader.getByRole('button', { name: 'Так, надсилайте' }).click()
    await reader.getByText('Адресу підтверджено').waitFor()
    await look(reader)
    const own = reader.url()
    await reader.getByRole('checkbox', { name: 'За всіма організаціями' }).check()
    await reader.getByRole('button', { name: 'Зберегти' }).click()
    await reader.getByText('Збережено').waitFor()
    await reader.getByRole('button', { name: 'Відписатися' }).click()
    await reader.getByRole('heading', { name: 'Ви відписалися' }).waitFor()
    await look(reader)
    const gone = await reader.goto(own)
    assert.equal(gone?.status(), 404)
    await clerk.goto('/office/followers')
    await look(clerk)
    assert.deepEqual(faults, [])
  })
}

/** @returns the board's address */
async function openCheck(clerk: Page, year: number, look: Look): Promise<string> {
  await clerk.goto('/office/checks/new')
  await clerk.getByLabel('Рік', { exact: true }).fill(String(year))
  await clerk.getByLabel('Назва', { exact: true }).fill(`Звірка реєстру ${year} року`)
  await look(clerk)
  await clerk.getByRole('button', { name: 'Зберегти звірку' }).click()
  await clerk.getByText('Звірку збережено').waitFor()
  await look(clerk)
  await clerk.locator('details.confirm summary').click()
  await clerk.getByRole('button', { name: 'Відкрити звірку' }).click()
  await clerk.getByText('Звірку відкрито').first().waitFor()
  return clerk.url().split('?')[0]!
}

/** Waits for the job that writes the letters, and reads the first of them. */
async function linkOf(clerk: Page, year: number, look: Look): Promise<string> {
  const body = await letterTo(clerk, stage, `Звірка реєстру ${year}`, '')
  await look(clerk)
  return /http\S+\/check\/[\w-]{43}/.exec(body)![0]
}

async function finish(clerk: Page, board: string, look: Look): Promise<void> {
  await clerk.goto(`${board}/calls`)
  await look(clerk)
  await clerk.goto(board)
  await clerk.locator('details.confirm summary').last().click()
  await clerk.getByRole('button', { name: 'Завершити звірку' }).click()
  await clerk.getByText('Підсумок зафіксовано').waitFor()
  await look(clerk)
}
