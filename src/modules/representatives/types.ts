/** Who speaks for an organisation, and by what. */
import type { RepresentativeId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { FileId } from '../../platform/tables.ts'
import type { OrganisationId } from '../organisations/index.ts'

export type { OrganisationId, RepresentativeId }
export type DelegationId = Id<'delegation'>
export type CabinetSessionId = Id<'cabinetSession'>

/**
 * unconfirmed: the e-mail was not yet shown to be the person's · submitted: a clerk checks · returned: with a reason,
 * may be sent again · active: speaks for the organisation from one day to another · ended: by its last day ·
 * withdrawn: by the person or the office.
 */
export const DELEGATION_STATES = [
  'unconfirmed',
  'submitted',
  'returned',
  'active',
  'ended',
  'withdrawn',
] as const
export type DelegationState = (typeof DELEGATION_STATES)[number]

/** A letter that was uploaded; a paper that is shown at the office; the word of a colleague who speaks already. */
export const BASES = ['letter', 'paper', 'invitation'] as const
export type Basis = (typeof BASES)[number]

export type Delegation = {
  readonly id: DelegationId
  readonly organisationId: OrganisationId
  readonly representativeId: RepresentativeId | null
  readonly email: string
  readonly name: string
  readonly post: string
  readonly basis: Basis
  readonly fileId: FileId | null
  readonly invitedBy: RepresentativeId | null
  readonly state: DelegationState
  readonly locale: Locale
  readonly claimedAt: Temporal.Instant
  readonly confirmedAt: Temporal.Instant | null
  readonly decidedAt: Temporal.Instant | null
  readonly decidedBy: string | null
  readonly paper: string | null
  readonly from: CivilDate | null
  readonly to: CivilDate | null
  readonly reason: string | null
  readonly endedAt: Temporal.Instant | null
  readonly endedBy: 'date' | 'person' | 'office' | null
  readonly version: number
}

export type CabinetPerson = {
  readonly id: RepresentativeId
  /** None once the account was removed. */
  readonly email: string | null
  readonly name: string
  readonly state: 'active' | 'closed'
  readonly locale: Locale
}

export type CabinetSession = {
  readonly id: CabinetSessionId
  readonly device: string
  readonly address: string
  readonly createdAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
}

export type EntryCode = 'too_many' | 'link_invalid'
