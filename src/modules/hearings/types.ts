/** Records of public hearings. */
import type { UnitId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Explanation } from '../../legal-time/explanation.ts'
import type { EventId } from '../events/index.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { DraftId } from '../programmes/index.ts'

export type HearingId = Id<'hearing'>
export type SheetId = Id<'hearingSheet'>
export type ProposalId = Id<'hearingProposal'>

/** Obligatory: statute, draft programmes, budget (Law 280/97-ВР, art. 13). */
export const SUBJECTS = ['statute', 'programme', 'budget', 'other'] as const
export type Subject = (typeof SUBJECTS)[number]

/** Who may initiate by the law; `system`: proposed here because a draft appeared. */
export const INITIATORS = [
  'residents',
  'council',
  'mayor',
  'executive',
  'commission',
  'selfOrganisation',
  'starosta',
  'system',
] as const
export type InitiatorKind = (typeof INITIATORS)[number]

export const HEARING_STATES = [
  'proposed',
  'received',
  'accepted',
  'refused',
  'setAside',
  'called',
  'held',
  'decided',
  'closed',
] as const
export type HearingState = (typeof HEARING_STATES)[number]
export type HearingVerb = 'accept' | 'refuse' | 'setAside' | 'call' | 'uncall' | 'hold' | 'decide' | 'close'

export type HearingInput = {
  readonly title: string
  readonly titleEn: string | null
  readonly subject: Subject
  readonly territory: string | null
  readonly ground: string | null
  readonly initiatorKind: InitiatorKind
  readonly initiator: string | null
  readonly organisationId: OrganisationId | null
  readonly receivedOn: CivilDate | null
}

export type Term = { readonly due: CivilDate; readonly explanation: Explanation }

export type DecisionInput = {
  readonly on: CivilDate
  readonly number: string
  readonly body: string
  readonly text: string
  readonly link: string | null
}

export type Hearing = HearingInput & {
  readonly id: HearingId
  readonly organisation: string | null
  readonly draftId: DraftId | null
  readonly check: Term | null
  /** As the rule was on the day it came; null where nobody signs. */
  readonly signaturesNeeded: number | null
  readonly state: HearingState
  readonly stateReason: string | null
  readonly eventId: EventId | null
  readonly shortNoticeReason: string | null
  readonly heldOn: CivilDate | null
  readonly decisionTerm: Term | null
  readonly decision: DecisionInput | null
  readonly version: number
  readonly createdAt: Temporal.Instant
}

export type SheetInput = {
  readonly label: string
  readonly signatures: number
  readonly valid: number
  readonly remark: string | null
}
export type Sheet = SheetInput & {
  readonly id: SheetId
  readonly checkedOn: CivilDate
  readonly checkedBy: string
}

export type Vote = {
  readonly question: string
  readonly for: number
  readonly against: number
  readonly abstained: number
}

export type MinutesInput = {
  readonly chair: string
  readonly secretary: string
  readonly participants: number
  readonly course: string
  readonly votes: readonly Vote[]
  readonly signedOn: CivilDate | null
}
export type Minutes = MinutesInput & { readonly version: number }

export const AUTHOR_KINDS = ['resident', 'organisation', 'deputy', 'other'] as const
export type AuthorKind = (typeof AUTHOR_KINDS)[number]
export const PROPOSAL_STATES = ['open', 'taken', 'partly', 'rejected'] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

export type ProposalInput = {
  readonly authorKind: AuthorKind
  readonly organisationId: OrganisationId | null
  /** Never leaves the office. */
  readonly author: string | null
  readonly text: string
  readonly unitId: UnitId | null
}
export type Proposal = ProposalInput & {
  readonly id: ProposalId
  readonly hearingId: HearingId
  readonly number: number
  readonly organisation: string | null
  readonly unitName: string | null
  readonly state: ProposalState
  readonly reason: string | null
  readonly decidedOn: CivilDate | null
  readonly version: number
}

export type FollowUp = {
  readonly months: number
  readonly due: CivilDate
  readonly note: string | null
  readonly doneOn: CivilDate | null
  readonly doneBy: string | null
}
