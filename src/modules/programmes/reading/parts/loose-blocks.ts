/** Measures without numbers: bulleted lines, or paragraphs in which text, executors and terms alternate. */
import { BULLET, withoutBullet, wordCount } from '../text/fold.ts'
import { assign, type Block } from './block-roles.ts'
import { affinity, align, type Column, type Traits, traitsOf, USUAL_ORDERS } from './columns.ts'
import type { MeasureDraft } from './measure-draft.ts'
import type { Para } from './paragraphs.ts'

/** A measure has at most so many paragraphs. */
const LONGEST = 14
/** Regions with more paragraphs than this are no list of measures that alternate. */
const MOST = 500

export function looseBlocks(
  paras: readonly Para[],
  columns: readonly Column[] | null,
): readonly MeasureDraft[] {
  const bulleted = paras.some((p) => BULLET.test(p.text))
  // Marks from the first line on say themselves where each measure begins.
  if (paras[0] && BULLET.test(paras[0].text) && paras.filter((p) => BULLET.test(p.text)).length > 1)
    return assign(bulletBlocks(paras), columns)
  const named = paras.flatMap((p, i) => (p.role === 'text' ? [i] : []))
  if (named.length > 1 && named[0] === 0) return assign(blocksAt(paras, named), columns)
  const bare = paras.map((p) => ({ ...p, text: withoutBullet(p.text) }))
  const alternating = bare.some(
    (p) =>
      p.role === 'executors' ||
      p.role === 'term' ||
      affinity('term', p.text, null) >= 5 ||
      affinity('executors', p.text, null) > 3,
  )
  if (!alternating || paras.length > MOST) return bulleted ? assign(bulletBlocks(paras), columns) : []
  const traits = bare.map((p) => traitsOf(p.text))
  const orders = columns ? [columns] : USUAL_ORDERS
  let best: readonly number[] = []
  let order = orders[0]!
  let top = Number.NEGATIVE_INFINITY
  for (const candidate of orders) {
    const cut = bestCut(
      bare,
      paras.map((p) => BULLET.test(p.text)),
      traits,
      candidate,
    )
    if (cut.score > top + 1e-9) {
      top = cut.score
      best = cut.starts
      order = candidate
    }
  }
  return assign(blocksAt(bare, best), order)
}

/** A block from each start to the next. */
function blocksAt(paras: readonly Para[], starts: readonly number[]): readonly Block[] {
  return starts.map(
    (start, i): Block => ({
      number: null,
      first: paras[start]!.n,
      body: paras.slice(start, starts[i + 1] ?? paras.length),
      task: null,
    }),
  )
}

function bulletBlocks(paras: readonly Para[]): readonly Block[] {
  const blocks: Block[] = []
  for (const p of paras) {
    if (BULLET.test(p.text))
      blocks.push({ number: null, first: p.n, body: [{ ...p, text: withoutBullet(p.text) }], task: null })
    // A sum below the list is the programme's, where no measure has labels of its own.
    else if (p === paras.at(-1) && p.role === 'sum' && paras.every((x) => x === p || x.role === null)) break
    else blocks.at(-1)?.body.push(p)
  }
  return blocks
}

/** Where to cut the paragraphs into measures so that each fits the columns best. */
function bestCut(
  paras: readonly Para[],
  bullets: readonly boolean[],
  traits: readonly Traits[],
  columns: readonly Column[],
): { readonly starts: readonly number[]; readonly score: number } {
  const n = paras.length
  const best: number[] = [0]
  const from: number[] = [-1]
  for (let end = 1; end <= n; end++) {
    let top = Number.NEGATIVE_INFINITY
    let source = end - 1
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const score =
        best[start]! + blockScore(paras.slice(start, end), bullets[start]!, traits.slice(start, end), columns)
      if (score > top) {
        top = score
        source = start
      }
    }
    best.push(top)
    from.push(source)
  }
  const starts: number[] = []
  for (let at = n; at > 0; at = from[at]!) starts.unshift(from[at]!)
  return { starts, score: best[n]! }
}

/** A whole measure has text and an executor or a term; one without both is cut only where nothing else fits. */
function blockScore(
  paras: readonly Para[],
  bullet: boolean,
  traits: readonly Traits[],
  columns: readonly Column[],
): number {
  const first = paras[0]!
  if (paras.some((p) => p.role !== null)) {
    const labels = new Set(paras.map((p) => p.role))
    const repeated = paras.filter((p) => p.role !== null).length > labels.size
    return first.role !== null || repeated ? -20 : 8
  }
  const { assigned, score } = align(traits, columns)
  const roles = new Set(assigned.map((c) => columns[c]!.role))
  const small = /^\p{Ll}/u.test(first.text) && !bullet ? -4 : 0
  const brief = wordCount(first.text) < 2 ? -3 : 0
  return (
    score -
    3 +
    (roles.has('text') ? 0 : -8) +
    (roles.has('executors') ? 2 : -1) +
    (roles.has('term') ? 2 : 0) +
    small +
    brief
  )
}
