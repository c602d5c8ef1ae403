/**
 * Whatever a person types, attaches or imports stays text: every form of the office is filled with forty payloads
 * and more, then each page is opened in a real browser under our own policy.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { connectTo } from '../battery/clerk.ts'
import { openStage, type Stage } from './browser.ts'
import { filling, formsOf, PAYLOADS, poison } from './poison.ts'

/** What ends the work, or belongs to the account of the chair. */
const LEFT_OUT =
  /sign-out|\/demo|\/account\/(passphrase|totp|passkeys|recovery|sessions)|suspend|reset-second|invite-again|\/(merge|split|active|close|discard|release|revoke|amend|renew)\b/
/** Opening what is open already writes nothing. */
const MAY_DO_NOTHING = /\/reports\/open|\/consolidated$/
const OF_ONE_KIND = 2
const MOST_PAGES = 60

let stage: Stage
let blank: Page
before(async () => {
  stage = await openStage()
  blank = await (await stage.visitor()).newPage()
})
after(() => stage.close())

type Chair = { readonly role: string; readonly cookie: string }

async function sit(role: string): Promise<Chair> {
  const answer = await fetch(`${stage.url}/demo`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: stage.url },
    body: new URLSearchParams({ role }),
  })
  const cookie = /viche_session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0]
  assert.ok(cookie, `${role}: ${answer.status}`)
  return { role, cookie }
}

const ask = (chair: Chair | null, path: string) =>
  fetch(stage.url + path, { redirect: 'manual', headers: chair ? { cookie: chair.cookie } : {} })

async function send(
  chair: Chair,
  path: string,
  values: readonly (readonly [string, string])[],
  files: readonly (readonly [field: string, name: string, bytes: Uint8Array])[] = [],
  multipart = files.length > 0,
) {
  const body = multipart ? new FormData() : new URLSearchParams()
  for (const [name, value] of values) body.append(name, value)
  if (body instanceof FormData)
    for (const [field, name, bytes] of files) body.append(field, new File([Buffer.from(bytes)], name))
  return fetch(stage.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: chair.cookie, origin: stage.url },
    body,
  })
}

function kindOf(path: string): string {
  return path
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/measures\/[^/?]+/, '/measures/:n')
    .replace(/\/(rules|acts|data)\/[^/?.]+/, '/$1/:x')
    .replace(/=[^&]*/g, '=')
    .replace(/\b\d+\b/g, ':n')
}

/** Paths that links lead to from a start, two of each kind. */
async function pathsFrom(chair: Chair | null, start: string, within: RegExp): Promise<string[]> {
  const seen = new Set([start])
  const kinds = new Map<string, number>()
  const found: string[] = []
  for (const path of seen) {
    if (found.length >= MOST_PAGES) break
    const answer = await ask(chair, path)
    assert.ok(answer.status < 500, `${path}: ${answer.status}`)
    if (!(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue
    found.push(path)
    for (const [, href] of (await answer.text()).matchAll(/<a [^>]*href="([^"#]+)/g)) {
      const next = href!.replaceAll('&amp;', '&')
      if (
        !within.test(next) ||
        /[?&]format=|\.(csv|xlsx|ods|json|jsonld|docx|pdf|ics|atom|xml)(\?|$)|\/files\//.test(next)
      )
        continue
      const count = kinds.get(kindOf(next)) ?? 0
      if (seen.has(next) || count >= OF_ONE_KIND) continue
      kinds.set(kindOf(next), count + 1)
      seen.add(next)
    }
  }
  return found
}

/** Opens pages one after another; a sentence for each that is not only text. */
async function faultsOf(context: BrowserContext, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  const page = await context.newPage()
  page.on('dialog', (dialog) => {
    faults.push(`${page.url()}: a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (m) => {
    if (/Content Security Policy|TrustedHTML|Refused to/i.test(m.text()))
      faults.push(`${page.url()}: ${m.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('request', (r) => {
    if (!r.url().startsWith(stage.url) && !/^(data|blob):/.test(r.url()))
      faults.push(`${page.url()}: asks ${r.url()}`)
  })
  for (const path of paths) {
    const answer = await page.goto(path, { waitUntil: 'load' })
    if (answer && answer.status() >= 500) faults.push(`${path}: ${answer.status()}`)
    const foreign = await page.evaluate<string[]>(`(() => {
      const bad = [...document.querySelectorAll('*')].filter((e) =>
        [...e.attributes].some((a) => /^on/i.test(a.name) || /^\\s*javascript:/i.test(a.value) && ['href','src','action','formaction','data'].includes(a.name)) ||
        ['iframe', 'object', 'embed', 'base', 'math', 'style'].includes(e.localName) ||
        (e.localName === 'script' && !e.getAttribute('src')?.startsWith('/assets/') && e.type !== 'application/ld+json') ||
        (e.localName === 'img' && e.getAttribute('src') === 'x'))
      for (const e of document.querySelectorAll('script[type="application/ld+json"]')) {
        try { JSON.parse(e.textContent) } catch { bad.push(e) }
      }
      return [...bad.map((e) => e.outerHTML.slice(0, 120)), ...('xss' in window ? ['xss was run'] : [])]
    })()`)
    faults.push(...foreign.map((what) => `${path}: ${what}`))
  }
  await page.close()
  return faults
}

async function as(chair: Chair): Promise<BrowserContext> {
  const context = await stage.visitor()
  const [name, value] = chair.cookie.split('=')
  await context.addCookies([{ name: name!, value: value!, domain: '127.0.0.1', path: '/office' }])
  return context
}

const OFFICE = /^\/office(?!\/(sign-out|demo|parts|files))/

test('every form of the office, filled with payloads by each role', async () => {
  const faults: string[] = []
  const taken = new Map<string, number>()
  const tried = new Set<string>()
  const { db, close } = await connectTo(stage.dataDir)
  const written = async () => (await db.selectFrom('audit_head').select('seq').executeTakeFirstOrThrow()).seq
  const unrecorded: string[] = []
  let turn = 0
  for (const role of ['coordinator', 'executor', 'fundManager', 'administrator']) {
    const chair = await sit(role)
    for (const path of await pathsFrom(chair, '/office', OFFICE)) {
      for (const form of await formsOf(blank, await (await ask(chair, path)).text())) {
        const kind = `${role} ${kindOf(form.action.split('?')[0]!)}`
        if (LEFT_OUT.test(form.action) || (taken.get(kind) ?? 0) >= OF_ONE_KIND) continue
        if (!form.fields.some((f) => f.kind === 'text' || f.kind === 'area')) continue
        tried.add(kind)
        turn += 1
        const before = await written()
        const done = await poison(blank, form, turn, async ({ action, multipart }, values) => {
          const answer = await send(chair, action, values, [], multipart)
          if (answer.status >= 500) faults.push(`${action}: ${answer.status}`)
          if (answer.status === 303) return null
          const html = await answer.text()
          if (/<script>xss|<img src=x|<svg onload|<iframe src=|<details open ontoggle/.test(html))
            faults.push(`${action}: markup in the answer`)
          return html
        })
        if (!done) continue
        taken.set(kind, (taken.get(kind) ?? 0) + 1)
        if ((await written()) === before && !MAY_DO_NOTHING.test(form.action)) unrecorded.push(form.action)
      }
    }
  }
  await close()
  assert.deepEqual(faults, [])
  assert.deepEqual(unrecorded, [], 'done, and not in the record')
  assert.ok(tried.size >= 25, `only ${tried.size} forms were found`)
  assert.ok(taken.size >= 15, `only ${[...taken.keys()].join(', ')} took what was typed`)
})

test('imports and attachments with hostile names and contents', async () => {
  const all = PAYLOADS.join(' ')
  const utf8 = (text: string) => new TextEncoder().encode(text)
  const coordinator = await sit('coordinator')
  const tokenOn = async (chair: Chair, path: string) =>
    /name="_csrf" value="([^"]+)"/.exec(await (await ask(chair, path)).text())![1]!
  const nasty = '"><img src=x onerror=alert(1)>\u202etxt.'

  const text = `Додаток до рішення ${all}\nПРОГРАМА ${filling(1, 250)}\nна 2027-2028 роки\n\nПаспорт програми\n1. Ініціатор: ${filling(2, 300)}\n\nЗаходи\n${PAYLOADS.map((p, i) => `4.${i + 1}. Захід ${p}. Виконавець: ${p}. Термін: щорічно`).join('\n')}\n${all}`
  for (const name of [`${nasty}txt`, '../../evil.txt', 'a\r\nset-cookie: x=1.txt']) {
    const csrf = await tokenOn(coordinator, '/office/programmes/new')
    const answer = await send(
      coordinator,
      '/office/programmes/new',
      [['_csrf', csrf]],
      [['file', name, utf8(text)]],
    )
    assert.equal(answer.status, 303, name)
  }
  const broken: [string, Uint8Array][] = [
    [`${nasty}docx`, utf8(`PK\u0003\u0004${all}`)],
    [`${nasty}svg`, utf8(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>`)],
    [`${nasty}html`, utf8(all)],
    [`${nasty}pdf`, utf8(`%PDF-1.7 ${all}`)],
  ]
  const faults: string[] = []
  for (const [name, bytes] of broken) {
    const csrf = await tokenOn(coordinator, '/office/programmes/new')
    const answer = await send(
      coordinator,
      '/office/programmes/new',
      [['_csrf', csrf]],
      [['file', name, bytes]],
    )
    assert.equal(answer.status, 422, name)
    if (/<img src=x/.test(await answer.text())) faults.push(`markup of the name ${name}`)
  }

  const fundManager = await sit('fundManager')
  const csv = `дата;сума;документ;примітка;${all.replaceAll('"', "'").replaceAll(';', ',')}\n${PAYLOADS.map((p) => `02.03.2026;"1 ${p.replaceAll('"', '""')}";"${p.replaceAll('"', '""')}";"${p.replaceAll('"', '""')}";x`).join('\n')}`
  const uploaded = await send(
    fundManager,
    '/office/money/import',
    [['_csrf', await tokenOn(fundManager, '/office/money/import')]],
    [['file', `${nasty}csv`, utf8(csv)]],
  )
  assert.equal(uploaded.status, 303)
  const columns = uploaded.headers.get('location')!
  const [form] = await formsOf(blank, await (await ask(fundManager, columns)).text())
  await poison(blank, form!, 1, async ({ action }, values) =>
    (await send(fundManager, action, values)).status === 303 ? null : '',
  )
  faults.push(...(await faultsOf(await as(fundManager), [columns, columns.replace('/columns', '')])))

  const executor = await sit('executor')
  const page = await (await ask(executor, '/office/evidence/new')).text()
  const evidence = (await formsOf(blank, page)).find((f) => f.action.startsWith('/office/evidence/new'))!
  const attached: [string, string, Uint8Array][] = [
    ['files', `${nasty}png`, new Uint8Array([0x89, 0x50, 0x4e, 0x47, ...utf8(all)])],
    ['files', '..\\..\\"; filename="evil.html".pdf', utf8(`%PDF-1.7\n<html><script>alert(1)</script>${all}`)],
    ['files', 'x.csv', utf8(all)],
  ]
  const given = evidence.fields.flatMap((f) =>
    f.kind === 'given' ? f.values.slice(0, 1).map((v) => [f.name, v] as const) : [],
  )
  const recorded = await send(
    executor,
    evidence.action,
    [
      ...given.filter(([name]) => name !== 'measures' && name !== 'kind' && name !== 'access'),
      ['title', filling(5, 280)],
      ['kind', 'event'],
      ['access', 'public'],
      ['happenedFrom', evidence.fields.find((f) => f.name === 'happenedFrom')!.values[0]!],
      ['result', filling(6, 4_000)],
      ['organisations', filling(7, 280)],
      ['measures', /name="measures" value="([^"]+)"/.exec(page)![1]!],
    ],
    attached,
  )
  assert.equal(recorded.status, 303, await recorded.text())
  const address = recorded.headers.get('location')!
  const shown = await (await ask(executor, address)).text()
  const links = [...shown.matchAll(/href="((?:\/office)?\/files\/[^"]+)"/g)].map((m) =>
    m[1]!.replaceAll('&amp;', '&'),
  )
  assert.ok(links.length >= 3, `${links.length} files`)
  for (const link of links) {
    const file = await ask(executor, link)
    assert.equal(file.status, 200, link)
    assert.match(
      file.headers.get('content-disposition') ?? '',
      /^attachment; filename="[\w.-]*"; filename\*=UTF-8''[\w.%~!-]*$/,
    )
    assert.equal(file.headers.get('x-content-type-options'), 'nosniff')
    assert.match(file.headers.get('content-security-policy') ?? '', /sandbox/)
    assert.doesNotMatch(file.headers.get('content-type') ?? '', /html|svg|xml/)
    assert.equal(file.headers.get('set-cookie'), null)
  }
  assert.deepEqual(faults, [])
})

test('no page of anyone runs or shows as markup what was typed', async () => {
  const faults: string[] = []
  let shown = 0
  const look = async (chair: Chair | null, start: string, within: RegExp) => {
    const paths = await pathsFrom(chair, start, within)
    for (const path of paths)
      if (/&lt;(script|img|svg)/.test(await (await ask(chair, path)).text())) shown += 1
    faults.push(...(await faultsOf(chair ? await as(chair) : await stage.visitor(), paths)))
  }
  await look(null, '/', /^\/(?!en(\/|$)|office)/)
  await look(null, '/en', /^\/en(\/|\?|$)/)
  for (const role of ['coordinator', 'administrator']) await look(await sit(role), '/office', OFFICE)
  assert.deepEqual(faults, [])
  assert.ok(shown > 20, `payloads were seen on ${shown} pages only`)
})

test('no parameter of an address comes back as markup', async () => {
  const coordinator = await sit('coordinator')
  const faults: string[] = []
  const names = [
    'q',
    'after',
    'state',
    'unit',
    'year',
    'measure',
    'kind',
    'order',
    'done',
    'format',
    'lang',
    'next',
    'programme',
    'subject',
    'action',
    'opened',
    'n',
    'saved',
    'section',
    'key',
    'from',
    'days',
    'date',
  ]
  const hostile = (path: string, i: number) =>
    `${path}?${names.map((name, at) => `${name}=${encodeURIComponent(PAYLOADS[(i + at) % PAYLOADS.length]!)}`).join('&')}`
  const open = [
    '/',
    '/programmes',
    '/evidence',
    '/search',
    '/dates',
    '/dates/calculator',
    '/data',
    '/reports',
    '/money',
  ]
  const office = [
    '/office',
    '/office/duties',
    '/office/evidence',
    '/office/reports',
    '/office/record',
    '/office/people',
    '/office/units',
    '/office/outbox',
    '/office/money',
    '/office/money/payments',
    '/office/sign-in',
    '/office/programmes/proposals',
    '/office/law',
  ]
  faults.push(...(await faultsOf(await stage.visitor(), open.map(hostile))))
  faults.push(...(await faultsOf(await as(coordinator), office.map(hostile))))
  faults.push(
    ...(await faultsOf(
      await stage.visitor(),
      PAYLOADS.map((p) => `/search?q=${encodeURIComponent(p)}`),
    )),
  )
  faults.push(
    ...(await faultsOf(
      await stage.visitor(),
      PAYLOADS.map((p) => `/programmes/${encodeURIComponent(p)}`),
    )),
  )
  assert.deepEqual(faults, [])
})
