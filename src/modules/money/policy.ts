/** Who may what. The fund manager and the coordinator write; executors see what is theirs; the office reads. */
import { type Actor, hasRole, isSignedIn, type UnitId, unitsOf } from '../../kernel/actor.ts'

/** Plan, commitments, payments, imports. A command of the server acts as the system. */
export function mayManageMoney(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'fundManager', 'coordinator')
}

export function maySeeMoney(actor: Actor): boolean {
  return actor.kind === 'system' || isSignedIn(actor)
}

/** Commitments and payments that the actor's lists show: all, or those of measures that the departments carry out. */
export type MoneyScope = 'all' | readonly UnitId[]

export function moneyScope(actor: Actor): MoneyScope {
  if (actor.kind === 'system') return 'all'
  if (hasRole(actor, 'administrator', 'coordinator', 'fundManager', 'viewer')) return 'all'
  return unitsOf(actor)
}
