/** Changes of the plan by budget decisions. */
import type { Selectable } from 'kysely'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import type { MoneyTables } from '../tables.ts'
import type { PlanChange, PlanChangeId } from '../types.ts'

type Reader = Db | DbTransaction

export function changeOf(row: Selectable<MoneyTables['plan_changes']>): PlanChange {
  return {
    id: row.id,
    programmeId: row.programme_id,
    measureId: row.measure_id,
    year: row.year,
    source: row.source,
    change: row.change,
    decision: { kind: row.decision_kind, number: row.decision_number, date: row.decision_date },
    reason: row.reason,
    state: row.state,
    withdrawReason: row.withdraw_reason,
    createdByName: row.created_by_name,
    createdAt: row.created_at,
  }
}

/** Withdrawn ones too, the latest decision first. */
export async function planChanges(db: Reader, programmeId: ProgrammeId): Promise<PlanChange[]> {
  const rows = await db
    .selectFrom('plan_changes')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .orderBy('decision_date', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(changeOf)
}

export async function planChangeById(db: Reader, id: PlanChangeId): Promise<PlanChange | null> {
  const row = await db.selectFrom('plan_changes').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? changeOf(row) : null
}

export async function insertPlanChange(
  db: DbTransaction,
  change: PlanChange,
  createdBy: string,
): Promise<void> {
  await db
    .insertInto('plan_changes')
    .values({
      id: change.id,
      programme_id: change.programmeId,
      measure_id: change.measureId,
      year: change.year,
      source: change.source,
      change: change.change,
      decision_kind: change.decision.kind,
      decision_number: change.decision.number,
      decision_date: change.decision.date,
      reason: change.reason,
      state: change.state,
      withdraw_reason: null,
      created_by: createdBy,
      created_by_name: change.createdByName,
      created_at: change.createdAt,
    })
    .execute()
}

export async function markChangeWithdrawn(
  db: DbTransaction,
  id: PlanChangeId,
  reason: string,
): Promise<void> {
  await db
    .updateTable('plan_changes')
    .set({ state: 'withdrawn', withdraw_reason: reason })
    .where('id', '=', id)
    .execute()
}
