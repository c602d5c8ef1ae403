/** What a measure's page shows beside its words. */
import { sql } from 'kysely'
import { type CivilDate, yearPeriod } from '../../../kernel/civil-date.ts'
import {
  type Edition,
  editionsOf,
  type Indicator,
  indicatorsOf,
  type Measure,
  type MeasureId,
  measureHistory,
  type Programme,
  type Task,
  tasksOf,
} from '../../programmes/index.ts'
import type { DutyLine, EvidenceLine } from '../types.ts'
import { yearsWithDuties } from './counts.ts'
import { dutiesOfMeasure } from './duties.ts'
import type { Reader } from './duty-rows.ts'
import { listEvidence } from './evidence-lists.ts'
import { type ExecutorRow, executorsOf, type MeasureRow } from './measures.ts'
import { type DecidedSchedule, schedulesOf } from './settings.ts'

const EVIDENCE_SHOWN = 12

export type MeasureLife = {
  readonly executors: readonly ExecutorRow[]
  readonly tasks: readonly Task[]
  readonly schedule: DecidedSchedule | null
  readonly year: number
  readonly years: readonly number[]
  readonly duties: readonly DutyLine[]
  readonly evidence: readonly EvidenceLine[]
  readonly indicators: readonly (Indicator & { readonly fact: number })[]
  readonly editions: readonly { readonly edition: Edition; readonly measure: Measure }[]
}

/** @param wanted the year asked for; else the present one, or the nearest that has duties */
export async function lifeOf(
  db: Reader,
  programme: Programme,
  measure: MeasureRow,
  wanted: number | null,
  today: CivilDate,
): Promise<MeasureLife> {
  const years = await yearsWithDuties(db, programme.id)
  const { from, to } = programme.period
  const near = Math.min(Math.max(wanted ?? today.year, from.year), to.year)
  const year =
    years.includes(near) || years.length === 0 ? near : near < years[0]! ? years[0]! : years.at(-1)!
  const [executors, schedules, duties, evidence, indicators, history, editions] = await Promise.all([
    executorsOf(db, programme.id, measure.editionNumber),
    schedulesOf(db, programme.id),
    dutiesOfMeasure(db, measure.id, yearPeriod(year)),
    listEvidence(
      db,
      { programmeId: programme.id, scope: 'all', state: 'recorded', measureId: measure.id },
      '',
      EVIDENCE_SHOWN,
    ),
    factsOfIndicators(db, programme, measure.id, year),
    measureHistory(db, measure.id),
    editionsOf(db, programme.id),
  ])
  const edition = editions.find((e) => e.number === measure.editionNumber)
  const own = history.find((h) => h.edition.id === edition?.id)?.measure
  const tasks = edition && own ? (await tasksOf(db, edition.id)).filter((t) => own.tasks.includes(t.id)) : []
  return {
    executors: executors.filter((x) => x.measureId === measure.id),
    tasks,
    schedule: schedules.get(measure.id) ?? null,
    year,
    years,
    duties,
    evidence: evidence.rows,
    indicators,
    editions: history.filter((h) => h.edition.state === 'inForce'),
  }
}

/** Indicators of a measure with what recorded evidence of the year adds up to. */
async function factsOfIndicators(
  db: Reader,
  programme: Programme,
  measureId: MeasureId,
  year: number,
): Promise<(Indicator & { readonly fact: number })[]> {
  const own = (await indicatorsOf(db, programme.id)).filter((i) => i.measureId === measureId)
  if (own.length === 0) return []
  const { from, to } = yearPeriod(year)
  const rows = await db
    .selectFrom('evidence_indicators as ei')
    .innerJoin('evidence as e', 'e.id', 'ei.evidence_id')
    .select(['ei.indicator_id', sql<number>`sum(ei.fact)`.as('fact')])
    .where('e.state', '=', 'recorded')
    .where('e.happened_to', '>=', from)
    .where('e.happened_to', '<=', to)
    .where(
      'ei.indicator_id',
      'in',
      own.map((i) => i.id),
    )
    .groupBy('ei.indicator_id')
    .execute()
  const facts = new Map(rows.map((r) => [r.indicator_id, r.fact]))
  return own.map((i) => ({ ...i, fact: facts.get(i.id) ?? 0 }))
}
