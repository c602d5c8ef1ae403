/** What the facts of a quarter say of a measure, before a person confirms it. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import type { DutyFact, RowState } from '../types.ts'

/**
 * The state to propose for a measure's row.
 * @param facts.duties of the quarter, of this executor
 * @param facts.evidence how much evidence of the quarter belongs to the measure
 * @param facts.continuous work that goes on («Постійно», «Щоденно»): fulfilled in a quarter, it is still under way
 * @param facts.quarterEnd its last day; a duty due later may still be fulfilled in time
 * @param facts.quarterOver after the last day of the quarter nothing more can be done in it
 * @returns null when only the executor can say
 */
export function proposeState(facts: {
  readonly duties: readonly DutyFact[]
  readonly evidence: number
  readonly continuous: boolean
  readonly quarterEnd: CivilDate
  readonly quarterOver: boolean
}): RowState | null {
  const { duties, evidence, continuous, quarterEnd, quarterOver } = facts
  const live = duties.filter((d) => d.state !== 'excused')
  // Excused is not done: what to call it, the executor says.
  if (live.length === 0) return evidence > 0 ? 'underWay' : null
  const fulfilled = live.filter((d) => d.state === 'fulfilled').length
  if (fulfilled === live.length) return continuous ? 'underWay' : 'done'
  if (live.every((d) => d.state === 'carriedOver')) return 'carriedOver'
  const undone = live.filter((d) => d.state !== 'fulfilled' && d.state !== 'carriedOver')
  const stillTime = !quarterOver || undone.every((d) => compareDates(d.due, quarterEnd) > 0)
  if (fulfilled > 0 || evidence > 0) return stillTime ? 'underWay' : 'partly'
  return stillTime ? null : 'notDone'
}
