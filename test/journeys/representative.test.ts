/** A representative's first news: claimed, confirmed, accepted, written, published, read; with and without scripts. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { NARROW, openStage, pageFaults, type Stage, sitAs } from './browser.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage.close())

const PICTURE = fileURLToPath(new URL('../../demo/toloka.jpg', import.meta.url))

/** Nothing is wrong for a screen reader, and nothing hangs over the edge. */
async function sound(page: Page, where: string): Promise<void> {
  assert.deepEqual(await pageFaults(page), [], where)
}

/** The letter rests in the outbox of the demonstration, where an administrator reads it. */
async function linkFor(email: string): Promise<string> {
  const context = await stage.visitor()
  const page = await context.newPage()
  await sitAs(page, 'administrator')
  await page.goto('/office/outbox?q=Підтвердьте')
  for (const path of await page
    .locator('table a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
    await page.goto(path!)
    const text = (await page.locator('main').textContent()) ?? ''
    const link = /http\S+\/cabinet\/confirm\?key=[\w-]{43}/.exec(text)?.[0]
    if (link && text.includes(email)) {
      await context.close()
      return link
    }
  }
  throw new Error(`no letter to ${email}`)
}

async function asClerk(act: (page: Page) => Promise<void>): Promise<void> {
  const context = await stage.visitor()
  const page = await context.newPage()
  await sitAs(page, 'coordinator')
  await act(page)
  await context.close()
}

async function firstNews(context: BrowserContext, name: string, email: string, axe: boolean): Promise<void> {
  const page = await context.newPage()
  const look = (where: string) => (axe ? sound(page, where) : undefined)
  await page.goto('/represent')
  await page.fill('input[name=q]', 'побратими')
  await page.press('input[name=q]', 'Enter')
  await look('the search of the organisation')
  await page.locator('.rows a.btn').first().click()
  await look('the claim')
  await page.fill('input[name=name]', name)
  await page.fill('input[name=email]', email)
  await page.fill('input[name=post]', 'голова')
  await page.check('input[name=basis][value=paper]')
  await page.click('main button[type=submit]')
  await page.goto(await linkFor(email))
  await look('the confirmation')
  await page.click('main button[type=submit]')
  await page.waitForURL(/\/cabinet\?done=confirmed/)
  await look('the cabinet before the decision')

  await asClerk(async (clerk) => {
    await clerk.goto('/office/representatives?state=submitted')
    await clerk.locator('table a', { hasText: name }).click()
    await clerk.fill('input[name=paper]', 'протокол № 1')
    await clerk.locator('form[action$="/accept"] button[type=submit]').click()
    await clerk.waitForURL(/done=accepted/)
  })

  const title = `Перша новина: ${name}`
  await page.goto('/cabinet/news/new')
  await look('the form of the news')
  await page.fill('input[name=title]', title)
  await page.fill('textarea[name=body]', 'Що зробили:\n- раз\n- два')
  await page.setInputFiles('input[name=picture]', PICTURE)
  await page.fill('input[name=alt]', 'Люди саджають дерева')
  await page.locator('button[value=save]').click()
  await page.waitForURL(/done=submitted/)
  await look('the news that was sent')

  await asClerk(async (clerk) => {
    await clerk.goto('/office/news')
    await clerk.locator('.rows a', { hasText: title }).first().click()
    await clerk.locator('form[action$="/publish"] button').click()
    await clerk.waitForURL(/done=published/)
  })

  await page.goto('/news')
  await page.locator('.rows a', { hasText: title }).click()
  await look('the news')
  assert.equal(await page.locator('figure img').getAttribute('alt'), 'Люди саджають дерева')
  assert.doesNotMatch((await page.locator('main').textContent()) ?? '', new RegExp(email))
}

test('on a narrow screen, with scripts', async () =>
  firstNews(await stage.visitor({ width: NARROW }), 'Вузька Екранна', 'vuzka@demo.invalid', true))

test('without scripts', async () =>
  firstNews(await stage.visitor({ scripts: false }), 'Проста Сторінка', 'prosta@demo.invalid', false))

describe('each page of the cabinet', () => {
  test('is sound, narrow and dark', async () => {
    const context = await stage.visitor({ width: NARROW, dark: true })
    const page = await context.newPage()
    await page.goto('/')
    await page.locator('.demo button[formaction$="/demo/representative"]').click()
    await page.waitForURL(/\/cabinet/)
    const paths = [
      '/cabinet',
      '/cabinet/news',
      '/cabinet/events/new',
      '/cabinet/data',
      '/cabinet/documents',
      '/cabinet/people',
      '/cabinet/account',
    ]
    for (const path of [...paths, '/cabinet/sign-in?lang=en', '/news/equal-access', '/embed/news']) {
      await page.goto(path)
      await sound(page, path)
    }
  })
})
