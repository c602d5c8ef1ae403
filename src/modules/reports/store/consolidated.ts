/** Consolidated, yearly and final reports: their records. */
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../platform/context.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import { newId } from '../../../platform/random.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import type { ReportsTables } from '../tables.ts'
import type { Consolidated, ConsolidatedId, Span } from '../types.ts'
import type { Reader } from './reader.ts'

function consolidatedOf(row: Selectable<ReportsTables['consolidated_reports']>): Consolidated {
  return {
    id: row.id,
    programmeId: row.programme_id,
    kind: row.kind,
    year: row.year,
    quarter: row.quarter,
    state: row.state,
    version: row.version,
    latest: row.latest,
    correctionReason: row.correction_reason,
    introduction: row.introduction,
    conclusions: row.conclusions,
    requisites: row.requisites,
    due: row.due,
    explanation: row.explanation,
    approvedAt: row.approved_at,
    publishedAt: row.published_at,
    lockVersion: row.lock_version,
  }
}

export async function consolidatedById(db: Reader, id: ConsolidatedId): Promise<Consolidated | null> {
  const row = await db.selectFrom('consolidated_reports').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? consolidatedOf(row) : null
}

export async function lockConsolidated(db: DbTransaction, id: ConsolidatedId): Promise<Consolidated | null> {
  const row = await db
    .selectFrom('consolidated_reports')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row ? consolidatedOf(row) : null
}

function ofSpan(db: Reader, programmeId: ProgrammeId, span: Span) {
  return db
    .selectFrom('consolidated_reports')
    .selectAll()
    .where('programme_id', '=', programmeId)
    .where('kind', '=', span.kind)
    .where('year', '=', span.year)
    .where(sql<boolean>`quarter is not distinct from ${span.quarter}`)
}

export async function latestOfSpan(
  db: Reader,
  programmeId: ProgrammeId,
  span: Span,
): Promise<Consolidated | null> {
  const row = await ofSpan(db, programmeId, span).where('latest', '=', true).executeTakeFirst()
  return row ? consolidatedOf(row) : null
}

/** The first version first. */
export async function consolidatedVersions(
  db: Reader,
  programmeId: ProgrammeId,
  span: Span,
): Promise<Consolidated[]> {
  const rows = await ofSpan(db, programmeId, span).orderBy('version').execute()
  return rows.map(consolidatedOf)
}

/** Signatories and the like as they stood in the programme's last report, to begin with. */
export async function lastRequisites(
  db: Reader,
  programmeId: ProgrammeId,
): Promise<Consolidated['requisites'] | null> {
  const row = await db
    .selectFrom('consolidated_reports')
    .select('requisites')
    .where('programme_id', '=', programmeId)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.requisites ?? null
}

export type NewConsolidated = Span &
  Pick<
    Consolidated,
    | 'programmeId'
    | 'version'
    | 'correctionReason'
    | 'introduction'
    | 'conclusions'
    | 'requisites'
    | 'due'
    | 'explanation'
  >

/** @returns null where there is one already */
export async function insertConsolidated(tx: Tx, c: NewConsolidated): Promise<ConsolidatedId | null> {
  const done = await tx.db
    .insertInto('consolidated_reports')
    .values({
      id: newId<'consolidated'>(),
      programme_id: c.programmeId,
      kind: c.kind,
      year: c.year,
      quarter: c.quarter,
      state: 'draft',
      version: c.version,
      correction_reason: c.correctionReason,
      introduction: c.introduction,
      conclusions: c.conclusions,
      requisites: JSON.stringify(c.requisites),
      due: c.due,
      explanation: c.explanation === null ? null : JSON.stringify(c.explanation),
      approved_at: null,
      approved_by_name: null,
      published_at: null,
      created_at: tx.now,
    })
    .onConflict((x) => x.doNothing())
    .returning('id')
    .executeTakeFirst()
  return done?.id ?? null
}

export async function saveConsolidated(
  db: DbTransaction,
  before: Consolidated,
  change: Pick<Consolidated, 'introduction' | 'conclusions' | 'requisites'>,
): Promise<void> {
  await db
    .updateTable('consolidated_reports')
    .set({
      introduction: change.introduction,
      conclusions: change.conclusions,
      requisites: JSON.stringify(change.requisites),
      lock_version: before.lockVersion + 1,
    })
    .where('id', '=', before.id)
    .execute()
}

export async function markApproved(tx: Tx, before: Consolidated): Promise<void> {
  await tx.db
    .updateTable('consolidated_reports')
    .set({
      state: 'approved',
      approved_at: tx.now,
      approved_by_name: tx.actor.kind === 'staff' ? tx.actor.name : '',
      lock_version: before.lockVersion + 1,
    })
    .where('id', '=', before.id)
    .execute()
}

export async function markPublished(tx: Tx, before: Consolidated): Promise<void> {
  await tx.db
    .updateTable('consolidated_reports')
    .set({ state: 'published', published_at: tx.now, lock_version: before.lockVersion + 1 })
    .where('id', '=', before.id)
    .execute()
}

export async function markConsolidatedSuperseded(db: DbTransaction, id: ConsolidatedId): Promise<void> {
  await db.updateTable('consolidated_reports').set({ latest: false }).where('id', '=', id).execute()
}

export type ConsolidatedLine = Consolidated & { readonly programmeTitle: string; readonly slug: string }

/** Latest versions, the newest first. */
export async function listConsolidated(
  db: Reader,
  after: string,
  size: number,
): Promise<Page<ConsolidatedLine>> {
  const from = decodeCursor(after, ['string', 'string'])
  let found = db
    .selectFrom('consolidated_reports as c')
    .innerJoin('programmes as p', 'p.id', 'c.programme_id')
    .selectAll('c')
    .select(['p.short_title', 'p.slug'])
    .where('c.latest', '=', true)
  if (from)
    found = found.where(sql<boolean>`(c.created_at, c.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`)
  const rows = await found
    .orderBy('c.created_at', 'desc')
    .orderBy('c.id', 'desc')
    .limit(onePast(size))
    .execute()
  const page = cutPage(rows, size, (r) => [r.created_at.toString(), r.id])
  return {
    next: page.next,
    rows: page.rows.map((r) => ({ ...consolidatedOf(r), programmeTitle: r.short_title, slug: r.slug })),
  }
}
