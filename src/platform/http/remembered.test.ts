import assert from 'node:assert/strict'
import { test } from 'node:test'
import { remembering } from './remembered.ts'

test('what was loaded once is given until something is committed', async () => {
  const pulse = { version: 1 }
  const remember = remembering(pulse)
  let loads = 0
  const ask = (key = 'units') => remember(key, async () => ++loads)
  assert.deepEqual(await Promise.all([ask(), ask(), ask('years'), ask()]), [1, 1, 2, 1])
  pulse.version = 2
  assert.equal(await ask(), 3)
})

test('what was read before a change and came after it is not kept for those who ask later', async () => {
  const pulse = { version: 1 }
  const remember = remembering(pulse)
  let finish = (_: string) => {}
  const early = remember('total', () => new Promise<string>((resolve) => (finish = resolve)))
  pulse.version = 2
  finish('old')
  assert.equal(await early, 'old')
  assert.equal(await remember('total', async () => 'new'), 'new')
})

test('a failure is not remembered', async () => {
  const remember = remembering({ version: 1 })
  await assert.rejects(remember('total', () => Promise.reject(new Error('away'))))
  assert.equal(await remember('total', async () => 7), 7)
})
