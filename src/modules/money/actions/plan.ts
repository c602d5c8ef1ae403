/** The plan follows budget decisions: each change cites its own. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import type { ProgrammeId } from '../../programmes/index.ts'
import { mayManageMoney } from '../policy.ts'
import { ledgerOf } from '../rules/books.ts'
import { mayChange, mayPlan, mayWithdraw } from '../rules/spending.ts'
import * as store from '../store/plan.ts'
import type { NewPlanChange, PlanChange, PlanChangeId } from '../types.ts'
import { authorOf, open, placed } from './opened.ts'

/** @throws Refused when the plan would fall below what is spent and committed, with the figures */
export function changePlan(
  ctx: Context,
  programmeId: ProgrammeId,
  wanted: NewPlanChange,
): Promise<PlanChangeId> {
  return transact(ctx, async (tx) => {
    permit(mayManageMoney(tx.actor), 'plan.change')
    const opened = await open(tx, programmeId, [wanted.year])
    const { books, situation } = opened
    const author = authorOf(tx.actor)
    const change: PlanChange = {
      ...placed(opened, wanted),
      id: newId<'planChange'>(),
      programmeId,
      state: 'recorded',
      withdrawReason: null,
      createdByName: author.name,
      createdAt: tx.now,
    }
    const next = ledgerOf({ ...books, changes: [...books.changes, change] }, change.year)
    accept(mayChange(change, ledgerOf(books, change.year), next, situation))
    await store.insertPlanChange(tx.db, change, author.by)
    audit(tx, 'plan.change', subjectOf(change), { after: factsOf(change) })
    return change.id
  })
}

/** A change that was written by mistake. One that the council undid is a change of its own. */
export function withdrawPlanChange(ctx: Context, id: PlanChangeId, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayManageMoney(tx.actor), 'plan.withdraw')
    const { programmeId, year } = found(await store.planChangeById(tx.db, id), 'plan change')
    const { books } = await open(tx, programmeId, [year])
    const change = found(
      books.changes.find((c) => c.id === id),
      'plan change',
    )
    accept(mayWithdraw(change))
    const next = { ...books, changes: books.changes.filter((c) => c.id !== id) }
    accept(mayPlan(ledgerOf(books, year), ledgerOf(next, year), ''))
    await store.markChangeWithdrawn(tx.db, id, reason)
    audit(tx, 'plan.withdraw', subjectOf(change), { before: factsOf(change), reason })
  })
}

function subjectOf(change: PlanChange) {
  return { type: 'planChange', id: change.id }
}

function factsOf({ year, source, measureId, change, decision, reason }: PlanChange) {
  return {
    year,
    source,
    measureId,
    change,
    decision: { ...decision, date: decision.date.toString() },
    reason,
  }
}
