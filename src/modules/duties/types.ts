/** Records of duties and evidence. */
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Period, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Explanation } from '../../legal-time/explanation.ts'
import type { OccurrenceExplanation } from '../../legal-time/occurrences.ts'
import type { Recurrence } from '../../legal-time/recurrence.ts'
import type { FileId } from '../../platform/tables.ts'
import type { EditionId, IndicatorId, MeasureId, ProgrammeId } from '../programmes/index.ts'

export type DutyId = Id<'duty'>
export type EvidenceId = Id<'evidence'>

/** What a person or a fact decided of a duty. Planned, open and overdue follow from the day. */
export type DutyOutcome = 'fulfilled' | 'partly' | 'excused' | 'carriedOver' | 'withdrawn'

export const DUTY_STATES = ['planned', 'open', 'fulfilled', 'overdue', 'excused', 'carriedOver'] as const
export type DutyState = (typeof DUTY_STATES)[number]

/** What a list may ask for: one state, or all that waits now (open and overdue). */
export type AskedState = DutyState | 'waiting'

/** Made by the measure's term, by the coordinator's schedule, or carried over from another duty. */
export type DutyOrigin = 'term' | 'schedule' | 'carried'

export const EVIDENCE_KINDS = [
  'event',
  'publication',
  'document',
  'sitting',
  'survey',
  'contest',
  'contract',
  'award',
  'other',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

export const SHARES = ['whole', 'part'] as const
export type Share = (typeof SHARES)[number]

export type EvidenceState = 'draft' | 'recorded' | 'withdrawn'

/** A day that a person chose when carrying a duty over. */
export type ChosenDay = { readonly chosen: string }

/** An explanation as it is kept with a duty: `explainDuty` makes the sentence in either language. */
export type StoredExplanation = OccurrenceExplanation | Explanation | ChosenDay

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

/** A duty as an action locks it. */
export type DutyRecord = Duty & {
  readonly editionId: EditionId
  readonly ordinal: number
  readonly origin: DutyOrigin
  readonly carriedTo: DutyId | null
}

/** A duty on a list, with the words of its measure and unit. */
export type DutyLine = Duty & {
  readonly measureNumber: string
  readonly measureTitle: string
  readonly measureTitleEn: string | null
  readonly unitName: string
  /** As lists name the unit. */
  readonly unitLabel: string
  /** Recorded evidence that fulfils it wholly or partly. */
  readonly evidence: number
}

export type DutyShare = { readonly id: DutyId; readonly share: Share }
export type IndicatorFact = { readonly id: IndicatorId; readonly fact: number }

/** A fact as people and programs give it. */
export type EvidenceInput = {
  readonly unitId: UnitId | null
  readonly kind: EvidenceKind
  readonly title: string
  readonly happenedFrom: CivilDate
  /** None: a single day. */
  readonly happenedTo: CivilDate | null
  readonly place: string | null
  readonly result: string | null
  readonly participants: number | null
  readonly organisations: readonly string[]
  readonly cost: Kopiykas | null
  readonly link: string | null
  readonly publication: string | null
  readonly lateReason: string | null
  readonly duties: readonly DutyShare[]
  /** Beside those of the duties. */
  readonly measures: readonly MeasureId[]
  readonly indicators: readonly IndicatorFact[]
}

export type Evidence = {
  readonly id: EvidenceId
  readonly programmeId: ProgrammeId
  readonly unitId: UnitId | null
  readonly kind: EvidenceKind
  readonly title: string
  readonly happened: Period
  readonly place: string | null
  readonly result: string | null
  readonly participants: number | null
  readonly organisations: readonly string[]
  readonly cost: Kopiykas | null
  readonly link: string | null
  readonly publication: string | null
  readonly lateReason: string | null
  readonly state: EvidenceState
  readonly withdrawReason: string | null
  readonly frozen: boolean
  readonly sourceModule: string | null
  readonly createdBy: string
  readonly recordedAt: Temporal.Instant | null
  readonly version: number
}

export type EvidenceFile = {
  readonly id: FileId
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly access: 'public' | 'office'
}

export type MeasureRef = {
  readonly id: MeasureId
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
}

/** Evidence with everything that hangs on it. */
export type EvidenceWhole = Evidence & {
  readonly unitName: string | null
  readonly measures: readonly MeasureRef[]
  readonly duties: readonly (DutyLine & { readonly share: Share })[]
  readonly files: readonly EvidenceFile[]
  readonly indicators: readonly {
    readonly id: IndicatorId
    readonly name: string
    readonly unitName: string
    readonly fact: number
  }[]
}

/** Evidence on a list. */
export type EvidenceLine = Pick<
  Evidence,
  'id' | 'kind' | 'title' | 'happened' | 'participants' | 'unitId'
> & {
  readonly unitName: string | null
  readonly unitLabel: string | null
  /** `4.4`, `4.19`. */
  readonly measures: readonly string[]
}

export type EvidenceInFull = EvidenceLine & Pick<Evidence, 'place' | 'result'>

/** The coordinator's word for a measure whose term says nothing. */
export type Schedule =
  | { readonly recurrence: Recurrence; readonly dates: null }
  | { readonly recurrence: null; readonly dates: readonly CivilDate[] }

export const REMINDER_STAGES = ['before10', 'before3', 'onDay', 'after3', 'after10'] as const
export type ReminderStage = (typeof REMINDER_STAGES)[number]

export const REMINDER_LEVELS = ['executor', 'coordinator', 'deputyMayor'] as const
export type ReminderLevel = (typeof REMINDER_LEVELS)[number]

export type NamedYear = 'excluded' | 'included'
