import type { Actor } from '../../../kernel/actor.ts'

/** The name under which a change is remembered beside the audit. */
export function nameOf(actor: Actor): string {
  if (actor.kind === 'staff' || actor.kind === 'token') return actor.name
  return actor.kind === 'system' ? actor.job : ''
}
