/** A mailing as a person decides on it. */
import type { Temporal } from '../../kernel/civil-date.ts'
import type { MailingId, MessageId } from '../../platform/tables.ts'

export type { MailingId, MessageId }

export type MailingState = 'held' | 'released' | 'cancelled'
export type LetterState = 'held' | 'queued' | 'sent' | 'failed' | 'cancelled'

export type Mailing = {
  readonly id: MailingId
  readonly kind: string
  readonly title: string
  readonly state: MailingState
  readonly createdAt: Temporal.Instant
  readonly releasedAt: Temporal.Instant | null
  readonly releasedBy: string | null
  readonly reason: string | null
  readonly letters: number
  readonly sent: number
  readonly failed: number
}

export type MailingLetter = {
  readonly id: MessageId
  readonly recipient: string
  readonly name: string
  readonly subject: string
  readonly body: string
  readonly state: LetterState
  readonly attempts: number
  readonly lastError: string | null
  readonly sentAt: Temporal.Instant | null
}
