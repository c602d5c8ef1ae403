/** Row types of the January check. */
import type { Generated } from 'kysely'
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Json } from '../../platform/tables.ts'
import type { Change, OrganisationId, OrganisationKind, OrganisationState } from '../organisations/index.ts'
import type {
  AnswerKind,
  AnswerWay,
  CallOutcome,
  CampaignId,
  CampaignResult,
  CampaignState,
  Channel,
  InvitationId,
  TermExplanation,
  WaveId,
} from './types.ts'

export type CampaignsTables = {
  campaigns: {
    id: CampaignId
    year: number
    title: string
    kinds: OrganisationKind[]
    states: OrganisationState[]
    state: CampaignState
    term: CivilDate | null
    term_explanation: Json<TermExplanation> | null
    letter_subject: string
    letter_body: string
    reminder_subject: string
    reminder_body: string
    contact: string
    signatory_post: string
    signatory_name: string
    measure_number: string | null
    unit_id: UnitId | null
    opened_on: CivilDate | null
    closed_on: CivilDate | null
    closed_at: Temporal.Instant | null
    result: Json<CampaignResult> | null
    version: Generated<number>
    created_at: Temporal.Instant
    created_by: string
  }
  campaign_invitations: {
    id: InvitationId
    campaign_id: CampaignId
    organisation_id: OrganisationId
    kind: OrganisationKind
    name: string
    channel: Channel
    email: string | null
    secret_hash: string
    code_hash: string
    posted_on: CivilDate | null
    opened_at: Temporal.Instant | null
    answer: AnswerKind | null
    answered_at: Temporal.Instant | null
    ceased: Generated<boolean>
  }
  campaign_waves: {
    id: WaveId
    campaign_id: CampaignId
    number: number
    subject: string
    body: string
    started_at: Temporal.Instant
    started_by: string
    finished_at: Temporal.Instant | null
  }
  campaign_letters: { wave_id: WaveId; invitation_id: InvitationId; message_key: string | null }
  campaign_answers: {
    id: Id<'answer'>
    invitation_id: InvitationId
    number: number
    kind: AnswerKind
    way: AnswerWay
    name: string
    post: string
    note: string | null
    consent: boolean
    changes: Json<readonly Change[]>
    proposal_id: Id<'proposal'> | null
    answered_at: Temporal.Instant
    recorded_by: string | null
  }
  campaign_calls: {
    id: Id<'call'>
    invitation_id: InvitationId
    outcome: CallOutcome
    note: string | null
    called_at: Temporal.Instant
    called_by: string
  }
}
