import { z } from 'zod'
import { transact } from '../../platform/context.ts'
import { forgetAskings } from '../../platform/limit.ts'
import type { Job } from '../../platform/module.ts'
import { SIGN_IN_JOB, writeSignInLetter } from './actions/entry.ts'
import { sweepEntries } from './store/sessions.ts'

const asked = z.object({ email: z.string(), next: z.string(), locale: z.enum(['uk', 'en']) })

export const signInLetterJob: Job = {
  name: SIGN_IN_JOB,
  run: (ctx, payload, { house }) => writeSignInLetter(ctx, house, asked.parse(payload)),
}

/** What has ended is taken away each night. */
export const sweepJob: Job = {
  name: 'representatives.sweep',
  cron: '25 3 * * *',
  run: (ctx) =>
    transact(ctx, async (tx) => {
      await sweepEntries(tx.db, tx.now)
      await forgetAskings(tx.db, tx.now)
    }),
}
