/** Who may do what with seminars. Test and certificates are kept by who keeps the event. */
import { type Actor, hasRole } from '../../kernel/actor.ts'

export function maySeeSeminars(actor: Actor): boolean {
  return actor.kind === 'staff' || actor.kind === 'system'
}

export function maySetElections(actor: Actor): boolean {
  return hasRole(actor, 'coordinator', 'administrator')
}
