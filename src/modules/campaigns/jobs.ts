/** Writes letters of campaigns into the outbox, and forgets who answered when that is no longer needed. */
import type { Job } from '../../platform/module.ts'
import { LETTERS_JOB } from './actions/campaign.ts'
import { forgetAnswers } from './actions/forget.ts'
import { writeSomeLetters } from './actions/letters.ts'
import { KEY } from './credentials.ts'

export const campaignLetters: Job = {
  name: LETTERS_JOB,
  // What was broken off is taken up again, also where the process died and nobody asked.
  cron: '*/10 * * * *',
  async run(ctx, _payload, { house, signal }) {
    const sender = { key: house.keyFor(KEY), baseUrl: house.baseUrl, council: house.city.council.uk }
    while (!signal.aborted && (await writeSomeLetters(ctx, sender))) {
      // One batch after another, each in its own transaction.
    }
  },
}

export const forgetPersons: Job = {
  name: 'campaigns.forget',
  cron: '40 3 * * *',
  run: (ctx) => forgetAnswers(ctx),
}
