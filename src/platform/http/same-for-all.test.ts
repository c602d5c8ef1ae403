/** Answers that are made once for all who ask meanwhile. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import fastify from 'fastify'
import { NotFound } from '../../kernel/errors.ts'
import { html } from '../../kernel/html.ts'
import { page, type Reply } from './route.ts'
import { type PageCaching, sameForAll } from './same-for-all.ts'

function server(caching: PageCaching, make: (n: number) => Promise<Reply>) {
  const pulse = { version: 1, up: true }
  let made = 0
  const app = fastify()
  const answer = sameForAll({ pulse, caching, secure: false })
  app.get('/*', (request, reply) => answer(request, reply, () => make(++made)))
  const ask = async (url = '/a') => {
    const { statusCode, body } = await app.inject({ url })
    return statusCode === 200 ? body : String(statusCode)
  }
  return { pulse, ask, made: () => made }
}

const slowly = async (n: number): Promise<Reply> => {
  await sleep(20)
  return page(html`<p>${n}</p>`)
}

test('a page that many ask for at once is made once; another address is another page', async () => {
  const { ask, made } = server('on', slowly)
  const bodies = await Promise.all([...Array.from({ length: 30 }, () => ask()), ask('/b')])
  assert.deepEqual(new Set(bodies.slice(0, 30)), new Set(['<p>1</p>']))
  assert.deepEqual([bodies[30], made()], ['<p>2</p>', 2])
  assert.deepEqual([await ask(), made()], ['<p>1</p>', 2])
})

test('who asks after a commit does not get what was begun before it', async () => {
  const { ask, pulse, made } = server('on', slowly)
  const before = ask()
  await sleep(5)
  pulse.version++
  assert.deepEqual([await ask(), await before], ['<p>2</p>', '<p>1</p>'])
  assert.deepEqual([await ask(), made()], ['<p>2</p>', 2], 'the older copy did not stay')
})

test('shared keeps nothing; off makes each its own', async () => {
  const shared = server('shared', slowly)
  await Promise.all([shared.ask(), shared.ask()])
  assert.equal(await shared.ask(), '<p>2</p>')
  const off = server('off', slowly)
  assert.deepEqual((await Promise.all([off.ask(), off.ask()])).sort(), ['<p>1</p>', '<p>2</p>'])
})

test('a failure reaches all who waited and is not kept; a stream is each reader’s own', async () => {
  const failing = server('on', async (n) => {
    await sleep(5)
    if (n === 1) throw Object.assign(new NotFound('page'), { statusCode: 404 })
    return page(html`<p>${n}</p>`)
  })
  assert.deepEqual(await Promise.all([failing.ask(), failing.ask()]), ['404', '404'])
  assert.equal(await failing.ask(), '<p>2</p>')
  const streaming = server('on', async (n) => {
    await sleep(5)
    return { kind: 'bytes', type: 'text/csv', body: rows(n) }
  })
  assert.deepEqual((await Promise.all([streaming.ask(), streaming.ask()])).sort(), ['1;1', '2;2'])
})

async function* rows(n: number) {
  yield `${n};`
  yield String(n)
}
