/** Records of reports. */
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Period, Quarter, QuarterNumber, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Explanation } from '../../legal-time/explanation.ts'
import type { DutyState, EvidenceId, EvidenceKind } from '../duties/index.ts'
import type { IndicatorId, MeasureId, ProgrammeId } from '../programmes/index.ts'

export type ReportId = Id<'report'>
export type ConsolidatedId = Id<'consolidated'>
export type RemarkId = Id<'remark'>
export type FrozenId = Id<'frozenReport'>

export const REPORT_STATES = ['open', 'submitted', 'returned', 'accepted'] as const
export type ReportState = (typeof REPORT_STATES)[number]

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
  /** A payment by a contract, which the books of money wrote: its result tells the sum. */
  readonly paid: boolean
}

/** Evidence as it stands beside a row. */
export type EvidenceItem = EvidenceFact & {
  readonly id: EvidenceId
  readonly link: string | null
  readonly publication: string | null
  readonly indicators: readonly { readonly id: IndicatorId; readonly fact: number }[]
}

/** `plan` is of the whole year, `fact` of the period. */
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
  readonly titleEn: string | null
  readonly term: string
  readonly state: RowState | null
  /** As the facts say it now, or said it when the row was last refreshed. */
  readonly composed: string
  /** As the executor leaves it. */
  readonly result: string
  readonly indicators: readonly IndicatorValue[]
  /** Of the year. */
  readonly cashPlan: Kopiykas
  /** Of the quarter. */
  readonly cashFact: Kopiykas
  readonly reason: string | null
  readonly nextStep: string | null
}

/** What the facts say of a measure at this moment. */
export type FactRow = Pick<
  ReportRow,
  'measureId' | 'number' | 'title' | 'titleEn' | 'term' | 'indicators' | 'cashPlan' | 'cashFact'
> & {
  readonly composed: string
  readonly proposedState: RowState | null
  readonly proposedReason: string | null
  readonly duties: readonly DutyFact[]
  readonly evidence: readonly EvidenceItem[]
}

export type QuarterlyReport = {
  readonly id: ReportId
  readonly programmeId: ProgrammeId
  readonly unitId: UnitId
  readonly quarter: Quarter
  readonly due: CivilDate
  readonly explanation: Explanation
  /** The rule of the programme itself, where it has one. */
  readonly ruleText: string | null
  readonly state: ReportState
  readonly version: number
  readonly latest: boolean
  readonly correctionReason: string | null
  readonly nothingToDo: boolean
  readonly note: string | null
  readonly firstSubmittedOn: CivilDate | null
  readonly submittedAt: Temporal.Instant | null
  readonly acceptedAt: Temporal.Instant | null
  readonly lockVersion: number
}

export type Remark = {
  readonly id: RemarkId
  readonly measureId: MeasureId | null
  readonly text: string
  readonly by: string
  readonly at: Temporal.Instant
}

/** A report on a list. */
export type ReportLine = Pick<
  QuarterlyReport,
  | 'id'
  | 'programmeId'
  | 'unitId'
  | 'quarter'
  | 'due'
  | 'state'
  | 'version'
  | 'nothingToDo'
  | 'firstSubmittedOn'
> & {
  readonly unitName: string
  readonly unitLabel: string
  readonly programmeTitle: string
  readonly slug: string
  readonly measures: number
}

/** What an executor gives of a row. */
export type RowInput = {
  readonly measureId: MeasureId
  readonly state: RowState | null
  readonly result: string
  readonly indicators: ReadonlyMap<IndicatorId, number | null>
  readonly reason: string | null
  readonly nextStep: string | null
}

export type ReportInput = {
  readonly lockVersion: number
  readonly nothingToDo: boolean
  readonly note: string | null
  readonly rows: readonly RowInput[]
}

export type ConsolidatedKind = 'quarter' | 'year' | 'final'
export const CONSOLIDATED_KINDS = ['quarter', 'year', 'final'] as const satisfies readonly ConsolidatedKind[]
export type ConsolidatedState = 'draft' | 'approved' | 'published'

export type Signatory = { readonly position: string; readonly name: string }

/** What stands on the documents beside the matter. Office holders only. */
export type ConsolidatedRequisites = {
  readonly signatories: readonly Signatory[]
  /** «12 сесія VIII скликання». */
  readonly sitting: string | null
  /** Position of who reports at the session. */
  readonly rapporteur: string | null
  /** The standing commission that watches over the decision. */
  readonly commission: string | null
  readonly decisionSignatory: Signatory | null
}

export type Span = {
  readonly kind: ConsolidatedKind
  readonly year: number
  readonly quarter: QuarterNumber | null
}

export type Consolidated = Span & {
  readonly id: ConsolidatedId
  readonly programmeId: ProgrammeId
  readonly state: ConsolidatedState
  readonly version: number
  readonly latest: boolean
  readonly correctionReason: string | null
  readonly introduction: string | null
  readonly conclusions: string | null
  readonly requisites: ConsolidatedRequisites
  readonly due: CivilDate | null
  readonly explanation: Explanation | null
  readonly approvedAt: Temporal.Instant | null
  readonly publishedAt: Temporal.Instant | null
  readonly lockVersion: number
}

export type SpanPeriod = Span & { readonly period: Period }
