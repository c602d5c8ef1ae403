/** Changes of programmes: each edition with its decision, for feeds and open data. Only what is in force or decided. */
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import type { Db } from '../../../platform/db.ts'
import type { Decision, EditionId, ProgrammeId } from '../types.ts'

export type ProgrammeChange = {
  readonly editionId: EditionId
  readonly programmeId: ProgrammeId
  readonly slug: string
  readonly title: string
  readonly shortTitle: string
  readonly number: number
  readonly inForceFrom: CivilDate | null
  readonly decision: Decision | null
  readonly reason: string | null
  readonly createdAt: Temporal.Instant
}

/** Newest first. @param programmeId none for all programmes */
export async function changesOf(db: Db, programmeId: ProgrammeId | null): Promise<ProgrammeChange[]> {
  return db
    .selectFrom('editions as e')
    .innerJoin('programmes as p', 'p.id', 'e.programme_id')
    .select([
      'e.id as editionId',
      'e.programme_id as programmeId',
      'p.slug',
      'p.title',
      'p.short_title as shortTitle',
      'e.number',
      'e.in_force_from as inForceFrom',
      'e.decision',
      'e.reason',
      'e.created_at as createdAt',
    ])
    .where('e.state', '=', 'inForce')
    .$if(programmeId !== null, (q) => q.where('e.programme_id', '=', programmeId!))
    .orderBy('e.created_at', 'desc')
    .orderBy('e.id', 'desc')
    .execute()
}
