/** Which paragraph of a measure is its text, its executors, its term, its money. */
import { tidy } from '../text/fold.ts'
import type { TextWithLines } from '../types.ts'
import { affinity, align, type Column, columnOf, type Role, traitsOf, USUAL_ORDERS } from './columns.ts'
import { addPiece, draftOf, type MeasureDraft } from './measure-draft.ts'
import { labelled, type Para } from './paragraphs.ts'

export type Block = { number: string | null; first: number; body: Para[]; task: TextWithLines | null }

/** All blocks of a region share the order of their columns: the order that fits them best together. */
export function assign(blocks: readonly Block[], columns: readonly Column[] | null): readonly MeasureDraft[] {
  const known = blocks.map((block) => ({ block, traits: block.body.map((p) => traitsOf(p.text)) }))
  const free = known.filter(({ block }) => !block.body.some((p) => p.role !== null))
  const orders = columns ? [columns] : USUAL_ORDERS
  let best = orders[0]!
  if (orders.length > 1 && free.length > 0) {
    let top = Number.NEGATIVE_INFINITY
    for (const order of orders) {
      const score = free.reduce((sum, { traits }) => sum + align(traits, order).score, 0)
      if (score > top + 1e-9) {
        top = score
        best = order
      }
    }
  }
  return known.map(({ block, traits }) => {
    const draft = draftOf(block.number, block.first, block.task)
    if (block.body.some((p) => p.role !== null)) return byLabels(draft, block.body)
    const { assigned } = align(traits, best)
    block.body.forEach((p, i) => {
      addPiece(draft, best[assigned[i]!]!, { text: p.text, n: p.n })
    })
    return draft
  })
}

function byLabels(draft: MeasureDraft, body: readonly Para[]): MeasureDraft {
  let role: Role = 'text'
  for (const p of body) {
    const label = p.role === null ? null : labelled(p.text)
    if (label) role = label.role
    const text = label ? label.rest : p.text
    if (
      !label &&
      role === 'term' &&
      draft.pieces.some((x) => x.role === 'term') &&
      affinity('executors', text, null) > 3
    )
      role = 'executors'
    addPiece(draft, columnOf('', role), { text, n: p.n })
  }
  draft.pieces = draft.pieces.filter((x) => tidy(x.piece.text) !== '')
  return draft
}
