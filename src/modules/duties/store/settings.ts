/** What people set for duties: schedules of measures without a term, reminders, the reading of a term. */
import { parseCivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { MeasureId, ProgrammeId } from '../../programmes/index.ts'
import type { NamedYear, ReminderLevel, Schedule } from '../types.ts'
import type { Reader } from './duty-rows.ts'

export type DecidedSchedule = Schedule & {
  readonly measureId: MeasureId
  readonly reason: string
  readonly decidedBy: string
}

export async function schedulesOf(
  db: Reader,
  programmeId: ProgrammeId,
): Promise<ReadonlyMap<MeasureId, DecidedSchedule>> {
  const rows = await db
    .selectFrom('measure_schedules')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .execute()
  return new Map(
    rows.map((row) => {
      const about = { measureId: row.measure_id, reason: row.reason, decidedBy: row.decided_by_name }
      const schedule: Schedule =
        row.recurrence === null
          ? { recurrence: null, dates: (row.dates ?? []).flatMap((d) => parseCivilDate(d) ?? []) }
          : { recurrence: row.recurrence, dates: null }
      return [row.measure_id, { ...about, ...schedule }]
    }),
  )
}

export async function saveSchedule(
  tx: Tx,
  programmeId: ProgrammeId,
  measureId: MeasureId,
  schedule: Schedule,
  reason: string,
): Promise<void> {
  const row = {
    recurrence: schedule.recurrence === null ? null : JSON.stringify(schedule.recurrence),
    dates: schedule.dates === null ? null : JSON.stringify(schedule.dates.map(String)),
    reason,
    decided_by: 'id' in tx.actor ? tx.actor.id : 'system',
    decided_by_name: 'name' in tx.actor ? tx.actor.name : '',
    decided_at: tx.now,
  }
  await tx.db
    .insertInto('measure_schedules')
    .values({ programme_id: programmeId, measure_id: measureId, ...row })
    .onConflict((c) => c.column('measure_id').doUpdateSet(row))
    .execute()
}

export async function dropSchedule(tx: Tx, measureId: MeasureId): Promise<void> {
  await tx.db.deleteFrom('measure_schedules').where('measure_id', '=', measureId).execute()
}

/** A level of reminders that a person switched on. The deputy mayor is named here, as they need no account. */
export type LevelSetting = {
  readonly on: boolean
  readonly name: string | null
  readonly email: string | null
  readonly changedBy: string
}

const SILENT: LevelSetting = { on: false, name: null, email: null, changedBy: '' }

export async function reminderSettings(db: Reader): Promise<Readonly<Record<ReminderLevel, LevelSetting>>> {
  const rows = await db
    .selectFrom('duty_settings')
    .select(['key', 'value', 'changed_by_name'])
    .where('key', '!=', 'namedYear')
    .execute()
  const of = (level: ReminderLevel): LevelSetting => {
    const row = rows.find((r) => r.key === level)
    return row
      ? { ...SILENT, ...(row.value as Partial<LevelSetting>), changedBy: row.changed_by_name }
      : SILENT
  }
  return { executor: of('executor'), coordinator: of('coordinator'), deputyMayor: of('deputyMayor') }
}

export async function namedYearSetting(db: Reader): Promise<NamedYear> {
  const row = await db
    .selectFrom('duty_settings')
    .select('value')
    .where('key', '=', 'namedYear')
    .executeTakeFirst()
  return row?.value === 'included' ? 'included' : 'excluded'
}

export async function saveDutySetting(
  tx: Tx,
  key: ReminderLevel | 'namedYear',
  value: unknown,
): Promise<void> {
  const row = {
    value: JSON.stringify(value),
    changed_by: 'id' in tx.actor ? tx.actor.id : 'system',
    changed_by_name: 'name' in tx.actor ? tx.actor.name : '',
    changed_at: tx.now,
  }
  await tx.db
    .insertInto('duty_settings')
    .values({ key, ...row })
    .onConflict((c) => c.column('key').doUpdateSet(row))
    .execute()
}
