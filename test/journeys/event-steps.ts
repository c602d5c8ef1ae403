/** Steps that every event takes in the office. */
import type { Page } from 'playwright-core'
import type { Look } from './steps.ts'

export const TODAY = new Intl.DateTimeFormat('uk-UA', {
  timeZone: 'Europe/Kyiv',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
}).format()

/** @returns the address of the event in the office */
export async function plan(
  clerk: Page,
  kind: string,
  title: string,
  look: Look,
  who = 'за запрошенням',
): Promise<string> {
  await clerk.goto('/office/events')
  await clerk.getByRole('link', { name: 'Запланувати подію' }).click()
  await look(clerk)
  await clerk.getByRole('link', { name: kind, exact: true }).click()
  await clerk.getByLabel('Назва', { exact: true }).fill(title)
  await clerk.getByLabel('День', { exact: true }).fill(TODAY)
  await clerk.getByLabel('Місце', { exact: true }).fill('Міська бібліотека')
  await clerk.getByRole('radio', { name: who }).check()
  await look(clerk)
  await clerk.getByRole('button', { name: 'Запланувати' }).click()
  await clerk.getByText('Подію заплановано').waitFor()
  await look(clerk)
  return clerk.url().split('?')[0]!
}

export async function sumUp(
  clerk: Page,
  event: string,
  words: string,
  look: Look,
  done = 'Підтвердження заходу записано',
): Promise<void> {
  await clerk.goto(event)
  const held = clerk.getByRole('button', { name: 'Подія відбулася' })
  if (await held.isVisible()) await held.click()
  await clerk.goto(`${event}/results`)
  await look(clerk)
  await clerk.getByLabel('Підсумок', { exact: true }).fill(words)
  await clerk.getByRole('button', { name: 'Підбити підсумки' }).click()
  await clerk.getByText(done).waitFor()
  await look(clerk)
}

/** What was held stands among what was done, without being typed again. */
export async function evidenced(clerk: Page, title: string, words: RegExp, look: Look): Promise<void> {
  await clerk.goto(`/office/evidence?q=${encodeURIComponent(title)}`)
  await clerk.locator('table a, .rows a').filter({ hasText: title }).first().click()
  await clerk.getByText(words).first().waitFor()
  await look(clerk)
}
