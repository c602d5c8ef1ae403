/** Who may see and do what with reports. */
import { type Actor, hasRole, isSignedIn, type UnitId, unitsOf } from '../../kernel/actor.ts'
import type { ConsolidatedKind, QuarterlyReport } from './types.ts'

/** Departments whose reports a list of the office shows. */
export type ReportScope = 'all' | readonly UnitId[]

export function reportScope(actor: Actor): ReportScope {
  if (actor.kind === 'system') return 'all'
  return hasRole(actor, 'coordinator', 'administrator', 'fundManager', 'viewer') ? 'all' : unitsOf(actor)
}

export function maySeeReports(actor: Actor): boolean {
  return actor.kind === 'system' || isSignedIn(actor)
}

export function maySeeReport(actor: Actor, report: Pick<QuarterlyReport, 'unitId'>): boolean {
  const scope = reportScope(actor)
  return scope === 'all' || scope.includes(report.unitId)
}

/** An executor writes the report of the own department; a token needs `report:write` and that department. */
export function mayWriteReport(actor: Actor, report: Pick<QuarterlyReport, 'unitId'>): boolean {
  if (actor.kind === 'token' && !actor.scopes.includes('report:write')) return false
  return unitsOf(actor).includes(report.unitId)
}

/** Return and accept; also of a department in which the coordinator executes, which the record then shows. */
export function mayDecideReports(actor: Actor): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'coordinator')
}

export function mayOpenQuarter(actor: Actor): boolean {
  return actor.kind === 'system' || mayDecideReports(actor)
}

/** A correction is begun by who wrote the report or by who accepted it. */
export function mayCorrect(actor: Actor, report: Pick<QuarterlyReport, 'unitId'>): boolean {
  return mayDecideReports(actor) || mayWriteReport(actor, report)
}

export function maySeeConsolidated(actor: Actor): boolean {
  return isSignedIn(actor)
}

export function mayComposeConsolidated(actor: Actor): boolean {
  return actor.kind === 'staff' && hasRole(actor, 'coordinator')
}

/** The main fund manager answers to the session for the year; the quarter is the coordinator's. */
export function mayApprove(actor: Actor, kind: ConsolidatedKind): boolean {
  return actor.kind === 'staff' && hasRole(actor, kind === 'quarter' ? 'coordinator' : 'fundManager')
}

export function mayPublish(actor: Actor, kind: ConsolidatedKind): boolean {
  return mayComposeConsolidated(actor) || mayApprove(actor, kind)
}
