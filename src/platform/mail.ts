/**
 * The outbox. Nothing leaves before a person, or a rule that a person switched on, has released it;
 * what will leave, and to whom, can be read while it waits.
 */
import { sql } from 'kysely'
import type { Transporter } from 'nodemailer'
import { audit } from './audit.ts'
import type { Tx } from './context.ts'
import type { Db, DbTransaction } from './db.ts'
import { enqueue } from './jobs.ts'
import { newId } from './random.ts'
import { readSetting } from './settings.ts'
import type { MailingId, MessageId } from './tables.ts'

export type Letter = {
  /** The same letter is written once, however often it is asked for: `duty.reminder/…/2026-10-06`. */
  readonly dedupeKey: string
  readonly to: string
  readonly name: string
  readonly subject: string
  readonly body: string
  /** Of a letter that comes regularly: an address by which its reader leaves with one press (RFC 8058). */
  readonly unsubscribe?: string
}

/** Name of the job that sends what was released. */
export const SEND_JOB = 'mailings.send'

const ATTEMPTS = 8

/**
 * Puts letters into the outbox as one mailing. Those whose key is known already are left out; none left, no mailing.
 * A kind that a person switched to leave by itself is released at once.
 */
export async function hold(
  tx: Tx,
  mailing: { readonly kind: string; readonly title: string; readonly messages: readonly Letter[] },
): Promise<MailingId | null> {
  const keys = mailing.messages.map((m) => m.dedupeKey)
  const known = keys.length
    ? await tx.db
        .selectFrom('messages')
        .select('dedupe_key')
        .where(sql<boolean>`dedupe_key = any(${keys}::text[])`)
        .execute()
    : []
  const written = new Set(known.map((row) => row.dedupe_key))
  const fresh = mailing.messages.filter((m) => !written.has(m.dedupeKey))
  if (fresh.length === 0) return null

  const rule = (await readSetting(tx.db, 'mail.autoRelease'))?.[mailing.kind]
  const id = newId<'mailing'>()
  await tx.db
    .insertInto('mailings')
    .values({
      id,
      kind: mailing.kind,
      title: mailing.title,
      state: rule ? 'released' : 'held',
      created_at: tx.now,
      released_at: rule ? tx.now : null,
      released_by: rule ? rule.by : null,
      reason: null,
    })
    .execute()
  // One statement, whatever their number: hundreds of letters are a moment's work.
  const letters = fresh.map((m) => ({ ...m, id: newId<'message'>() }))
  await sql`
    insert into messages (id, mailing_id, dedupe_key, recipient, recipient_name, subject, body, unsubscribe, state, created_at)
    select m.id, ${id}::uuid, m."dedupeKey", m."to", m.name, m.subject, m.body, m.unsubscribe, ${rule ? 'queued' : 'held'}, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(letters)}::jsonb)
      as m(id uuid, "dedupeKey" text, "to" text, name text, subject text, body text, unsubscribe text)
    on conflict (dedupe_key) do nothing`.execute(tx.db)
  audit(
    tx,
    'mailing.hold',
    { type: 'mailing', id },
    { after: { kind: mailing.kind, letters: fresh.length, released: Boolean(rule) } },
  )
  if (rule) await enqueue(tx, SEND_JOB, {}, { key: SEND_JOB })
  return id
}

/** Lets a held mailing go. The caller has asked the policy. */
export async function releaseMailing(tx: Tx, id: MailingId, by: string): Promise<void> {
  await tx.db
    .updateTable('mailings')
    .set({ state: 'released', released_at: tx.now, released_by: by })
    .where('id', '=', id)
    .execute()
  await tx.db
    .updateTable('messages')
    .set({ state: 'queued' })
    .where('mailing_id', '=', id)
    .where('state', '=', 'held')
    .execute()
  await enqueue(tx, SEND_JOB, {}, { key: SEND_JOB })
}

/** Keeps a held mailing in for good. */
export async function cancelMailing(tx: Tx, id: MailingId, reason: string): Promise<void> {
  await tx.db.updateTable('mailings').set({ state: 'cancelled', reason }).where('id', '=', id).execute()
  await tx.db
    .updateTable('messages')
    .set({ state: 'cancelled' })
    .where('mailing_id', '=', id)
    .where('state', '=', 'held')
    .execute()
}

/**
 * Takes an address and what was written to it out of the outbox: its owner left. What was not sent yet never will be.
 * @param kinds of mailings; others to the same address stay
 */
export async function forgetRecipient(tx: Tx, recipient: string, kinds: readonly string[]): Promise<void> {
  const mailings = tx.db.selectFrom('mailings').select('id').where('kind', 'in', kinds)
  const own = tx.db
    .updateTable('messages')
    .where('recipient', '=', recipient)
    .where('mailing_id', 'in', mailings)
  await own.set({ state: 'cancelled' }).where('state', 'in', ['held', 'queued', 'failed']).execute()
  await own.set({ recipient: '', recipient_name: '', body: '', unsubscribe: null }).execute()
}

/** Letters that failed are tried again from the beginning. */
export async function retryFailed(tx: Tx, id: MailingId): Promise<void> {
  await tx.db
    .updateTable('messages')
    .set({ state: 'queued', attempts: 0, retry_at: null })
    .where('mailing_id', '=', id)
    .where('state', '=', 'failed')
    .execute()
  await enqueue(tx, SEND_JOB, {}, { key: SEND_JOB })
}

export type Transport = (letter: {
  readonly to: string
  readonly name: string
  readonly subject: string
  readonly body: string
  readonly id: string
  readonly unsubscribe: string | null
}) => Promise<void>

/** @param url `smtp://user:pass@host:587` or `smtps://…` */
export function smtpTransport(url: string, from: string): Transport {
  let transport: Transporter | null = null
  return async (letter) => {
    // Loaded with the first letter: an installation without a mail server never needs it.
    transport ??= (await import('nodemailer')).createTransport(url, { from })
    await transport.sendMail({
      to: { name: letter.name, address: letter.to },
      subject: letter.subject,
      text: letter.body,
      messageId: `<${letter.id}@${from.split('@').at(-1)?.replace('>', '') ?? 'viche'}>`,
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(letter.unsubscribe === null
          ? {}
          : {
              'List-Unsubscribe': `<${letter.unsubscribe}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
      },
    })
  }
}

/**
 * Sends one waiting letter and says whether there was one. The row stays locked while the letter goes,
 * so two processes never send the same one; a crash between the server's answer and the commit may repeat it
 * with the same Message-ID.
 */
export async function sendNext(db: Db, now: Tx['now'], transport: Transport): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const letter = await nextQueued(trx, now)
    if (!letter) return false
    try {
      await transport({
        id: letter.id,
        to: letter.recipient,
        name: letter.recipient_name,
        subject: letter.subject,
        body: letter.body,
        unsubscribe: letter.unsubscribe,
      })
      await settle(trx, letter.id, {
        state: 'sent',
        sent_at: now,
        retry_at: null,
        last_error: null,
        attempts: letter.attempts + 1,
      })
    } catch (error) {
      const attempts = letter.attempts + 1
      const reason = error instanceof Error ? error.message.slice(0, 300) : 'unknown'
      await settle(trx, letter.id, {
        state: attempts >= ATTEMPTS ? 'failed' : 'queued',
        sent_at: null,
        retry_at: retryAt(now, attempts),
        last_error: reason,
        attempts,
      })
    }
    return true
  })
}

async function nextQueued(trx: DbTransaction, now: Tx['now']) {
  return trx
    .selectFrom('messages')
    .selectAll()
    .where('state', '=', 'queued')
    .where((eb) => eb.or([eb('retry_at', 'is', null), eb('retry_at', '<=', now)]))
    .orderBy('created_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
}

/** Each failure waits twice as long as the one before: 2, 4, 8 … minutes. */
function retryAt(now: Tx['now'], attempts: number): Tx['now'] {
  return now.add({ minutes: 2 ** attempts })
}

async function settle(
  trx: DbTransaction,
  id: MessageId,
  change: {
    state: 'sent' | 'failed' | 'queued'
    sent_at: Tx['now'] | null
    retry_at: Tx['now'] | null
    last_error: string | null
    attempts: number
  },
): Promise<void> {
  await trx.updateTable('messages').set(change).where('id', '=', id).execute()
}
