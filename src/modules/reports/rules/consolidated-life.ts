/** The life of a consolidated report. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { ConsolidatedState } from '../types.ts'

export type ConsolidatedVerb = 'edit' | 'approve' | 'publish' | 'correct'

const next: Readonly<Record<ConsolidatedState, Partial<Record<ConsolidatedVerb, ConsolidatedState>>>> = {
  draft: { edit: 'draft', approve: 'approved' },
  approved: { publish: 'published', correct: 'draft' },
  published: { correct: 'draft' },
}

export function consolidatedStep(
  state: ConsolidatedState,
  verb: ConsolidatedVerb,
): ConsolidatedState | Refusal<'wrong_state'> {
  return next[state][verb] ?? refuse('wrong_state', { state, verb })
}
