/** How reports stand, for start pages and the home page. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import {
  type CivilDate,
  dayOf,
  type Quarter,
  type QuarterNumber,
  quarterPeriod,
} from '../../../kernel/civil-date.ts'
import type { Explanation } from '../../../legal-time/explanation.ts'
import { type Unit, unitLabel, unitsByIds } from '../../people/index.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import type { ReportScope } from '../policy.ts'
import { daysLate } from '../rules/report.ts'
import type { ConsolidatedId, ConsolidatedKind, ConsolidatedState, ReportId, ReportState } from '../types.ts'
import { unitsWithDuties } from './facts.ts'
import type { Reader } from './reader.ts'

export type Standing = {
  /** Null: the report is not opened yet. */
  readonly reportId: ReportId | null
  readonly unitId: UnitId
  readonly unitLabel: string
  readonly state: ReportState | null
  readonly due: CivilDate | null
  readonly explanation: Explanation | null
  readonly submittedOn: CivilDate | null
  /** Of what was submitted, or so far. */
  readonly daysLate: number
  readonly measures: number
  /** Recorded evidence of the quarter. */
  readonly evidence: number
}

/** One row for each department that has something to report of the quarter, by name. */
export async function reportsStanding(
  db: Reader,
  programmeId: ProgrammeId,
  quarter: Quarter,
  today: CivilDate,
): Promise<readonly Standing[]> {
  const { from, to } = quarterPeriod(quarter)
  const [reports, expected, evidence] = await Promise.all([
    db
      .selectFrom('quarterly_reports as r')
      .innerJoin('units as u', 'u.id', 'r.unit_id')
      .select([
        'r.id',
        'r.unit_id',
        'u.name',
        'u.short_name',
        'r.state',
        'r.due',
        'r.explanation',
        'r.first_submitted_on',
      ])
      .select(sql<number>`(select count(*) from report_rows w where w.report_id = r.id)`.as('measures'))
      .where('r.latest', '=', true)
      .where('r.programme_id', '=', programmeId)
      .where('r.year', '=', quarter.year)
      .where('r.quarter', '=', quarter.quarter)
      .execute(),
    unitsWithDuties(db, programmeId, quarter),
    db
      .selectFrom('evidence')
      .select(['unit_id', sql<number>`count(*)`.as('n')])
      .where('programme_id', '=', programmeId)
      .where('state', '=', 'recorded')
      .where('happened_to', '>=', from)
      .where('happened_to', '<=', to)
      .groupBy('unit_id')
      .execute(),
  ])
  const counts = new Map(evidence.map((e) => [e.unit_id, e.n]))
  const waiting = expected.filter((id) => !reports.some((r) => r.unit_id === id))
  const units = await unitsByIds(db, waiting)
  const opened = reports.map(
    (r): Standing => ({
      reportId: r.id,
      unitId: r.unit_id,
      unitLabel: unitLabel({ name: r.name, shortName: r.short_name }),
      state: r.state,
      due: r.due,
      explanation: r.explanation,
      submittedOn: r.first_submitted_on,
      daysLate: daysLate(r.due, r.first_submitted_on, today),
      measures: r.measures,
      evidence: counts.get(r.unit_id) ?? 0,
    }),
  )
  const unopened = waiting.map(
    (id): Standing => ({
      reportId: null,
      unitId: id,
      unitLabel: labelOf(units.get(id)),
      state: null,
      due: null,
      explanation: null,
      submittedOn: null,
      daysLate: 0,
      measures: 0,
      evidence: counts.get(id) ?? 0,
    }),
  )
  return [...opened, ...unopened].sort((a, b) => a.unitLabel.localeCompare(b.unitLabel, 'uk'))
}

function labelOf(unit: Unit | undefined): string {
  return unit ? unitLabel(unit) : ''
}

export type OwnReport = {
  readonly id: ReportId
  readonly programmeId: ProgrammeId
  readonly unitId: UnitId
  readonly unitLabel: string
  readonly quarter: Quarter
  readonly due: CivilDate
  readonly daysLate: number
  readonly state: 'open' | 'returned'
  /** The latest remark of one that was returned. */
  readonly remark: string | null
}

/** Reports that wait for their executors, the nearest day first. */
export async function myReports(
  db: Reader,
  scope: ReportScope,
  today: CivilDate,
  limit = 20,
): Promise<readonly OwnReport[]> {
  if (scope !== 'all' && scope.length === 0) return []
  let found = db
    .selectFrom('quarterly_reports as r')
    .innerJoin('units as u', 'u.id', 'r.unit_id')
    .select([
      'r.id',
      'r.programme_id',
      'r.unit_id',
      'u.name',
      'u.short_name',
      'r.year',
      'r.quarter',
      'r.due',
      'r.state',
    ])
    .select(
      sql<string | null>`(select m.text from report_remarks m where m.report_id = r.id
        order by m.written_at desc, m.id limit 1)`.as('remark'),
    )
    .where('r.latest', '=', true)
    .where('r.state', 'in', ['open', 'returned'])
  if (scope !== 'all') found = found.where('r.unit_id', 'in', scope)
  const rows = await found.orderBy('r.due').orderBy('r.id').limit(limit).execute()
  return rows.map((r) => ({
    id: r.id,
    programmeId: r.programme_id,
    unitId: r.unit_id,
    unitLabel: unitLabel({ name: r.name, shortName: r.short_name }),
    quarter: { year: r.year, quarter: r.quarter },
    due: r.due,
    daysLate: daysLate(r.due, null, today),
    state: r.state === 'returned' ? 'returned' : 'open',
    remark: r.state === 'returned' ? r.remark : null,
  }))
}

export type AwaitingReport = {
  readonly id: ReportId
  readonly programmeId: ProgrammeId
  readonly unitLabel: string
  readonly quarter: Quarter
  readonly due: CivilDate
  readonly submittedOn: CivilDate | null
  /** Sent again after remarks. */
  readonly again: boolean
}

/** Submitted reports that wait for the coordinator, the longest waiting first. */
export async function reportsAwaiting(db: Reader, limit = 50): Promise<readonly AwaitingReport[]> {
  const rows = await db
    .selectFrom('quarterly_reports as r')
    .innerJoin('units as u', 'u.id', 'r.unit_id')
    .select([
      'r.id',
      'r.programme_id',
      'u.name',
      'u.short_name',
      'r.year',
      'r.quarter',
      'r.due',
      'r.submitted_at',
    ])
    .select(sql<boolean>`exists (select from report_remarks m where m.report_id = r.id)`.as('again'))
    .where('r.latest', '=', true)
    .where('r.state', '=', 'submitted')
    .orderBy('r.submitted_at')
    .orderBy('r.id')
    .limit(limit)
    .execute()
  return rows.map((r) => ({
    id: r.id,
    programmeId: r.programme_id,
    unitLabel: unitLabel({ name: r.name, shortName: r.short_name }),
    quarter: { year: r.year, quarter: r.quarter },
    due: r.due,
    submittedOn: r.submitted_at && dayOf(r.submitted_at),
    again: r.again,
  }))
}

export type PublishedReport = {
  readonly id: ConsolidatedId
  readonly kind: ConsolidatedKind
  readonly year: number
  readonly quarter: QuarterNumber | null
  readonly version: number
  readonly on: CivilDate | null
}

/** Published consolidated reports in their latest published version, the newest first. */
export async function latestPublished(
  db: Reader,
  programmeId: ProgrammeId,
  limit: number,
): Promise<readonly PublishedReport[]> {
  const { rows } = await sql<{
    id: ConsolidatedId
    kind: ConsolidatedKind
    year: number
    quarter: QuarterNumber | null
    version: number
    published_at: Parameters<typeof dayOf>[0]
  }>`
    select * from (
      select distinct on (kind, year, quarter) id, kind, year, quarter, version, published_at
      from consolidated_reports
      where programme_id = ${programmeId} and state = 'published'
      order by kind, year, quarter, version desc
    ) latest
    order by published_at desc, id desc limit ${limit}`.execute(db)
  return rows.map((r) => ({
    id: r.id,
    kind: r.kind,
    year: r.year,
    quarter: r.quarter,
    version: r.version,
    on: dayOf(r.published_at),
  }))
}

/** The yearly report as it stands; null where nobody has composed it. */
export async function yearlyReportOf(
  db: Reader,
  programmeId: ProgrammeId,
  year: number,
): Promise<{ readonly id: ConsolidatedId; readonly state: ConsolidatedState } | null> {
  const row = await db
    .selectFrom('consolidated_reports')
    .select(['id', 'state'])
    .where('programme_id', '=', programmeId)
    .where('kind', '=', 'year')
    .where('year', '=', year)
    .where('latest', '=', true)
    .executeTakeFirst()
  return row ?? null
}
