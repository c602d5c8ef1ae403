/** What is said of a programme beside its text: who runs it, its short names, its end. */
import type { UnitId } from '../../../kernel/actor.ts'
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { unitsByIds } from '../../people/index.ts'
import { mayManage } from '../policy.ts'
import { saveTaskLinks } from '../store/edition-rows.ts'
import { measuresOf, tasksOf } from '../store/measures.ts'
import * as store from '../store/programmes.ts'
import type { EditionId, MeasureId, Programme, ProgrammeId, TaskId } from '../types.ts'
import { requireSeen } from './seen.ts'

/** The part of a programme that its settings show and save. */
export function settingsOf(p: Programme) {
  const { shortTitle, shortTitleEn, titleEn, coordinatorUnitId, fundManagerUnitId } = p
  return { shortTitle, shortTitleEn, titleEn, coordinatorUnitId, fundManagerUnitId }
}

export async function saveSettings(
  ctx: Context,
  input: {
    readonly programmeId: ProgrammeId
    readonly seen: string
    readonly shortTitle: string
    readonly shortTitleEn: string | null
    readonly titleEn: string | null
    readonly coordinatorUnitId: UnitId | null
    readonly fundManagerUnitId: UnitId | null
  },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const programme = found(await store.lockProgramme(tx.db, input.programmeId), 'programme')
    permit(mayManage(tx.actor), 'programme.settings')
    const before = settingsOf(programme)
    requireSeen(input.seen, before, 'programme settings')
    const { programmeId, seen: _, ...after } = input
    for (const field of ['coordinatorUnitId', 'fundManagerUnitId'] as const) {
      const id = after[field]
      if (id !== null && !(await unitsByIds(tx.db, [id])).has(id))
        accept(refuse('unknown_unit', undefined, field))
    }
    await store.saveProgramme(tx.db, programmeId, {
      short_title: after.shortTitle,
      short_title_en: after.shortTitleEn,
      title_en: after.titleEn,
      coordinator_unit_id: after.coordinatorUnitId,
      fund_manager_unit_id: after.fundManagerUnitId,
    })
    audit(tx, 'programme.settings', { type: 'programme', id: programmeId }, { before, after })
  })
}

/** Says that a programme is over; it can no longer be amended. */
export async function closeProgramme(
  ctx: Context,
  input: { readonly programmeId: ProgrammeId; readonly reason: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const programme = found(await store.lockProgramme(tx.db, input.programmeId), 'programme')
    permit(mayManage(tx.actor), 'programme.close')
    accept(programme.state === 'active' ? programme : refuse('programme_closed'))
    await store.saveProgramme(tx.db, programme.id, { state: 'closed' })
    audit(tx, 'programme.close', { type: 'programme', id: programme.id }, { reason: input.reason })
  })
}

/** Ties measures of an edition to its tasks. It changes no duty, so it needs no new edition. */
export async function linkTasks(
  ctx: Context,
  input: {
    readonly programmeId: ProgrammeId
    readonly editionId: EditionId
    readonly seen: string
    readonly links: readonly { readonly measureId: MeasureId; readonly taskId: TaskId }[]
  },
): Promise<void> {
  await transact(ctx, async (tx) => {
    found(await store.lockProgramme(tx.db, input.programmeId), 'programme')
    permit(mayManage(tx.actor), 'programme.link')
    const edition = found(await store.editionById(tx.db, input.editionId), 'edition')
    accept(edition.programmeId === input.programmeId ? edition : refuse('invalid'))
    const measures = await measuresOf(tx.db, edition.id)
    const tasks = await tasksOf(tx.db, edition.id)
    const before = linksOf(measures)
    requireSeen(input.seen, before, 'task links')
    const wrong = input.links.some(
      (l) => !measures.some((m) => m.id === l.measureId) || !tasks.some((t) => t.id === l.taskId),
    )
    if (wrong) accept(refuse('invalid'))
    await saveTaskLinks(tx.db, edition.id, input.links)
    audit(tx, 'programme.link', { type: 'programme', id: input.programmeId }, { before, after: input.links })
  })
}

export function linksOf(measures: readonly { readonly id: MeasureId; readonly tasks: readonly TaskId[] }[]) {
  return measures.flatMap((m) => m.tasks.map((taskId) => ({ measureId: m.id, taskId })))
}
