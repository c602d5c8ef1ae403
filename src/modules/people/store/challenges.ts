/** What holds for minutes and for one use. */
import { Temporal } from '../../../kernel/civil-date.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { PeopleTables } from '../tables.ts'

type Kind = PeopleTables['sign_in_challenges']['kind']

export async function putChallenge(
  db: DbTransaction,
  row: {
    readonly id: string
    readonly kind: Kind
    readonly value: string
    readonly expiresAt: Temporal.Instant
  },
): Promise<void> {
  await db
    .insertInto('sign_in_challenges')
    .values({ id: row.id, kind: row.kind, value: row.value, expires_at: row.expiresAt })
    .execute()
}

export async function readChallenge(
  db: Db | DbTransaction,
  kind: Kind,
  id: string,
  now: Temporal.Instant,
): Promise<string | null> {
  const row = await db
    .selectFrom('sign_in_challenges')
    .select('value')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.value ?? null
}

/** Takes the challenge away and gives its value; null when it is unknown, ended or taken by another. */
export async function takeChallenge(
  db: DbTransaction,
  kind: Kind,
  id: string,
  now: Temporal.Instant,
): Promise<string | null> {
  const row = await db
    .deleteFrom('sign_in_challenges')
    .where('id', '=', id)
    .where('kind', '=', kind)
    .returning(['value', 'expires_at'])
    .executeTakeFirst()
  return row && Temporal.Instant.compare(row.expires_at, now) > 0 ? row.value : null
}

/** Remembers that a signed challenge was used. @returns false when it was used before */
export async function spendChallenge(
  db: DbTransaction,
  id: string,
  expiresAt: Temporal.Instant,
): Promise<boolean> {
  const result = await db
    .insertInto('sign_in_challenges')
    .values({ id, kind: 'spent', value: '', expires_at: expiresAt })
    .onConflict((c) => c.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function forgetChallenges(db: DbTransaction, kind: Kind): Promise<void> {
  await db.deleteFrom('sign_in_challenges').where('kind', '=', kind).execute()
}
