/** How the house itself stands: people, letters, the record. */
import { sql } from 'kysely'
import type { Temporal } from '../../../kernel/civil-date.ts'
import type { Db } from '../../../platform/db.ts'
import type { RecordStanding, StaffStanding } from '../types.ts'

export async function staffStanding(db: Db, now: Temporal.Instant): Promise<StaffStanding> {
  return db
    .selectFrom('staff')
    .select([
      sql<number>`count(*) filter (where state = 'active')`.as('active'),
      sql<number>`count(*) filter (where state = 'invited')`.as('invited'),
      sql<number>`count(*) filter (where state = 'suspended')`.as('suspended'),
      sql<number>`(select count(distinct s.staff_id) from sessions s where s.complete and s.expires_at > ${now})`.as(
        'sessions',
      ),
    ])
    .executeTakeFirstOrThrow()
}

export async function recordStanding(db: Db): Promise<RecordStanding> {
  const row = await db
    .selectFrom('audit_head as h')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('audit_checkpoints')
          .select(['seq as signedSeq', 'at'])
          .orderBy('audit_checkpoints.seq', 'desc')
          .limit(1)
          .as('c'),
      (j) => j.onTrue(),
    )
    .select([
      'h.seq',
      'c.signedSeq',
      'c.at',
      sql<number>`(select count(*) from messages m where m.state = 'failed')`.as('failed'),
    ])
    .executeTakeFirstOrThrow()
  return {
    entries: row.seq,
    signedAt: row.at,
    unsigned: row.seq - (row.signedSeq ?? 0),
    failedLetters: row.failed,
  }
}
