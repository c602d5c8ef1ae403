/** Who looks after the house. */
import { type Actor, hasRole } from '../../kernel/actor.ts'

export function mayReadRecord(actor: Actor): boolean {
  return hasRole(actor, 'administrator', 'coordinator')
}

export function maySetCity(actor: Actor): boolean {
  return hasRole(actor, 'administrator')
}
