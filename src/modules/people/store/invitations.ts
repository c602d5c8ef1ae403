import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { Account, StaffId } from '../types.ts'
import { accounts } from './accounts.ts'

type Reader = Db | DbTransaction

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
