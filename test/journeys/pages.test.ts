/**
 * Every page that links lead to: it answers, is valid HTML, axe finds nothing at 320 and 1280 px, nothing scrolls
 * sideways at 320 px, and the same words are there without scripts.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import type { BrowserContext, Page } from 'playwright-core'
import { openStage, pageFaults, type Stage, sitAs } from './browser.ts'

const LIMIT = 90
/** So many of one kind are walked: the second measure's page is like the first. */
const OF_ONE_KIND = 2

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }],
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
  },
})

let stage: Stage
before(async () => {
  stage = await openStage()
})
after(() => stage.close())

/** Addresses of one kind share this: ids, numbers and query values are taken out. */
function kindOf(path: string): string {
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/measures\/[^/?]+/, '/measures/:n')
    .replace(/\/(rules|acts|data)\/[^/?.]+/, '/$1/:x')
    .replace(/=[^&]*/g, '=')
    .replace(/\b\d+\b/g, ':n')
}

/** Who saw a kind of page under the glass: the first of it, and once more as somebody else. */
const examined = new Map<string, string[]>()

function isDue(kind: string, who: string): boolean {
  const seen = examined.get(kind) ?? []
  if (seen.length >= 2 || seen.includes(who)) return false
  examined.set(kind, [...seen, who])
  return true
}

async function crawl(context: BrowserContext, who: string, start: string, within: RegExp): Promise<string[]> {
  const page = await context.newPage()
  const faults: string[] = []
  const queue = [start]
  const seen = new Set(queue)
  const kinds = new Map<string, number>()
  let visited = 0
  page.on('console', (m) => {
    if (m.type() === 'error') faults.push(`${page.url()}: console: ${m.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  for (let path = queue.shift(); path !== undefined && visited < LIMIT; path = queue.shift()) {
    visited += 1
    const answer = await page.goto(path).catch((error: unknown) => {
      faults.push(`${path}: ${error}`)
      return null
    })
    if (!answer) continue
    if (answer.status() !== 200) faults.push(`${path}: ${answer.status()}`)
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue
    if (isDue(kindOf(path), who))
      faults.push(...(await faultsOf(page, await answer.text())).map((f) => `${path}: ${f}`))
    for (const href of await page
      .locator('a[href]')
      .evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''))) {
      const next = href.split('#')[0]!
      if (!next.startsWith('/') || !within.test(next) || seen.has(next) || isFile(next)) continue
      const kind = kindOf(next)
      if ((kinds.get(kind) ?? 0) >= OF_ONE_KIND) continue
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      seen.add(next)
      queue.push(next)
    }
  }
  assert.ok(visited > 3, `only ${visited} pages were found from ${start}`)
  return faults
}

function isFile(path: string): boolean {
  return /[?&]format=|\.(csv|xlsx|ods|json|jsonld|docx|pdf|ics|atom|xml|txt)(\?|$)|^\/(en\/)?(files|office\/files|api\/|assets)/.test(
    path,
  )
}

async function faultsOf(page: Page, html: string): Promise<string[]> {
  const faults = await pageFaults(page)
  const report = await validator.validateString(html)
  for (const message of report.results.flatMap((r) => r.messages).slice(0, 3))
    faults.push(`${message.ruleId}: ${message.message} (line ${message.line})`)
  return faults
}

const visitors = [
  { who: 'resident', start: '/', within: /^\/(?!en(\/|$)|office)/ },
  { who: 'reader of English', start: '/en', within: /^\/en(\/|\?|$)/ },
] as const
const roles = ['coordinator', 'executor', 'fundManager', 'administrator'] as const

// Two browsers at a time: a page is drawn while another is examined.
describe('pages that links lead to', { concurrency: 2 }, () => {
  for (const { who, start, within } of visitors)
    test(`as ${who}`, async () => {
      assert.deepEqual(await crawl(await stage.visitor(), who, start, within), [])
    })
  for (const role of roles)
    test(`as ${role}`, async () => {
      const context = await stage.visitor({ dark: role === 'executor' })
      await sitAs(await context.newPage(), role)
      assert.deepEqual(await crawl(context, role, '/office', /^\/office(?!\/(sign-out|demo))/), [])
    })
})

test('the same words are there without scripts', async () => {
  const [plain, scripted] = await Promise.all([stage.visitor({ scripts: false }), stage.visitor()])
  for (const path of ['/', '/en', '/programmes', '/dates', '/data', '/accessibility']) {
    const [a, b] = [await plain.newPage(), await scripted.newPage()]
    await Promise.all([a.goto(path), b.goto(path)])
    const words = (page: Page) => page.locator('main').textContent()
    assert.equal(await words(a), await words(b), path)
    await Promise.all([a.close(), b.close()])
  }
})
