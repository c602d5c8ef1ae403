import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupCommit } from './group-commit.ts'

test('what arrives while a commit runs goes with the next one, in its order, each with its own answer', async () => {
  const groups: number[][] = []
  const write = groupCommit<number, string>(async (items) => {
    groups.push([...items])
    await new Promise((resolve) => setTimeout(resolve, 5))
    return items.map((n) => `answer ${n}`)
  }, 4)
  const first = [1, 2].map(write)
  await new Promise((resolve) => setImmediate(resolve))
  const rest = [3, 4, 5, 6, 7, 8].map(write)
  assert.deepEqual(
    await Promise.all([...first, ...rest]),
    [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `answer ${n}`),
  )
  assert.deepEqual(groups.flat(), [1, 2, 3, 4, 5, 6, 7, 8])
  assert.ok(groups.every((group) => group.length <= 4) && groups.length < 8)
})

test('a group that fails is told so, and the next one is not harmed', async () => {
  let fail = true
  const write = groupCommit<number, number>(async (items) => {
    if (fail) throw new Error('disk')
    return [...items]
  })
  await assert.rejects(write(1), /disk/)
  fail = false
  assert.equal(await write(2), 2)
})
