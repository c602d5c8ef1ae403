/** What a person does with their own account. */
import { Forbidden, Refused } from '../../../kernel/errors.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { isDemoPerson } from '../rules/roles.ts'
import * as accounts from '../store/accounts.ts'
import * as passkeys from '../store/passkeys.ts'
import * as sessions from '../store/sessions.ts'
import type { Account, SessionId } from '../types.ts'
import { isPassphrase } from './credentials/passphrase.ts'
import { admitAttempt, type Door, forgive, gauged, refused } from './door.ts'
import { keepPassphrase } from './invitation.ts'
import { keepPasskey, keepTotp, renewCodes, secretToSetUp } from './second-factor.ts'

/** The reader's own account. */
export async function ownAccount(ctx: Context): Promise<Account> {
  const account = ctx.actor.kind === 'staff' ? await accounts.accountById(ctx.db, ctx.actor.id) : undefined
  if (!account) throw new Forbidden('account.read')
  return account
}

/**
 * The account for a change of its ways in: the passphrase is asked for again, so that a browser left open
 * gives nobody a way in for good. Who has no passphrase comes by a passkey or another service and is not asked.
 */
async function proven(ctx: Context, door: Door, passphrase: string): Promise<Account> {
  const account = await ownAccount(ctx)
  if (isDemoPerson(account.email)) throw new Refused([refuse('demonstration_person')])
  if (account.passphraseHash === null) return account
  const gauges = [gauged(door.house, 'factor', account.id)]
  await admitAttempt(ctx, door.house, gauges)
  if (!(await isPassphrase(account.passphraseHash, passphrase)))
    throw refused(refuse('passphrase_wrong', undefined, 'current'))
  await transact(ctx, (tx) => forgive(tx, gauges))
  return account
}

export async function changeOwnDetails(
  ctx: Context,
  door: Door,
  input: { readonly name: string; readonly locale: Locale },
): Promise<void> {
  const account = await ownAccount(ctx)
  await transact(ctx, async (tx) => {
    await accounts.saveOwnDetails(tx.db, account.id, input)
    if (door.sessionId) await sessions.keepSessionLocale(tx.db, door.sessionId, input.locale)
    audit(
      tx,
      'account.change',
      { type: 'staff', id: account.id },
      { before: { name: account.name, locale: account.locale }, after: input },
    )
  })
}

/** All other sessions end. */
export async function changePassphrase(
  ctx: Context,
  door: Door,
  input: { readonly current: string; readonly passphrase: string },
): Promise<void> {
  const account = await proven(ctx, door, input.current)
  await transact(ctx, (tx) => keepPassphrase(tx, door.house, account, input.passphrase, door.sessionId))
}

/** A new application in place of the one before. */
export async function changeTotp(
  ctx: Context,
  door: Door,
  input: { readonly current: string; readonly code: string },
): Promise<void> {
  const account = await proven(ctx, door, input.current)
  await transact(ctx, async (tx) => {
    const fresh = await locked(tx, account)
    await keepTotp(tx, door.house, fresh, secretToSetUp(door.house, door.sessionId ?? '', fresh), input.code)
  })
}

export async function addPasskey(
  ctx: Context,
  door: Door,
  input: { readonly current: string; readonly answer: string; readonly name: string },
): Promise<void> {
  const account = await proven(ctx, door, input.current)
  await transact(ctx, (tx) => keepPasskey(tx, door.house, account, input))
}

export async function removePasskey(
  ctx: Context,
  door: Door,
  input: { readonly current: string; readonly id: string },
): Promise<void> {
  const account = await proven(ctx, door, input.current)
  await transact(ctx, async (tx) => {
    const fresh = await locked(tx, account)
    if (fresh.totpSecret === null && fresh.passkeys === 1) throw refused(refuse('last_factor'))
    const name = await passkeys.removePasskey(tx.db, account.id, input.id)
    if (name === undefined) throw refused(refuse('passkey_failed'))
    audit(tx, 'passkey.remove', { type: 'staff', id: account.id }, { before: { name } })
  })
}

export async function renewRecoveryCodes(
  ctx: Context,
  door: Door,
  input: { readonly current: string },
): Promise<readonly string[]> {
  const account = await proven(ctx, door, input.current)
  return transact(ctx, (tx) => renewCodes(tx, door.house, account.id))
}

export async function endOneSession(ctx: Context, id: SessionId): Promise<void> {
  const account = await ownAccount(ctx)
  await transact(ctx, async (tx) => {
    if (await sessions.endOwnSession(tx.db, account.id, id))
      audit(tx, 'session.end', { type: 'staff', id: account.id })
  })
}

export async function endOtherSessions(ctx: Context, door: Door): Promise<void> {
  const account = await ownAccount(ctx)
  await transact(ctx, async (tx) => {
    const ended = await sessions.endSessionsOf(tx.db, account.id, door.sessionId)
    audit(tx, 'session.endOthers', { type: 'staff', id: account.id }, { after: { ended } })
  })
}

async function locked(tx: Tx, account: Account): Promise<Account> {
  const fresh = await accounts.lockAccount(tx.db, account.id)
  if (!fresh) throw new Forbidden('account.change')
  return fresh
}
