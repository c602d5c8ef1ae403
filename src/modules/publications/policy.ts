/** Who writes news, who decides on it, and who decides on an appeal. */
import { type Actor, hasRole, speaksFor } from '../../kernel/actor.ts'
import type { OrganisationId, Revision } from './types.ts'

export function mayWriteNews(actor: Actor, organisation: OrganisationId): boolean {
  return speaksFor(actor, organisation)
}

export function mayDecideNews(actor: Actor): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'coordinator', 'administrator')
}

/** Looks, and decides nothing. */
export function maySeeNews(actor: Actor): boolean {
  return mayDecideNews(actor) || (actor.kind === 'staff' && hasRole(actor, 'viewer'))
}

/** Another than the one who returned it. */
export function mayDecideAppeal(actor: Actor, revision: Pick<Revision, 'decidedBy'>): boolean {
  return mayDecideNews(actor) && actor.kind === 'staff' && actor.id !== revision.decidedBy
}
