/** Coming in by passphrase, by passkey, by another service; and going out. */
import { refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import * as accounts from '../store/accounts.ts'
import { putChallenge, spendChallenge, takeChallenge } from '../store/challenges.ts'
import { endInvitations } from '../store/invitations.ts'
import * as passkeys from '../store/passkeys.ts'
import { endSession, type OpenedSession, openSession } from '../store/sessions.ts'
import type { Account } from '../types.ts'
import { askService, hearService, type OidcPerson, readQuestion } from './credentials/oidc.ts'
import { checkAnswer, readAnswer } from './credentials/passkeys.ts'
import { isPassphrase } from './credentials/passphrase.ts'
import {
  admitAttempt,
  as,
  type Door,
  type Entered,
  enter,
  forgive,
  gaugesOfSignIn,
  nextStep,
  refused,
} from './door.ts'

const OIDC_MINUTES = 10

/**
 * The first step. An unknown address, a wrong passphrase and a suspended account cost the same work and
 * get the same answer.
 */
export async function signIn(
  ctx: Context,
  door: Door,
  input: { readonly email: string; readonly passphrase: string },
): Promise<Entered> {
  const gauges = gaugesOfSignIn(door, input.email)
  await admitAttempt(ctx, door.house, gauges)
  const account = await accounts.accountByEmail(ctx.db, input.email)
  const kept = account?.state === 'active' ? account.passphraseHash : null
  if (!(await isPassphrase(kept, input.passphrase)) || !account) throw refused(refuse('sign_in_failed'))
  return transact(as(ctx, account), async (tx) => {
    await forgive(tx, gauges)
    const session = await enter(tx, door, account, false, 'passphrase')
    return { session, step: nextStep(account) }
  })
}

/** A passkey says who it is and that the person is there: no second factor is asked for. */
export async function signInWithPasskey(ctx: Context, door: Door, answerText: string): Promise<Entered> {
  const answer = readAnswer(answerText)
  const key = answer && (await passkeys.passkeyById(ctx.db, answer.id))
  const checked = answer && key && (await checkAnswer(door.house, answer, key, ctx.now))
  const account = key && (await accounts.accountById(ctx.db, key.staffId))
  if (!checked || !account || account.state !== 'active') throw refused(refuse('passkey_failed'))
  return transact(as(ctx, account), async (tx) => {
    if (!(await spendChallenge(tx.db, checked.spent.id, checked.spent.until)))
      throw refused(refuse('passkey_failed'))
    await passkeys.usePasskey(tx.db, key.id, checked.counter, tx.now)
    return { session: await enter(tx, door, account, true, 'passkey'), step: 'office' }
  })
}

/** Where to send the browser; its session remembers the question, so that no other browser can bring the answer. */
export async function askOidc(
  ctx: Context,
  door: Door,
  next: string,
): Promise<{ readonly url: string; readonly session: OpenedSession }> {
  const { url, question } = await askService(door.house, next)
  return transact(ctx, async (tx) => {
    if (door.sessionId) await endSession(tx.db, door.sessionId)
    const session = await openSession(tx.db, {
      staffId: null,
      complete: false,
      locale: door.locale,
      address: door.address,
      device: door.device,
      now: tx.now,
    })
    await putChallenge(tx.db, {
      id: session.id,
      kind: 'oidc',
      value: JSON.stringify(question),
      expiresAt: tx.now.add({ minutes: OIDC_MINUTES }),
    })
    return { url: url.href, session }
  })
}

export async function answerOidc(
  ctx: Context,
  door: Door,
  url: URL,
): Promise<Entered & { readonly next: string }> {
  const { sessionId } = door
  if (!sessionId) throw refused(refuse('session_over'))
  const text = await transact(ctx, (tx) => takeChallenge(tx.db, 'oidc', sessionId, tx.now))
  const question = text && readQuestion(text)
  if (!question) throw refused(refuse('session_over'))
  const person = await hearService(door.house, question, url)
  const account = person && (await accountOf(ctx, person))
  if (!person || !account || account.state === 'suspended') throw refused(refuse('service_unknown_person'))
  return transact(as(ctx, account), async (tx) => {
    const bound = await accounts.accountBySubject(tx.db, person.subject)
    if (!bound) {
      // At first use the address decides, and only one that was invited; from then on the service's own number.
      if (!(await accounts.bindSubject(tx.db, account.id, person.subject)))
        throw refused(refuse('service_unknown_person'))
      await endInvitations(tx.db, account.id, tx.now)
      audit(tx, 'staff.bindService', { type: 'staff', id: account.id })
    }
    return { session: await enter(tx, door, account, true, 'oidc'), step: 'office', next: question.next }
  })
}

async function accountOf(ctx: Context, person: OidcPerson): Promise<Account | undefined> {
  const bound = await accounts.accountBySubject(ctx.db, person.subject)
  if (bound || person.email === null) return bound
  return accounts.accountByEmail(ctx.db, person.email)
}

export async function signOut(ctx: Context, sessionId: string): Promise<void> {
  await transact(ctx, async (tx) => {
    await endSession(tx.db, sessionId)
    if (tx.actor.kind === 'staff') audit(tx, 'session.end', { type: 'staff', id: tx.actor.id })
  })
}
