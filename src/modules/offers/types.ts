/** What an organisation offers, and what became of it. */
import type { RepresentativeId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { DayMode, EventId, EventKind } from '../events/index.ts'
import type { OrganisationId, OrganisationKind } from '../organisations/index.ts'

export type { EventId, OrganisationId }
export type OfferId = Id<'eventOffer'>

/** Information days, hearings, commemorations and seminars for party branches are the city's own. */
export const OFFER_KINDS = [
  'roundTable',
  'conference',
  'seminar',
  'training',
  'discussionClub',
  'neighbourhoodDay',
  'celebration',
  'other',
] as const satisfies readonly EventKind[]
export type OfferKind = (typeof OFFER_KINDS)[number]

export const OFFER_STATES = ['submitted', 'returned', 'accepted', 'withdrawn'] as const
export type OfferState = (typeof OFFER_STATES)[number]
export type OfferVerb = 'send' | 'accept' | 'return' | 'withdraw'

export const RETURN_REASONS = ['unclear', 'agitation', 'notPublic', 'clash', 'place', 'other'] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

export type OfferContent = {
  readonly kind: OfferKind
  readonly title: string
  readonly purpose: string
  readonly day: CivilDate
  readonly starts: string | null
  /** Before `starts`: on the next day. */
  readonly ends: string | null
  readonly mode: DayMode
  readonly place: string | null
  readonly address: string | null
  readonly link: string | null
}

export type Offer = OfferContent & {
  readonly id: OfferId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly organisationKind: OrganisationKind
  readonly state: OfferState
  readonly authorId: RepresentativeId
  readonly submittedAt: Temporal.Instant
  readonly decidedAt: Temporal.Instant | null
  readonly reason: ReturnReason | null
  readonly words: string | null
  readonly eventId: EventId | null
  readonly version: number
  readonly createdAt: Temporal.Instant
}
