/** Records of duties and evidence. */
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Period } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { MeasureId, ProgrammeId } from '../programmes/index.ts'

export type DutyId = Id<'duty'>
export type EvidenceId = Id<'evidence'>

/** What a person or a fact decided of a duty. Planned, open and overdue follow from the day. */
export type DutyOutcome = 'fulfilled' | 'partly' | 'excused' | 'carriedOver' | 'withdrawn'

export type DutyState = 'planned' | 'open' | 'fulfilled' | 'overdue' | 'excused' | 'carriedOver'

export type EvidenceKind =
  | 'event'
  | 'publication'
  | 'document'
  | 'sitting'
  | 'survey'
  | 'contest'
  | 'contract'
  | 'award'
  | 'other'

/** An explanation of legal time as it is kept: `explain` of legal-time makes the sentence in either language. */
export type StoredExplanation = unknown

export type Duty = {
  readonly id: DutyId
  readonly programmeId: ProgrammeId
  readonly measureId: MeasureId
  readonly unitId: UnitId
  readonly period: Period
  readonly due: CivilDate
  readonly explanation: StoredExplanation
  readonly outcome: DutyOutcome | null
  readonly outcomeReason: string | null
  readonly fulfilledOn: CivilDate | null
}
