import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'
import { freshDatabase } from './database/test-database.ts'
import { takePulse } from './pulse.ts'

test('a program that is busy for seconds does not think that its database is away', async () => {
  const database = await freshDatabase({ empty: true })
  const seen: boolean[] = []
  const pulse = await takePulse(database.url, (up) => seen.push(up))
  try {
    for (let i = 0; i < 4; i++) {
      // The next beat is due; it is sent, and the answer waits in the socket for more than a second.
      busy(600)
      await nextTurn()
      await nextTurn()
      busy(1_300)
      await sleep(20)
    }
    assert.deepEqual(seen, [true])
    assert.equal(pulse.up, true)
  } finally {
    await pulse.close()
    await database.drop()
  }
})

function busy(ms: number): void {
  const end = performance.now() + ms
  while (performance.now() < end) Math.sqrt(end)
}
