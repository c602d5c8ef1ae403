/** A real browser before the real program, with a demonstration city behind it. */
import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { freePort, newDataFolder, type Program, startProgram, stopProgram } from '../battery/program.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const NARROW = { width: 320, height: 700 }
export const WIDE = { width: 1280, height: 900 }

export type Stage = {
  readonly url: string
  readonly browser: Browser
  readonly program: Program
  readonly dataDir: string
  /** A browser of a new visitor. */
  visitor(options?: {
    readonly scripts?: boolean
    readonly width?: typeof NARROW
    readonly dark?: boolean
  }): Promise<BrowserContext>
  close(): Promise<void>
}

export async function openStage(env: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const dataDir = await newDataFolder()
  const port = await freePort()
  const program: Program = await startProgram(dataDir, port, {
    VICHE_URL: `http://127.0.0.1:${port}`,
    ...env,
  })
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
  return {
    url: program.url,
    browser,
    program,
    dataDir,
    visitor: ({ scripts = true, width = WIDE, dark = false } = {}) =>
      browser.newContext({
        baseURL: program.url,
        viewport: width,
        javaScriptEnabled: scripts,
        colorScheme: dark ? 'dark' : 'light',
        locale: 'uk-UA',
      }),
    async close() {
      await browser.close()
      await stopProgram(program)
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Sits down in a chair of the demonstration: `coordinator`, `executor`, … */
export async function sitAs(page: Page, role: string): Promise<void> {
  await page.goto('/')
  await page.locator(`.demo button[value="${role}"]`).click()
  await page.waitForURL(/\/office/)
}

/** Faults that axe sees on the page as it stands; a sentence each. */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(`'axe' in window`))) await page.evaluate(AXE)
  return page.evaluate(async () => {
    const axe = Reflect.get(globalThis, 'axe') as {
      run(
        options: unknown,
      ): Promise<{ violations: { id: string; nodes: { target: string[]; failureSummary?: string }[] }[] }>
    }
    const { violations } = await axe.run({
      // Only what is wrong is told, so only that is written down.
      reporter: 'no-passes',
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return violations.map(
      (v) =>
        `${v.id}: ${v.nodes[0]?.target.join(' ')} (${v.nodes.length}) ${v.nodes[0]?.failureSummary?.replace(/\s+/g, ' ')}`,
    )
  })
}

/** Whether the page scrolls sideways; the widest element says where to look. */
export async function sidewaysFault(page: Page): Promise<string | null> {
  return page.evaluate<string | null>(`(() => {
    const root = document.documentElement
    if (root.scrollWidth <= root.clientWidth + 1) return null
    const wide = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > root.clientWidth + 1)
    const last = wide.at(-1)
    return 'scrolls sideways: ' + root.scrollWidth + ' > ' + root.clientWidth + ', <' + last?.tagName.toLowerCase() + ' class="' + last?.className + '">'
  })()`)
}

/** What axe finds at both widths, and whether the narrow page scrolls sideways; the page is wide again afterwards. */
export async function pageFaults(page: Page): Promise<string[]> {
  const wide = await axeFaults(page)
  await page.setViewportSize(NARROW)
  const sideways = await sidewaysFault(page)
  const narrow = (await axeFaults(page)).map((f) => `at 320 px: ${f}`)
  await page.setViewportSize(WIDE)
  return [...wide, ...(sideways ? [sideways] : []), ...narrow]
}
