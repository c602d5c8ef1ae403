import { z } from 'zod'
import { transact } from '../../platform/context.ts'
import { forgetAskings } from '../../platform/limit.ts'
import type { Job } from '../../platform/module.ts'
import { endPastDelegations } from './actions/decide.ts'
import { SIGN_IN_JOB, writeSignInLetter } from './actions/entry.ts'
import { CONFIRM_DAYS } from './rules/session.ts'
import { forgetUnconfirmed } from './store/delegations.ts'
import { sweepEntries } from './store/sessions.ts'

const asked = z.object({ email: z.string(), next: z.string(), locale: z.enum(['uk', 'en']) })

export const signInLetterJob: Job = {
  name: SIGN_IN_JOB,
  run: (ctx, payload, { house }) => writeSignInLetter(ctx, house, asked.parse(payload)),
}

/** After midnight: rights were gone with the day already, now the record says so. */
export const endJob: Job = {
  name: 'representatives.end',
  cron: '15 0 * * *',
  async run(ctx, _payload, { house }) {
    await endPastDelegations(ctx, house)
  },
}

/** What has ended is taken away each night. */
export const sweepJob: Job = {
  name: 'representatives.sweep',
  cron: '25 3 * * *',
  run: (ctx) =>
    transact(ctx, async (tx) => {
      await sweepEntries(tx.db, tx.now)
      await forgetUnconfirmed(tx.db, tx.now.subtract({ hours: 24 * CONFIRM_DAYS }))
      await forgetAskings(tx.db, tx.now)
    }),
}
