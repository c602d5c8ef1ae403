/** Every statement on the city's own values. */
import { type Selectable, sql } from 'kysely'
import type { Temporal } from '../../kernel/civil-date.ts'
import type { Db, DbTransaction } from '../../platform/db.ts'
import type { LawTables } from './tables.ts'
import type { CityValue, NewCityValue, OverrideId } from './types.ts'

/** With the withdrawn ones, newest start first. */
export async function valuesOf(db: Db | DbTransaction, key: string): Promise<readonly CityValue[]> {
  const rows = await db
    .selectFrom('rule_overrides')
    .selectAll()
    .where('key', '=', key)
    .orderBy('from_date', 'desc')
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map(cityValue)
}

/** Those that count, of all rules. */
export async function currentValues(db: Db | DbTransaction): Promise<readonly CityValue[]> {
  const rows = await db
    .selectFrom('rule_overrides')
    .selectAll()
    .where('revoked_at', 'is', null)
    .orderBy('key')
    .orderBy('from_date')
    .execute()
  return rows.map(cityValue)
}

export async function lockValue(db: DbTransaction, id: OverrideId): Promise<CityValue | null> {
  const row = await db
    .selectFrom('rule_overrides')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? cityValue(row) : null
}

/** Two people who set a value at once wait for one another; readers don't. */
export async function lockTable(db: DbTransaction): Promise<void> {
  await sql`lock table rule_overrides in share row exclusive mode`.execute(db)
}

export async function insertValue(
  db: DbTransaction,
  id: OverrideId,
  input: NewCityValue,
  by: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('rule_overrides')
    .values({
      id,
      key: input.key,
      value: String(input.value),
      from_date: input.from,
      to_date: input.to,
      reason: input.reason,
      decision: input.decision,
      created_by: by,
      created_at: now,
      revoked_at: null,
      revoke_reason: null,
    })
    .execute()
}

export async function markWithdrawn(
  db: DbTransaction,
  id: OverrideId,
  reason: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('rule_overrides')
    .set({ revoked_at: now, revoke_reason: reason })
    .where('id', '=', id)
    .execute()
}

function cityValue(row: Selectable<LawTables['rule_overrides']>): CityValue {
  return {
    id: row.id,
    key: row.key,
    value: Number(row.value),
    from: row.from_date.toString(),
    to: row.to_date?.toString() ?? null,
    reason: row.reason,
    decision: row.decision,
    createdBy: row.created_by,
    createdAt: row.created_at,
    withdrawnAt: row.revoked_at,
    withdrawReason: row.revoke_reason,
  }
}
