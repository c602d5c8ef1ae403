/** What reminders are made of, and the note that they were written. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import type { Digest } from '../rules/reminder.ts'
import { writtenKey } from '../rules/reminder.ts'
import type { DutyLine } from '../types.ts'
import { dutyLine, dutyLines, type Reader } from './duty-rows.ts'

const DAYS_AHEAD = 10

/** Undone duties of active programmes that are due within ten days, or were. */
export async function dutiesToRemind(db: Reader, today: CivilDate): Promise<DutyLine[]> {
  const rows = await dutyLines(db)
    .innerJoin('programmes as p', 'p.id', 'd.programme_id')
    .where('p.state', '=', 'active')
    .where(sql<boolean>`(d.outcome is null or d.outcome = 'partly')`)
    .where('d.due', '<=', today.add({ days: DAYS_AHEAD }))
    .orderBy('d.due')
    .orderBy('d.id')
    .execute()
  return rows.map(dutyLine)
}

/** Keys of `writtenKey` for these duties. */
export async function writtenReminders(
  db: Reader,
  duties: readonly DutyLine[],
): Promise<ReadonlySet<string>> {
  if (duties.length === 0) return new Set()
  const rows = await db
    .selectFrom('duty_reminders')
    .select(['duty_id', 'stage', 'recipient'])
    .where(sql<boolean>`duty_id = any(${duties.map((d) => d.id)}::uuid[])`)
    .execute()
  return new Set(rows.map((r) => writtenKey(r.duty_id, r.stage, r.recipient)))
}

export async function lockReminders(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('duties.remind', 0))`.execute(tx.db)
}

export async function noteReminders(tx: Tx, digests: readonly Digest[]): Promise<void> {
  const rows = digests.flatMap(({ recipient, lines }) =>
    lines.map(({ duty, stage }) => ({
      duty_id: duty.id,
      stage,
      recipient: recipient.email,
      written_at: tx.now,
    })),
  )
  for (let at = 0; at < rows.length; at += 1_000)
    await tx.db
      .insertInto('duty_reminders')
      .values(rows.slice(at, at + 1_000))
      .onConflict((c) => c.doNothing())
      .execute()
}

export async function lettersWritten(db: Reader, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db.selectFrom('messages').select('dedupe_key').where('dedupe_key', 'in', keys).execute()
  return new Set(rows.map((row) => row.dedupe_key))
}
