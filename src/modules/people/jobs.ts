import { transact } from '../../platform/context.ts'
import type { Job } from '../../platform/module.ts'
import { sweep } from './store/sessions.ts'

/** What has ended is taken away each night: sessions, spent challenges, counts of attempts. */
export const sweepJob: Job = {
  name: 'people.sweep',
  cron: '20 3 * * *',
  run: (ctx) => transact(ctx, (tx) => sweep(tx.db, tx.now)),
}
