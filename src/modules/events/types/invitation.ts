/** Invited organisations. */

import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { MailingId } from '../../../platform/tables.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { EventId } from '../types.ts'

export type InvitationId = Id<'eventInvitation'>
export type InvitationState = 'invited' | 'accepted' | 'declined'

export type Invitation = {
  readonly id: InvitationId
  readonly eventId: EventId
  readonly organisationId: OrganisationId
  readonly state: InvitationState
  /** Letters written for it; none where it has no address. */
  readonly letters: number
  readonly mailingId: MailingId | null
  /** How an organisation without an address was told. */
  readonly toldOtherwise: string | null
  readonly note: string | null
  readonly invitedAt: Temporal.Instant
  readonly answeredAt: Temporal.Instant | null
  /** Who came of it, entered from paper; null where only the registrations tell. */
  readonly attended: number | null
  /** Its people with a place. */
  readonly named: number
}
