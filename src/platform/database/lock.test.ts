import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, test } from 'node:test'
import { DataInUse, type Holder, LOCK_FILE, readHolder, takeLock } from './lock.ts'
import { identify } from './process-facts.ts'

let dir: string
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'viche-lock-'))
})
afterEach(() => rm(dir, { recursive: true, force: true }))

const path = () => join(dir, LOCK_FILE)
const leave = (holder: Partial<Holder>) =>
  writeFile(
    path(),
    JSON.stringify({ pid: process.ppid, identity: '', host: hostname(), since: '', address: '', ...holder }),
  )

test('it says who holds the data, and is gone when released', async () => {
  const lock = await takeLock(dir, 'http://localhost:3000')
  const holder = await readHolder(dir)
  assert.equal(holder?.pid, process.pid)
  assert.equal(holder?.address, 'http://localhost:3000')
  assert.ok(Math.abs(Date.parse(holder?.since ?? '') - Date.now()) < 5_000)
  await assert.rejects(
    takeLock(dir, ''),
    (error: unknown) => error instanceof DataInUse && error.holder.pid === process.pid,
  )
  await lock.release()
  assert.deepEqual(await readdir(dir), [])
})

test('a living process is left alone', async () => {
  await leave({ identity: (await identify(process.ppid)) ?? '' })
  await assert.rejects(takeLock(dir, ''), DataInUse)
})

const stale: readonly (readonly [string, () => Promise<void>])[] = [
  ['its process is gone', () => leave({ pid: 4_194_305, identity: 'x' })],
  ['its number went to another process', () => leave({ identity: 'of another time' })],
  ['it is empty', () => writeFile(path(), '')],
  ['it is damaged', () => writeFile(path(), '{"pid": "no')],
]
for (const [why, make] of stale)
  test(`a lock is taken over when ${why}`, async () => {
    await make()
    await takeLock(dir, 'mine').then((lock) => lock.release())
  })

test('a lock of another host holds while it is renewed', async () => {
  await leave({ host: 'another-host', pid: 1 })
  await assert.rejects(takeLock(dir, ''), DataInUse)
  const old = new Date(Date.now() - 60_000)
  await utimes(path(), old, old)
  await takeLock(dir, 'mine').then((lock) => lock.release())
})

test('of many that find the same stale lock, one gets it', async () => {
  await leave({ pid: 4_194_305, identity: 'x' })
  const tries = await Promise.allSettled(Array.from({ length: 12 }, (_, i) => takeLock(dir, String(i))))
  const won = tries.flatMap((t) => (t.status === 'fulfilled' ? [t.value] : []))
  assert.equal(won.length, 1)
  for (const t of tries)
    if (t.status === 'rejected') assert.ok(t.reason instanceof DataInUse, String(t.reason))
  await won[0]!.release()
})

test('a lock that was taken over meanwhile is not removed by its old holder', async () => {
  const lock = await takeLock(dir, 'mine')
  await leave({ address: 'another' })
  await lock.release()
  assert.match(await readFile(path(), 'utf8'), /another/)
})
