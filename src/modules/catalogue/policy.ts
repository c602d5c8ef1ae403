/** Who answers for what is published. Reading is for everybody. */
import { type Actor, hasRole } from '../../kernel/actor.ts'

export function maySetPublisher(actor: Actor): boolean {
  return hasRole(actor, 'administrator', 'coordinator')
}
