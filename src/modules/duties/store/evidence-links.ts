/** What hangs on evidence: duties, measures, facts of indicators, files. */
import type { UnitId } from '../../../kernel/actor.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import type { FileId } from '../../../platform/tables.ts'
import type { MeasureId } from '../../programmes/index.ts'
import type { DutyId, DutyShare, Evidence, EvidenceId, EvidenceInput } from '../types.ts'
import type { Reader } from './duty-rows.ts'

export async function sharesOf(db: Reader, id: EvidenceId): Promise<DutyShare[]> {
  return db
    .selectFrom('evidence_duties')
    .select(['duty_id as id', 'share'])
    .where('evidence_id', '=', id)
    .execute()
}

/** Replaces everything that hangs on evidence but its files. @param measures those of the duties too */
export async function replaceLinks(
  db: DbTransaction,
  id: EvidenceId,
  links: Pick<EvidenceInput, 'duties' | 'indicators'> & { readonly measures: readonly MeasureId[] },
): Promise<void> {
  await db.deleteFrom('evidence_duties').where('evidence_id', '=', id).execute()
  await db.deleteFrom('evidence_measures').where('evidence_id', '=', id).execute()
  await db.deleteFrom('evidence_indicators').where('evidence_id', '=', id).execute()
  if (links.duties.length > 0)
    await db
      .insertInto('evidence_duties')
      .values(links.duties.map((d) => ({ evidence_id: id, duty_id: d.id, share: d.share })))
      .execute()
  const measures = [...new Set(links.measures)]
  if (measures.length > 0)
    await db
      .insertInto('evidence_measures')
      .values(measures.map((measure_id) => ({ evidence_id: id, measure_id })))
      .execute()
  if (links.indicators.length > 0)
    await db
      .insertInto('evidence_indicators')
      .values(links.indicators.map((i) => ({ evidence_id: id, indicator_id: i.id, fact: i.fact })))
      .execute()
}

export async function addFiles(db: DbTransaction, id: EvidenceId, files: readonly FileId[]): Promise<void> {
  if (files.length === 0) return
  const last = await db
    .selectFrom('evidence_files')
    .select((eb) => eb.fn.max('position').as('position'))
    .where('evidence_id', '=', id)
    .executeTakeFirst()
  const from = (last?.position ?? 0) + 1
  await db
    .insertInto('evidence_files')
    .values(files.map((file_id, i) => ({ evidence_id: id, file_id, caption: null, position: from + i })))
    .execute()
}

export async function removeFiles(
  db: DbTransaction,
  id: EvidenceId,
  files: readonly FileId[],
): Promise<FileId[]> {
  if (files.length === 0) return []
  const rows = await db
    .deleteFrom('evidence_files')
    .where('evidence_id', '=', id)
    .where('file_id', 'in', files)
    .returning('file_id as id')
    .execute()
  return rows.map((row) => row.id)
}

/** The duty of a measure whose period holds a day, the one due soonest; none or one. */
export async function dutyOn(
  db: Reader,
  measureId: MeasureId,
  unitId: UnitId | null,
  day: Evidence['happened']['to'],
): Promise<DutyId[]> {
  let query = db
    .selectFrom('duties')
    .select('id')
    .where('measure_id', '=', measureId)
    .where('period_from', '<=', day)
    .where('period_to', '>=', day)
    .where((eb) => eb.or([eb('outcome', 'is', null), eb('outcome', 'in', ['partly', 'fulfilled'])]))
  if (unitId) query = query.where('unit_id', '=', unitId)
  const rows = await query.orderBy('due').orderBy('ordinal').limit(1).execute()
  return rows.map((row) => row.id)
}
