/** Following is asked for, confirmed, changed and left; the weekly letters are written. */

import type { Temporal } from '../../kernel/civil-date.ts'
import { found, Refused } from '../../kernel/errors.ts'
import { countedAddress } from '../../kernel/net-address.ts'
import { accept, refuse } from '../../kernel/refusal.ts'
import type { Locale } from '../../kernel/texts.ts'
import { audit } from '../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../platform/context.ts'
import { type DigestItem, digestSources } from '../../platform/digest.ts'
import type { House } from '../../platform/house.ts'
import { countAsking } from '../../platform/limit.ts'
import { forgetRecipient, hold } from '../../platform/mail.ts'
import { hashSecret, newId } from '../../platform/random.ts'
import { confirmOf, hashesOf, KEY, secretOf } from './credentials.ts'
import { checked, concerns, MOST_ITEMS, weekEnd } from './rules/selector.ts'
import * as store from './store.ts'
import { confirmLetter, type DigestPart, digestLetter, digestTitle } from './texts/letters.ts'
import type { Follower, Selector } from './types.ts'

const CONFIRM = 'follow.confirm'
const DIGEST = 'follow.digest'
const BATCH = 100
/** Days in which an address is confirmed; then it is forgotten. */
const CONFIRM_DAYS = 7

const LIMITS = { email: { most: 3, hours: 24 }, address: { most: 30, hours: 1 } }

type Visit = { readonly house: House; readonly address: string }

/** Whether the address is known is told to nobody: the answer is the same, and the letter goes to its owner. */
export async function askToFollow(
  ctx: Context,
  visit: Visit,
  input: { readonly email: string; readonly locale: Locale; readonly selectors: readonly Selector[] },
): Promise<void> {
  const selectors = accept(checked(input.selectors))
  const minutes = await transact(ctx, async (tx) => {
    const wait = await countAsking(tx, visit.house, [
      { purpose: 'follow/email', of: input.email, ...LIMITS.email },
      { purpose: 'follow/address', of: countedAddress(visit.address), ...LIMITS.address },
    ])
    if (wait > 0) return wait
    const key = visit.house.keyFor(KEY)
    const known = await store.lockByEmail(tx.db, input.email)
    const id = known?.id ?? newId<'follower'>()
    if (!known)
      await store.insertFollower(tx, { id, email: input.email, locale: input.locale, ...hashesOf(key, id) })
    await store.addSelectors(tx.db, id, selectors)
    await hold(tx, {
      kind: CONFIRM,
      title: confirmLetter(input.locale, visit.house, '').subject,
      messages: [
        {
          dedupeKey: `${CONFIRM}/${id}/${tx.now.epochMilliseconds}`,
          to: input.email,
          name: '',
          ...confirmLetter(input.locale, visit.house, confirmOf(key, id)),
        },
      ],
    })
    audit(tx, 'follower.ask', { type: 'follower', id }, { after: { selectors: selectors.length } })
    return 0
  })
  if (minutes > 0) throw new Refused([refuse('too_often', { minutes })])
}

export function confirmFollowing(ctx: Context, secret: string): Promise<Follower> {
  return transact(ctx, async (tx) => {
    const follower = found(await store.lockByHash(tx.db, 'confirm_hash', hashSecret(secret)), 'follower')
    await store.confirmAll(tx, follower.id)
    audit(tx, 'follower.confirm', { type: 'follower', id: follower.id }, {})
    return follower
  })
}

export function changeFollowing(ctx: Context, secret: string, input: readonly Selector[]): Promise<void> {
  return transact(ctx, async (tx) => {
    const follower = found(await store.lockByHash(tx.db, 'secret_hash', hashSecret(secret)), 'follower')
    const selectors = accept(checked(input))
    await store.confirmAll(tx, follower.id)
    await store.replaceSelectors(tx.db, follower.id, selectors)
    audit(
      tx,
      'follower.change',
      { type: 'follower', id: follower.id },
      { after: { selectors: selectors.length } },
    )
  })
}

/** Everything that is kept of the address goes, letters too. Done twice, it changes nothing more. */
export function leave(ctx: Context, secret: string): Promise<void> {
  return transact(ctx, async (tx) => {
    const follower = await store.lockByHash(tx.db, 'secret_hash', hashSecret(secret))
    if (follower) await forget(tx, follower, 'follower.leave')
  })
}

async function forget(tx: Tx, follower: Follower, action: string): Promise<void> {
  await store.deleteFollower(tx.db, follower.id)
  await forgetRecipient(tx, follower.email, [CONFIRM, DIGEST])
  audit(tx, action, { type: 'follower', id: follower.id }, {})
}

/** Addresses that nobody confirmed in a week. */
export function forgetUnconfirmed(ctx: Context): Promise<void> {
  return transact(ctx, async (tx) => {
    const before = tx.now.subtract({ hours: 24 * CONFIRM_DAYS })
    for (const follower of await store.unconfirmedBefore(tx.db, before))
      await forget(tx, follower, 'follower.forget')
  })
}

/**
 * Writes the letters of one batch and moves their cursors in the same transaction: broken off at any moment, nothing is
 * lost and nothing is written twice. Who has nothing new gets no letter.
 * @returns false when no letter of this week is left to write
 */
export function writeDigests(ctx: Context, house: House): Promise<boolean> {
  return transact(ctx, async (tx) => {
    const until = weekEnd(tx.today)
    const due = await store.claimDue(tx.db, until, BATCH)
    if (due.length === 0) return false
    const selectors = await store.selectorsOf(
      tx.db,
      due.map((f) => f.id),
      'confirmed',
    )
    const news = new Map<string, readonly DigestPart[]>()
    const messages = []
    for (const follower of due) {
      const since = follower.cursor ?? until
      const all = news.get(since.toString()) ?? (await readNews(tx, since, until))
      news.set(since.toString(), all)
      const parts = ofInterest(all, selectors.get(follower.id) ?? [])
      if (parts.length === 0) continue
      const secret = secretOf(house.keyFor(KEY), follower.id)
      messages.push({
        dedupeKey: `${DIGEST}/${follower.id}/${until}`,
        to: follower.email,
        name: '',
        ...digestLetter(follower.locale, house, { parts, secret }),
      })
    }
    if (messages.length > 0)
      await hold(tx, { kind: DIGEST, title: digestTitle('uk', until, messages.length), messages })
    await store.moveCursors(
      tx.db,
      due.map((f) => f.id),
      until,
    )
    audit(
      tx,
      'follower.digest',
      { type: 'digest', id: until.toString() },
      { after: { followers: due.length, letters: messages.length } },
    )
    return true
  })
}

/** What all sources have of a span, each under its heading. */
export async function readNews(
  ctx: Pick<Tx, 'db'> | Pick<Context, 'db'>,
  since: Temporal.Instant,
  until: Temporal.Instant,
): Promise<readonly DigestPart[]> {
  const parts: DigestPart[] = []
  for (const source of [...digestSources.all()].sort((a, b) => a.order - b.order))
    parts.push({ title: source.title, items: await source.items(ctx.db, since, until) })
  return parts
}

function ofInterest(parts: readonly DigestPart[], selectors: readonly Selector[]): readonly DigestPart[] {
  let left = MOST_ITEMS
  return parts.flatMap((part) => {
    const items: DigestItem[] = part.items.filter((item) => concerns(item, selectors)).slice(0, left)
    left -= items.length
    return items.length > 0 ? [{ title: part.title, items }] : []
  })
}
