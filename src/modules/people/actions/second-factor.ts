/** The second step: passing it, and setting it up. */
import { Refused } from '../../../kernel/errors.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import * as accounts from '../store/accounts.ts'
import { spendChallenge } from '../store/challenges.ts'
import * as passkeys from '../store/passkeys.ts'
import { lockSession, type OpenedSession, readSession } from '../store/sessions.ts'
import type { Account, StaffId } from '../types.ts'
import { checkAnswer, checkRegistration, readAnswer } from './credentials/passkeys.ts'
import { newRecoveryCodes, recoveryHash } from './credentials/recovery-codes.ts'
import { offeredSecret, openSecret, sealSecret, totpStep } from './credentials/totp.ts'
import { admitAttempt, as, type Door, enter, forgive, gauged, nextStep, refused } from './door.ts'

/** The person of a session that waits for its second step; refused when the session is over or of another kind. */
export async function waitingAccount(ctx: Context, sessionId: string | null): Promise<Account> {
  const session = sessionId ? await readSession(ctx.db, sessionId) : undefined
  const account =
    session?.staffId && !session.complete ? await accounts.accountById(ctx.db, session.staffId) : undefined
  if (!account) throw refused(refuse('session_over'))
  return account
}

/** @param input.code six digits of the application, or a code from the paper */
export async function passSecondStep(
  ctx: Context,
  door: Door,
  input: { readonly code: string; readonly kind: 'totp' | 'recovery' },
): Promise<OpenedSession> {
  const account = await waitingAccount(ctx, door.sessionId)
  const gauges = [gauged(door.house, 'factor', account.id)]
  await admitAttempt(ctx, door.house, gauges)
  return transact(as(ctx, account), async (tx) => {
    const owner = await lockSession(tx.db, door.sessionId!)
    if (owner?.complete !== false) throw refused(refuse('session_over'))
    const right =
      input.kind === 'totp'
        ? await takeTotp(tx, door.house, account, input.code)
        : await takeRecoveryCode(tx, door.house, account.id, input.code)
    if (!right) throw refused(refuse('code_wrong', undefined, input.kind === 'totp' ? 'code' : 'recovery'))
    await forgive(tx, gauges)
    if (input.kind === 'recovery') audit(tx, 'recoveryCode.use', { type: 'staff', id: account.id })
    return enter(tx, door, account, true, input.kind)
  })
}

async function takeTotp(tx: Tx, house: House, account: Account, code: string): Promise<boolean> {
  if (account.totpSecret === null) return false
  const secret = openSecret(house.keyFor('totp'), account.id, account.totpSecret)
  const step = totpStep(secret, code, tx.now)
  return step !== null && accounts.useTotpStep(tx.db, account.id, step)
}

function takeRecoveryCode(tx: Tx, house: House, id: StaffId, code: string): Promise<boolean> {
  return accounts.useRecoveryCode(tx.db, id, recoveryHash(house.keyFor('recovery'), id, code), tx.now)
}

/** The second step by a passkey of the same person. */
export async function passSecondStepByPasskey(
  ctx: Context,
  door: Door,
  answerText: string,
): Promise<OpenedSession> {
  const account = await waitingAccount(ctx, door.sessionId)
  const answer = readAnswer(answerText)
  const key = answer && (await passkeys.passkeyById(ctx.db, answer.id))
  const checked = answer && key && (await checkAnswer(door.house, answer, key, ctx.now))
  if (!checked || key?.staffId !== account.id) throw refused(refuse('passkey_failed'))
  return transact(as(ctx, account), async (tx) => {
    const owner = await lockSession(tx.db, door.sessionId!)
    if (owner?.complete !== false) throw refused(refuse('session_over'))
    if (!(await spendChallenge(tx.db, checked.spent.id, checked.spent.until)))
      throw refused(refuse('passkey_failed'))
    await passkeys.usePasskey(tx.db, key.id, checked.counter, tx.now)
    return enter(tx, door, account, true, 'passkey')
  })
}

/** What the set-up page shows: the secret that will be kept when its first code comes back. */
export function secretToSetUp(house: House, sessionId: string, account: Account): string {
  return offeredSecret(house.keyFor('totp-set-up'), sessionId, account.totpSecret)
}

export type SetUp = { readonly session: OpenedSession; readonly recoveryCodes: readonly string[] }

/**
 * The first factor of a person who has none: the session becomes whole and the recovery codes are shown once.
 * Whoever has a factor must pass it before another is set up.
 */
export async function setUpTotp(ctx: Context, door: Door, code: string): Promise<SetUp> {
  const account = await waitingAccount(ctx, door.sessionId)
  const gauges = [gauged(door.house, 'factor', account.id)]
  await admitAttempt(ctx, door.house, gauges)
  return firstFactor(ctx, door, account, async (tx) => {
    await keepTotp(tx, door.house, account, secretToSetUp(door.house, door.sessionId!, account), code)
    await forgive(tx, gauges)
    return 'totp'
  })
}

export async function setUpPasskey(
  ctx: Context,
  door: Door,
  input: { readonly answer: string; readonly name: string },
): Promise<SetUp> {
  const account = await waitingAccount(ctx, door.sessionId)
  return firstFactor(ctx, door, account, async (tx) => {
    await keepPasskey(tx, door.house, account, input)
    return 'passkey'
  })
}

async function firstFactor(
  ctx: Context,
  door: Door,
  account: Account,
  keep: (tx: Tx) => Promise<string>,
): Promise<SetUp> {
  return transact(as(ctx, account), async (tx) => {
    const owner = await lockSession(tx.db, door.sessionId!)
    const fresh = await accounts.lockAccount(tx.db, account.id)
    if (owner?.complete !== false || !fresh || nextStep(fresh) !== 'setUp')
      throw refused(refuse('session_over'))
    const by = await keep(tx)
    const recoveryCodes = await renewCodes(tx, door.house, account.id)
    return { session: await enter(tx, door, account, true, by), recoveryCodes }
  })
}

/** Keeps the secret when its first code is right; that code's step is used up. */
export async function keepTotp(
  tx: Tx,
  house: House,
  account: Pick<Account, 'id'>,
  secret: string,
  code: string,
): Promise<void> {
  const step = totpStep(secret, code, tx.now)
  if (step === null) throw refused(refuse('code_wrong', undefined, 'code'))
  await accounts.saveTotp(tx.db, account.id, sealSecret(house.keyFor('totp'), account.id, secret), step)
  audit(tx, 'totp.setUp', { type: 'staff', id: account.id })
}

export async function keepPasskey(
  tx: Tx,
  house: House,
  account: Pick<Account, 'id'>,
  input: { readonly answer: string; readonly name: string },
): Promise<void> {
  const checked = await checkRegistration(house, account.id, input.answer, tx.now)
  if (!checked) throw refused(refuse('passkey_failed'))
  if (!(await spendChallenge(tx.db, checked.spent.id, checked.spent.until)))
    throw refused(refuse('passkey_failed'))
  if (!(await passkeys.addPasskey(tx.db, account.id, checked.key, input.name, tx.now)))
    throw new Refused([refuse('passkey_known')])
  audit(tx, 'passkey.add', { type: 'staff', id: account.id }, { after: { name: input.name } })
}

/** Ten new codes; those before are worth nothing from now on. Shown once. */
export async function renewCodes(tx: Tx, house: House, id: StaffId): Promise<readonly string[]> {
  const codes = newRecoveryCodes()
  const key = house.keyFor('recovery')
  await accounts.saveRecoveryCodes(
    tx.db,
    id,
    codes.map((code) => recoveryHash(key, id, code)),
  )
  audit(tx, 'recoveryCode.renew', { type: 'staff', id })
  return codes
}
