/** Who composes the city passport: the coordinator and the administrator. The office reads. */
import { type Actor, hasRole, isSignedIn } from '../../kernel/actor.ts'

export function mayKeepPassport(actor: Actor): boolean {
  return hasRole(actor, 'coordinator', 'administrator')
}

export function maySeePassportWork(actor: Actor): boolean {
  return isSignedIn(actor)
}
