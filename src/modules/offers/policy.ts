/** Who offers events, and who decides. */
import { type Actor, hasRole, speaksFor } from '../../kernel/actor.ts'
import type { OrganisationId } from './types.ts'

export function mayOffer(actor: Actor, organisation: OrganisationId): boolean {
  return speaksFor(actor, organisation)
}

export function mayDecideOffers(actor: Actor): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'coordinator', 'administrator')
}

/** Looks, and decides nothing. */
export function maySeeOffers(actor: Actor): boolean {
  return mayDecideOffers(actor) || (actor.kind === 'staff' && hasRole(actor, 'viewer'))
}
