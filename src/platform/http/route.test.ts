import assert from 'node:assert/strict'
import { test } from 'node:test'
import { safeNext } from './route.ts'

test('next= leads only to a path of this site', () => {
  for (const to of [
    '/office',
    '/office/duties?state=late&year=2026',
    '/office/reports/1a-2b',
    '/en/programmes',
  ])
    assert.equal(safeNext(to, '/office'), to)
  const AWAY: readonly string[] = [
    '',
    'office',
    'https://evil.example',
    'http:evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    '\u0000//evil.example',
    '/office/../../evil',
    '/office\r\nset-cookie: a=b',
    '/office\u2028x',
    'javascript:alert(1)',
    'data:text/html,x',
    '/<script>',
    '/office#x',
    '/office?next=<x>',
    '/office"onload=',
    '/оffice',
  ]
  for (const to of AWAY) {
    const next = safeNext(to, '/office')
    assert.equal(next, '/office', JSON.stringify(to))
  }
  // Whatever is let through, a browser reads it as an address of this host.
  for (const to of [
    ...AWAY,
    '/%2f%2fevil.example',
    '/%5cevil.example',
    '/@evil.example',
    '/.evil.example',
    '/:80',
  ])
    assert.equal(new URL(safeNext(to, '/office'), 'https://viche.test').host, 'viche.test', to)
})
