/** Row types of offers. */
import type { RepresentativeId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { DayMode } from '../events/index.ts'
import type { EventId, OfferId, OfferKind, OfferState, OrganisationId, ReturnReason } from './types.ts'

export type OffersTables = {
  event_offers: {
    id: OfferId
    organisation_id: OrganisationId
    state: OfferState
    kind: OfferKind
    title: string
    purpose: string
    day: CivilDate
    starts: string | null
    ends: string | null
    mode: DayMode
    place: string | null
    address: string | null
    link: string | null
    author_id: RepresentativeId
    submitted_at: Temporal.Instant
    decided_at: Temporal.Instant | null
    reason: ReturnReason | null
    words: string | null
    event_id: EventId | null
    moved_by: string | null
    version: number
    created_at: Temporal.Instant
  }
}
