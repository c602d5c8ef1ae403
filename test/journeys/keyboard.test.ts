/** Recording what was done, by a person who has no mouse: Tab, Enter, Space and letters only. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { dayOf, Temporal } from '../../src/kernel/civil-date.ts'
import { openStage, type Stage, sitAs } from './browser.ts'

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage.close())

const MANY = 150

/** Where the focus is: its words, and whether one can see that it is there. */
async function focused(page: Page): Promise<{ readonly words: string; readonly seen: boolean }> {
  return page.evaluate(`(() => {
    const at = document.activeElement
    const style = getComputedStyle(at)
    const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
    const label = [...(at.labels ?? [])].map((l) => l.textContent).join(' ')
    const words = label + ' ' + (at.getAttribute('aria-label') ?? '') + ' ' + (label === '' ? at.textContent : '')
    return { words: words.replace(/\\s+/g, ' ').trim(), seen: outlined || style.boxShadow !== 'none' }
  })()`)
}

function yesterday(): string {
  const day = dayOf(Temporal.Now.instant()).subtract({ days: 1 })
  return day.toLocaleString('uk-UA')
}

async function tabTo(page: Page, wanted: RegExp): Promise<void> {
  const met: string[] = []
  for (let i = 0; i < MANY; i++) {
    await page.keyboard.press('Tab')
    const { words, seen } = await focused(page)
    met.push(words.slice(0, 40))
    if (!wanted.test(words)) continue
    assert.ok(seen, `the focus on «${words}» can be seen`)
    return
  }
  assert.fail(`Tab does not lead to ${wanted}: ${met.join(' → ')}`)
}

test('evidence is recorded by keyboard alone, and errors lead to their fields', async () => {
  const page = await (await stage.visitor()).newPage()
  page.setDefaultTimeout(15_000)
  await sitAs(page, 'executor')
  await page.goto('/office')

  await page.keyboard.press('Tab')
  assert.match(
    (await focused(page)).words,
    /^(До змісту|Перейти до змісту|До вмісту)/,
    'the first stop skips the menu',
  )
  await page.keyboard.press('Enter')
  await tabTo(page, /^Записати/)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/office\/evidence\/new/)

  await tabTo(page, /^Записати$/)
  await page.keyboard.press('Enter')
  await page.getByText(/Виправте \d+ помил/).waitFor()
  const sentence = await page.locator('a[href="#f-title"]').textContent()
  await tabTo(page, new RegExp(`^${sentence}$`))
  await page.keyboard.press('Enter')
  assert.match((await focused(page)).words, /^Що зроблено/, 'the error leads to its field')
  await page.keyboard.type('Проведено зустріч із читачами міської бібліотеки')
  // Of a duty whose term is over nobody knows the day; of another it stands there and is typed over.
  await tabTo(page, /^Коли/)
  await page.keyboard.type(yesterday())
  if (await page.getByLabel(/^Чому із запізненням/).isVisible()) {
    await tabTo(page, /^Чому із запізненням/)
    await page.keyboard.type('Бібліотека була на ремонті')
  }
  await tabTo(page, /^Докладніше/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Скільки було учасників/)
  await page.keyboard.type('24')
  await tabTo(page, /^Записати$/)
  await page.keyboard.press('Space')
  await page.getByText('Записано. Дякуємо!').waitFor()
  await page.getByRole('heading', { name: 'Проведено зустріч із читачами міської бібліотеки' }).waitFor()
})
