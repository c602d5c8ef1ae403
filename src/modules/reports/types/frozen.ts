/**
 * What was accepted or approved, word for word. Plain JSON: days are ISO texts, money is kopiykas, so that its
 * canonical text always gives the same SHA-256. Pages and documents are made of this, never of live tables.
 * Ids are kept so that links can be made; no name of staff is in it.
 */
import type { UnitId } from '../../../kernel/actor.ts'
import type { QuarterNumber } from '../../../kernel/civil-date.ts'
import type { Kopiykas } from '../../../kernel/money.ts'
import type { Explanation } from '../../../legal-time/explanation.ts'
import type { EvidenceId, EvidenceKind } from '../../duties/index.ts'
import type { IndicatorId, MeasureId, ProgrammeId } from '../../programmes/index.ts'
import type { ConsolidatedKind, ConsolidatedRequisites, IndicatorValue, RowState } from '../types.ts'

export type FrozenProgramme = {
  readonly id: ProgrammeId
  readonly slug: string
  readonly title: string
  readonly titleEn: string | null
  readonly shortTitle: string
  readonly shortTitleEn: string | null
  readonly from: string
  readonly to: string
  /** «рішення міської ради від 31.01.2014 № 5», in the words of the document; empty where not known. */
  readonly decision: string
}

export type FrozenEvidence = {
  readonly id: EvidenceId
  readonly kind: EvidenceKind
  readonly title: string
  readonly from: string
  readonly to: string
  readonly place: string | null
  readonly participants: number | null
  readonly organisations: readonly string[]
  readonly link: string | null
  readonly publication: string | null
  /** So that what two departments report of one event is counted once. */
  readonly indicators: readonly { readonly id: IndicatorId; readonly fact: number }[]
}

export type FrozenRow = {
  readonly measureId: MeasureId
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly term: string
  readonly state: RowState | null
  readonly result: string
  readonly indicators: readonly IndicatorValue[]
  readonly cashPlan: Kopiykas
  readonly cashFact: Kopiykas
  readonly reason: string | null
  readonly nextStep: string | null
  readonly evidence: readonly FrozenEvidence[]
}

export type FrozenReport = {
  readonly schema: 'viche.report.1'
  readonly programme: FrozenProgramme
  /** `label` is the short name, for lists and headings; documents have the whole one. */
  readonly unit: { readonly id: UnitId; readonly name: string; readonly label: string }
  readonly year: number
  readonly quarter: QuarterNumber
  readonly version: number
  readonly correctionReason: string | null
  readonly due: string
  readonly explanation: Explanation
  readonly submittedOn: string
  readonly acceptedOn: string
  readonly daysLate: number
  readonly nothingToDo: boolean
  readonly note: string | null
  readonly rows: readonly FrozenRow[]
}

/** Whether and when a department's report of a quarter came. */
export type Arrival = {
  readonly unitId: UnitId
  readonly unitName: string
  readonly unitLabel: string
  readonly year: number
  readonly quarter: QuarterNumber
  readonly due: string
  readonly state: 'accepted' | 'submitted' | 'missing'
  readonly submittedOn: string | null
  readonly daysLate: number
  readonly nothingToDo: boolean
}

export type MeasurePart = {
  readonly unitName: string
  readonly unitLabel: string
  readonly year: number
  readonly quarter: QuarterNumber
  readonly state: RowState
  readonly result: string
  readonly reason: string | null
  readonly nextStep: string | null
}

export type ConsolidatedMeasure = {
  readonly measureId: MeasureId
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly term: string
  readonly executors: readonly string[]
  readonly executorLabels: readonly string[]
  /** Null: no accepted report speaks of it. */
  readonly state: RowState | null
  readonly plan: Kopiykas
  readonly cash: Kopiykas
  readonly indicators: readonly IndicatorValue[]
  readonly parts: readonly MeasurePart[]
}

export type StateTally = { readonly [S in RowState]: number }

export type TaskSummary = {
  /** Empty for measures that belong to no task. */
  readonly text: string
  readonly measures: readonly string[]
  readonly tally: StateTally
  /** Measures of which nothing was reported. */
  readonly silent: number
}

export type MoneyLine = {
  readonly source: string
  readonly plan: Kopiykas
  readonly committed: Kopiykas
  readonly spent: Kopiykas
  readonly left: Kopiykas
}

/** What one period is compared by with another. */
export type SpanFigures = {
  readonly tally: StateTally
  readonly events: number
  readonly participants: number
  readonly organisations: number
  readonly cash: Kopiykas
  readonly reports: number
  readonly inTime: number
}

export type FrozenConsolidated = {
  readonly schema: 'viche.consolidated.1'
  readonly kind: ConsolidatedKind
  readonly programme: FrozenProgramme
  readonly coordinator: string | null
  readonly fundManager: string | null
  readonly year: number
  readonly quarter: QuarterNumber | null
  readonly from: string
  readonly to: string
  readonly version: number
  readonly correctionReason: string | null
  /** The day of approval; of a draft, the day on which it was looked at. */
  readonly on: string
  readonly introduction: string
  readonly conclusions: string
  readonly requisites: ConsolidatedRequisites
  readonly arrivals: readonly Arrival[]
  readonly measures: readonly ConsolidatedMeasure[]
  readonly tasks: readonly TaskSummary[]
  /** Of the years of the period; `cash` of `figures` is of the period itself. */
  readonly money: Omit<MoneyLine, 'source'> & {
    readonly bySource: readonly MoneyLine[]
    /** Paid from the first day of the last year of the period to the period's end. */
    readonly paidInYear: Kopiykas
  }
  readonly figures: SpanFigures
  /** The same period a year before; null where nothing was reported of it. */
  readonly before: SpanFigures | null
}

export type Frozen<Content> = {
  readonly id: string
  readonly version: number
  readonly sha256: string
  /** ISO instant. */
  readonly frozenAt: string
  readonly content: Content
}
