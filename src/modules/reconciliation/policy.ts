/** Whoever keeps the registry reconciles it; the whole office reads. */
import { type Actor, hasRole } from '../../kernel/actor.ts'

export function mayReconcile(actor: Actor): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'coordinator', 'administrator')
}
