import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, before, describe, test } from 'node:test'
import { fetchPublic, isPublicAddress } from './fetch-public.ts'

for (const [address, expected] of [
  ['93.184.216.34', true],
  ['2a00:1450:401b:80e::200e', true],
  ['127.0.0.1', false],
  ['127.8.9.1', false],
  ['0.0.0.0', false],
  ['10.1.2.3', false],
  ['100.64.0.1', false],
  ['169.254.169.254', false],
  ['172.31.255.255', false],
  ['172.32.0.1', true],
  ['192.168.1.1', false],
  ['224.0.0.1', false],
  ['255.255.255.255', false],
  ['::1', false],
  ['::', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:93.184.216.34', false],
  ['fe80::1', false],
  ['fd00::1', false],
  ['ff02::1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  ['2001:db8::1', false],
  ['localhost', false],
] as const)
  test(`${address} is ${expected ? 'public' : 'not public'}`, () =>
    assert.equal(isPublicAddress(address), expected))

const LIMITS = { maxBytes: 1_000, milliseconds: 1_000 }
const problemOf = async (...args: Parameters<typeof fetchPublic>) => {
  const got = await fetchPublic(...args)
  return got.ok ? 'ok' : got.problem
}

for (const address of [
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f000001/',
  'http://[::1]/',
  'http://[::ffff:169.254.169.254]/latest/meta-data',
  'http://localhost:5432/',
  'ftp://example.org/a.ics',
  'file:///etc/passwd',
  'http://user:word@example.org/',
  'нічого',
])
  test(`refused without a connection: ${address}`, async () =>
    assert.equal(
      await problemOf(address, { ...LIMITS, addressesOf: async () => ['127.0.0.1'] }),
      'not_public',
    ))

describe('against a server', () => {
  let asked = 0
  const server = createServer((request, response) => {
    asked += 1
    if (request.url === '/inside') return response.writeHead(302, { location: 'http://10.0.0.1/' }).end()
    if (request.url === '/round') return response.writeHead(302, { location: '/round' }).end()
    if (request.url === '/large') return response.end('x'.repeat(2_000))
    if (request.url === '/slow') return
    if (request.url === '/none') return response.writeHead(404).end()
    return response.end('BEGIN:VCALENDAR')
  })
  before(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
  after(() => void server.close().closeAllConnections())
  const address = (path: string) => `http://calendar.example:${(server.address() as AddressInfo).port}${path}`
  /** The server of the test stands for one of the world. */
  const limits = {
    ...LIMITS,
    isPublic: (a: string) => a === '127.0.0.1',
    addressesOf: async () => ['127.0.0.1'],
  }

  test('a calendar comes', async () => {
    const got = await fetchPublic(address('/a.ics'), limits)
    assert.equal(got.ok && Buffer.from(got.bytes).toString(), 'BEGIN:VCALENDAR')
  })
  for (const [path, problem] of [
    ['/inside', 'not_public'],
    ['/round', 'bad_answer'],
    ['/large', 'too_large'],
    ['/none', 'bad_answer'],
  ] as const)
    test(`${path}: ${problem}`, async () => assert.equal(await problemOf(address(path), limits), problem))
  test('a server that never answers is left', async () =>
    assert.equal(await problemOf(address('/slow'), { ...limits, milliseconds: 200 }), 'too_slow'))
  test('a name that has one inner address among public ones is not asked', async () => {
    const before = asked
    const mixed = { ...limits, addressesOf: async () => ['127.0.0.1', '10.0.0.1'] }
    assert.equal(await problemOf(address('/a.ics'), mixed), 'not_public')
    assert.equal(asked, before)
  })
})
