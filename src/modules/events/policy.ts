/** Who may see and do what with events. */
import { type Actor, hasRole, type UnitId, unitsOf } from '../../kernel/actor.ts'

/** The coordinator keeps every event; an executor those of own departments. */
export function mayKeep(actor: Actor, unitId: UnitId | null): boolean {
  if (actor.kind === 'system') return true
  return (
    hasRole(actor, 'coordinator', 'administrator') || (unitId !== null && unitsOf(actor).includes(unitId))
  )
}

/** Anyone who may make an event of some department at all. */
export function mayKeepAny(actor: Actor): boolean {
  return mayKeep(actor, null) || unitsOf(actor).length > 0
}

/** Everybody of the office reads; registrants' data only who keeps the event. */
export function maySeeOffice(actor: Actor): boolean {
  return actor.kind === 'staff' || actor.kind === 'system'
}

export function maySeePeople(actor: Actor, unitId: UnitId | null): boolean {
  return mayKeep(actor, unitId)
}

/** Who keeps the event, and the department that the recommendation was sent to. */
export function mayDecideRecommendation(
  actor: Actor,
  one: { readonly unitId: UnitId | null; readonly eventUnitId: UnitId | null },
): boolean {
  return mayKeep(actor, one.eventUnitId) || (one.unitId !== null && mayKeep(actor, one.unitId))
}

/** An instruction is answered by its executor; the coordinator may answer for anyone. */
export function mayAnswerInstruction(actor: Actor, unitId: UnitId): boolean {
  return hasRole(actor, 'coordinator') || unitsOf(actor).includes(unitId)
}

/** Nobody accepts the answer of an own department, but the coordinator. */
export function mayAcceptAnswer(actor: Actor, eventUnit: UnitId | null, answeredBy: UnitId): boolean {
  if (hasRole(actor, 'coordinator', 'administrator')) return true
  return mayKeep(actor, eventUnit) && !unitsOf(actor).includes(answeredBy)
}

/** Series, settings. */
export function mayKeepSeries(actor: Actor): boolean {
  return hasRole(actor, 'coordinator', 'administrator')
}
