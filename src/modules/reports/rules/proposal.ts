/** What the facts of a quarter say of a measure, before a person confirms it. */
import type { DutyFact, RowState } from '../types.ts'

/**
 * The state to propose for a measure's row.
 * @param facts.duties of the quarter, of this executor
 * @param facts.evidence how much evidence of the quarter belongs to the measure
 * @param facts.continuous work that goes on («Постійно», «Щоденно»): fulfilled in a quarter, it is still under way
 * @param facts.quarterOver after the last day of the quarter nothing more can be done in it
 * @returns null when only the executor can say
 */
export function proposeState(facts: {
  readonly duties: readonly DutyFact[]
  readonly evidence: number
  readonly continuous: boolean
  readonly quarterOver: boolean
}): RowState | null {
  const live = facts.duties.filter((d) => d.state !== 'excused')
  if (live.length === 0) return facts.duties.length > 0 ? 'done' : facts.evidence > 0 ? 'underWay' : null
  const fulfilled = live.filter((d) => d.state === 'fulfilled').length
  if (fulfilled === live.length) return facts.continuous ? 'underWay' : 'done'
  if (live.every((d) => d.state === 'carriedOver')) return 'carriedOver'
  if (fulfilled > 0 || facts.evidence > 0) return facts.quarterOver ? 'partly' : 'underWay'
  return facts.quarterOver ? 'notDone' : null
}
