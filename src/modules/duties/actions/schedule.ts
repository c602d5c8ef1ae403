/** The coordinator's word where the programme gives no term, and how an unclear one is read. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { editionAt, type MeasureId, programmeById, programmes } from '../../programmes/index.ts'
import { type ScheduleKind, scheduleOf } from '../forms/decide.ts'
import * as policy from '../policy.ts'
import { termGap } from '../rules/renewal.ts'
import { measureById } from '../store/measures.ts'
import { renewalInput } from '../store/renewal-input.ts'
import {
  dropSchedule,
  namedYearSetting,
  saveDutySetting,
  saveSchedule,
  schedulesOf,
} from '../store/settings.ts'
import type { NamedYear } from '../types.ts'
import { type RenewalCounts, renewProgramme } from './renew.ts'

/** Refused where the term of the edition in force makes duties by itself. */
export async function setSchedule(
  ctx: Context,
  input: {
    readonly measureId: MeasureId
    readonly how: ScheduleKind
    readonly dates: string
    readonly reason: string
  },
): Promise<RenewalCounts> {
  return transact(ctx, async (tx) => {
    permit(policy.mayDecideDuties(tx.actor), 'duty.schedule')
    const measure = found(await measureById(tx.db, input.measureId), 'measure')
    const programme = found(await programmeById(tx.db, measure.programmeId), 'programme')
    const schedule = accept(scheduleOf(input, programme.period))
    const edition = await editionAt(tx.db, programme.id, tx.today)
    if (edition !== null) {
      const ground = await renewalInput(tx.db, programme.id, edition.id)
      if (termGap(measure, ground) === null) accept(refuse('schedule_not_needed'))
    }
    const before = (await schedulesOf(tx.db, programme.id)).get(measure.id)
    await saveSchedule(tx, programme.id, measure.id, schedule, input.reason)
    const counts = await renewProgramme(tx, programme.id)
    audit(
      tx,
      'duty.schedule',
      { type: 'measure', id: measure.id },
      {
        before: before ? { recurrence: before.recurrence?.kind ?? null, dates: before.dates } : null,
        after: { how: input.how, dates: schedule.dates },
        reason: input.reason,
      },
    )
    return counts
  })
}

export async function cancelSchedule(ctx: Context, measureId: MeasureId): Promise<RenewalCounts> {
  return transact(ctx, async (tx) => {
    permit(policy.mayDecideDuties(tx.actor), 'duty.unschedule')
    const measure = found(await measureById(tx.db, measureId), 'measure')
    const before = found((await schedulesOf(tx.db, measure.programmeId)).get(measure.id), 'schedule')
    await dropSchedule(tx, measure.id)
    const counts = await renewProgramme(tx, measure.programmeId)
    audit(
      tx,
      'duty.unschedule',
      { type: 'measure', id: measure.id },
      { before: { recurrence: before.recurrence?.kind ?? null, dates: before.dates } },
    )
    return counts
  })
}

/** «До 2015 року»: renews the future duties of all programmes that are not closed. */
export async function setNamedYear(ctx: Context, namedYear: NamedYear): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(policy.mayDecideDuties(tx.actor), 'duty.reading')
    const before = await namedYearSetting(tx.db)
    if (before === namedYear) return
    await saveDutySetting(tx, 'namedYear', namedYear)
    const active = (await programmes(tx.db)).filter((p) => p.state === 'active')
    for (const programme of active) await renewProgramme(tx, programme.id)
    audit(tx, 'duty.reading', { type: 'setting', id: 'namedYear' }, { before, after: namedYear })
  })
}
