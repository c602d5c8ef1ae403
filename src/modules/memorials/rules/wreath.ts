/** Delegations and wreaths counted. */
import { type Kopiykas, kopiykas } from '../../../kernel/money.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Wreath, WreathInput } from '../types.ts'

export function wrongWreath(input: WreathInput): Refusal[] {
  const wrong: Refusal[] = []
  if (input.kind === 'none' && input.count > 0) wrong.push(refuse('count_of_nothing', {}, 'count'))
  if (input.kind !== 'none' && input.count === 0) wrong.push(refuse('count_needed', {}, 'count'))
  if (input.paidByCity && input.cost === null) wrong.push(refuse('cost_needed', {}, 'cost'))
  return wrong
}

export type WreathTotals = {
  readonly delegations: number
  readonly people: number
  readonly wreaths: number
  /** What the city pays. */
  readonly cost: Kopiykas
}

/** Of those who did not come nothing counts but what the city paid for them. */
export function totalsOf(wreaths: readonly Wreath[]): WreathTotals {
  const came = wreaths.filter((w) => w.laid !== false)
  return {
    delegations: came.length,
    people: came.reduce((n, w) => n + (w.people ?? 0), 0),
    wreaths: came.reduce((n, w) => n + w.count, 0),
    cost: kopiykas(wreaths.reduce((sum, w) => sum + (w.paidByCity ? (w.cost ?? 0) * w.count : 0), 0)),
  }
}
