/** What the verbs of coming in share: where one stands, how attempts are counted, how a session is opened. */
import type { Actor } from '../../../kernel/actor.ts'
import { Refused } from '../../../kernel/errors.ts'
import { countedAddress } from '../../../kernel/net-address.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { sign } from '../../../platform/random.ts'
import type { Gauge } from '../rules/pause.ts'
import { countAttempt, forgiveAttempt, type Gauged } from '../store/failures.ts'
import { endSession, type OpenedSession, openSession } from '../store/sessions.ts'
import type { Account, DoorCode, StaffId } from '../types.ts'

/** Where one stands who wants in. */
export type Door = {
  readonly house: House
  readonly address: string
  readonly device: string
  readonly locale: Locale
  /** The session that the browser has now; it ends when a new one begins. */
  readonly sessionId: string | null
}

/** What comes after the passphrase: everyone needs a second factor. */
export type Step = 'second' | 'setUp' | 'office'
export type Entered = { readonly session: OpenedSession; readonly step: Step }

export function nextStep(account: Pick<Account, 'totpSecret' | 'passkeys'>): Step {
  return account.totpSecret !== null || account.passkeys > 0 ? 'second' : 'setUp'
}

export function refused(refusal: Refusal<DoorCode>): Refused {
  return new Refused([refusal])
}

export function gauged(house: House, gauge: Gauge, what: string): Gauged {
  return { gauge, key: sign(house.keyFor('sign-in-failures'), `${gauge}\n${what}`) }
}

export function gaugesOfSignIn(door: Door, email: string): readonly Gauged[] {
  const address = countedAddress(door.address)
  return [
    gauged(door.house, 'pair', `${email}\n${address}`),
    gauged(door.house, 'account', email),
    gauged(door.house, 'address', address),
  ]
}

/** Counts the attempt, or refuses it while a pause lasts. In a transaction of its own: a failure must stay counted. */
export async function admitAttempt(ctx: Context, house: House, gauges: readonly Gauged[]): Promise<void> {
  const seconds = await transact(ctx, (tx) => countAttempt(tx.db, gauges, tx.now))
  if (seconds === 0) return
  house.log.warn('sign-in pauses', { seconds })
  throw refused(refuse('pause', { seconds }))
}

export async function forgive(tx: Tx, gauges: readonly Gauged[]): Promise<void> {
  await forgiveAttempt(tx.db, gauges)
}

/** The person acts from here on, so that the audit names them. Rights play no part in coming in. */
export function as(ctx: Context, account: { readonly id: StaffId; readonly name: string }): Context {
  const actor: Actor = { kind: 'staff', id: account.id, name: account.name, grants: [] }
  return { ...ctx, actor }
}

/**
 * A new session under a new secret, whatever the browser had before: a secret that someone planted is worth nothing.
 * @param by `passphrase`, `totp`, `recovery`, `passkey`, `oidc`, `demonstration`: for the audit
 */
export async function enter(
  tx: Tx,
  door: Door,
  account: { readonly id: StaffId; readonly locale: Locale },
  complete: boolean,
  by: string,
): Promise<OpenedSession> {
  if (door.sessionId) await endSession(tx.db, door.sessionId)
  const session = await openSession(tx.db, {
    staffId: account.id,
    complete,
    locale: account.locale,
    address: door.address,
    device: door.device,
    now: tx.now,
  })
  if (complete) audit(tx, 'session.begin', { type: 'staff', id: account.id }, { after: { by } })
  return session
}
