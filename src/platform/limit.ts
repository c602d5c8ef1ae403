/**
 * How often something may be asked by people whom we do not know: a letter to an address, a form without an account.
 * What is counted cannot be read from the database: its keys are keyed hashes.
 */
import { sql } from 'kysely'
import type { Temporal } from '../kernel/civil-date.ts'
import type { DbTransaction } from './db.ts'
import type { House } from './house.ts'
import { sign } from './random.ts'

export type Limit = {
  /** What is limited, and by what: `representative.signIn/email`. */
  readonly purpose: string
  /** The address, the e-mail: whatever is counted together. */
  readonly of: string
  readonly most: number
  readonly hours: number
}

/**
 * Counts one asking under each limit. What was counted stays counted only if the caller's transaction commits.
 * @returns minutes to wait; 0: it may be done
 */
export async function countAsking(
  tx: { readonly db: DbTransaction; readonly now: Temporal.Instant },
  house: Pick<House, 'keyFor'>,
  limits: readonly Limit[],
): Promise<number> {
  const counted = limits
    .map((limit) => ({
      ...limit,
      key: sign(house.keyFor('request-counts'), `${limit.purpose}\n${limit.of}`),
    }))
    // One order of locks for everyone.
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  let wait = 0
  for (const { key, most, hours } of counted) {
    const old = tx.now.subtract({ hours })
    const row = await tx.db
      .insertInto('request_counts')
      .values({ key, asked: 1, since: tx.now })
      .onConflict((c) =>
        c.column('key').doUpdateSet({
          asked: sql<number>`case when request_counts.since < ${old} then 1 else request_counts.asked + 1 end`,
          since: sql<Temporal.Instant>`case when request_counts.since < ${old} then ${tx.now} else request_counts.since end`,
        }),
      )
      .returning(['asked', 'since'])
      .executeTakeFirstOrThrow()
    if (row.asked > most) wait = Math.max(wait, minutesBetween(tx.now, row.since.add({ hours })))
  }
  return wait
}

function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.max(1, Math.ceil((to.epochMilliseconds - from.epochMilliseconds) / 60_000))
}

/** Counts that hold nobody up any more. */
export async function forgetAskings(db: DbTransaction, now: Temporal.Instant): Promise<void> {
  await db
    .deleteFrom('request_counts')
    .where('since', '<', now.subtract({ hours: 48 }))
    .execute()
}
