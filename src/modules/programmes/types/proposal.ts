/** A proposal to change the programme (rule 7.3 of the Nizhyn programme) and its fate. */
import type { UnitId } from '../../../kernel/actor.ts'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { DraftId, MeasureId, ProgrammeId, ProposalId, ProposalKind } from '../types.ts'

export const PROPOSAL_KINDS = [
  'add',
  'change',
  'drop',
  'funding',
  'term',
  'executor',
  'other',
] as const satisfies readonly ProposalKind[]

export const PROPOSAL_STATES = ['submitted', 'accepted', 'rejected', 'withdrawn'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export type ProposalRecord = {
  readonly id: ProposalId
  readonly programmeId: ProgrammeId
  readonly measureId: MeasureId | null
  readonly kind: ProposalKind
  readonly text: string
  readonly reason: string
  readonly unitId: UnitId | null
  readonly state: ProposalState
  readonly answer: string | null
  readonly draftId: DraftId | null
  readonly createdBy: string
  readonly createdByName: string
  readonly createdAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant | null
}
