/**
 * The record of who did what: append-only, each entry bound to the one before by SHA-256.
 * The format is written down in docs/audit.md so that another program can check it.
 */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../kernel/actor.ts'
import type { Temporal } from '../kernel/civil-date.ts'
import type { Db, DbTransaction } from './db.ts'

export type AuditEntry = {
  /** `measure.report`: the same word as the function, the permission and the command. */
  readonly action: string
  readonly subject: { readonly type: string; readonly id: string }
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string
}

/** An entry as `audit` notes it: with who acted and when. */
export type NotedEntry = { readonly actor: Actor; readonly at: Temporal.Instant; readonly entry: AuditEntry }

export type AuditActor = { readonly kind: string; readonly id: string | null; readonly name: string | null }

export type AuditRecord = {
  readonly seq: number
  readonly at: Temporal.Instant
  readonly actor: AuditActor
  readonly entry: AuditEntry
}

/** PostgreSQL takes 65,535 parameters a statement; a row has ten. */
const INSERT_ROWS = 2_000

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64)

export function chainHash(previous: string, payload: string): string {
  return createHash('sha256').update(`${previous}\n${payload}`, 'utf8').digest('hex')
}

function describe(actor: Actor): AuditActor {
  if (actor.kind === 'staff' || actor.kind === 'token' || actor.kind === 'representative')
    return { kind: actor.kind, id: actor.id, name: actor.name }
  if (actor.kind === 'system') return { kind: 'system', id: null, name: actor.job }
  return { kind: 'anonymous', id: null, name: null }
}

/** Adds an entry to the transaction; it is written and chained when the transaction commits. */
export function audit(
  tx: { readonly actor: Actor; readonly now: Temporal.Instant; readonly entries: NotedEntry[] },
  action: string,
  subject: AuditEntry['subject'],
  facts: Pick<AuditEntry, 'before' | 'after' | 'reason'> = {},
): void {
  tx.entries.push({ actor: tx.actor, at: tx.now, entry: { action, subject, ...facts } })
}

/** Called by `transact` alone. Tells the other processes that public pages may have changed. */
export async function writeEntries(db: DbTransaction, entries: readonly NotedEntry[]): Promise<void> {
  if (entries.length === 0) return
  const head = await db.selectFrom('audit_head').selectAll().forUpdate().executeTakeFirstOrThrow()
  let { seq, hash } = head
  const rows = entries.map(({ actor, at, entry }) => {
    seq += 1
    const who = describe(actor)
    const payload = JSON.stringify({ seq, at: at.toString(), actor: who, ...entry })
    const previous = hash
    hash = chainHash(previous, payload)
    return {
      seq,
      at,
      actor_kind: who.kind,
      actor_id: who.id,
      action: entry.action,
      subject_type: entry.subject.type,
      subject_id: entry.subject.id,
      payload,
      previous_hash: previous,
      hash,
    }
  })
  for (let i = 0; i < rows.length; i += INSERT_ROWS) {
    await db
      .insertInto('audit_entries')
      .values(rows.slice(i, i + INSERT_ROWS))
      .execute()
  }
  await db.updateTable('audit_head').set({ seq, hash }).execute()
  await sql`select pg_notify('viche_changed', '')`.execute(db)
}

/** The latest entries about a subject, newest first, for the history tab. */
export async function historyOf(
  db: Db | DbTransaction,
  subjects: readonly AuditEntry['subject'][],
  limit = 50,
): Promise<AuditRecord[]> {
  if (subjects.length === 0) return []
  const rows = await db
    .selectFrom('audit_entries')
    .select(['seq', 'at', 'payload'])
    .where((eb) =>
      eb.or(subjects.map((s) => eb.and([eb('subject_type', '=', s.type), eb('subject_id', '=', s.id)]))),
    )
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => {
    const {
      actor,
      seq: _,
      at: __,
      ...entry
    } = JSON.parse(row.payload) as AuditEntry & {
      seq: number
      at: string
      actor: AuditActor
    }
    return { seq: row.seq, at: row.at, actor, entry }
  })
}
