/** What may become of a delegation, and on which days it holds. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Delegation, DelegationState } from '../types.ts'

export type DelegationVerb = 'confirm' | 'accept' | 'return' | 'resubmit' | 'withdraw' | 'end'
export type DelegationCode = 'wrong_state' | 'to_before_from' | 'to_past' | 'too_long' | 'letter_missing'

const next: Readonly<Record<DelegationState, Partial<Record<DelegationVerb, DelegationState>>>> = {
  unconfirmed: { confirm: 'submitted' },
  submitted: { accept: 'active', return: 'returned', withdraw: 'withdrawn' },
  returned: { resubmit: 'submitted', withdraw: 'withdrawn' },
  active: { withdraw: 'withdrawn', end: 'ended' },
  ended: {},
  withdrawn: {},
}

export function step(state: DelegationState, verb: DelegationVerb): DelegationState | Refusal<'wrong_state'> {
  return next[state][verb] ?? refuse('wrong_state', { state, verb })
}

/** No letter of delegation looks further ahead; who needs longer brings a new one. */
export const LONGEST_YEARS = 5

/** From and to, both included. */
export function wrongTerm(
  term: { readonly from: CivilDate; readonly to: CivilDate },
  today: CivilDate,
): readonly Refusal<DelegationCode>[] {
  if (compareDates(term.to, term.from) < 0) return [refuse('to_before_from', undefined, 'to')]
  if (compareDates(term.to, today) < 0) return [refuse('to_past', undefined, 'to')]
  if (compareDates(term.to, term.from.add({ years: LONGEST_YEARS })) > 0)
    return [refuse('too_long', { years: LONGEST_YEARS }, 'to')]
  return []
}

export function holdsOn(d: Pick<Delegation, 'state' | 'from' | 'to'>, day: CivilDate): boolean {
  return (
    d.state === 'active' &&
    d.from !== null &&
    d.to !== null &&
    compareDates(d.from, day) <= 0 &&
    compareDates(d.to, day) >= 0
  )
}

/** A colleague's word reaches as far as the colleague's own. */
export function trustedTerm(
  inviter: Pick<Delegation, 'state' | 'from' | 'to'>,
  today: CivilDate,
): { readonly from: CivilDate; readonly to: CivilDate } | null {
  return holdsOn(inviter, today) && inviter.to !== null ? { from: today, to: inviter.to } : null
}
