/** Coming in by a link of a letter, and going out. Nothing here tells whether an address is known. */
import type { Actor } from '../../../kernel/actor.ts'
import { Refused } from '../../../kernel/errors.ts'
import { countedAddress } from '../../../kernel/net-address.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import type { House } from '../../../platform/house.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { countAsking } from '../../../platform/limit.ts'
import { hold } from '../../../platform/mail.ts'
import { ASKS, SIGN_IN_MINUTES } from '../rules/session.ts'
import { personByEmail, personById } from '../store/people.ts'
import {
  endKeysOf,
  endSession,
  makeKey,
  type OpenedSession,
  openSession,
  readKey,
  takeKey,
} from '../store/sessions.ts'
import { signInLetter } from '../texts/letters.ts'
import type { CabinetPerson, EntryCode } from '../types.ts'

/** Kind of the letter with the link; a person lets it leave at once when the city is set up. */
export const SIGN_IN_KIND = 'representative.signIn'
/** Name of the job that writes the letter. */
export const SIGN_IN_JOB = 'representatives.signInLetter'

/** Where one stands who wants in. */
export type Visit = {
  readonly house: Pick<House, 'baseUrl' | 'city' | 'keyFor' | 'demonstration'>
  readonly address: string
  readonly device: string
  readonly locale: Locale
}

export type SignInAsked = { readonly email: string; readonly next: string; readonly locale: Locale }

/**
 * Notes that somebody wants in; the letter is written by a job. Known or not, an address takes the same work and
 * gets the same answer.
 */
export async function askSignIn(
  ctx: Context,
  visit: Visit,
  input: { readonly email: string; readonly next: string },
): Promise<void> {
  const minutes = await transact(ctx, async (tx) => {
    const wait = await countAsking(tx, visit.house, [
      { purpose: 'representative.signIn/email', of: input.email, ...ASKS.email },
      { purpose: 'representative.signIn/address', of: countedAddress(visit.address), ...ASKS.address },
    ])
    const asked: SignInAsked = { email: input.email, next: input.next, locale: visit.locale }
    if (wait === 0) await enqueue(tx, SIGN_IN_JOB, asked)
    return wait
  })
  if (minutes > 0) throw refused('too_many', { minutes })
}

/** Writes the letter, if there is such a person. */
export async function writeSignInLetter(
  ctx: Context,
  house: Pick<House, 'baseUrl' | 'city'>,
  asked: SignInAsked,
): Promise<void> {
  await transact(ctx, async (tx) => {
    const person = await personByEmail(tx.db, asked.email)
    if (!person) return
    const until = tx.now.add({ minutes: SIGN_IN_MINUTES })
    const key = await makeKey(tx.db, { kind: 'signIn', representativeId: person.id }, until)
    const query = new URLSearchParams({ key: key.secret, ...(asked.next && { next: asked.next }) })
    const letter = signInLetter(asked.locale, {
      city: house.city,
      link: `${house.baseUrl}/cabinet/enter?${query}`,
      minutes: SIGN_IN_MINUTES,
    })
    await hold(tx, {
      kind: SIGN_IN_KIND,
      title: letter.subject,
      messages: [
        {
          dedupeKey: `${SIGN_IN_KIND}/${key.hash}`,
          to: asked.email,
          name: person.name,
          subject: letter.subject,
          body: letter.body,
        },
      ],
    })
  })
}

/** Whom the link of a letter lets in; undefined for one that is unknown, used or too old, which all look the same. */
export async function personOfLink(ctx: Context, secret: string): Promise<CabinetPerson | undefined> {
  const key = await readKey(ctx.db, 'signIn', secret, ctx.now)
  const person = key?.representativeId ? await personById(ctx.db, key.representativeId) : undefined
  return person?.state === 'active' ? person : undefined
}

export async function enterByLink(ctx: Context, visit: Visit, secret: string): Promise<OpenedSession> {
  return transact(ctx, async (tx) => {
    const key = await takeKey(tx.db, 'signIn', secret, tx.now)
    const person = key?.representativeId ? await personById(tx.db, key.representativeId) : undefined
    if (person?.state !== 'active') throw refused('link_invalid')
    await endKeysOf(tx.db, person.id)
    return enter(tx, visit, person, 'link')
  })
}

/** @param by `link`, `confirmation`, `demonstration`: for the audit */
export async function enter(
  tx: Tx,
  visit: Visit,
  person: Pick<CabinetPerson, 'id' | 'name' | 'locale'>,
  by: string,
): Promise<OpenedSession> {
  const session = await openSession(tx.db, {
    representativeId: person.id,
    locale: person.locale,
    address: visit.address,
    device: visit.device,
    now: tx.now,
  })
  audit(as(tx, person), 'session.begin', { type: 'representative', id: person.id }, { after: { by } })
  return session
}

/** The person acts from here on, so that the audit names them. Rights play no part in coming in. */
export function as<T extends { readonly actor: Actor }>(
  ctx: T,
  person: Pick<CabinetPerson, 'id' | 'name'>,
): T {
  return { ...ctx, actor: { kind: 'representative', id: person.id, name: person.name, organisations: [] } }
}

export async function signOut(ctx: Context, sessionId: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const { actor } = tx
    if (actor.kind !== 'representative') return
    if (await endSession(tx.db, actor.id, sessionId))
      audit(tx, 'session.end', { type: 'representative', id: actor.id })
  })
}

function refused(code: EntryCode, values: Readonly<Record<string, number>> = {}): Refused {
  return new Refused([refuse(code, values)])
}
