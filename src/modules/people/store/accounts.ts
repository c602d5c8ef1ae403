/** Ways in: passphrase, one-time codes, recovery codes, passkeys, invitations. */
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { Database } from '../../../schema.ts'
import type { PasskeyRow } from '../credentials/passkeys.ts'
import type { Account, PasskeyLine, StaffId } from '../types.ts'

type Reader = Db | DbTransaction

function accounts(db: Reader) {
  return db
    .selectFrom('staff')
    .select([
      'staff.id',
      'staff.email',
      'staff.name',
      'staff.state',
      'staff.passphrase_hash as passphraseHash',
      'staff.totp_secret as totpSecret',
      'staff.locale',
    ])
    .select((eb) =>
      eb
        .selectFrom('passkeys as p')
        .select(sql<number>`count(*)::int`.as('n'))
        .whereRef('p.staff_id', '=', 'staff.id')
        .$asScalar()
        .as('passkeys'),
    ) as SelectQueryBuilder<Database, 'staff', Account>
}

export function accountByEmail(db: Reader, email: string): Promise<Account | undefined> {
  return accounts(db).where('staff.email', '=', email).executeTakeFirst()
}

export function accountById(db: Reader, id: StaffId): Promise<Account | undefined> {
  return accounts(db).where('staff.id', '=', id).executeTakeFirst()
}

export function lockAccount(db: DbTransaction, id: StaffId): Promise<Account | undefined> {
  return accounts(db).where('staff.id', '=', id).forUpdate().executeTakeFirst()
}

export function accountBySubject(db: Reader, subject: string): Promise<Account | undefined> {
  return accounts(db).where('staff.oidc_subject', '=', subject).executeTakeFirst()
}

/** Binds a person of another service for good. @returns false when the account is bound to another one */
export async function bindSubject(db: DbTransaction, id: StaffId, subject: string): Promise<boolean> {
  const result = await db
    .updateTable('staff')
    .set({ oidc_subject: subject, state: 'active' })
    .where('id', '=', id)
    .where('oidc_subject', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function savePassphrase(db: DbTransaction, id: StaffId, hash: string): Promise<void> {
  await db.updateTable('staff').set({ passphrase_hash: hash }).where('id', '=', id).execute()
}

export async function saveTotp(
  db: DbTransaction,
  id: StaffId,
  sealed: string | null,
  step: number | null,
): Promise<void> {
  await db
    .updateTable('staff')
    .set({ totp_secret: sealed, totp_last_step: step })
    .where('id', '=', id)
    .execute()
}

/** @returns false when this step of time, or a later one, was used already */
export async function useTotpStep(db: DbTransaction, id: StaffId, step: number): Promise<boolean> {
  const result = await db
    .updateTable('staff')
    .set({ totp_last_step: step })
    .where('id', '=', id)
    .where((eb) => eb.or([eb('totp_last_step', 'is', null), eb('totp_last_step', '<', step)]))
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function saveRecoveryCodes(
  db: DbTransaction,
  id: StaffId,
  hashes: readonly string[],
): Promise<void> {
  await db.deleteFrom('recovery_codes').where('staff_id', '=', id).execute()
  if (hashes.length > 0)
    await db
      .insertInto('recovery_codes')
      .values(hashes.map((code_hash) => ({ staff_id: id, code_hash, used_at: null })))
      .execute()
}

/** @returns false when there is no such code or it was used */
export async function useRecoveryCode(
  db: DbTransaction,
  id: StaffId,
  hash: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const result = await db
    .updateTable('recovery_codes')
    .set({ used_at: now })
    .where('staff_id', '=', id)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export async function recoveryCodesLeft(db: Reader, id: StaffId): Promise<number> {
  const row = await db
    .selectFrom('recovery_codes')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('staff_id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.n
}

const PASSKEY = ['id', 'staff_id as staffId', 'public_key as publicKey', 'counter', 'transports'] as const

export function passkeyById(
  db: Reader,
  id: string,
): Promise<(PasskeyRow & { readonly staffId: StaffId }) | undefined> {
  return db.selectFrom('passkeys').select(PASSKEY).where('id', '=', id).executeTakeFirst()
}

export function passkeysOf(db: Reader, staffId: StaffId): Promise<(PasskeyRow & PasskeyLine)[]> {
  return db
    .selectFrom('passkeys')
    .select([...PASSKEY, 'name', 'created_at as createdAt', 'used_at as usedAt'])
    .where('staff_id', '=', staffId)
    .orderBy('created_at')
    .execute()
}

/** @returns false when the passkey is known already */
export async function addPasskey(
  db: DbTransaction,
  staffId: StaffId,
  key: PasskeyRow,
  name: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const result = await db
    .insertInto('passkeys')
    .values({
      id: key.id,
      staff_id: staffId,
      public_key: key.publicKey,
      counter: key.counter,
      transports: [...key.transports],
      name,
      created_at: now,
      used_at: null,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function usePasskey(
  db: DbTransaction,
  id: string,
  counter: number,
  now: Temporal.Instant,
): Promise<void> {
  await db.updateTable('passkeys').set({ counter, used_at: now }).where('id', '=', id).execute()
}

/** @returns its name; undefined when this person has no such passkey */
export async function removePasskey(
  db: DbTransaction,
  staffId: StaffId,
  id: string,
): Promise<string | undefined> {
  const row = await db
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

/** Everything but the passphrase: the next sign-in sets a second factor up anew. */
export async function dropFactors(db: DbTransaction, id: StaffId): Promise<void> {
  await db.deleteFrom('passkeys').where('staff_id', '=', id).execute()
  await saveRecoveryCodes(db, id, [])
  await db
    .updateTable('staff')
    .set({ totp_secret: null, totp_last_step: null, oidc_subject: null })
    .where('id', '=', id)
    .execute()
}

export async function saveOwnDetails(
  db: DbTransaction,
  id: StaffId,
  details: { readonly name: string; readonly locale: Locale },
): Promise<void> {
  await db
    .updateTable('staff')
    .set((eb) => ({ name: details.name, locale: details.locale, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** A new link ends those before. */
export async function putInvitation(
  db: DbTransaction,
  staffId: StaffId,
  secretHash: string,
  now: Temporal.Instant,
  expiresAt: Temporal.Instant,
): Promise<void> {
  await endInvitations(db, staffId, now)
  await db
    .insertInto('invitations')
    .values({
      id: newId<'invitation'>(),
      staff_id: staffId,
      secret_hash: secretHash,
      expires_at: expiresAt,
      used_at: null,
      created_at: now,
    })
    .execute()
}

/** @returns whether a link was open */
export async function endInvitations(
  db: DbTransaction,
  staffId: StaffId,
  now: Temporal.Instant,
): Promise<boolean> {
  const result = await db
    .updateTable('invitations')
    .set({ used_at: now })
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The person whom an open link invites. */
export async function invitedBy(
  db: Reader,
  secretHash: string,
  now: Temporal.Instant,
): Promise<Account | undefined> {
  return accounts(db)
    .where((eb) =>
      eb(
        'staff.id',
        '=',
        eb
          .selectFrom('invitations as i')
          .select('i.staff_id')
          .where('i.secret_hash', '=', secretHash)
          .where('i.used_at', 'is', null)
          .where('i.expires_at', '>', now),
      ),
    )
    .where('staff.state', '<>', 'suspended')
    .executeTakeFirst()
}

/** @returns false when the link was used meanwhile, has ended or is unknown */
export async function useInvitation(
  db: DbTransaction,
  secretHash: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const result = await db
    .updateTable('invitations')
    .set({ used_at: now })
    .where('secret_hash', '=', secretHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
