import type { Actor } from '../../../kernel/actor.ts'

/** Under which name a record says who made it. For the office only. */
export function nameOf(actor: Actor): string {
  if (actor.kind === 'system') return actor.job
  return actor.kind === 'anonymous' ? '' : actor.name
}
