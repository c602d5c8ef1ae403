/** Who writes cards, who decides on them, and who may look at those that are not public. */
import { type Actor, hasRole, speaksFor } from '../../kernel/actor.ts'

export function mayDecidePractices(actor: Actor): boolean {
  return hasRole(actor, 'coordinator', 'administrator')
}

export function maySeePractices(actor: Actor): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'coordinator', 'administrator', 'viewer')
}

/** A representative for the own organisation, a clerk for any. */
export function mayWritePractice(actor: Actor, organisation: string): boolean {
  return speaksFor(actor, organisation) || mayDecidePractices(actor)
}
