/** Who may do what with public hearings. */
import { type Actor, hasRole, type UnitId, unitsOf } from '../../kernel/actor.ts'

export function maySeeHearings(actor: Actor): boolean {
  return actor.kind === 'staff' || actor.kind === 'system'
}

export function mayKeepHearings(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'coordinator', 'administrator')
}

/** Decided by the coordinator, or by the department to which the proposal was given. */
export function mayDecideProposal(actor: Actor, unitId: UnitId | null): boolean {
  return mayKeepHearings(actor) || (unitId !== null && unitsOf(actor).includes(unitId))
}

export function mayDecideAny(actor: Actor): boolean {
  return mayKeepHearings(actor) || unitsOf(actor).length > 0
}
