/** Row types of programmes, their editions and measures. The shapes inside `jsonb` are in `types.ts`. */
import type { Generated } from 'kysely'
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Recurrence } from '../../legal-time/recurrence.ts'
import type { FileId, Json } from '../../platform/tables.ts'
import type { KeptReading, Resolutions } from './types/draft.ts'
import type { ProposedProgramme } from './types/proposed.ts'
import type {
  Decision,
  DraftId,
  EditionContent,
  EditionId,
  IndicatorId,
  IndicatorKind,
  MeasureId,
  ProgrammeId,
  ProposalId,
  ProposalKind,
  SourceId,
  TaskId,
} from './types.ts'

export type ProgrammesTables = {
  source_texts: {
    id: SourceId
    file_id: FileId | null
    name: string
    format: string
    encoding: string | null
    text: string
    created_at: Temporal.Instant
    created_by: string
  }
  programme_drafts: {
    id: DraftId
    source_id: SourceId | null
    kind: 'new' | 'amendment'
    state: 'review' | 'accepted' | 'discarded'
    reading: Json<KeptReading>
    proposal: Json<ProposedProgramme>
    resolutions: Json<Resolutions>
    version: Generated<number>
    programme_id: ProgrammeId | null
    previous_id: ProgrammeId | null
    discard_reason: string | null
    created_at: Temporal.Instant
    edited_at: Temporal.Instant
    edited_by: string
  }
  programmes: {
    id: ProgrammeId
    slug: string
    title: string
    title_en: string | null
    short_title: string
    short_title_en: string | null
    period_from: CivilDate
    period_to: CivilDate
    state: 'active' | 'closed'
    coordinator_unit_id: UnitId | null
    fund_manager_unit_id: UnitId | null
    previous_id: ProgrammeId | null
    created_at: Temporal.Instant
  }
  editions: {
    id: EditionId
    programme_id: ProgrammeId
    number: number
    state: 'draft' | 'inForce'
    in_force_from: CivilDate | null
    decision: Json<Decision | null>
    content: Json<EditionContent>
    source_id: SourceId | null
    reason: string | null
    created_at: Temporal.Instant
  }
  measures: { id: MeasureId; programme_id: ProgrammeId }
  measure_versions: {
    edition_id: EditionId
    measure_id: MeasureId
    number: string
    position: number
    title: string
    title_en: string | null
    text: string
    term_raw: string | null
    recurrence: Json<Recurrence>
    source_lines: number[] | null
  }
  measure_executors: { edition_id: EditionId; measure_id: MeasureId; unit_id: UnitId; position: number }
  programme_tasks: { id: TaskId; edition_id: EditionId; position: number; text: string }
  measure_tasks: { edition_id: EditionId; measure_id: MeasureId; task_id: TaskId }
  indicators: {
    id: IndicatorId
    programme_id: ProgrammeId
    measure_id: MeasureId
    name: string
    unit_name: string
    kind: IndicatorKind
    position: number
    active: Generated<boolean>
  }
  indicator_plans: { indicator_id: IndicatorId; year: number; plan: number }
  funding_lines: {
    id: Id<'fundingLine'>
    edition_id: EditionId
    measure_id: MeasureId | null
    year: number
    source: string
    planned: Kopiykas
  }
  programme_proposals: {
    id: ProposalId
    programme_id: ProgrammeId
    measure_id: MeasureId | null
    kind: ProposalKind
    text: string
    reason: string
    unit_id: UnitId | null
    state: 'submitted' | 'accepted' | 'rejected' | 'withdrawn'
    answer: string | null
    draft_id: DraftId | null
    created_by: string
    created_by_name: string
    created_at: Temporal.Instant
    decided_at: Temporal.Instant | null
  }
}
