/** Ways in: passphrase, one-time codes, recovery codes, passkeys, invitations. */
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Locale } from '../../../kernel/texts.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { Database } from '../../../schema.ts'
import type { Account, StaffId } from '../types.ts'

type Reader = Db | DbTransaction

export function accounts(db: Reader) {
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
