/** What start pages and reports ask of duties and evidence. */
import { sql } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import {
  type CivilDate,
  type Quarter,
  type QuarterNumber,
  quarterPeriod,
} from '../../../kernel/civil-date.ts'
import type { NoOccurrence } from '../../../legal-time/occurrences.ts'
import { editionsOf, type Measure, type MeasureId, type ProgrammeId } from '../../programmes/index.ts'
import type { UnitScope } from '../policy.ts'
import { addCounts, type CellState, cellState, NO_COUNTS, type StateCounts } from '../rules/duty.ts'
import { termGap } from '../rules/renewal.ts'
import type { DutyLine, Evidence, EvidenceInFull, IndicatorFact } from '../types.ts'
import { countsOfYear } from './counts.ts'
import { dutyLine, dutyLines, type Reader } from './duty-rows.ts'
import { evidenceOf } from './evidence.ts'
import { listEvidenceInFull } from './evidence-lists.ts'
import { executorsOf, type MeasureRow, measuresOfProgramme } from './measures.ts'
import type { EvidenceNames } from './names.ts'
import { renewalInput } from './renewal-input.ts'

/** Duties of a year by state. */
export async function dutySummary(
  db: Reader,
  programmeId: ProgrammeId,
  year: number,
  today: CivilDate,
  units: UnitScope = 'all',
): Promise<StateCounts> {
  return (await countsOfYear(db, programmeId, year, today, units)).reduce<StateCounts>(addCounts, NO_COUNTS)
}

export type RibbonOfYear = readonly {
  readonly measure: MeasureRow
  /** Four, the first quarter first. */
  readonly quarters: readonly {
    readonly quarter: QuarterNumber
    readonly counts: StateCounts
    readonly state: CellState
  }[]
  readonly year: StateCounts
}[]

/** Measures by quarters: a duty stands in the quarter in which its period ends. */
export async function yearRibbon(
  db: Reader,
  programmeId: ProgrammeId,
  year: number,
  today: CivilDate,
  unitId: UnitId | null = null,
): Promise<RibbonOfYear> {
  const [measures, counts] = await Promise.all([
    measuresOfProgramme(db, programmeId),
    countsOfYear(db, programmeId, year, today, unitId === null ? 'all' : [unitId]),
  ])
  const by = new Map(counts.map((c) => [`${c.measureId} ${c.quarter}`, c]))
  const latest = Math.max(...measures.map((m) => m.editionNumber))
  return measures.flatMap((measure) => {
    const quarters = ([1, 2, 3, 4] as const).map((quarter) => {
      const found = by.get(`${measure.id} ${quarter}`) ?? NO_COUNTS
      return { quarter, counts: found, state: cellState(found) }
    })
    const total = quarters.reduce<StateCounts>((sum, q) => addCounts(sum, q.counts), NO_COUNTS)
    // A measure that a later edition dropped stands only in the years in which it had duties.
    const empty = quarters.every((q) => q.state === 'none')
    return empty && (measure.editionNumber < latest || unitId !== null)
      ? []
      : [{ measure, quarters, year: total }]
  })
}

/** Duties that wait now: late ones first, then those whose period has begun. */
export async function dutiesDue(
  db: Reader,
  scope: { readonly programmeId: ProgrammeId; readonly units: UnitScope },
  today: CivilDate,
  limit: number,
): Promise<DutyLine[]> {
  let found = dutyLines(db)
    .where('d.programme_id', '=', scope.programmeId)
    .where(sql<boolean>`(d.outcome is null or d.outcome = 'partly')`)
    .where('d.period_from', '<=', today)
  if (scope.units !== 'all')
    found = found.where('d.unit_id', 'in', scope.units.length > 0 ? scope.units : [sql<UnitId>`null`])
  const rows = await found.orderBy('d.due').orderBy('d.id').limit(limit).execute()
  return rows.map(dutyLine)
}

/** Recorded evidence, the latest first. */
export function recentEvidence(
  db: Reader,
  programmeId: ProgrammeId | null,
  limit: number,
  names?: Promise<EvidenceNames>,
): Promise<readonly EvidenceInFull[]> {
  return listEvidenceInFull(db, { programmeId, scope: 'all', state: 'recorded' }, limit, names)
}

export type TermGap = {
  readonly measure: Measure
  readonly why: NoOccurrence
  /** The coordinator has set a schedule, so it makes duties all the same. */
  readonly scheduled: boolean
}

/** Measures of the latest edition whose term makes no duty, and why. */
export async function measuresWithoutTerm(db: Reader, programmeId: ProgrammeId): Promise<TermGap[]> {
  const edition = (await editionsOf(db, programmeId)).find((e) => e.state === 'inForce')
  if (!edition) return []
  const input = await renewalInput(db, programmeId, edition.id)
  return input.measures.flatMap((measure) => {
    const why = termGap(measure, input)
    return why === null ? [] : [{ measure, why, scheduled: input.schedules.has(measure.id) }]
  })
}

export type EmptyGroup = {
  readonly unitId: UnitId
  readonly name: string
  readonly measures: readonly string[]
}

/** Groups among the executors of the latest edition to which nobody belongs: they make no duty. */
export async function emptyGroups(db: Reader, programmeId: ProgrammeId): Promise<EmptyGroup[]> {
  const edition = (await editionsOf(db, programmeId)).find((e) => e.state === 'inForce')
  if (!edition) return []
  const executors = await executorsOf(db, programmeId, edition.number)
  const numbers = new Map((await measuresOfProgramme(db, programmeId)).map((m) => [m.id, m.number]))
  const found = new Map<UnitId, { unitId: UnitId; name: string; measures: string[] }>()
  for (const { unitId, name, kind, members, measureId } of executors) {
    if (kind !== 'group' || members > 0) continue
    const group = found.get(unitId) ?? { unitId, name, measures: [] }
    group.measures.push(numbers.get(measureId) ?? '')
    found.set(unitId, group)
  }
  return [...found.values()]
}

/**
 * Duties that a unit's report of a quarter speaks of: those whose period meets the quarter, those fulfilled in it,
 * and those of earlier quarters that are still undone.
 */
export async function dutiesForReport(
  db: Reader,
  programmeId: ProgrammeId,
  unitId: UnitId,
  quarter: Quarter,
): Promise<DutyLine[]> {
  const { from, to } = quarterPeriod(quarter)
  const rows = await dutyLines(db)
    .where('d.programme_id', '=', programmeId)
    .where('d.unit_id', '=', unitId)
    .where('d.period_from', '<=', to)
    .where(
      sql<boolean>`(d.period_to >= ${from} or d.outcome is null or d.outcome = 'partly'
        or d.fulfilled_on between ${from} and ${to})`,
    )
    .where(sql<boolean>`(d.fulfilled_on is null or d.fulfilled_on >= ${from})`)
    .orderBy('mv.position')
    .orderBy('d.due')
    .orderBy('d.id')
    .execute()
  return rows.map(dutyLine)
}

export type EvidenceForReport = Evidence & {
  readonly measureIds: readonly MeasureId[]
  readonly indicators: readonly IndicatorFact[]
}

/** Recorded evidence of a quarter: of the unit itself, or such that fulfils duties of it. */
export async function evidenceForReport(
  db: Reader,
  programmeId: ProgrammeId,
  unitId: UnitId,
  quarter: Quarter,
): Promise<EvidenceForReport[]> {
  const { from, to } = quarterPeriod(quarter)
  const rows = await db
    .selectFrom('evidence as e')
    .selectAll('e')
    .select([
      sql<
        MeasureId[]
      >`array(select em.measure_id::text from evidence_measures em where em.evidence_id = e.id)`.as(
        'measure_ids',
      ),
      sql<IndicatorFact[]>`coalesce((
        select jsonb_agg(jsonb_build_object('id', ei.indicator_id, 'fact', ei.fact))
        from evidence_indicators ei where ei.evidence_id = e.id), '[]')`.as('indicators'),
    ])
    .where('e.programme_id', '=', programmeId)
    .where('e.state', '=', 'recorded')
    .where('e.happened_to', '>=', from)
    .where('e.happened_to', '<=', to)
    .where((eb) =>
      eb.or([
        eb('e.unit_id', '=', unitId),
        eb.exists(
          eb
            .selectFrom('evidence_duties as ed')
            .innerJoin('duties as d', 'd.id', 'ed.duty_id')
            .select('ed.duty_id')
            .whereRef('ed.evidence_id', '=', 'e.id')
            .where('d.unit_id', '=', unitId),
        ),
      ]),
    )
    .orderBy('e.happened_from')
    .orderBy('e.id')
    .execute()
  return rows.map(({ measure_ids, indicators, ...row }) => ({
    ...evidenceOf(row),
    measureIds: measure_ids,
    indicators,
  }))
}
