/** The outbox in SQL. Letters are written by `platform/mail.ts`; here they are read and their state is moved. */
import { sql } from 'kysely'
import type { Db, DbTransaction } from '../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../platform/keyset.ts'
import type { Mailing, MailingId, MailingLetter, MailingState } from './types.ts'

export const PAGE_SIZE = 20

export type MailingFilter = {
  readonly state: MailingState | null
  readonly text: string
  readonly after: string
}

function mailings(db: Db | DbTransaction) {
  return db
    .selectFrom('mailings as m')
    .select([
      'm.id',
      'm.kind',
      'm.title',
      'm.state',
      'm.created_at',
      'm.released_at',
      'm.released_by',
      'm.reason',
    ])
    .select((eb) => [
      eb
        .selectFrom('messages as l')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('l.mailing_id', '=', 'm.id')
        .as('letters'),
      eb
        .selectFrom('messages as l')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('l.mailing_id', '=', 'm.id')
        .where('l.state', '=', 'sent')
        .as('sent'),
      eb
        .selectFrom('messages as l')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('l.mailing_id', '=', 'm.id')
        .where('l.state', '=', 'failed')
        .as('failed'),
    ])
}

type MailingRow = Awaited<ReturnType<ReturnType<typeof mailings>['execute']>>[number]

function toMailing(row: MailingRow): Mailing {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    state: row.state,
    createdAt: row.created_at,
    releasedAt: row.released_at,
    releasedBy: row.released_by,
    reason: row.reason,
    letters: row.letters ?? 0,
    sent: row.sent ?? 0,
    failed: row.failed ?? 0,
  }
}

export async function listMailings(db: Db, filter: MailingFilter, size = PAGE_SIZE): Promise<Page<Mailing>> {
  const from = decodeCursor(filter.after, ['string', 'string'])
  let query = mailings(db)
  if (filter.state) query = query.where('m.state', '=', filter.state)
  if (filter.text) query = query.where('m.title', 'ilike', `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`)
  if (from)
    query = query.where(sql<boolean>`(m.created_at, m.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`)
  const rows = await query
    .orderBy('m.created_at', 'desc')
    .orderBy('m.id', 'desc')
    .limit(onePast(size))
    .execute()
  return cutPage(rows.map(toMailing), size, (m) => [m.createdAt.toString(), m.id])
}

export async function mailingById(db: Db, id: MailingId): Promise<Mailing | null> {
  const row = await mailings(db).where('m.id', '=', id).executeTakeFirst()
  return row ? toMailing(row) : null
}

export async function lockMailing(
  db: DbTransaction,
  id: MailingId,
): Promise<{ id: MailingId; kind: string; state: MailingState } | undefined> {
  return db
    .selectFrom('mailings')
    .select(['id', 'kind', 'state'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

export async function lettersOf(db: Db, id: MailingId, limit: number): Promise<MailingLetter[]> {
  const rows = await db
    .selectFrom('messages')
    .selectAll()
    .where('mailing_id', '=', id)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    recipient: row.recipient,
    name: row.recipient_name,
    subject: row.subject,
    body: row.body,
    state: row.state,
    attempts: row.attempts,
    lastError: row.last_error,
    sentAt: row.sent_at,
  }))
}

export async function kindsSeen(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('mailings').select('kind').distinct().orderBy('kind').execute()
  return rows.map((row) => row.kind)
}

export async function waiting(db: Db): Promise<{
  mailings: number
  letters: number
  latest: { id: MailingId; title: string; letters: number }[]
}> {
  const rows = await mailings(db)
    .where('m.state', '=', 'held')
    .orderBy('m.created_at', 'desc')
    .limit(50)
    .execute()
  const latest = rows.slice(0, 3).map((row) => ({ id: row.id, title: row.title, letters: row.letters ?? 0 }))
  return { mailings: rows.length, letters: rows.reduce((n, row) => n + (row.letters ?? 0), 0), latest }
}
