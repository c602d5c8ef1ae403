/** Measures as pages of duties show them: in the words of the latest edition that has them. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Recurrence } from '../../../legal-time/recurrence.ts'
import type { MeasureId, ProgrammeId } from '../../programmes/index.ts'
import type { MeasureRef } from '../types.ts'
import type { Reader } from './duty-rows.ts'

export type MeasureRow = MeasureRef & {
  readonly programmeId: ProgrammeId
  readonly position: number
  readonly text: string
  readonly termRaw: string | null
  readonly recurrence: Recurrence
  readonly editionNumber: number
  readonly inForceFrom: CivilDate | null
}

/** One row for each measure: of the edition with the greatest number that is in force and words it. */
function latest(db: Reader) {
  return db
    .selectFrom('measure_versions as mv')
    .innerJoin('editions as e', 'e.id', 'mv.edition_id')
    .innerJoin('measures as m', 'm.id', 'mv.measure_id')
    .where('e.state', '=', 'inForce')
    .distinctOn('mv.measure_id')
    .orderBy('mv.measure_id')
    .orderBy('e.number', 'desc')
    .select([
      'mv.measure_id as id',
      'm.programme_id as programmeId',
      'mv.number',
      'mv.position',
      'mv.title',
      'mv.title_en as titleEn',
      'mv.text',
      'mv.term_raw as termRaw',
      'mv.recurrence',
      'e.number as editionNumber',
      'e.in_force_from as inForceFrom',
    ])
}

export async function measureById(db: Reader, id: MeasureId): Promise<MeasureRow | null> {
  return (await latest(db).where('mv.measure_id', '=', id).executeTakeFirst()) ?? null
}

/** By the number it bears now, else by one that it once bore. */
export async function measureByNumber(
  db: Reader,
  programmeId: ProgrammeId,
  number: string,
): Promise<MeasureRow | null> {
  const named = await db
    .selectFrom('measure_versions as mv')
    .innerJoin('editions as e', 'e.id', 'mv.edition_id')
    .select('mv.measure_id')
    .where('e.programme_id', '=', programmeId)
    .where('e.state', '=', 'inForce')
    .where('mv.number', '=', number)
    .orderBy('e.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return named ? measureById(db, named.measure_id) : null
}

/** All measures that the programme has had, in the order of the latest edition. */
export async function measuresOfProgramme(db: Reader, programmeId: ProgrammeId): Promise<MeasureRow[]> {
  const rows = await latest(db).where('m.programme_id', '=', programmeId).execute()
  return rows.sort(
    (a, b) => a.position - b.position || a.number.localeCompare(b.number, 'uk', { numeric: true }),
  )
}

export async function measuresOfIds(db: Reader, ids: readonly MeasureId[]): Promise<MeasureRow[]> {
  if (ids.length === 0) return []
  return latest(db).where('mv.measure_id', 'in', ids).execute()
}

export type ExecutorRow = {
  readonly measureId: MeasureId
  readonly unitId: UnitId
  readonly name: string
  readonly kind: 'unit' | 'group'
  readonly members: number
}

/** Executors as the edition names them: groups with the number of their members. */
export async function executorsOf(
  db: Reader,
  programmeId: ProgrammeId,
  editionNumber: number,
): Promise<ExecutorRow[]> {
  return db
    .selectFrom('measure_executors as x')
    .innerJoin('editions as e', 'e.id', 'x.edition_id')
    .innerJoin('units as u', 'u.id', 'x.unit_id')
    .where('e.programme_id', '=', programmeId)
    .where('e.number', '=', editionNumber)
    .select([
      'x.measure_id as measureId',
      'u.id as unitId',
      'u.name',
      'u.kind',
      sql<number>`(select count(*) from unit_members um where um.group_id = u.id)`.as('members'),
    ])
    .orderBy('x.measure_id')
    .orderBy('x.position')
    .execute()
}
