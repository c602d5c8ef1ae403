/** Row types of reports. */
import type { Generated } from 'kysely'
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, QuarterNumber, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Json } from '../../platform/tables.ts'
import type { MeasureId, ProgrammeId } from '../programmes/index.ts'

export type ReportId = Id<'report'>
export type ConsolidatedId = Id<'consolidated'>

export type RowState = 'done' | 'underWay' | 'partly' | 'notDone' | 'carriedOver'

export type ReportsTables = {
  quarterly_reports: {
    id: ReportId
    programme_id: ProgrammeId
    unit_id: UnitId
    year: number
    quarter: QuarterNumber
    due: CivilDate
    explanation: Json<unknown>
    state: 'open' | 'submitted' | 'returned' | 'accepted'
    version: Generated<number>
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
    state: RowState | null
    composed: string
    result: string
    indicators: Json<
      readonly { readonly id: string; readonly plan: number | null; readonly fact: number | null }[]
    >
    cash_plan: Kopiykas
    cash_fact: Kopiykas
    reason: string | null
    next_step: string | null
  }
  report_remarks: {
    id: Id<'remark'>
    report_id: ReportId
    measure_id: MeasureId | null
    text: string
    written_by: string
    written_by_name: string
    written_at: Temporal.Instant
  }
  frozen_reports: {
    id: Id<'frozenReport'>
    report_id: ReportId | null
    consolidated_id: ConsolidatedId | null
    version: number
    content: Json<unknown>
    sha256: string
    frozen_at: Temporal.Instant
  }
  consolidated_reports: {
    id: ConsolidatedId
    programme_id: ProgrammeId
    kind: 'quarter' | 'year' | 'final'
    year: number
    quarter: QuarterNumber | null
    state: 'draft' | 'approved' | 'published'
    version: Generated<number>
    correction_reason: string | null
    introduction: string | null
    conclusions: string | null
    due: CivilDate | null
    explanation: Json<unknown>
    approved_at: Temporal.Instant | null
    approved_by_name: string | null
    published_at: Temporal.Instant | null
    lock_version: Generated<number>
    created_at: Temporal.Instant
  }
}
