/** Row types of reports. */
import type { ColumnType, Generated } from 'kysely'
import type { StaffId, UnitId } from '../../kernel/actor.ts'
import type { CivilDate, QuarterNumber, Temporal } from '../../kernel/civil-date.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Explanation } from '../../legal-time/explanation.ts'
import type { Json } from '../../platform/tables.ts'
import type { MeasureId, ProgrammeId } from '../programmes/index.ts'
import type {
  ConsolidatedId,
  ConsolidatedKind,
  ConsolidatedRequisites,
  ConsolidatedState,
  FrozenId,
  IndicatorValue,
  RemarkId,
  ReportId,
  ReportState,
  RowState,
} from './types.ts'

export type ReportsTables = {
  quarterly_reports: {
    id: ReportId
    programme_id: ProgrammeId
    unit_id: UnitId
    year: number
    quarter: QuarterNumber
    due: CivilDate
    explanation: Json<Explanation>
    rule_text: string | null
    state: ReportState
    version: Generated<number>
    latest: Generated<boolean>
    correction_reason: string | null
    nothing_to_do: Generated<boolean>
    note: string | null
    first_submitted_on: CivilDate | null
    submitted_at: Temporal.Instant | null
    submitted_by: string | null
    submitted_by_name: string | null
    accepted_at: Temporal.Instant | null
    accepted_by: string | null
    accepted_by_name: string | null
    lock_version: Generated<number>
    created_at: Temporal.Instant
  }
  report_rows: {
    report_id: ReportId
    measure_id: MeasureId
    position: number
    number: string
    title: string
    title_en: string | null
    term: string
    state: RowState | null
    composed: string
    result: string
    indicators: Json<readonly IndicatorValue[]>
    cash_plan: Kopiykas
    cash_fact: Kopiykas
    reason: string | null
    next_step: string | null
  }
  report_remarks: {
    id: RemarkId
    report_id: ReportId
    measure_id: MeasureId | null
    text: string
    written_by: string
    written_by_name: string
    written_at: Temporal.Instant
  }
  consolidated_reports: {
    id: ConsolidatedId
    programme_id: ProgrammeId
    kind: ConsolidatedKind
    year: number
    quarter: QuarterNumber | null
    state: ConsolidatedState
    version: Generated<number>
    latest: Generated<boolean>
    correction_reason: string | null
    introduction: string | null
    conclusions: string | null
    requisites: Json<ConsolidatedRequisites>
    due: CivilDate | null
    explanation: ColumnType<Explanation | null, string | null, string | null>
    approved_at: Temporal.Instant | null
    approved_by_name: string | null
    published_at: Temporal.Instant | null
    lock_version: Generated<number>
    created_at: Temporal.Instant
  }
  frozen_reports: {
    id: FrozenId
    kind: 'report' | ConsolidatedKind
    programme_id: ProgrammeId
    unit_id: UnitId | null
    year: number
    quarter: QuarterNumber | null
    report_id: ReportId | null
    consolidated_id: ConsolidatedId | null
    version: number
    /** The canonical JSON that was hashed. */
    content: string
    sha256: string
    frozen_at: Temporal.Instant
  }
  report_reminders: {
    report_id: ReportId
    stage: number
    recipient: StaffId
    written_at: Temporal.Instant
  }
}
