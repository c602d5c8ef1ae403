/** What a search finds: programmes by title, measures of the editions in force by their words. */
import { sql } from 'kysely'
import type { CivilDate } from '../../../kernel/civil-date.ts'
import type { Db } from '../../../platform/db.ts'

export type FoundMeasure = {
  readonly slug: string
  readonly programme: string
  readonly number: string
  readonly title: string
  readonly titleEn: string | null
  readonly text: string
}

/** `%` and `_` of a search are letters, not wildcards. */
function pattern(text: string): string {
  return `%${text.trim().replace(/[\\%_]/g, (c) => `\\${c}`)}%`
}

export async function findMeasures(
  db: Db,
  text: string,
  today: CivilDate,
  limit: number,
): Promise<FoundMeasure[]> {
  const like = pattern(text)
  return db
    .selectFrom('programmes as p')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('editions as e')
          .select('e.id as edition')
          .whereRef('e.programme_id', '=', 'p.id')
          .where('e.state', '=', 'inForce')
          .where('e.in_force_from', '<=', today)
          .orderBy('e.in_force_from', 'desc')
          .orderBy('e.number', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .innerJoin('measure_versions as m', 'm.edition_id', 'latest.edition')
    .select([
      'p.slug',
      'p.short_title as programme',
      'm.number',
      'm.title',
      'm.title_en as titleEn',
      'm.text',
    ])
    .where((eb) =>
      eb.or([
        eb('m.text', 'ilike', like),
        eb('m.title', 'ilike', like),
        eb('m.title_en', 'ilike', like),
        eb('m.number', '=', text.trim()),
      ]),
    )
    .orderBy('p.period_from', 'desc')
    .orderBy('m.position')
    .limit(limit)
    .execute()
}

export async function findProgrammes(
  db: Db,
  text: string,
  limit: number,
): Promise<{ slug: string; title: string; shortTitle: string; shortTitleEn: string | null }[]> {
  return db
    .selectFrom('programmes')
    .select(['slug', 'title', 'short_title as shortTitle', 'short_title_en as shortTitleEn'])
    .where(sql<boolean>`concat_ws(' ', title, short_title, title_en, short_title_en) ilike ${pattern(text)}`)
    .orderBy('period_from', 'desc')
    .limit(limit)
    .execute()
}
