/** What may become of a mailing. */
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { MailingState } from './types.ts'

/**
 * Letters that their reader asked for a moment ago, to the address that was typed. They wait for nobody well: a city
 * switches them on when it is set up.
 */
export const ASKED_FOR: readonly string[] = [
  'representative.signIn',
  'representative.confirm',
  'follow.confirm',
]

export type MailingVerb = 'release' | 'cancel' | 'retry'

const next: Readonly<Record<MailingState, Partial<Record<MailingVerb, MailingState>>>> = {
  held: { release: 'released', cancel: 'cancelled' },
  released: { retry: 'released' },
  cancelled: {},
}

export function step(state: MailingState, verb: MailingVerb): MailingState | Refusal<'wrong_state'> {
  return next[state][verb] ?? refuse('wrong_state', { state, verb })
}
