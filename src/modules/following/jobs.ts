/** The weekly letters, and addresses that nobody confirmed. */
import type { Job } from '../../platform/module.ts'
import { forgetUnconfirmed, writeDigests } from './actions.ts'

export const digestJob: Job = {
  name: 'following.digest',
  // Each morning: on Monday everybody's turn comes, on other days only those whom a broken Monday left out.
  cron: '0 7 * * *',
  async run(ctx, _payload, { house, signal }) {
    while (!signal.aborted && (await writeDigests(ctx, house))) {
      // One batch after another, each in its own transaction.
    }
  },
}

export const sweepJob: Job = {
  name: 'following.sweep',
  cron: '50 3 * * *',
  run: (ctx) => forgetUnconfirmed(ctx),
}
