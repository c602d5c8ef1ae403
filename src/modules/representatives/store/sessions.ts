/** Sessions of the cabinet and the keys of our letters: the browser or the letter holds a secret, the database its hash. */
import { Temporal } from '../../../kernel/civil-date.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { hashSecret, newId, newSecret } from '../../../platform/random.ts'
import { endsAt, IDLE_HOURS } from '../rules/session.ts'
import type { CabinetSession, CabinetSessionId, DelegationId, RepresentativeId } from '../types.ts'

export type OpenedSession = { readonly id: CabinetSessionId; readonly secret: string }

export async function openSession(
  db: DbTransaction,
  session: {
    readonly representativeId: RepresentativeId
    readonly locale: Locale
    readonly address: string
    readonly device: string
    readonly now: Temporal.Instant
  },
): Promise<OpenedSession> {
  const opened = { id: newId<'cabinetSession'>(), secret: newSecret() }
  await db
    .insertInto('representative_sessions')
    .values({
      id: opened.id,
      secret_hash: hashSecret(opened.secret),
      csrf: newSecret(),
      representative_id: session.representativeId,
      locale: session.locale,
      address: session.address,
      device: session.device,
      created_at: session.now,
      seen_at: session.now,
      expires_at: endsAt(session.now),
    })
    .execute()
  return opened
}

/** @returns whether there was such a session of this person */
export async function endSession(db: DbTransaction, of: RepresentativeId, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('representative_sessions')
    .where('id', '=', id as CabinetSessionId)
    .where('representative_id', '=', of)
    .executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** @returns how many ended */
export async function endSessionsOf(
  db: DbTransaction,
  of: RepresentativeId,
  except: string | null,
): Promise<number> {
  const result = await db
    .deleteFrom('representative_sessions')
    .where('representative_id', '=', of)
    .$if(except !== null, (q) => q.where('id', '<>', except as CabinetSessionId))
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

export async function sessionsOf(
  db: Db,
  of: RepresentativeId,
  now: Temporal.Instant,
): Promise<CabinetSession[]> {
  return db
    .selectFrom('representative_sessions')
    .select(['id', 'device', 'address', 'created_at as createdAt', 'seen_at as seenAt'])
    .where('representative_id', '=', of)
    .where('expires_at', '>', now)
    .where('seen_at', '>', now.subtract({ hours: IDLE_HOURS }))
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .limit(50)
    .execute()
}

type KeyOf =
  | { readonly kind: 'signIn'; readonly representativeId: RepresentativeId }
  | { readonly kind: 'confirm'; readonly delegationId: DelegationId }

/** @returns the secret for the letter */
export async function makeKey(
  db: DbTransaction,
  of: KeyOf,
  expiresAt: Temporal.Instant,
): Promise<{ readonly secret: string; readonly hash: string }> {
  const secret = newSecret()
  const hash = hashSecret(secret)
  await db
    .insertInto('representative_keys')
    .values({
      hash,
      kind: of.kind,
      representative_id: of.kind === 'signIn' ? of.representativeId : null,
      delegation_id: of.kind === 'confirm' ? of.delegationId : null,
      expires_at: expiresAt,
    })
    .execute()
  return { secret, hash }
}

export async function readKey(
  db: Db | DbTransaction,
  kind: KeyOf['kind'],
  secret: string,
  now: Temporal.Instant,
) {
  return db
    .selectFrom('representative_keys')
    .select(['representative_id as representativeId', 'delegation_id as delegationId'])
    .where('hash', '=', hashSecret(secret))
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .executeTakeFirst()
}

/** Takes the key away and says whose it was; undefined when it is unknown, too old or taken already. */
export async function takeKey(db: DbTransaction, kind: KeyOf['kind'], secret: string, now: Temporal.Instant) {
  const row = await db
    .deleteFrom('representative_keys')
    .where('hash', '=', hashSecret(secret))
    .where('kind', '=', kind)
    .returning(['representative_id as representativeId', 'delegation_id as delegationId', 'expires_at'])
    .executeTakeFirst()
  return row && Temporal.Instant.compare(row.expires_at, now) > 0 ? row : undefined
}

/** The other letters of the same person are worth nothing once one was used. */
export async function endKeysOf(db: DbTransaction, of: RepresentativeId): Promise<void> {
  await db.deleteFrom('representative_keys').where('representative_id', '=', of).execute()
}

/** What has ended and is of no use to anyone. */
export async function sweepEntries(db: DbTransaction, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('representative_sessions')
    .where((eb) =>
      eb.or([eb('expires_at', '<', now), eb('seen_at', '<', now.subtract({ hours: IDLE_HOURS }))]),
    )
    .execute()
  await db.deleteFrom('representative_keys').where('expires_at', '<', now).execute()
}
