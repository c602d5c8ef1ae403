/** Opens reports in advance; reminds executors. */
import type { Job } from '../../platform/module.ts'
import { openDue } from './actions/open.ts'
import { remindExecutors } from './actions/remind.ts'

export const openReports: Job = {
  name: 'reports.open',
  cron: '10 5 * * *',
  run: async (ctx) => void (await openDue(ctx)),
}

export const remindReports: Job = {
  name: 'reports.remind',
  cron: '20 7 * * *',
  run: (ctx, _payload, { house }) => remindExecutors(ctx, house.baseUrl),
}
