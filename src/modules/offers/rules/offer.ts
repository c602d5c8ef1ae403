/** The life of an offer, and what it must say before it is sent. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { OfferContent, OfferState, OfferVerb } from '../types.ts'

const NEXT: Readonly<Record<OfferState, Partial<Record<OfferVerb, OfferState>>>> = {
  submitted: { send: 'submitted', accept: 'accepted', return: 'returned', withdraw: 'withdrawn' },
  returned: { send: 'submitted', withdraw: 'withdrawn' },
  accepted: {},
  withdrawn: {},
}

export function step(state: OfferState, verb: OfferVerb): OfferState | Refusal<'wrong_state'> {
  return NEXT[state][verb] ?? refuse('wrong_state', { state })
}

export function can(state: OfferState, verb: OfferVerb): boolean {
  return NEXT[state][verb] !== undefined
}

/** A year ahead: who plans farther offers it when it comes nearer. */
export const AHEAD_YEARS = 1

/** Everything wrong with it at once. */
export function wrongWith(offer: OfferContent, today: CivilDate): Refusal[] {
  const wrong: Refusal[] = []
  if (compareDates(offer.day, today) < 0) wrong.push(refuse('day_past', undefined, 'day'))
  if (compareDates(offer.day, today.add({ years: AHEAD_YEARS })) > 0)
    wrong.push(refuse('day_far', undefined, 'day'))
  if (offer.ends !== null && offer.starts === null) wrong.push(refuse('start_needed', undefined, 'starts'))
  if (offer.ends !== null && offer.ends === offer.starts)
    wrong.push(refuse('ends_at_start', undefined, 'ends'))
  if (offer.mode !== 'online' && offer.place === null) wrong.push(refuse('place_needed', undefined, 'place'))
  if (offer.mode !== 'onSite' && offer.link === null) wrong.push(refuse('link_needed', undefined, 'link'))
  return wrong
}
