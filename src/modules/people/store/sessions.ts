/** Sessions: the browser holds a secret, the database its hash. */
import { sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { hashSecret, newId, newSecret } from '../../../platform/random.ts'
import { endsAt, IDLE_HOURS } from '../rules/session.ts'
import type { SessionId, SessionLine, StaffId } from '../types.ts'

export type NewSession = {
  /** Null while another service is asked who it is. */
  readonly staffId: StaffId | null
  readonly complete: boolean
  readonly locale: Locale
  readonly address: string
  readonly device: string
  readonly now: Temporal.Instant
}

export type OpenedSession = { readonly id: SessionId; readonly secret: string; readonly csrf: string }

export async function openSession(db: DbTransaction, session: NewSession): Promise<OpenedSession> {
  const opened = { id: newId<'session'>(), secret: newSecret(), csrf: newSecret() }
  await db
    .insertInto('sessions')
    .values({
      id: opened.id,
      secret_hash: hashSecret(opened.secret),
      csrf: opened.csrf,
      staff_id: session.staffId,
      complete: session.complete,
      locale: session.locale,
      address: session.address,
      device: session.device,
      created_at: session.now,
      seen_at: session.now,
      expires_at: endsAt(session.now, session.complete),
    })
    .execute()
  return opened
}

export type SessionOwner = {
  readonly id: SessionId
  readonly staffId: StaffId | null
  readonly complete: boolean
}

/** Locked, so that two answers to one question do not both pass. */
export async function lockSession(db: DbTransaction, id: string): Promise<SessionOwner | undefined> {
  return db
    .selectFrom('sessions')
    .select(['id', 'staff_id as staffId', 'complete'])
    .where('id', '=', id as SessionId)
    .forUpdate()
    .executeTakeFirst()
}

export async function readSession(db: Db, id: string): Promise<SessionOwner | undefined> {
  return db
    .selectFrom('sessions')
    .select(['id', 'staff_id as staffId', 'complete'])
    .where('id', '=', id as SessionId)
    .executeTakeFirst()
}

export async function endSession(db: DbTransaction, id: string): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where('id', '=', id as SessionId)
    .execute()
}

/** @returns whether there was such a session of this person */
export async function endOwnSession(db: DbTransaction, staffId: StaffId, id: SessionId): Promise<boolean> {
  const result = await db
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** @returns how many ended */
export async function endSessionsOf(
  db: DbTransaction,
  staffId: StaffId,
  except: string | null,
): Promise<number> {
  const result = await db
    .deleteFrom('sessions')
    .where('staff_id', '=', staffId)
    .$if(except !== null, (q) => q.where('id', '<>', except as SessionId))
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

export async function sessionsOf(db: Db, staffId: StaffId, now: Temporal.Instant): Promise<SessionLine[]> {
  return db
    .selectFrom('sessions')
    .select(['id', 'device', 'address', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('staff_id', '=', staffId)
    .where('complete', '=', true)
    .where('expires_at', '>', now)
    .where('seen_at', '>', now.subtract({ hours: IDLE_HOURS }))
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
}

/** The language of this session's pages. */
export async function keepSessionLocale(db: DbTransaction | Db, id: string, locale: Locale): Promise<void> {
  await db
    .updateTable('sessions')
    .set({ locale })
    .where('id', '=', id as SessionId)
    .execute()
}

/** What has ended and is of no use to anyone. */
export async function sweep(db: DbTransaction, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('sessions')
    .where((eb) =>
      eb.or([eb('expires_at', '<', now), eb('seen_at', '<', now.subtract({ hours: IDLE_HOURS }))]),
    )
    .execute()
  await db.deleteFrom('sign_in_challenges').where('expires_at', '<', now).execute()
  await db
    .deleteFrom('sign_in_failures')
    .where(
      sql<boolean>`last_at < ${now.subtract({ hours: 24 })} and (blocked_until is null or blocked_until < ${now})`,
    )
    .execute()
}
