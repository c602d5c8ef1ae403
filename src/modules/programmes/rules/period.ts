import { type Period, parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { ProposedProgramme } from '../types/proposed.ts'

/** The period of a proposal, both days included. */
export function periodOf(
  p: Pick<ProposedProgramme, 'period'>,
): Period | Refusal<'no_period' | 'period_order'> {
  const from = parseCivilDate(p.period.from ?? '')
  const to = parseCivilDate(p.period.to ?? '')
  if (from === null || to === null) return refuse('no_period', undefined, 'from')
  return from.toString() > to.toString() ? refuse('period_order', undefined, 'to') : { from, to }
}
