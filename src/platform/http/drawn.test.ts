import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Mark } from '../database/marks.ts'
import { type Draw, drawing } from './drawn.ts'

const mark = (id: string, look = '1'): Mark => ({ id, look })

function list(draw: Draw, gone: readonly string[] = []) {
  const drawn: string[] = []
  const ask = (marks: readonly Mark[], beside = '', name = 'list') =>
    draw({
      list: name,
      beside,
      marks,
      read: async (ids) => ids.filter((id) => !gone.includes(id)).map((id) => ({ id })),
      draw: ({ id }) => {
        drawn.push(id)
        return `${id} of ${marks.find((m) => m.id === id)?.look}${beside}`
      },
    })
  return { ask, drawn: () => drawn.splice(0).join() }
}

test('only what nobody remembers as it looks now is drawn, and all stands in the order of the marks', async () => {
  const { ask, drawn } = list(drawing())
  assert.deepEqual(await ask([mark('a'), mark('b')]), ['a of 1', 'b of 1'])
  assert.equal(drawn(), 'a,b')
  assert.deepEqual(await ask([mark('c'), mark('b', '2'), mark('a')]), ['c of 1', 'b of 2', 'a of 1'])
  assert.equal(drawn(), 'c,b')
  assert.deepEqual(await ask([mark('a')], ', renamed'), ['a of 1, renamed'])
  assert.deepEqual(await ask([mark('a')], '', 'another list'), ['a of 1'])
})

test('what is gone between the list and its rows is left out, and asked for again the next time', async () => {
  const { ask } = list(drawing(), ['b'])
  assert.deepEqual(await ask([mark('a'), mark('b'), mark('c')]), ['a of 1', 'c of 1'])
  assert.deepEqual(await ask([mark('b')]), [])
})

test('however little is kept, every row is shown as it looks now', async () => {
  const looks = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.constantFrom('1', '2')), {
    maxLength: 5,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.array(looks, { maxLength: 8 }),
      async (limit, asked) => {
        const { ask } = list(drawing(limit))
        for (const rows of asked) {
          const marks = [...new Map(rows)].map(([id, look]) => mark(id, look))
          assert.deepEqual(
            await ask(marks),
            marks.map(({ id, look }) => `${id} of ${look}`),
          )
        }
      },
    ),
    { numRuns: 100 },
  )
})

test('what is kept has an end: who is not asked for again is forgotten', async () => {
  const { ask, drawn } = list(drawing(60))
  await ask([mark('a'), mark('b')])
  for (let i = 0; i < 20; i++) await ask([mark('a'), mark(`other ${i}`)])
  drawn()
  await ask([mark('a'), mark('b')])
  assert.equal(drawn(), 'b')
})
