/** Who decides on delegations, who sees them, whose they are. */
import { type Actor, hasRole, speaksFor } from '../../kernel/actor.ts'
import type { Delegation } from './types.ts'

export function mayDecideDelegations(actor: Actor): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'coordinator', 'administrator')
}

/** Names and dates; e-mail addresses and letters only those who decide. */
export function maySeeDelegations(actor: Actor): boolean {
  return mayDecideDelegations(actor) || (actor.kind === 'staff' && hasRole(actor, 'viewer'))
}

/** One's own, in whatever state. */
export function isOwn(actor: Actor, delegation: Pick<Delegation, 'representativeId'>): boolean {
  return actor.kind === 'representative' && delegation.representativeId === actor.id
}

/** Either side may end it at once: the person, or the office. */
export function mayWithdraw(actor: Actor, delegation: Pick<Delegation, 'representativeId'>): boolean {
  return mayDecideDelegations(actor) || isOwn(actor, delegation)
}

export function mayInvite(actor: Actor, organisationId: string): boolean {
  return speaksFor(actor, organisationId)
}
