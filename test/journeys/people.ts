/** Coming in as people do: by a link shown once, a passphrase, and codes of a telephone. */
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { generateSync } from 'otplib'
import type { Locator, Page } from 'playwright-core'
import type { Program } from '../battery/program.ts'

/** Is shown each page that no link leads to, so that it can be examined. */
export type Look = (page: Page) => Promise<void>

const PASSPHRASE = 'шовковиця над старим колодязем'

/** The link that the start prints; it is said a moment after the first answer. */
export async function firstLink(program: Program): Promise<string> {
  for (let i = 0; i < 100; i++) {
    const link = /http\S+\/office\/welcome\?key=\S+/.exec(program.said())?.[0]
    if (link) return link
    await sleep(100)
  }
  throw new Error(`no link for the first administrator: ${program.said()}`)
}

export async function becomeAdministrator(page: Page, link: string, look: Look): Promise<void> {
  await page.goto(link)
  await look(page)
  await page.getByLabel('Прізвище, ім’я, по батькові').fill('Гнатюк Соломія Іванівна')
  await page.getByLabel('Електронна пошта').fill('administrator@nizhyn.example')
  await page.getByLabel('Парольна фраза').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Створити' }).click()
  await setUpCodes(page, look)
}

async function setUpCodes(page: Page, look: Look): Promise<void> {
  await page.getByText('Немає камери?').click()
  await look(page)
  const secret = (await wordsOn(page.locator('main code').first())).replaceAll(' ', '')
  const code = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) })
  await page.getByLabel('Код, який показує застосунок').fill(code)
  await page.getByRole('button', { name: 'Увімкнути коди' }).click()
  await look(page)
  const codes = (await wordsOn(page.locator('#codes'))).trim().split(/\s+/)
  assert.equal(new Set(codes).size, 10, 'ten recovery codes are shown')
  await page.getByRole('link', { name: 'Коди збережено, далі' }).click()
  await page.getByRole('heading', { level: 1, name: /^Сьогодні/ }).waitFor()
}

export type Invited = {
  readonly name: string
  readonly email: string
  /** Label of the box: a role of the city, or a department for its executor. */
  readonly role: string | RegExp
}

/** As administrator. The link is shown once; it is given on in person. */
export async function invite(page: Page, { name, email, role }: Invited, look: Look): Promise<string> {
  await page.goto('/office/people/new')
  await page.getByLabel('Прізвище, ім’я, по батькові').fill(name)
  await page.getByLabel('Електронна пошта').fill(email)
  await page.getByRole('checkbox', { name: role, exact: typeof role === 'string' }).check()
  await page.getByRole('button', { name: 'Запросити' }).click()
  await page.getByRole('heading', { level: 1, name: 'Посилання готове' }).waitFor()
  await look(page)
  const link = /http\S+\/office\/invitation\?key=[\w-]+/.exec(await wordsOn(page.locator('main')))
  assert.ok(link, 'the link is shown')
  return link[0]
}

export async function comeIn(page: Page, link: string, look: Look): Promise<void> {
  await page.goto(link)
  await look(page)
  await page.getByLabel('Парольна фраза').fill(PASSPHRASE)
  await page.getByRole('button', { name: 'Зберегти і продовжити' }).click()
  await setUpCodes(page, look)
}

export async function wordsOn(place: Locator): Promise<string> {
  return (await place.textContent()) ?? ''
}
