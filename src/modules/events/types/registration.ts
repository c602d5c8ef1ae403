/** Taking part: who registered, who came. */

import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Id } from '../../../kernel/ids.ts'
import type { OrganisationId } from '../../organisations/index.ts'
import type { EventId } from '../types.ts'

export type RegistrationId = Id<'registration'>

/** An unconfirmed one keeps its place until it expires. */
export type RegistrationState = 'unconfirmed' | 'confirmed' | 'waiting' | 'cancelled'
export type RegistrationOrigin = 'form' | 'invitation' | 'office' | 'paper'
export type CheckInWay = 'code' | 'name' | 'paper'

export type Registration = {
  readonly id: RegistrationId
  readonly eventId: EventId
  /** In the order of the requests. */
  readonly number: number
  readonly state: RegistrationState
  readonly origin: RegistrationOrigin
  readonly name: string
  readonly email: string | null
  readonly organisationId: OrganisationId | null
  readonly organisation: string | null
  readonly code: string
  readonly photoConsent: boolean | null
  readonly answers: Readonly<Record<string, string>>
  readonly locale: 'uk' | 'en'
  readonly createdAt: Temporal.Instant
  /** When the link of the letter was opened. */
  readonly confirmedAt: Temporal.Instant | null
  readonly checkedInAt: Temporal.Instant | null
  readonly checkedInHow: CheckInWay | null
  readonly erasedAt: Temporal.Instant | null
}

/** How many hold a place, wait, came. */
export type Attendance = {
  readonly confirmed: number
  readonly unconfirmed: number
  readonly waiting: number
  readonly cancelled: number
  readonly checkedIn: number
  /** Heads counted on paper. */
  readonly counted: number
}
