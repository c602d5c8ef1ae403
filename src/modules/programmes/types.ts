/** Records of a programme as the rest of the house knows them. */
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Period } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Recurrence } from '../../legal-time/recurrence.ts'

export type ProgrammeId = Id<'programme'>
export type EditionId = Id<'edition'>
export type MeasureId = Id<'measure'>
export type TaskId = Id<'task'>
export type IndicatorId = Id<'indicator'>
export type ProposalId = Id<'proposal'>
export type DraftId = Id<'programmeDraft'>
export type SourceId = Id<'sourceText'>

/** The act by which an edition came into force. Dates as ISO text: it lives in `jsonb`. */
export type Decision = {
  readonly body: string | null
  readonly kind: string | null
  readonly number: string | null
  readonly date: string | null
  readonly sitting: string | null
  readonly convocation: string | null
  readonly appendix: string | null
}

export type PassportItem = {
  readonly number: string | null
  readonly key: string
  readonly label: string
  readonly value: string | null
}

export type ControlRule = {
  readonly number: string | null
  readonly rule: string
  /** As the reader sorts rules: `funding`, `coordination`, `amendments`, `report`, `publication`, `other` … */
  readonly kind: string
}

/** What an edition says beside its measures. */
export type EditionContent = {
  /** Of the programme, as this edition gives them. */
  readonly title?: string
  readonly period?: { readonly from: string; readonly to: string }
  readonly passport: readonly PassportItem[]
  readonly facts: readonly { readonly text: string; readonly asOf: string | null }[]
  readonly problems: readonly string[]
  readonly aim: string | null
  readonly expectedResults: readonly string[]
  readonly control: readonly ControlRule[]
  readonly signatory: { readonly position: string | null; readonly name: string | null } | null
}

export type Programme = {
  readonly id: ProgrammeId
  readonly slug: string
  readonly title: string
  readonly titleEn: string | null
  readonly shortTitle: string
  readonly shortTitleEn: string | null
  readonly period: Period
  readonly state: 'active' | 'closed'
  readonly coordinatorUnitId: UnitId | null
  readonly fundManagerUnitId: UnitId | null
  readonly previousId: ProgrammeId | null
}

export type Edition = {
  readonly id: EditionId
  readonly programmeId: ProgrammeId
  readonly number: number
  readonly state: 'draft' | 'inForce'
  readonly inForceFrom: CivilDate | null
  readonly decision: Decision | null
  readonly content: EditionContent
  readonly reason: string | null
}

/** A measure as one edition words it. */
export type Measure = {
  readonly id: MeasureId
  readonly editionId: EditionId
  readonly number: string
  readonly position: number
  readonly title: string
  readonly titleEn: string | null
  readonly text: string
  readonly termRaw: string | null
  readonly recurrence: Recurrence
  readonly executors: readonly UnitId[]
  readonly tasks: readonly TaskId[]
}

export type Task = { readonly id: TaskId; readonly position: number; readonly text: string }

export type FundingLine = {
  readonly measureId: MeasureId | null
  readonly year: number
  readonly source: string
  readonly planned: Kopiykas
}

export type IndicatorKind = 'input' | 'output' | 'efficiency' | 'quality'

export type Indicator = {
  readonly id: IndicatorId
  readonly measureId: MeasureId
  readonly name: string
  readonly unitName: string
  readonly kind: IndicatorKind
  readonly plans: Readonly<Record<number, number>>
}

export type ProposalKind = 'add' | 'change' | 'drop' | 'funding' | 'term' | 'executor' | 'other'
