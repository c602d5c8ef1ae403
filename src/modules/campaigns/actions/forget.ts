/** Persons are not kept longer than the check needs them; figures and the result stay. */
import { compareDates } from '../../../kernel/civil-date.ts'
import { permit } from '../../../kernel/errors.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import { calendar } from '../../../legal-time/calendar.ts'
import { dueByRule } from '../../../legal-time/due-by-rule.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { cityRule } from '../../law/index.ts'
import { mayRunChecks } from '../policy.ts'
import { forgetPersons } from '../store/answers.ts'
import { closedCampaigns } from '../store/campaigns.ts'

/** After the time of the rule `register.check.keep`, counted from the day of closing. */
export function forgetAnswers(ctx: Context): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayRunChecks(tx.actor), 'campaign.forget')
    const rule = await cityRule(tx.db, 'register.check.keep', tx.today)
    if (isRefusal(rule)) return
    for (const campaign of await closedCampaigns(tx.db)) {
      const until = campaign.closedOn && dueByRule(calendar(), rule, campaign.closedOn)
      if (until === null || isRefusal(until) || compareDates(tx.today, until.date) <= 0) continue
      const answers = await forgetPersons(tx.db, campaign.id)
      if (answers > 0)
        audit(tx, 'campaign.forget', { type: 'campaign', id: campaign.id }, { after: { answers } })
    }
  })
}
