/** Row types of the tables that belong to the platform. */
import type { ColumnType, Generated } from 'kysely'
import type { Temporal } from '../kernel/civil-date.ts'
import type { Id } from '../kernel/ids.ts'
import type { Reply } from './http/route.ts'

/** `jsonb`: read as a value, written as JSON text. */
export type Json<T> = ColumnType<T, string, string>

export type FileId = Id<'file'>
export type MailingId = Id<'mailing'>
export type MessageId = Id<'message'>

export type PlatformTables = {
  settings: {
    key: string
    value: Json<unknown>
    updated_at: Temporal.Instant
  }
  files: {
    id: FileId
    sha256: string
    name: string
    media_type: string
    size: number
    bytes: Buffer
    /** Who may take it: anyone, or people of the office only. */
    access: 'public' | 'office'
    created_at: Temporal.Instant
    created_by: string | null
  }
  receipts: {
    actor_id: string
    key: string
    print: string
    answer: ColumnType<Reply | null, string | null, string | null>
    at: Temporal.Instant
  }
  /** How often something was asked from outside; the key is a keyed hash. */
  request_counts: { key: string; asked: number; since: Temporal.Instant }
  audit_head: { one: boolean; seq: number; hash: string }
  audit_entries: {
    seq: number
    at: Temporal.Instant
    actor_kind: string
    actor_id: string | null
    action: string
    subject_type: string
    subject_id: string
    payload: string
    previous_hash: string
    hash: string
  }
  audit_checkpoints: {
    seq: number
    hash: string
    at: Temporal.Instant
    signature: string
  }
  mailings: {
    id: MailingId
    /** `duty.reminder`, `report.returned`: the kind by which a rule may release it. */
    kind: string
    title: string
    state: 'held' | 'released' | 'cancelled'
    created_at: Temporal.Instant
    released_at: Temporal.Instant | null
    released_by: string | null
    reason: string | null
  }
  messages: {
    id: MessageId
    mailing_id: MailingId
    /** The same reminder is written once, however often the job runs. */
    dedupe_key: string
    recipient: string
    recipient_name: string
    subject: string
    body: string
    /** An address of ours by which its reader leaves at once. */
    unsubscribe: string | null
    state: 'held' | 'queued' | 'sent' | 'failed' | 'cancelled'
    attempts: Generated<number>
    retry_at: Temporal.Instant | null
    last_error: string | null
    sent_at: Temporal.Instant | null
    created_at: Temporal.Instant
  }
}
