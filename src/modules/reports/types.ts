/** Records of reports. */
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Quarter, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Explanation } from '../../legal-time/explanation.ts'
import type { DutyState, EvidenceKind } from '../duties/types.ts'
import type { IndicatorId, MeasureId, ProgrammeId } from '../programmes/index.ts'

export type ReportId = Id<'report'>
export type ConsolidatedId = Id<'consolidated'>

export type ReportState = 'open' | 'submitted' | 'returned' | 'accepted'

export const ROW_STATES = ['done', 'underWay', 'partly', 'notDone', 'carriedOver'] as const
/** Виконано, виконується, виконано частково, не виконано, перенесено. */
export type RowState = (typeof ROW_STATES)[number]

/** What a report needs to know of a duty. */
export type DutyFact = { readonly due: CivilDate; readonly state: DutyState; readonly reason: string | null }

/** What a report needs to know of a piece of evidence. */
export type EvidenceFact = {
  readonly kind: EvidenceKind
  readonly title: string
  readonly from: CivilDate
  readonly to: CivilDate
  readonly place: string | null
  readonly participants: number | null
  readonly organisations: readonly string[]
  readonly result: string | null
  readonly cost: Kopiykas | null
}

export type IndicatorValue = {
  readonly id: IndicatorId
  readonly name: string
  readonly unitName: string
  readonly plan: number | null
  readonly fact: number | null
}

export type ReportRow = {
  readonly measureId: MeasureId
  readonly number: string
  readonly title: string
  readonly term: string
  readonly state: RowState | null
  /** As the facts say it now, or said it when the row was last refreshed. */
  readonly composed: string
  /** As the executor leaves it. */
  readonly result: string
  readonly indicators: readonly IndicatorValue[]
  readonly cashPlan: Kopiykas
  readonly cashFact: Kopiykas
  readonly reason: string | null
  readonly nextStep: string | null
}

export type QuarterlyReport = {
  readonly id: ReportId
  readonly programmeId: ProgrammeId
  readonly unitId: UnitId
  readonly quarter: Quarter
  readonly due: CivilDate
  readonly explanation: Explanation
  readonly state: ReportState
  readonly version: number
  readonly correctionReason: string | null
  readonly nothingToDo: boolean
  readonly note: string | null
  readonly firstSubmittedOn: CivilDate | null
  readonly submittedAt: Temporal.Instant | null
  readonly acceptedAt: Temporal.Instant | null
  readonly lockVersion: number
}
