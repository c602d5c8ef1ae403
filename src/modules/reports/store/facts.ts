/** What the facts of a quarter say, gathered from programmes, duties and money. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import { type CivilDate, type Period, type Quarter, quarterPeriod } from '../../../kernel/civil-date.ts'
import { type Kopiykas, kopiykas, sum } from '../../../kernel/money.ts'
import { dutiesForReport, evidenceForReport } from '../../duties/index.ts'
import { cashFor } from '../../money/index.ts'
import { editionAt, indicatorsOf, measuresOf, type ProgrammeId } from '../../programmes/index.ts'
import type { QuarterFacts } from '../rules/compose.ts'
import type { Reader } from './reader.ts'

export async function quarterFacts(
  db: Reader,
  programmeId: ProgrammeId,
  unitId: UnitId,
  quarter: Quarter,
  today: CivilDate,
): Promise<QuarterFacts> {
  const period = quarterPeriod(quarter)
  const edition = await editionAt(db, programmeId, period.to)
  const [measures, duties, evidence, indicators] = await Promise.all([
    edition ? measuresOf(db, edition.id) : [],
    dutiesForReport(db, programmeId, unitId, quarter),
    evidenceForReport(db, programmeId, unitId, quarter),
    indicatorsOf(db, programmeId),
  ])
  const ids = [...new Set([...duties.map((d) => d.measureId), ...evidence.flatMap((e) => e.measureIds)])]
  return {
    quarter,
    today,
    measures,
    duties,
    evidence,
    indicators,
    cash: await cashFor(db, programmeId, ids, period),
  }
}

/** Everything paid in a period, also what belongs to no measure. */
export async function cashIn(db: Reader, programmeId: ProgrammeId, period: Period): Promise<Kopiykas> {
  const row = await db
    .selectFrom('payments')
    .select(sql<number>`coalesce(sum(amount), 0)::bigint`.as('sum'))
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'recorded')
    .where('paid_on', '>=', period.from)
    .where('paid_on', '<=', period.to)
    .executeTakeFirstOrThrow()
  return sum([kopiykas(row.sum)])
}

/** Departments that have something to report of a quarter: duties in it or left from before it, or evidence. */
export async function unitsWithDuties(
  db: Reader,
  programmeId: ProgrammeId,
  quarter: Quarter,
): Promise<readonly UnitId[]> {
  const { from, to } = quarterPeriod(quarter)
  const { rows } = await sql<{ unit_id: UnitId }>`
    select distinct d.unit_id from duties d
    where d.programme_id = ${programmeId} and d.outcome is distinct from 'withdrawn' and d.period_from <= ${to}
      and (d.period_to >= ${from} or d.outcome is null or d.outcome = 'partly')
    union
    select e.unit_id from evidence e join units u on u.id = e.unit_id and u.kind = 'unit'
    where e.programme_id = ${programmeId} and e.unit_id is not null and e.state = 'recorded'
      and e.happened_to between ${from} and ${to}
    order by unit_id`.execute(db)
  return rows.map((r) => r.unit_id)
}
