/** Ten and three days before the day, and on it. */
import { permit } from '../../../kernel/errors.ts'
import { type Context, transact } from '../../../platform/context.ts'
import * as policy from '../policy.ts'
import { stageOf } from '../rules/reminder.ts'
import { reportsToRemind } from '../store/lists.ts'
import { remindOf } from './letters.ts'

/** Run again on the same day, it writes nothing. */
export async function remindExecutors(ctx: Context, baseUrl: string): Promise<void> {
  await transact(ctx, async (tx) => {
    permit(policy.mayOpenQuarter(tx.actor), 'report.remind')
    const lines = await reportsToRemind(tx.db, tx.today, 10)
    const due = lines.flatMap((report) => {
      const stage = stageOf(report.due, tx.today)
      return stage === null ? [] : [{ report, stage }]
    })
    await remindOf(tx, due, baseUrl)
  })
}
