import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { pageBytes } from '../platform/http/replies.ts'
import { asBytes, type Html, html } from './html.ts'

type Tree = string | readonly Tree[]
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, fc.string({ unit: 'grapheme' }), fc.array(tie('tree'), { maxLength: 4 })),
}))

/** @param keep which of the inner parts are kept as bytes */
function drawn(part: Tree, keep: (depth: number) => boolean, depth = 0): Html {
  const made =
    typeof part === 'string'
      ? html`<b title="${part}">ї${part}</b>`
      : html`<i>${part.map((inner) => drawn(inner, keep, depth + 1))}</i>`
  return keep(depth) ? asBytes(made) : made
}

test('parts that are kept as bytes change nothing of what is sent', () => {
  fc.assert(
    fc.property(tree, fc.integer({ min: 1, max: 3 }), (part, every) => {
      const plain = drawn(part, () => false)
      const kept = drawn(part, (depth) => depth % every === 0)
      assert.equal(kept.toString(), plain.toString())
      for (const each of [plain, kept]) assert.deepEqual(pageBytes(each), Buffer.from(plain.toString()))
    }),
  )
})

test('a page that is longer than the desk is sent whole', () => {
  const long = html`${asBytes(html`<p>${'є'.repeat(50_000)}</p>`)}${'ґ'.repeat(300_000)}`
  assert.deepEqual(pageBytes(long), Buffer.from(long.toString()))
})
