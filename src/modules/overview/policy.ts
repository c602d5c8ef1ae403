/** Whose things a start page shows. The pages behind its links ask again. */
import { type Actor, hasRole, ROLES, type Role, type UnitId, unitsOf } from '../../kernel/actor.ts'

export function rolesOf(actor: Actor): readonly Role[] {
  return ROLES.filter((role) => hasRole(actor, role))
}

/** Duties that press: of all executors for who runs the programme, else of the actor's own departments. */
export function agendaUnits(actor: Actor): 'all' | readonly UnitId[] {
  return hasRole(actor, 'coordinator') ? 'all' : unitsOf(actor)
}

/** Everybody of the office but executors reads how all executors stand. */
export function seesAllUnits(actor: Actor): boolean {
  return hasRole(actor, 'coordinator', 'administrator', 'fundManager', 'viewer')
}

/** A duty may be recorded from here by its own department and by the coordinator. */
export function mayRecordFor(actor: Actor, unitId: UnitId): boolean {
  return hasRole(actor, 'coordinator') || unitsOf(actor).includes(unitId)
}
