/** Steps that several journeys take. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { pageFaults, type Stage } from './browser.ts'

/** A page of a new visitor, who does not wait for ever. */
export async function somebody(stage: Stage, scripts: boolean): Promise<Page> {
  const page = await (await stage.visitor({ scripts })).newPage()
  page.setDefaultTimeout(20_000)
  return page
}

export type Look = (page: Page) => Promise<void>

/** Without scripts there is the same markup and nothing to run axe with. */
export function looker(scripts: boolean, faults: string[]): Look {
  return async (page) => {
    if (scripts) faults.push(...(await pageFaults(page)).map((f) => `${page.url()}: ${f}`))
  }
}

/**
 * The letter as it rests in the outbox, once the job has written it. The clerk's page then shows its mailing.
 * @param email whose; empty for the first of them
 */
export async function letterTo(clerk: Page, stage: Stage, mailing: string, email: string): Promise<string> {
  for (let i = 0; i < 60; i++) {
    await clerk.goto('/office/outbox')
    const found = clerk.locator('table a').filter({ hasText: mailing })
    for (const link of await found.all()) {
      const href = await link.getAttribute('href')
      const page = await clerk.request.get(`${stage.url}${href}`)
      if (!(await page.text()).includes(email)) continue
      await clerk.goto(href!)
      const row = clerk.locator('tr').filter({ hasText: email === '' ? /@/ : email })
      return (await row.first().locator('pre.letter').textContent()) ?? ''
    }
    await sleep(500)
  }
  throw new Error(`no letter of «${mailing}»`)
}
