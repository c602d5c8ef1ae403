/** Who may what. The coordinator runs the programme; the rest of the office reads; executors may propose changes. */
import { type Actor, hasRole, isSignedIn, unitsOf } from '../../kernel/actor.ts'
import type { ProposalRecord } from './types/proposal.ts'

/** Import, review, accept, amend, renew, indicators, settings. A command of the server acts as the system. */
export function mayManage(actor: Actor): boolean {
  return actor.kind === 'system' || hasRole(actor, 'coordinator')
}

/** Drafts are not public: they are read in the office. */
export function maySeeDrafts(actor: Actor): boolean {
  return actor.kind === 'system' || isSignedIn(actor)
}

export function mayPropose(actor: Actor): boolean {
  return hasRole(actor, 'coordinator', 'executor')
}

/** Only who submitted it, or the coordinator. */
export function mayWithdraw(actor: Actor, proposal: Pick<ProposalRecord, 'createdBy' | 'unitId'>): boolean {
  if (actor.kind !== 'staff') return false
  return (
    actor.id === proposal.createdBy ||
    hasRole(actor, 'coordinator') ||
    (proposal.unitId !== null && unitsOf(actor).includes(proposal.unitId))
  )
}
