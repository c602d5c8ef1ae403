/** What may become of an import. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { ImportState } from '../types.ts'

export function mayStop(state: ImportState): true | Refusal<'wrong_state'> {
  return state === 'running' || refuse('wrong_state', { state })
}

export function mayResume(state: ImportState): true | Refusal<'wrong_state'> {
  return state === 'stopped' || state === 'interrupted' || refuse('wrong_state', { state })
}
