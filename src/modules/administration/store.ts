/** Reads of the record. It is written by the platform alone. */
import { sql } from 'kysely'
import type { Temporal } from '../../kernel/civil-date.ts'
import type { AuditActor, AuditEntry } from '../../platform/audit.ts'
import type { Db } from '../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../platform/keyset.ts'

export type RecordRow = {
  readonly seq: number
  readonly at: Temporal.Instant
  readonly actor: AuditActor
  readonly entry: AuditEntry
}

export type RecordFilter = {
  readonly action: string
  readonly actor: string
  readonly subject: string
  readonly after: string
}

export async function listRecord(db: Db, filter: RecordFilter, size: number): Promise<Page<RecordRow>> {
  const from = decodeCursor(filter.after, ['number'])
  let query = db.selectFrom('audit_entries').select(['seq', 'at', 'payload'])
  if (filter.action) query = query.where('action', '=', filter.action)
  if (filter.actor) query = query.where('actor_id', '=', filter.actor)
  if (filter.subject) query = query.where('subject_id', '=', filter.subject)
  if (from) query = query.where('seq', '<', from[0])
  const rows = await query.orderBy('seq', 'desc').limit(onePast(size)).execute()
  return cutPage(rows.map(toRecord), size, (r) => [r.seq])
}

function toRecord(row: {
  readonly seq: number
  readonly at: Temporal.Instant
  readonly payload: string
}): RecordRow {
  const { actor, action, subject, before, after, reason } = JSON.parse(row.payload) as AuditEntry & {
    actor: AuditActor
  }
  return {
    seq: row.seq,
    at: row.at,
    actor,
    entry: { action, subject, before, after, ...(reason === undefined ? {} : { reason }) },
  }
}

/** Actions that occur, for the filter. A loose index scan: the table may be long, its actions are few. */
export async function actionsSeen(db: Db): Promise<string[]> {
  const { rows } = await sql<{ action: string }>`
    with recursive seen as (
      (select action from audit_entries order by action limit 1)
      union all
      select (select a.action from audit_entries a where a.action > seen.action order by a.action limit 1) from seen where seen.action is not null
    )
    select action from seen where action is not null`.execute(db)
  return rows.map((row) => row.action)
}

export async function latestCheckpoint(db: Db) {
  return db.selectFrom('audit_checkpoints').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst()
}
