import type { Actor } from '../../../kernel/actor.ts'

/** As the record names who did it. */
export function nameOf(actor: Actor): string {
  return actor.kind === 'staff' || actor.kind === 'token' ? actor.name : ''
}
