/** Duties counted by state: one grouped query for a year of a programme. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import { type CivilDate, yearPeriod } from '../../../kernel/civil-date.ts'
import type { MeasureId, ProgrammeId } from '../../programmes/index.ts'
import type { UnitScope } from '../policy.ts'
import type { StateCounts } from '../rules/duty.ts'
import type { DutyState } from '../types.ts'
import { type Reader, stateIs } from './duty-rows.ts'

export type QuarterCounts = StateCounts & { readonly measureId: MeasureId; readonly quarter: number }

/** By the quarter in which the duty's period ends. */
export async function countsOfYear(
  db: Reader,
  programmeId: ProgrammeId,
  year: number,
  today: CivilDate,
  units: UnitScope = 'all',
): Promise<QuarterCounts[]> {
  const { from, to } = yearPeriod(year)
  const n = (state: DutyState) => sql<number>`count(*) filter (where ${stateIs(state, today)})`
  let query = db
    .selectFrom('duties as d')
    .select(['d.measure_id as measureId', sql<number>`extract(quarter from d.period_to)::int`.as('quarter')])
    .select([
      n('planned').as('planned'),
      n('open').as('open'),
      n('fulfilled').as('fulfilled'),
      n('overdue').as('overdue'),
      n('excused').as('excused'),
      n('carriedOver').as('carriedOver'),
      sql<number>`count(*) filter (where d.outcome = 'partly')`.as('partly'),
    ])
    .where('d.programme_id', '=', programmeId)
    .where('d.period_to', '>=', from)
    .where('d.period_to', '<=', to)
    .where(sql<boolean>`d.outcome is distinct from 'withdrawn'`)
  if (units !== 'all') query = query.where('d.unit_id', 'in', units.length > 0 ? units : [sql<UnitId>`null`])
  return query.groupBy(['d.measure_id', sql`2`]).execute()
}

/** Years in which some duty of the programme ends. */
export async function yearsWithDuties(db: Reader, programmeId: ProgrammeId): Promise<number[]> {
  const row = await db
    .selectFrom('duties as d')
    .select([
      sql<number | null>`extract(year from min(d.period_to))::int`.as('first'),
      sql<number | null>`extract(year from max(d.period_to))::int`.as('last'),
    ])
    .where('d.programme_id', '=', programmeId)
    .where(sql<boolean>`d.outcome is distinct from 'withdrawn'`)
    .executeTakeFirst()
  if (!row?.first || !row.last) return []
  const { first, last } = row
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** Measures of which some department of the scope has a duty. */
export async function measuresWithDuties(
  db: Reader,
  programmeId: ProgrammeId,
  units: readonly UnitId[],
): Promise<ReadonlySet<MeasureId>> {
  if (units.length === 0) return new Set()
  const rows = await db
    .selectFrom('duties as d')
    .select('d.measure_id')
    .distinct()
    .where('d.programme_id', '=', programmeId)
    .where('d.unit_id', 'in', units)
    .where(sql<boolean>`d.outcome is distinct from 'withdrawn'`)
    .execute()
  return new Set(rows.map((row) => row.measure_id))
}

/** Overdue and open, of whatever year. */
export async function waitingNow(
  db: Reader,
  programmeId: ProgrammeId,
  today: CivilDate,
  units: UnitScope,
): Promise<Pick<StateCounts, 'overdue' | 'open'>> {
  let query = db
    .selectFrom('duties as d')
    .select([
      sql<number>`count(*) filter (where d.due < ${today})`.as('overdue'),
      sql<number>`count(*) filter (where d.due >= ${today})`.as('open'),
    ])
    .where('d.programme_id', '=', programmeId)
    .where(sql<boolean>`(d.outcome is null or d.outcome = 'partly')`)
    .where((eb) => eb.or([eb('d.due', '<', today), eb('d.period_from', '<=', today)]))
  if (units !== 'all') query = query.where('d.unit_id', 'in', units.length > 0 ? units : [sql<UnitId>`null`])
  return query.executeTakeFirstOrThrow()
}
