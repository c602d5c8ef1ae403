/** What the coordinator decides of a duty: excuse it, carry it over, open it again. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { programmeById } from '../../programmes/index.ts'
import * as policy from '../policy.ts'
import * as rules from '../rules/duty.ts'
import { lockDuties, lockDuty, saveOutcome } from '../store/duties.ts'
import { addCarried, recountDuties, supportOf } from '../store/outcomes.ts'
import type { DutyId, DutyRecord } from '../types.ts'

export async function excuseDuty(
  ctx: Context,
  input: { readonly id: DutyId; readonly reason: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(policy.mayDecideDuties(tx.actor), 'duty.excuse')
    const duty = found(await lockDuty(tx.db, input.id), 'duty')
    accept(rules.step(duty, 'excuse'))
    await decide(tx, duty, { outcome: 'excused', reason: input.reason, carriedTo: null })
    audit(
      tx,
      'duty.excuse',
      { type: 'duty', id: duty.id },
      { before: outcomeFacts(duty), reason: input.reason },
    )
  })
}

/** To a later duty of the same measure and unit, or to a new day: then a duty of its own is made. */
export async function carryDutyOver(
  ctx: Context,
  input: {
    readonly id: DutyId
    readonly to: DutyId | null
    readonly date: CivilDate | null
    readonly reason: string
  },
): Promise<DutyId> {
  return transact(ctx, async (tx) => {
    permit(policy.mayDecideDuties(tx.actor), 'duty.carryOver')
    const locked = await lockDuties(tx.db, [input.id, ...(input.to ? [input.to] : [])])
    const duty = found(
      locked.find((d) => d.id === input.id),
      'duty',
    )
    const target = locked.find((d) => d.id === input.to) ?? null
    if (input.to !== null && target === null) accept(refuse('carry_other_duty', {}, 'to'))
    const programme = found(await programmeById(tx.db, duty.programmeId), 'programme')
    accept(rules.carryOver(duty, { duty: target, date: input.date }, programme.period.to))
    const carriedTo = target?.id ?? newId<'duty'>()
    if (target === null && input.date !== null) await addCarried(tx, duty, carriedTo, input.date)
    await decide(tx, duty, { outcome: 'carriedOver', reason: input.reason, carriedTo })
    audit(
      tx,
      'duty.carryOver',
      { type: 'duty', id: duty.id },
      {
        before: outcomeFacts(duty),
        after: { carriedTo, due: (target?.due ?? input.date)?.toString() },
        reason: input.reason,
      },
    )
    return carriedTo
  })
}

/** Undoes an excuse or a carrying over; the duty made for the new day goes, if nothing happened to it. */
export async function reopenDuty(
  ctx: Context,
  input: { readonly id: DutyId; readonly reason: string },
): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(policy.mayDecideDuties(tx.actor), 'duty.reopen')
    const duty = found(await lockDuty(tx.db, input.id), 'duty')
    accept(rules.step(duty, 'reopen'))
    const made = duty.carriedTo === null ? null : await lockDuty(tx.db, duty.carriedTo)
    if (made?.origin === 'carried') {
      const touched = made.outcome !== null || (await supportOf(tx.db, made.id)).length > 0
      if (touched) accept(refuse('carried_has_evidence'))
      await decide(tx, made, { outcome: 'withdrawn', reason: null, carriedTo: null })
    }
    await decide(tx, duty, { outcome: null, reason: null, carriedTo: null })
    await recountDuties(tx, [duty.id])
    audit(
      tx,
      'duty.reopen',
      { type: 'duty', id: duty.id },
      { before: outcomeFacts(duty), reason: input.reason },
    )
  })
}

async function decide(
  tx: Tx,
  duty: DutyRecord,
  change: Pick<Parameters<typeof saveOutcome>[2], 'outcome' | 'reason' | 'carriedTo'>,
): Promise<void> {
  await saveOutcome(tx.db, duty.id, {
    ...change,
    at: change.outcome === null ? null : tx.now,
    fulfilledOn: null,
  })
}

function outcomeFacts(duty: DutyRecord): Readonly<Record<string, unknown>> {
  return { outcome: duty.outcome, reason: duty.outcomeReason, due: duty.due.toString() }
}
