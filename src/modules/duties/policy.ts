/** Who may see and do what with duties and evidence. */
import { type Actor, hasRole, type UnitId, unitsOf } from '../../kernel/actor.ts'
import type { Evidence } from './types.ts'

/** Units whose duties and evidence a list of the office shows. */
export type UnitScope = 'all' | readonly UnitId[]

export function unitScope(actor: Actor): UnitScope {
  if (actor.kind === 'system') return 'all'
  return hasRole(actor, 'coordinator', 'administrator', 'fundManager', 'viewer') ? 'all' : unitsOf(actor)
}

export function maySeeUnit(actor: Actor, unitId: UnitId | null): boolean {
  const scope = unitScope(actor)
  return scope === 'all' || (unitId !== null && scope.includes(unitId))
}

/** Evidence of a unit is written by its executors; the coordinator may write for anyone. */
export function mayRecord(actor: Actor, unitId: UnitId | null): boolean {
  if (actor.kind === 'token') {
    const own = unitsOf(actor)
    if (!actor.scopes.includes('evidence:write')) return false
    return own.length === 0 || (unitId !== null && own.includes(unitId))
  }
  return hasRole(actor, 'coordinator') || (unitId !== null && unitsOf(actor).includes(unitId))
}

/** Anyone who may record for some unit at all. */
export function mayRecordAny(actor: Actor): boolean {
  return mayRecord(actor, null) || unitsOf(actor).some((unitId) => mayRecord(actor, unitId))
}

/** What a module wrote in its own work is changed there, not here. */
export function mayEditEvidence(
  actor: Actor,
  evidence: Pick<Evidence, 'unitId' | 'state' | 'sourceModule' | 'createdBy'>,
): boolean {
  if (evidence.sourceModule !== null || evidence.state === 'withdrawn') return false
  if (evidence.state === 'draft' && 'id' in actor && evidence.createdBy === actor.id)
    return mayRecordAny(actor)
  return mayRecord(actor, evidence.unitId)
}

export function maySeeEvidence(
  actor: Actor,
  evidence: Pick<Evidence, 'unitId' | 'state' | 'createdBy'>,
): boolean {
  if (evidence.state === 'draft') return 'id' in actor && evidence.createdBy === actor.id
  return evidence.state === 'recorded' || maySeeUnit(actor, evidence.unitId)
}

/** Excuse, carry over, reopen, set a term for a measure without one, renew. */
export function mayDecideDuties(actor: Actor): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'coordinator')
}

export function mayChangeReminders(actor: Actor): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'coordinator', 'administrator')
}
