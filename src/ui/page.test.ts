import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HtmlValidate } from 'html-validate'
import { html } from '../kernel/html.ts'
import { asId } from '../kernel/ids.ts'
import { demoSwitch, gallery, languageHref, page, withQuery } from './index.ts'
import { testFrame } from './test/frame.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button'] }] },
})

const staff = {
  kind: 'staff',
  id: asId<'staff'>('019a0000-0000-7000-8000-000000000001'),
  name: 'О. Демченко',
  grants: [],
} as const

for (const locale of ['uk', 'en'] as const)
  test(`the page of all parts is valid (${locale})`, async () => {
    const report = await validator.validateString(gallery(testFrame({ locale })).toString())
    assert.deepEqual(
      report.results.flatMap((r) => r.messages.map((m) => `${m.ruleId} ${m.selector}: ${m.message}`)),
      [],
    )
  })

test('no part needs an inline style or script', () => {
  const text = gallery(testFrame()).toString()
  assert.doesNotMatch(text, /\sstyle=|<style|\son[a-z]+=|javascript:/i)
  assert.deepEqual(text.match(/<script[^>]*>/g), ['<script src="/assets/enhance.js" defer>'])
})

test('ids are unique on the page of all parts', () => {
  const ids = [
    ...gallery(testFrame())
      .toString()
      .matchAll(/\sid="([^"]+)"/g),
  ].map((m) => m[1])
  assert.deepEqual(
    ids.filter((id, i) => ids.indexOf(id) !== i),
    [],
  )
})

test('the language switch keeps the address', () => {
  for (const [path, locale, expected] of [
    ['/', 'en', '/en'],
    ['/en', 'uk', '/'],
    ['/en?q=1', 'uk', '/?q=1'],
    ['/programmes/x?state=late', 'en', '/en/programmes/x?state=late'],
    ['/en/programmes/x', 'uk', '/programmes/x'],
    ['/en/programmes/x', 'en', '/en/programmes/x'],
    ['/enter', 'en', '/en/enter'],
    ['/office/duties?state=late', 'en', '/office/duties?state=late&lang=en'],
    ['/office?lang=uk&a=1', 'en', '/office?lang=en&a=1'],
    ['/cabinet/news', 'en', '/cabinet/news?lang=en'],
    ['/cabinets', 'en', '/en/cabinets'],
  ] as const)
    assert.equal(languageHref(path, locale), expected)
  assert.equal(withQuery('/x?after=5&a=1', { after: null }), '/x?a=1')
  const text = page(testFrame(), { title: 'Заходи', main: html`` }).toString()
  assert.match(text, /<a href="\/en\/programme\/measures\?state=late" hreflang="en" lang="en"/)
})

test('the menu marks the place and what waits', () => {
  const text = page(testFrame(), { title: 'Заходи', main: html`` }).toString()
  assert.match(text, /<a href="\/programme" aria-current="page">Програма<\/a>/)
  assert.match(text, /<a href="\/events">Події <span class="count">3<\/span>/)
})

test('the banner stands only in a demonstration', () => {
  const role = demoSwitch({
    action: '/demo',
    csrf: 'token',
    label: 'Дивитися як:',
    options: [{ value: 'viewer', label: 'відвідувач', current: true }],
  })
  assert.doesNotMatch(page(testFrame(), { title: 'T', main: html`` }).toString(), /class="demo"/)
  const text = page(testFrame({ demo: role }), { title: 'T', main: html`` }).toString()
  assert.match(
    text,
    /<section class="demo"[\s\S]*<button type="submit" name="role" value="viewer" aria-pressed="true">/,
  )
})

test('who is signed in can sign out by a form with the token', () => {
  const text = page(testFrame({ actor: staff }), { title: 'T', main: html`` }).toString()
  assert.match(text, /О\. Демченко/)
  assert.match(
    text,
    /<form class="inline" method="post" action="\/sign-out"><input type="hidden" name="_csrf" value="token">/,
  )
})

test('what concerns machines stands in the head', () => {
  const text = page(testFrame(), {
    title: 'Заходи',
    main: html``,
    canonical: 'https://viche.example.org/programme',
    description: 'Двадцять "заходів"',
    feeds: [{ href: '/feed.atom', title: 'Новини', type: 'application/atom+xml' }],
    jsonLd: { name: '</script><b>' },
    noIndex: true,
    refresh: 5,
  }).toString()
  const head = text.slice(0, text.indexOf('</head>'))
  assert.match(head, /<title>Заходи · Віче, Ніжин<\/title>/)
  assert.match(head, /<link rel="canonical" href="https:\/\/viche\.example\.org\/programme">/)
  assert.match(head, /content="Двадцять &quot;заходів&quot;"/)
  assert.match(
    head,
    /<link rel="alternate" type="application\/atom\+xml" title="Новини" href="\/feed\.atom">/,
  )
  assert.match(head, /\{"name":"\\u003c\/script\\u003e\\u003cb\\u003e"\}/)
  assert.match(head, /<meta name="robots" content="noindex">/)
  assert.match(head, /<meta http-equiv="refresh" content="5">/)
})

test('the moment of the data is the city’s, not the machine’s', () => {
  const summer = testFrame({ now: testFrame().now.subtract({ hours: 24 * 150 }) })
  assert.match(page(summer, { title: 'T', main: html`` }).toString(), /Дані на 27 червня 2026 року, 15:05/)
  assert.match(
    page(testFrame(), { title: 'T', main: html`` }).toString(),
    /Дані на 24 листопада 2026 року, 14:05/,
  )
})
