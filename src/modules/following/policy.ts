/** Who of the office sees how many follow what. Addresses are nobody's to look at. */
import { type Actor, hasRole } from '../../kernel/actor.ts'

export function maySeeFollowing(actor: Actor): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'coordinator', 'administrator', 'viewer')
}
