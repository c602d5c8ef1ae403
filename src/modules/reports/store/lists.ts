/** Reports on lists. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { CivilDate, Quarter, QuarterNumber } from '../../../kernel/civil-date.ts'
import { cutPage, decodeCursor, onePast, type Page } from '../../../platform/keyset.ts'
import { unitLabel } from '../../people/index.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import type { ReportScope } from '../policy.ts'
import type { ReportLine, ReportState } from '../types.ts'
import type { Reader } from './reader.ts'

export type ReportQuery = {
  readonly scope: ReportScope
  readonly programmeId: ProgrammeId | null
  readonly year: number | null
  readonly quarter: QuarterNumber | null
  readonly unitId: UnitId | null
  /** `late`: not submitted although its day has passed. */
  readonly state: ReportState | 'late' | null
  readonly today: CivilDate
}

function matching(db: Reader, q: ReportQuery) {
  let found = db.selectFrom('quarterly_reports as r').where('r.latest', '=', true)
  if (q.scope !== 'all')
    found = found.where('r.unit_id', 'in', q.scope.length > 0 ? q.scope : [sql<UnitId>`null`])
  if (q.programmeId) found = found.where('r.programme_id', '=', q.programmeId)
  if (q.year) found = found.where('r.year', '=', q.year)
  if (q.quarter) found = found.where('r.quarter', '=', q.quarter)
  if (q.unitId) found = found.where('r.unit_id', '=', q.unitId)
  if (q.state === 'late')
    found = found.where('r.state', 'in', ['open', 'returned']).where('r.due', '<', q.today)
  else if (q.state) found = found.where('r.state', '=', q.state)
  return found
}

function lines(db: Reader, q: ReportQuery) {
  return matching(db, q)
    .innerJoin('units as u', 'u.id', 'r.unit_id')
    .innerJoin('programmes as p', 'p.id', 'r.programme_id')
    .select(['r.id', 'r.programme_id', 'r.unit_id', 'r.year', 'r.quarter', 'r.due', 'r.state', 'r.version'])
    .select(['r.nothing_to_do', 'r.first_submitted_on', 'u.name as unit_name', 'u.short_name'])
    .select(['p.short_title', 'p.slug'])
    .select((eb) =>
      eb
        .selectFrom('report_rows as w')
        .select(sql<number>`count(*)`.as('n'))
        .whereRef('w.report_id', '=', 'r.id')
        .$asScalar()
        .as('measures'),
    )
}

function lineOf(row: Awaited<ReturnType<ReturnType<typeof lines>['execute']>>[number]): ReportLine {
  return {
    id: row.id,
    programmeId: row.programme_id,
    unitId: row.unit_id,
    quarter: { year: row.year, quarter: row.quarter },
    due: row.due,
    state: row.state,
    version: row.version,
    nothingToDo: row.nothing_to_do,
    firstSubmittedOn: row.first_submitted_on,
    unitName: row.unit_name,
    unitLabel: unitLabel({ name: row.unit_name, shortName: row.short_name }),
    programmeTitle: row.short_title,
    slug: row.slug,
    measures: row.measures ?? 0,
  }
}

/** The latest quarter first. */
export async function listReports(
  db: Reader,
  q: ReportQuery,
  after: string,
  size: number,
): Promise<Page<ReportLine>> {
  const from = decodeCursor(after, ['string', 'string'])
  let found = lines(db, q)
  if (from) found = found.where(sql<boolean>`(r.due, r.id) < (${from[0]}::date, ${from[1]}::uuid)`)
  const rows = await found.orderBy('r.due', 'desc').orderBy('r.id', 'desc').limit(onePast(size)).execute()
  return cutPage(rows.map(lineOf), size, (r) => [r.due.toString(), r.id])
}

export async function countReports(db: Reader, q: ReportQuery): Promise<number> {
  const row = await matching(db, q).select(sql<number>`count(*)`.as('n')).executeTakeFirstOrThrow()
  return row.n
}

/** Latest versions of a quarter's reports, by department. */
export async function reportsOfQuarter(
  db: Reader,
  programmeId: ProgrammeId,
  quarter: Quarter,
  today: CivilDate,
): Promise<ReportLine[]> {
  const q: ReportQuery = {
    scope: 'all',
    programmeId,
    year: quarter.year,
    quarter: quarter.quarter,
    unitId: null,
    state: null,
    today,
  }
  const rows = await lines(db, q).orderBy('u.name').orderBy('r.id').execute()
  return rows.map(lineOf)
}

/** Open or returned reports of active programmes that are due within so many days. */
export async function reportsToRemind(db: Reader, today: CivilDate, days: number): Promise<ReportLine[]> {
  const q: ReportQuery = {
    scope: 'all',
    programmeId: null,
    year: null,
    quarter: null,
    unitId: null,
    state: null,
    today,
  }
  const rows = await lines(db, q)
    .where('r.state', 'in', ['open', 'returned'])
    .where('r.due', '>=', today)
    .where('r.due', '<=', today.add({ days }))
    .where('p.state', '=', 'active')
    .orderBy('r.due')
    .orderBy('r.id')
    .execute()
  return rows.map(lineOf)
}

/** Years in which there are reports, for filters. */
export async function reportYears(db: Reader): Promise<number[]> {
  const rows = await db
    .selectFrom('quarterly_reports')
    .select('year')
    .distinct()
    .orderBy('year', 'desc')
    .execute()
  return rows.map((r) => r.year)
}
