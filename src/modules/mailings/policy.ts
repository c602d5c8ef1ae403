/** Who decides what leaves the house. */
import { type Actor, hasRole } from '../../kernel/actor.ts'

export function mayDecideMailings(actor: Actor): boolean {
  return hasRole(actor, 'coordinator', 'administrator')
}
