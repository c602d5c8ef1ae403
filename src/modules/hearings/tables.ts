/** Row types of public hearings. */
import type { ColumnType, Generated } from 'kysely'
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Explanation } from '../../legal-time/explanation.ts'
import type { Json } from '../../platform/tables.ts'
import type { EventId } from '../events/index.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { DraftId } from '../programmes/index.ts'
import type {
  AuthorKind,
  HearingId,
  HearingState,
  InitiatorKind,
  ProposalId,
  ProposalState,
  SheetId,
  Subject,
  Vote,
} from './types.ts'

export type HearingsTables = {
  hearings: {
    id: HearingId
    title: string
    title_en: string | null
    subject: Subject
    territory: string | null
    ground: string | null
    initiator_kind: InitiatorKind
    initiator: string | null
    organisation_id: OrganisationId | null
    draft_id: DraftId | null
    received_on: CivilDate | null
    check_due: CivilDate | null
    check_explanation: ColumnType<Explanation | null, string | null, string | null>
    signatures_needed: number | null
    state: HearingState
    state_reason: string | null
    event_id: EventId | null
    short_notice_reason: string | null
    held_on: CivilDate | null
    decision_due: CivilDate | null
    decision_explanation: ColumnType<Explanation | null, string | null, string | null>
    decided_on: CivilDate | null
    decision_number: string | null
    decision_body: string | null
    decision_text: string | null
    decision_link: string | null
    version: Generated<number>
    created_at: Temporal.Instant
    changed_at: Temporal.Instant
  }
  hearing_sheets: {
    id: SheetId
    hearing_id: HearingId
    label: string
    signatures: number
    valid: number
    remark: string | null
    checked_on: CivilDate
    checked_by: string
  }
  hearing_minutes: {
    hearing_id: HearingId
    chair: string
    secretary: string
    participants: number
    course: string
    votes: Json<readonly Vote[]>
    signed_on: CivilDate | null
    version: Generated<number>
    changed_at: Temporal.Instant
  }
  hearing_proposals: {
    id: ProposalId
    hearing_id: HearingId
    number: number
    author_kind: AuthorKind
    organisation_id: OrganisationId | null
    author: string | null
    text: string
    unit_id: UnitId | null
    state: ProposalState
    reason: string | null
    decided_on: CivilDate | null
    created_at: Temporal.Instant
    version: Generated<number>
  }
  hearing_followups: {
    hearing_id: HearingId
    months: number
    due: CivilDate
    note: string | null
    done_on: CivilDate | null
    done_by: string | null
  }
}
