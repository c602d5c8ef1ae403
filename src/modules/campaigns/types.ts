/** Records of the January check. */
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Explanation } from '../../legal-time/explanation.ts'
import type {
  Change,
  OrganisationId,
  OrganisationKind,
  OrganisationState,
  ProposalId,
} from '../organisations/index.ts'

export type CampaignId = Id<'campaign'>
export type InvitationId = Id<'invitation'>
export type WaveId = Id<'wave'>

export type CampaignState = 'draft' | 'open' | 'closed'

/** Who chose the day has no rule to show. */
export type TermExplanation = Explanation | { readonly chosen: string }

/** What a clerk sets of a campaign, and what the next year's takes over. */
export type CampaignSettings = {
  readonly year: number
  readonly title: string
  readonly kinds: readonly OrganisationKind[]
  readonly states: readonly OrganisationState[]
  /** Null: by the rule `check.answer`, counted from the day of opening. */
  readonly term: CivilDate | null
  readonly letterSubject: string
  readonly letterBody: string
  readonly reminderSubject: string
  readonly reminderBody: string
  readonly contact: string
  readonly signatoryPost: string
  readonly signatoryName: string
  readonly measureNumber: string | null
  readonly unitId: UnitId | null
}

export type Campaign = CampaignSettings & {
  readonly id: CampaignId
  readonly state: CampaignState
  readonly termExplanation: TermExplanation | null
  readonly openedOn: CivilDate | null
  readonly closedOn: CivilDate | null
  readonly closedAt: Temporal.Instant | null
  readonly result: CampaignResult | null
  readonly version: number
}

export type Channel = 'email' | 'paper'
export const ANSWER_WAYS = ['link', 'phone', 'paper'] as const
export type AnswerWay = (typeof ANSWER_WAYS)[number]
export type AnswerKind = 'confirmed' | 'corrected'

export const CALL_OUTCOMES = ['promised', 'noAnswer', 'wrongNumber', 'refused', 'ceased'] as const
export type CallOutcome = (typeof CALL_OUTCOMES)[number]

/** What became of the latest letter: not written yet, waiting for a person, on its way, there, or not. */
export type LetterFate = 'none' | 'held' | 'queued' | 'sent' | 'failed' | 'cancelled'

export const INVITATION_STATES = [
  'waiting',
  'sent',
  'failed',
  'opened',
  'confirmed',
  'corrected',
  'ceased',
  'silent',
] as const
export type InvitationState = (typeof INVITATION_STATES)[number]

/** The facts from which the state of an invitation follows. */
export type Standing = {
  readonly answer: AnswerKind | null
  readonly ceased: boolean
  readonly opened: boolean
  /** A paper letter was handed to the post. */
  readonly posted: boolean
  readonly letter: LetterFate
}

export type Invitation = {
  readonly id: InvitationId
  readonly campaignId: CampaignId
  readonly organisationId: OrganisationId
  readonly kind: OrganisationKind
  readonly name: string
  readonly channel: Channel
  readonly email: string | null
  readonly postedOn: CivilDate | null
  readonly openedAt: Temporal.Instant | null
  readonly answer: AnswerKind | null
  readonly answeredAt: Temporal.Instant | null
  readonly ceased: boolean
}

export type InvitationLine = Invitation & {
  readonly state: InvitationState
  readonly calls: number
  readonly lastCall: CallOutcome | null
}

export type Answer = {
  readonly number: number
  readonly kind: AnswerKind
  readonly way: AnswerWay
  readonly name: string
  readonly post: string
  readonly note: string | null
  readonly consent: boolean
  readonly changes: readonly Change[]
  readonly proposalId: ProposalId | null
  readonly answeredAt: Temporal.Instant
  readonly recordedBy: string | null
}

export type Call = {
  readonly outcome: CallOutcome
  readonly note: string | null
  readonly calledAt: Temporal.Instant
  readonly calledBy: string
}

export type Wave = {
  readonly id: WaveId
  readonly number: number
  readonly startedAt: Temporal.Instant
  readonly startedBy: string
  readonly finishedAt: Temporal.Instant | null
  readonly letters: number
  readonly written: number
}

/** How many of each state, of one kind or of all. */
export type StateCounts = Readonly<Record<InvitationState, number>>
export type KindCounts = { readonly kind: OrganisationKind; readonly counts: StateCounts }

/** Kept when a campaign is closed: the document is made of it. Names are of organisations only. */
export type CampaignResult = {
  readonly asked: number
  readonly byKind: readonly KindCounts[]
  readonly silent: readonly { readonly name: string; readonly kind: OrganisationKind }[]
  readonly ceased: readonly {
    readonly name: string
    readonly kind: OrganisationKind
    readonly note: string
  }[]
  readonly corrections: number
  readonly calls: number
  readonly byWay: Readonly<Record<AnswerWay, number>>
}
