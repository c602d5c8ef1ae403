/** Counts of wrong attempts. The keys are keyed hashes: neither an address nor an account can be read from them. */
import { sql } from 'kysely'
import { Temporal } from '../../../kernel/civil-date.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { forgetHours, type Gauge, pauseAfter } from '../rules/pause.ts'

export type Gauged = { readonly gauge: Gauge; readonly key: string }

/**
 * Counts an attempt before it is tried, so that a hundred at once do not all pass before the first is known to be wrong.
 * While a pause lasts nothing is counted: whoever waits, waits no longer because of others.
 * @returns seconds still to wait; 0: go on
 */
export async function countAttempt(
  db: DbTransaction,
  gauged: readonly Gauged[],
  now: Temporal.Instant,
): Promise<number> {
  // One order of locks for everyone.
  const sorted = [...gauged].sort((a, b) => (a.key < b.key ? -1 : 1))
  const rows = await db
    .insertInto('sign_in_failures')
    .values(sorted.map(({ key }) => ({ key, failures: 0, last_at: now, blocked_until: null })))
    .onConflict((c) => c.column('key').doUpdateSet((eb) => ({ key: eb.ref('excluded.key') })))
    .returningAll()
    .execute()
  const wait = Math.max(0, ...rows.map((r) => (r.blocked_until ? secondsBetween(now, r.blocked_until) : 0)))
  if (wait > 0) return wait
  const counted = sorted.map(({ gauge, key }) => {
    const row = rows.find((r) => r.key === key)!
    const old = Temporal.Instant.compare(row.last_at, now.subtract({ hours: forgetHours(gauge) })) < 0
    const failures = (old ? 0 : row.failures) + 1
    const pause = pauseAfter(gauge, failures)
    return { key, failures, last_at: now, blocked_until: pause > 0 ? now.add({ seconds: pause }) : null }
  })
  await db
    .insertInto('sign_in_failures')
    .values(counted)
    .onConflict((c) =>
      c.column('key').doUpdateSet((eb) => ({
        failures: eb.ref('excluded.failures'),
        last_at: eb.ref('excluded.last_at'),
        blocked_until: eb.ref('excluded.blocked_until'),
      })),
    )
    .execute()
  return 0
}

function secondsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.max(0, Math.ceil((to.epochMilliseconds - from.epochMilliseconds) / 1000))
}

/** After a right attempt: what was counted of the account is forgotten, at the address only this attempt. */
export async function forgiveAttempt(db: DbTransaction, gauged: readonly Gauged[]): Promise<void> {
  const wiped = gauged.filter((g) => g.gauge !== 'address').map((g) => g.key)
  const lowered = gauged.filter((g) => g.gauge === 'address').map((g) => g.key)
  if (wiped.length > 0) await db.deleteFrom('sign_in_failures').where('key', 'in', wiped).execute()
  if (lowered.length > 0)
    await db
      .updateTable('sign_in_failures')
      .set({ failures: sql<number>`greatest(0, failures - 1)`, blocked_until: null })
      .where('key', 'in', lowered)
      .execute()
}
