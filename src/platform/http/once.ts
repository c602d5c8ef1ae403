/**
 * A write that comes twice is done once. A form bears the number of the page that drew it, an API call may bear
 * `Idempotency-Key`; the same person sending the same thing under the same key is answered as the first time.
 */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Actor } from '../../kernel/actor.ts'
import { Temporal } from '../../kernel/civil-date.ts'
import { Conflict } from '../../kernel/errors.ts'
import { Refused, refuse } from '../../kernel/refusal.ts'
import type { Db } from '../db.ts'
import type { FormValues, Reply, UploadedFile } from './route.ts'

export type Once = {
  readonly actorId: string
  readonly key: string
  /** Hash of what was sent. */
  readonly print: string
}

const WAIT_MS = 100
const WAITS = 50
/** So long a receipt is kept: who repeats a write does it soon. */
export const RECEIPT_HOURS = 24

/** Token of a form: against forgery, and to know this drawing of it from the next. */
export function formToken(csrf: string, page: string): string {
  return `${csrf}.${page}`
}

/** @returns the page's number is empty where a form came without one */
export function readFormToken(token: string): { readonly csrf: string; readonly page: string } {
  const dot = token.indexOf('.')
  return dot < 0 ? { csrf: token, page: '' } : { csrf: token.slice(0, dot), page: token.slice(dot + 1) }
}

/** Typed once more after going back, it is another write: what was sent is a part of the key. */
export function onceOfForm(
  actor: Actor,
  page: string,
  url: string,
  sent: { readonly form: FormValues; readonly files: readonly UploadedFile[] },
): Once | null {
  if ((actor.kind !== 'staff' && actor.kind !== 'representative') || !/^[\w-]{1,60}$/.test(page)) return null
  const hash = createHash('sha256').update(JSON.stringify([url, Object.entries(sent.form)]))
  for (const file of sent.files) hash.update(JSON.stringify([file.field, file.name])).update(file.bytes)
  const print = hash.digest('base64url')
  return { actorId: actor.id, key: `${page} ${print}`, print }
}

/** @throws Refused for a key that is not 1 to 200 visible characters of ASCII */
export function onceOfCall(
  actor: Actor,
  key: string | undefined,
  call: { readonly method: string; readonly url: string; readonly body: unknown },
): Once | null {
  if (actor.kind !== 'token' || key === undefined) return null
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) throw new Refused([refuse('idempotency_key_invalid')])
  const text = JSON.stringify([call.method, call.url, call.body])
  return { actorId: actor.id, key, print: createHash('sha256').update(text).digest('base64url') }
}

/**
 * @throws Refused when the key stands for something else
 * @throws Conflict when the first is still being done, or nobody knows how it ended
 */
export async function onlyOnce(db: Db, once: Once, work: () => Promise<Reply>): Promise<Reply> {
  for (let waited = 0; ; waited++) {
    if (await begin(db, once)) return first(db, once, work)
    const before = await receiptOf(db, once)
    // The first was refused: this one may try.
    if (!before) continue
    if (before.print !== once.print) throw new Refused([refuse('idempotency_key_used')])
    if (before.answer) return before.answer
    if (waited === WAITS || isOld(before.at)) throw new Conflict('the same write')
    await sleep(WAIT_MS)
  }
}

async function first(db: Db, once: Once, work: () => Promise<Reply>): Promise<Reply> {
  let reply: Reply
  try {
    reply = await work()
  } catch (error) {
    await forget(db, once).catch(() => {})
    throw error
  }
  // It is done and will be said so, whether or not the receipt could be written.
  const answer = keepable(reply)
  await (answer ? keep(db, once, answer) : forget(db, once)).catch(() => {})
  return reply
}

/** What a success is told by. A page shows its secret once, and one that was refused may be sent again. */
function keepable(reply: Reply): Reply | null {
  if (reply.kind === 'redirect') return reply.cookies ? null : reply
  return reply.kind === 'json' && reply.status < 300 ? reply : null
}

function isOld(at: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, Temporal.Now.instant().subtract({ minutes: 2 })) < 0
}

async function begin(db: Db, { actorId, key, print }: Once): Promise<boolean> {
  const row = await db
    .insertInto('receipts')
    .values({ actor_id: actorId, key, print, answer: null, at: Temporal.Now.instant() })
    .onConflict((c) => c.columns(['actor_id', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  return row !== undefined
}

function receiptOf(db: Db, { actorId, key }: Once) {
  return db
    .selectFrom('receipts')
    .select(['print', 'answer', 'at'])
    .where('actor_id', '=', actorId)
    .where('key', '=', key)
    .executeTakeFirst()
}

async function keep(db: Db, { actorId, key }: Once, answer: Reply): Promise<void> {
  await db
    .updateTable('receipts')
    .set({ answer: JSON.stringify(answer) })
    .where('actor_id', '=', actorId)
    .where('key', '=', key)
    .execute()
}

async function forget(db: Db, { actorId, key }: Once): Promise<void> {
  await db.deleteFrom('receipts').where('actor_id', '=', actorId).where('key', '=', key).execute()
}

/** Takes away receipts that nobody will ask for any more. */
export async function forgetReceipts(db: Db, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('receipts')
    .where('at', '<', now.subtract({ hours: RECEIPT_HOURS }))
    .execute()
}
