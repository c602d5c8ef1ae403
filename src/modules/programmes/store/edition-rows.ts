/** Writing an edition: what is proposed becomes rows. */
import type { UnitId } from '../../../kernel/actor.ts'
import type { DbTransaction } from '../../../platform/db.ts'
import { newId } from '../../../platform/random.ts'
import type { ProposedProgramme } from '../types/proposed.ts'
import type { EditionId, MeasureId, ProgrammeId, TaskId } from '../types.ts'

/** @param unitsByKey each executor's unit, by its key in the proposal */
export async function insertEditionRows(
  db: DbTransaction,
  programmeId: ProgrammeId,
  editionId: EditionId,
  proposed: ProposedProgramme,
  unitsByKey: ReadonlyMap<string, UnitId>,
): Promise<void> {
  const measures = proposed.measures.map((m) => ({ ...m, id: m.measureId ?? newId<'measure'>() }))
  const fresh = measures.filter((m) => m.measureId === null)
  if (fresh.length > 0)
    await db
      .insertInto('measures')
      .values(fresh.map((m) => ({ id: m.id, programme_id: programmeId })))
      .execute()
  if (measures.length > 0)
    await db
      .insertInto('measure_versions')
      .values(
        measures.map((m, i) => ({
          edition_id: editionId,
          measure_id: m.id,
          number: m.number,
          position: i,
          title: m.title,
          title_en: m.titleEn,
          text: m.text,
          term_raw: m.termRaw,
          recurrence: JSON.stringify(m.recurrence),
          source_lines: m.lines ? [...m.lines] : null,
        })),
      )
      .execute()
  await insertExecutors(db, editionId, measures, unitsByKey)
  const tasks = await insertTasks(db, editionId, proposed)
  const links = measures.flatMap((m) =>
    m.tasks.flatMap((at) =>
      tasks[at] ? [{ edition_id: editionId, measure_id: m.id, task_id: tasks[at] }] : [],
    ),
  )
  if (links.length > 0) await db.insertInto('measure_tasks').values(links).execute()
  const funding = [
    ...proposed.funding.map((f) => ({ ...f, measure: null as MeasureId | null })),
    ...measures.flatMap((m) => m.funding.map((f) => ({ ...f, measure: m.id }))),
  ]
  if (funding.length > 0)
    await db
      .insertInto('funding_lines')
      .values(
        funding.map((f) => ({
          id: newId<'fundingLine'>(),
          edition_id: editionId,
          measure_id: f.measure,
          year: f.year,
          source: f.source,
          planned: f.planned,
        })),
      )
      .execute()
}

async function insertExecutors(
  db: DbTransaction,
  editionId: EditionId,
  measures: readonly { readonly id: MeasureId; readonly executors: readonly string[] }[],
  unitsByKey: ReadonlyMap<string, UnitId>,
): Promise<void> {
  const rows = measures.flatMap((m) => {
    // Two keys may turn out to be one department.
    const units = [...new Set(m.executors.flatMap((key) => unitsByKey.get(key) ?? []))]
    return units.map((unit_id, position) => ({ edition_id: editionId, measure_id: m.id, unit_id, position }))
  })
  if (rows.length > 0) await db.insertInto('measure_executors').values(rows).execute()
}

async function insertTasks(
  db: DbTransaction,
  editionId: EditionId,
  proposed: ProposedProgramme,
): Promise<TaskId[]> {
  const rows = proposed.tasks.map((t, position) => ({
    id: newId<'task'>(),
    edition_id: editionId,
    position,
    text: t.text,
  }))
  if (rows.length > 0) await db.insertInto('programme_tasks').values(rows).execute()
  return rows.map((r) => r.id)
}

/** Ties tasks and measures of an edition anew. */
export async function saveTaskLinks(
  db: DbTransaction,
  editionId: EditionId,
  links: readonly { readonly measureId: MeasureId; readonly taskId: TaskId }[],
): Promise<void> {
  await db.deleteFrom('measure_tasks').where('edition_id', '=', editionId).execute()
  if (links.length > 0)
    await db
      .insertInto('measure_tasks')
      .values(links.map((l) => ({ edition_id: editionId, measure_id: l.measureId, task_id: l.taskId })))
      .execute()
}
