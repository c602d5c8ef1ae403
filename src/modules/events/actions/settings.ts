/** How long the persons of an event are remembered. */
import { permit } from '../../../kernel/errors.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { readSetting, writeSetting } from '../../../platform/settings.ts'
import { mayKeepSeries } from '../policy.ts'

export function setForgetting(ctx: Context, months: number): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayKeepSeries(tx.actor), 'event.settings')
    const before = await readSetting(tx.db, 'events.forgetAfterMonths')
    await writeSetting(tx, 'events.forgetAfterMonths', months)
    audit(
      tx,
      'event.settings',
      { type: 'setting', id: 'events.forgetAfterMonths' },
      { before: { months: before }, after: { months } },
    )
  })
}
