import { chromium } from 'playwright-core'
const [,, base, ...paths] = process.argv
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync'] })
const W = Number(process.env.W ?? 1280)
const ctx = await b.newContext({ baseURL: base, viewport: { width: W, height: Number(process.env.H ?? 1500) }, locale: 'uk-UA', colorScheme: process.env.DARK ? 'dark' : 'light' })
const page = await ctx.newPage()
if (process.env.ROLE) { await page.goto('/'); await page.locator(`.demo button[value="${process.env.ROLE}"]`).click(); await page.waitForURL(/\/office/) }
let i = 0
for (const p of paths) {
  const r = await page.goto(p)
  const n = `/tmp/shots/${process.env.TAG ?? 's'}-${i++}.png`
  console.log(p, r?.status(), n, await page.evaluate('document.documentElement.scrollWidth'))
  await page.screenshot({ path: n })
}
await b.close()
