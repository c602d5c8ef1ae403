/** What was accepted or approved, word for word: written once, read for ever. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { Quarter } from '../../../kernel/civil-date.ts'
import type { Tx } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import type { EvidenceId } from '../../duties/index.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import type { Frozen, FrozenConsolidated, FrozenReport } from '../types/frozen.ts'
import type { ConsolidatedId, FrozenId, ReportId, Span } from '../types.ts'
import type { Reader } from './reader.ts'

type Row = {
  readonly id: string
  readonly version: number
  readonly content: string
  readonly sha256: string
  readonly frozen_at: { toString(): string }
}

function frozenOf<Content>(row: Row): Frozen<Content> {
  return {
    id: row.id,
    version: row.version,
    sha256: row.sha256,
    frozenAt: row.frozen_at.toString(),
    content: JSON.parse(row.content) as Content,
  }
}

export async function freezeReport(
  tx: Tx,
  id: ReportId,
  content: FrozenReport,
  kept: { readonly text: string; readonly sha256: string },
): Promise<void> {
  await tx.db
    .insertInto('frozen_reports')
    .values({
      id: newId<'frozenReport'>(),
      kind: 'report',
      programme_id: content.programme.id,
      unit_id: content.unit.id,
      year: content.year,
      quarter: content.quarter,
      report_id: id,
      consolidated_id: null,
      version: content.version,
      content: kept.text,
      sha256: kept.sha256,
      frozen_at: tx.now,
    })
    .execute()
}

export async function freezeConsolidated(
  tx: Tx,
  id: ConsolidatedId,
  content: FrozenConsolidated,
  kept: { readonly text: string; readonly sha256: string },
): Promise<void> {
  await tx.db
    .insertInto('frozen_reports')
    .values({
      id: newId<'frozenReport'>(),
      kind: content.kind,
      programme_id: content.programme.id,
      unit_id: null,
      year: content.year,
      quarter: content.quarter,
      report_id: null,
      consolidated_id: id,
      version: content.version,
      content: kept.text,
      sha256: kept.sha256,
      frozen_at: tx.now,
    })
    .execute()
}

function reports(db: Reader) {
  return db
    .selectFrom('frozen_reports as f')
    .select(['f.id', 'f.version', 'f.content', 'f.sha256', 'f.frozen_at'])
}

export async function frozenOfReport(db: Reader, id: ReportId): Promise<Frozen<FrozenReport> | null> {
  const row = await reports(db).where('f.report_id', '=', id).executeTakeFirst()
  return row ? frozenOf<FrozenReport>(row) : null
}

/** Accepted versions of one department's report, the latest first. */
export async function frozenVersions(
  db: Reader,
  of: { readonly programmeId: ProgrammeId; readonly unitId: UnitId; readonly quarter: Quarter },
): Promise<Frozen<FrozenReport>[]> {
  const rows = await reports(db)
    .where('f.kind', '=', 'report')
    .where('f.programme_id', '=', of.programmeId)
    .where('f.unit_id', '=', of.unitId)
    .where('f.year', '=', of.quarter.year)
    .where('f.quarter', '=', of.quarter.quarter)
    .orderBy('f.version', 'desc')
    .execute()
  return rows.map((r) => frozenOf<FrozenReport>(r))
}

/** Evidence of a report that has been withdrawn since: the report keeps its words. */
export async function withdrawnSince(db: Reader, content: FrozenReport): Promise<ReadonlySet<EvidenceId>> {
  const ids = [...new Set(content.rows.flatMap((row) => row.evidence.map((e) => e.id)))]
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectFrom('evidence')
    .select('id')
    .where('id', 'in', ids)
    .where('state', '!=', 'recorded')
    .execute()
  return new Set(rows.map((row) => row.id))
}

/** The latest accepted version of each department's report, in the order of quarters and names. */
export async function acceptedReports(
  db: Reader,
  programmeId: ProgrammeId,
  quarters: readonly Quarter[],
): Promise<Frozen<FrozenReport>[]> {
  if (quarters.length === 0) return []
  const rows = await reports(db)
    .innerJoin('units as u', 'u.id', 'f.unit_id')
    .distinctOn(['f.year', 'f.quarter', 'u.name', 'f.unit_id'])
    .where('f.kind', '=', 'report')
    .where('f.programme_id', '=', programmeId)
    .where((eb) =>
      eb.or(quarters.map((q) => eb.and([eb('f.year', '=', q.year), eb('f.quarter', '=', q.quarter)]))),
    )
    .orderBy('f.year')
    .orderBy('f.quarter')
    .orderBy('u.name')
    .orderBy('f.unit_id')
    .orderBy('f.version', 'desc')
    .execute()
  return rows.map((r) => frozenOf<FrozenReport>(r))
}

export async function frozenOfConsolidated(
  db: Reader,
  id: ConsolidatedId,
): Promise<Frozen<FrozenConsolidated> | null> {
  const row = await reports(db).where('f.consolidated_id', '=', id).executeTakeFirst()
  return row ? frozenOf<FrozenConsolidated>(row) : null
}

/** Published versions of one consolidated report, the latest first. */
export async function publishedVersions(
  db: Reader,
  programmeId: ProgrammeId,
  span: Span,
): Promise<Frozen<FrozenConsolidated>[]> {
  const rows = await reports(db)
    .innerJoin('consolidated_reports as c', 'c.id', 'f.consolidated_id')
    .where('c.programme_id', '=', programmeId)
    .where('c.kind', '=', span.kind)
    .where('c.year', '=', span.year)
    .where(sql<boolean>`c.quarter is not distinct from ${span.quarter}`)
    .where('c.state', '=', 'published')
    .orderBy('f.version', 'desc')
    .execute()
  return rows.map((r) => frozenOf<FrozenConsolidated>(r))
}

/** By its own id: only what everybody may read. */
export async function frozenById(
  db: Reader,
  id: FrozenId,
): Promise<Frozen<FrozenReport | FrozenConsolidated> | null> {
  const row = await reports(db)
    .leftJoin('consolidated_reports as c', 'c.id', 'f.consolidated_id')
    .where('f.id', '=', id)
    .where((eb) => eb.or([eb('f.kind', '=', 'report'), eb('c.state', '=', 'published')]))
    .executeTakeFirst()
  return row ? frozenOf<FrozenReport | FrozenConsolidated>(row) : null
}

/** Every accepted version of every department's report. */
export async function everyAccepted(db: Reader): Promise<Frozen<FrozenReport>[]> {
  const rows = await reports(db)
    .where('f.kind', '=', 'report')
    .orderBy('f.year')
    .orderBy('f.quarter')
    .orderBy('f.id')
    .execute()
  return rows.map((r) => frozenOf<FrozenReport>(r))
}
