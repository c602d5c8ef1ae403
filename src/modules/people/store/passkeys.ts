import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { PasskeyLine, PasskeyRow, StaffId } from '../types.ts'

type Reader = Db | DbTransaction

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
