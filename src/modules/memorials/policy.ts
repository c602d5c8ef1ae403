/** Who may do what with memorial days, monuments and ceremonies. A ceremony is kept by who keeps its event. */
import { type Actor, hasRole } from '../../kernel/actor.ts'

export function maySeeOffice(actor: Actor): boolean {
  return actor.kind === 'staff' || actor.kind === 'system'
}

export function mayKeepMemorials(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'coordinator', 'administrator')
}
