import type { Job } from '../../platform/module.ts'
import { remindOfDuties } from './actions/remind.ts'

export const jobs: readonly Job[] = [
  {
    name: 'duties.remind',
    cron: '30 7 * * *',
    run: async (ctx, _, { house }) => {
      const { digests, unreached } = await remindOfDuties(ctx, house)
      house.log.info('reminders written', { letters: digests.length, unreached: unreached.length })
    },
  },
]
