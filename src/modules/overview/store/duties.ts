/** Counts and outlooks over duties that no other page needs. Each is one statement over an index. */
import { type Expression, type SqlBool, sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import { type CivilDate, type Period, yearPeriod } from '../../../kernel/civil-date.ts'
import type { Db } from '../../../platform/db.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import type { ComingItem } from '../types.ts'

/** `all`, or departments by name; none of them sees nothing. */
export type Units = 'all' | readonly UnitId[]

const UNDONE = sql<boolean>`(d.outcome is null or d.outcome = 'partly')`

function ofUnits(units: Units): Expression<SqlBool> {
  return units === 'all' ? sql<boolean>`true` : sql<boolean>`d.unit_id = any(${units}::uuid[])`
}

export type YearFacts = {
  /** Duties of the year fulfilled on their due day or before. */
  readonly inTime: number
  /** People who came to what is recorded for the year, counted at each event. */
  readonly participants: number
}

/** Figures of a year that stand on the public page. */
export async function factsOfYear(db: Db, programmeId: ProgrammeId, year: number): Promise<YearFacts> {
  const { from, to } = yearPeriod(year)
  return db
    .selectNoFrom([
      sql<number>`(select count(*) from duties d where d.programme_id = ${programmeId}
        and d.outcome = 'fulfilled' and d.fulfilled_on <= d.due
        and d.period_to between ${from} and ${to})`.as('inTime'),
      sql<number>`(select coalesce(sum(e.participants), 0)::int from evidence e
        where e.programme_id = ${programmeId} and e.state = 'recorded'
        and e.happened_from between ${from} and ${to})`.as('participants'),
    ])
    .executeTakeFirstOrThrow()
}

export type DutyLoad = {
  /** Past their due day. */
  readonly late: number
  /** Their time has begun, their day has not passed. */
  readonly open: number
}

export async function dutyLoad(
  db: Db,
  programmeId: ProgrammeId,
  units: Units,
  today: CivilDate,
): Promise<DutyLoad> {
  return db
    .selectFrom('duties as d')
    .select([
      sql<number>`count(*) filter (where d.due < ${today})`.as('late'),
      sql<number>`count(*) filter (where d.due >= ${today})`.as('open'),
    ])
    .where('d.programme_id', '=', programmeId)
    .where(UNDONE)
    .where('d.period_from', '<=', today)
    .where(ofUnits(units))
    .executeTakeFirstOrThrow()
}

/**
 * What is due within the days given and not done yet, soonest first; a measure that several carry out stands once a day.
 * @param days both included
 */
export async function comingDuties(
  db: Db,
  programmeId: ProgrammeId,
  units: Units,
  days: Period,
  limit: number,
): Promise<ComingItem[]> {
  return db
    .selectFrom('duties as d')
    .innerJoin('measure_versions as mv', (j) =>
      j.onRef('mv.edition_id', '=', 'd.edition_id').onRef('mv.measure_id', '=', 'd.measure_id'),
    )
    .innerJoin('units as u', 'u.id', 'd.unit_id')
    .select([
      'd.due',
      'mv.number',
      'mv.title',
      'mv.title_en as titleEn',
      sql<string[]>`array_agg(distinct u.name)`.as('units'),
    ])
    .where('d.programme_id', '=', programmeId)
    .where(UNDONE)
    .where('d.due', '>=', days.from)
    .where('d.due', '<=', days.to)
    .where(ofUnits(units))
    .groupBy(['d.due', 'd.measure_id', 'mv.number', 'mv.position', 'mv.title', 'mv.title_en'])
    .orderBy('d.due')
    .orderBy('mv.position')
    .limit(limit)
    .execute()
}
