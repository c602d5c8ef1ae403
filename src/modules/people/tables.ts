/** Row types of departments, staff and their ways in. */
import type { Generated } from 'kysely'
import type { Role, StaffId, UnitId } from '../../kernel/actor.ts'
import type { Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'

export type PeopleTables = {
  units: {
    id: UnitId
    name: string
    short_name: string | null
    kind: 'unit' | 'group'
    email: string | null
    active: Generated<boolean>
    merged_into: UnitId | null
    created_at: Temporal.Instant
  }
  unit_aliases: { unit_id: UnitId; alias: string; normal: string }
  unit_members: { group_id: UnitId; unit_id: UnitId }
  staff: {
    id: StaffId
    email: string
    name: string
    position: string | null
    state: 'invited' | 'active' | 'suspended'
    passphrase_hash: string | null
    totp_secret: string | null
    totp_last_step: number | null
    oidc_subject: string | null
    locale: Generated<Locale>
    version: Generated<number>
    created_at: Temporal.Instant
  }
  staff_roles: { staff_id: StaffId; role: Role; unit_id: UnitId | null }
  invitations: {
    id: Id<'invitation'>
    staff_id: StaffId
    secret_hash: string
    expires_at: Temporal.Instant
    used_at: Temporal.Instant | null
    created_at: Temporal.Instant
  }
  sessions: {
    secret_hash: string
    id: Id<'session'>
    staff_id: StaffId | null
    complete: boolean
    csrf: string
    locale: Generated<Locale>
    address: string
    device: string
    created_at: Temporal.Instant
    seen_at: Temporal.Instant
    expires_at: Temporal.Instant
  }
  passkeys: {
    id: string
    staff_id: StaffId
    public_key: Buffer
    counter: number
    transports: Generated<string[]>
    name: string
    created_at: Temporal.Instant
    used_at: Temporal.Instant | null
  }
  recovery_codes: { staff_id: StaffId; code_hash: string; used_at: Temporal.Instant | null }
  sign_in_challenges: {
    id: string
    kind: 'welcome' | 'oidc' | 'spent'
    value: string
    expires_at: Temporal.Instant
  }
  sign_in_failures: {
    key: string
    failures: number
    last_at: Temporal.Instant
    blocked_until: Temporal.Instant | null
  }
  api_tokens: {
    id: Id<'token'>
    name: string
    secret_hash: string
    scopes: string[]
    unit_id: UnitId | null
    created_by: StaffId
    created_at: Temporal.Instant
    expires_at: Temporal.Instant
    revoked_at: Temporal.Instant | null
    used_at: Temporal.Instant | null
  }
}
