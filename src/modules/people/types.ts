/** Records of departments, staff and their ways in. */
import type { Grant, Role, StaffId, UnitId } from '../../kernel/actor.ts'
import type { Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Locale } from '../../kernel/texts.ts'

export type { Grant, Role, StaffId, UnitId } from '../../kernel/actor.ts'
export type TokenId = Id<'token'>
export type SessionId = Id<'session'>
export type InvitationId = Id<'invitation'>

/** A group stands for «управління, відділи та служби»: the coordinator says who belongs to it. */
export type UnitKind = 'unit' | 'group'

export type Unit = {
  readonly id: UnitId
  readonly name: string
  readonly shortName: string | null
  readonly kind: UnitKind
  readonly email: string | null
  /** False: it exists no longer, but what it did stays under its name. */
  readonly active: boolean
  /** The unit that it turned out to be, or became part of. */
  readonly mergedInto: UnitId | null
}

/** How letters reach a person of the staff. */
export type Colleague = {
  readonly id: StaffId
  readonly name: string
  readonly email: string
  readonly locale: Locale
}

export type StaffState = 'invited' | 'active' | 'suspended'
export const STAFF_STATES = ['invited', 'active', 'suspended'] as const satisfies readonly StaffState[]

export type StaffMember = {
  readonly id: StaffId
  readonly email: string
  readonly name: string
  readonly position: string | null
  readonly state: StaffState
  readonly grants: readonly Grant[]
  readonly hasPassphrase: boolean
  readonly hasTotp: boolean
  readonly passkeys: number
  readonly hasOidc: boolean
  readonly locale: Locale
  readonly version: number
  /** When a session of theirs was last used. */
  readonly seenAt: Temporal.Instant | null
  /** End of the invitation that is open now. */
  readonly invitedUntil: Temporal.Instant | null
}

/** What a token may be given. Public reading needs none. */
export const SCOPES = [
  'programme:read',
  'programme:write',
  'evidence:write',
  'report:write',
  'money:write',
  'organisations:write',
] as const
export type TokenScope = (typeof SCOPES)[number]

export type ApiToken = {
  readonly id: TokenId
  readonly name: string
  readonly scopes: readonly TokenScope[]
  readonly unitId: UnitId | null
  readonly unitName: string | null
  readonly createdBy: string
  readonly createdAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant
  readonly revokedAt: Temporal.Instant | null
  readonly usedAt: Temporal.Instant | null
}

/** Who stands behind a session that is not whole yet, or is: what the steps of signing in need. */
export type Account = {
  readonly id: StaffId
  readonly email: string
  readonly name: string
  readonly state: StaffState
  readonly passphraseHash: string | null
  /** Encrypted. */
  readonly totpSecret: string | null
  readonly passkeys: number
  readonly locale: Locale
}

export type SessionLine = {
  readonly id: SessionId
  readonly device: string
  readonly address: string
  readonly createdAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
}

export type PasskeyLine = {
  readonly id: string
  readonly name: string
  readonly createdAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

/** What is kept of a device's key. */
export type PasskeyRow = {
  readonly id: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
}

export type RoleWish = { readonly role: Role; readonly unitId: UnitId | null }

/** Why one does not come in, or cannot change how one does. */
export type DoorCode =
  | 'sign_in_failed'
  | 'pause'
  | 'link_invalid'
  | 'code_wrong'
  | 'passkey_failed'
  | 'passkey_known'
  | 'passphrase_wrong'
  | 'service_unknown_person'
  | 'last_factor'
  | 'session_over'
