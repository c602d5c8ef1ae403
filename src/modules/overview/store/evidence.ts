/** What departments did lately. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { Period } from '../../../kernel/civil-date.ts'
import type { Db } from '../../../platform/db.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import type { EvidenceItem } from '../types.ts'

/** Recorded evidence of departments within days, the latest first. */
export async function evidenceOfUnits(
  db: Db,
  programmeId: ProgrammeId,
  units: readonly UnitId[],
  days: Period,
  limit: number,
): Promise<EvidenceItem[]> {
  const rows = await db
    .selectFrom('evidence as e')
    .select(['e.id', 'e.title', 'e.happened_from', 'e.happened_to', 'e.result'])
    .select(
      sql<string[]>`array(
        select distinct on (em.measure_id) mv.number
        from evidence_measures em
        join measure_versions mv on mv.measure_id = em.measure_id
        join editions ed on ed.id = mv.edition_id and ed.state = 'inForce'
        where em.evidence_id = e.id
        order by em.measure_id, ed.number desc)`.as('measures'),
    )
    .where('e.programme_id', '=', programmeId)
    .where('e.state', '=', 'recorded')
    .where(sql<boolean>`e.unit_id = any(${units}::uuid[])`)
    .where('e.happened_from', '<=', days.to)
    .where('e.happened_to', '>=', days.from)
    .orderBy('e.happened_from', 'desc')
    .orderBy('e.id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    on: { from: row.happened_from, to: row.happened_to },
    result: row.result,
    measures: row.measures,
  }))
}
