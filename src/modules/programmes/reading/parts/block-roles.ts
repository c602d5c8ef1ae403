/** Which paragraph of a measure is its text, its executors, its term, its money. */
import { startsLikeExecutor } from '../executors.ts'
import { looksLikeTerm } from '../recurrence.ts'
import { tidy } from '../text/fold.ts'
import type { TextWithLines } from '../types.ts'
import {
  affinity,
  align,
  type Column,
  columnOf,
  type Role,
  SOURCE,
  type Traits,
  traitsOf,
  USUAL_ORDERS,
} from './columns.ts'
import { addPiece, draftOf, type MeasureDraft, type Piece } from './measure-draft.ts'
import { labelled, type Para } from './paragraphs.ts'

export type Block = { number: string | null; first: number; body: Para[]; task: TextWithLines | null }

const OWN_NUMBER = /^(\d{1,2}(?:\.\d{1,3})*)[.)]\s+(?=\p{L}|["«“])/u

/** Paragraphs of the task in a row whose measure has a number of its own: «Навчання», «1. Провести школу». */
function tasksAhead(body: readonly Para[], columns: readonly Column[]): number {
  const task = columns.findIndex((c) => c.role === 'task')
  const text = columns.findIndex((c) => c.role === 'text')
  if (task < 0 || text < task) return 0
  const at = body.findIndex((p) => OWN_NUMBER.test(p.text))
  return at > 0 && at <= 4 ? at : 0
}

/** A paragraph, or what of it stays without its number or label. */
function pieceOf({ n, last }: Para, text: string): Piece {
  return last === undefined ? { text, n } : { text, n, last }
}

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
    const tasks = columns ? tasksAhead(block.body, columns) : 0
    const rest = best.slice(tasks === 0 ? 0 : best.findIndex((c) => c.role === 'text'))
    const further = furtherSources(traits, rest)
    const { assigned } = align(traits.slice(tasks, further), rest)
    const sums = rest.filter((c) => c.role === 'sum')
    block.body.forEach((p, i) => {
      if (i >= further) {
        const at = (i - further) % (sums.length + 1)
        const column = at === 0 ? rest.find((c) => c.role === 'source')! : sums[at - 1]!
        addPiece(draft, column, pieceOf(p, p.text))
        return
      }
      if (i < tasks) addPiece(draft, best.find((c) => c.role === 'task')!, pieceOf(p, p.text))
      else {
        const own = i === tasks && tasks > 0 ? OWN_NUMBER.exec(p.text) : null
        if (own) draft.number = own[1]!
        const text = own ? p.text.slice(own[0].length) : p.text
        addPiece(draft, rest[assigned[i - tasks]!]!, pieceOf(p, text))
      }
    })
    return draft
  })
}

/**
 * Where rows for further sources begin in a measure that is read cell by cell: at its end a source and as many
 * sums as there are columns of them, once or again. The length of the block where there is none.
 */
function furtherSources(traits: readonly Traits[], columns: readonly Column[]): number {
  const width = columns.filter((c) => c.role === 'sum').length + 1
  if (width < 2 || !columns.some((c) => c.role === 'source')) return traits.length
  let at = traits.length
  for (;;) {
    const row = traits.slice(Math.max(0, at - width), at)
    const [source, ...sums] = row
    const isRow =
      row.length === width &&
      source &&
      SOURCE.test(source.key) &&
      !source.isMoney &&
      sums.every((t) => t.isMoney)
    if (!isRow) break
    at -= width
  }
  // The first such row is the measure's own when no sum stands before it.
  return traits.slice(0, at).some((t) => t.isMoney) ? at : traits.length
}

/** A part of the line that the paragraph before it stands on. */
function isInline(p: Para, body: readonly Para[]): boolean {
  const at = body.indexOf(p)
  return at > 0 && body[at - 1]!.n === p.n
}

const LEADING_TERM =
  /^(?:Постійно|Щоденно|Щотижня|Щомісяця|Щомісячно|Щокварталу|Щоквартально|Щопівроку|Щороку|Щорічно|Двічі на рік|Протягом року|До \d{1,2} \p{L}{3,9} \d{4} року)(?=,?\s\p{Ll})/u

function byLabels(draft: MeasureDraft, body: readonly Para[]): MeasureDraft {
  let role: Role = 'text'
  for (const p of body) {
    const label = p.role === null ? null : labelled(p.text)
    if (label) role = label.role
    else if (
      role !== 'text' &&
      !draft.pieces.some((x) => x.role === 'text') &&
      !startsLikeExecutor(p.text) &&
      !looksLikeTerm(p.text)
    )
      role = 'text'
    else if (isInline(p, body) && looksLikeTerm(p.text)) role = 'term'
    else if (isInline(p, body) && startsLikeExecutor(p.text)) role = 'executors'
    const text = label ? label.rest : p.text
    if (
      !label &&
      role === 'term' &&
      draft.pieces.some((x) => x.role === 'term') &&
      affinity('executors', text, null) > 3
    )
      role = 'executors'
    addPiece(draft, columnOf('', role), pieceOf(p, text))
  }
  draft.pieces = draft.pieces.filter((x) => tidy(x.piece.text) !== '')
  // «Щоквартально проводити зустрічі …» where no label gives the term.
  const text = draft.pieces.find((x) => x.role === 'text')?.piece
  const leading = text && LEADING_TERM.exec(text.text)?.[0].trim()
  if (leading && !draft.pieces.some((x) => x.role === 'term'))
    addPiece(draft, columnOf('', 'term'), { text: leading, n: text.n })
  return draft
}
