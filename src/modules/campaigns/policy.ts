/** Who runs the January check, and who may look at it. */
import { type Actor, hasRole } from '../../kernel/actor.ts'

export function mayRunChecks(actor: Actor): boolean {
  return hasRole(actor, 'coordinator', 'administrator') || actor.kind === 'system'
}

/** The board shows addresses of the office, so it is for people of the office. */
export function maySeeChecks(actor: Actor): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'coordinator', 'administrator', 'viewer')
}
