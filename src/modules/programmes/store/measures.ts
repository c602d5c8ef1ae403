/** What an edition holds: measures with executors and tasks, funding lines; and indicators of a programme. */
import type { Selectable } from 'kysely'
import type { UnitId } from '../../../kernel/actor.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import type { ProgrammesTables } from '../tables.ts'
import type {
  Edition,
  EditionId,
  FundingLine,
  Indicator,
  Measure,
  MeasureId,
  ProgrammeId,
  Task,
  TaskId,
} from '../types.ts'
import { editionsOf } from './programmes.ts'

type Reader = Db | DbTransaction
type VersionRow = Selectable<ProgrammesTables['measure_versions']>
type Link<Of> = { readonly measure_id: MeasureId; readonly edition_id: EditionId; readonly of: Of }

function measureOf(
  row: VersionRow,
  executors: readonly Link<UnitId>[],
  tasks: readonly Link<TaskId>[],
): Measure {
  const mine = <Of>(links: readonly Link<Of>[]) =>
    links.filter((l) => l.measure_id === row.measure_id && l.edition_id === row.edition_id).map((l) => l.of)
  return {
    id: row.measure_id,
    editionId: row.edition_id,
    number: row.number,
    position: row.position,
    title: row.title,
    titleEn: row.title_en,
    text: row.text,
    termRaw: row.term_raw,
    recurrence: row.recurrence,
    executors: mine(executors),
    tasks: mine(tasks),
  }
}

function executorLinks(db: Reader) {
  return db
    .selectFrom('measure_executors')
    .select(['measure_id', 'edition_id', 'unit_id as of'])
    .orderBy('position')
}

function taskLinks(db: Reader) {
  return db
    .selectFrom('measure_tasks')
    .innerJoin('programme_tasks', 'programme_tasks.id', 'measure_tasks.task_id')
    .select(['measure_tasks.measure_id', 'measure_tasks.edition_id', 'measure_tasks.task_id as of'])
    .orderBy('programme_tasks.position')
}

/** Measures of an edition in their order, with executors and tasks. */
export async function measuresOf(db: Reader, editionId: EditionId): Promise<Measure[]> {
  const [rows, executors, tasks] = await Promise.all([
    db
      .selectFrom('measure_versions')
      .selectAll()
      .where('edition_id', '=', editionId)
      .orderBy('position')
      .execute(),
    executorLinks(db).where('edition_id', '=', editionId).execute(),
    taskLinks(db).where('measure_tasks.edition_id', '=', editionId).execute(),
  ])
  return rows.map((row) => measureOf(row, executors, tasks))
}

/** How each edition worded a measure, the latest first. An edition without the measure is not in it. */
export async function measureHistory(
  db: Reader,
  measureId: MeasureId,
): Promise<{ readonly edition: Edition; readonly measure: Measure }[]> {
  const [rows, executors, tasks] = await Promise.all([
    db.selectFrom('measure_versions').selectAll().where('measure_id', '=', measureId).execute(),
    executorLinks(db).where('measure_id', '=', measureId).execute(),
    taskLinks(db).where('measure_tasks.measure_id', '=', measureId).execute(),
  ])
  const owner = await db
    .selectFrom('measures')
    .select('programme_id')
    .where('id', '=', measureId)
    .executeTakeFirst()
  if (!owner) return []
  const editions = await editionsOf(db, owner.programme_id)
  return editions.flatMap((edition) => {
    const row = rows.find((r) => r.edition_id === edition.id)
    return row ? [{ edition, measure: measureOf(row, executors, tasks) }] : []
  })
}

export async function tasksOf(db: Reader, editionId: EditionId): Promise<Task[]> {
  return db
    .selectFrom('programme_tasks')
    .select(['id', 'position', 'text'])
    .where('edition_id', '=', editionId)
    .orderBy('position')
    .execute()
}

export async function fundingOf(db: Reader, editionId: EditionId): Promise<FundingLine[]> {
  const rows = await db
    .selectFrom('funding_lines')
    .select(['measure_id', 'year', 'source', 'planned'])
    .where('edition_id', '=', editionId)
    .orderBy('year')
    .orderBy('id')
    .execute()
  return rows.map((r) => ({ measureId: r.measure_id, year: r.year, source: r.source, planned: r.planned }))
}

/** Indicators in use, in the order of their measures' forms. */
export async function indicatorsOf(db: Reader, programmeId: ProgrammeId): Promise<Indicator[]> {
  const rows = await db
    .selectFrom('indicators')
    .leftJoin('indicator_plans', 'indicator_plans.indicator_id', 'indicators.id')
    .select([
      'indicators.id',
      'indicators.measure_id',
      'indicators.name',
      'indicators.unit_name',
      'indicators.kind',
      'indicator_plans.year',
      'indicator_plans.plan',
    ])
    .where('indicators.programme_id', '=', programmeId)
    .where('indicators.active', '=', true)
    .orderBy('indicators.measure_id')
    .orderBy('indicators.position')
    .orderBy('indicators.id')
    .orderBy('indicator_plans.year')
    .execute()
  const found = new Map<string, Indicator & { plans: Record<number, number> }>()
  for (const r of rows) {
    const one = found.get(r.id) ?? {
      id: r.id,
      measureId: r.measure_id,
      name: r.name,
      unitName: r.unit_name,
      kind: r.kind,
      plans: {},
    }
    if (r.year !== null && r.plan !== null) one.plans[r.year] = r.plan
    found.set(r.id, one)
  }
  return [...found.values()]
}

export async function measureBelongs(
  db: Reader,
  measureId: MeasureId,
  programmeId: ProgrammeId,
): Promise<boolean> {
  const row = await db
    .selectFrom('measures')
    .select('id')
    .where('id', '=', measureId)
    .where('programme_id', '=', programmeId)
    .executeTakeFirst()
  return row !== undefined
}
