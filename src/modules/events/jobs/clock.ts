/** What events do by the clock. */
import type { Job } from '../../../platform/module.ts'
import { expireRegistrations } from '../actions/registration.ts'
import { forgetOldPeople, remindExecutors, remindParticipants } from '../actions/remind.ts'
import { tellChanges } from '../actions/state.ts'

export const clockJobs: readonly Job[] = [
  {
    name: 'events.registrations',
    cron: '*/10 * * * *',
    run: async (ctx, _, { house }) => {
      const expired = await expireRegistrations(ctx, house)
      const told = await tellChanges(ctx, house)
      if (expired + told > 0) house.log.info('events', { expired, told })
    },
  },
  {
    name: 'events.remind',
    cron: '0 9 * * *',
    run: async (ctx, _, { house }) => {
      const participants = await remindParticipants(ctx, house)
      const executors = await remindExecutors(ctx, house)
      house.log.info('reminders of events', { participants, executors })
    },
  },
  {
    name: 'events.forget',
    cron: '40 3 * * *',
    run: async (ctx, _, { house }) => {
      house.log.info('registrants forgotten', await forgetOldPeople(ctx))
    },
  },
]
