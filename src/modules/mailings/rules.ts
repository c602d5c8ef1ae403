/** What may become of a mailing. */
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import type { MailingState } from './types.ts'

export type MailingVerb = 'release' | 'cancel' | 'retry'

const next: Readonly<Record<MailingState, Partial<Record<MailingVerb, MailingState>>>> = {
  held: { release: 'released', cancel: 'cancelled' },
  released: { retry: 'released' },
  cancelled: {},
}

export function step(state: MailingState, verb: MailingVerb): MailingState | Refusal<'wrong_state'> {
  return next[state][verb] ?? refuse('wrong_state', { state, verb })
}
