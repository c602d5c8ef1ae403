/** Row types of duties and evidence. */
import type { ColumnType, Generated } from 'kysely'
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Recurrence } from '../../legal-time/recurrence.ts'
import type { FormValues } from '../../platform/http/route.ts'
import type { FileId, Json } from '../../platform/tables.ts'
import type { EditionId, IndicatorId, MeasureId, ProgrammeId } from '../programmes/index.ts'
import type {
  DutyId,
  DutyOrigin,
  DutyOutcome,
  EvidenceId,
  EvidenceKind,
  EvidenceState,
  ReminderLevel,
  ReminderStage,
  Share,
  StoredExplanation,
} from './types.ts'

export type DutiesTables = {
  measure_schedules: {
    programme_id: ProgrammeId
    measure_id: MeasureId
    recurrence: ColumnType<Recurrence | null, string | null, string | null>
    /** Days as ISO texts. */
    dates: ColumnType<readonly string[] | null, string | null, string | null>
    reason: string
    decided_by: string
    decided_by_name: string
    decided_at: Temporal.Instant
  }
  duties: {
    id: DutyId
    programme_id: ProgrammeId
    measure_id: MeasureId
    edition_id: EditionId
    unit_id: UnitId
    period_from: CivilDate
    period_to: CivilDate
    ordinal: Generated<number>
    origin: Generated<DutyOrigin>
    due: CivilDate
    explanation: Json<StoredExplanation>
    outcome: DutyOutcome | null
    outcome_reason: string | null
    outcome_at: Temporal.Instant | null
    fulfilled_on: CivilDate | null
    carried_to: DutyId | null
    created_at: Temporal.Instant
  }
  evidence: {
    id: EvidenceId
    programme_id: ProgrammeId
    unit_id: UnitId | null
    kind: EvidenceKind
    title: string
    happened_from: CivilDate
    happened_to: CivilDate
    place: string | null
    result: string | null
    participants: number | null
    organisations: Generated<string[]>
    cost: Kopiykas | null
    link: string | null
    publication: string | null
    late_reason: string | null
    state: EvidenceState
    withdraw_reason: string | null
    typed: ColumnType<FormValues | null, string | null, string | null>
    frozen_by_report: Generated<boolean>
    source_module: string | null
    source_id: string | null
    created_by: string
    created_by_name: string
    created_at: Temporal.Instant
    recorded_at: Temporal.Instant | null
    version: Generated<number>
  }
  evidence_measures: { evidence_id: EvidenceId; measure_id: MeasureId }
  evidence_duties: { evidence_id: EvidenceId; duty_id: DutyId; share: Share }
  evidence_files: { evidence_id: EvidenceId; file_id: FileId; caption: string | null; position: number }
  evidence_indicators: { evidence_id: EvidenceId; indicator_id: IndicatorId; fact: number }
  duty_reminders: {
    duty_id: DutyId
    stage: ReminderStage
    recipient: string
    written_at: Temporal.Instant
  }
  duty_settings: {
    key: ReminderLevel | 'namedYear'
    value: Json<unknown>
    changed_by: string
    changed_by_name: string
    changed_at: Temporal.Instant
  }
}
