/** Who may change what the city counts by. Reading is for everybody. */
import { type Actor, hasRole } from '../../kernel/actor.ts'

export function mayOverrideRules(actor: Actor): boolean {
  return hasRole(actor, 'administrator', 'coordinator')
}
