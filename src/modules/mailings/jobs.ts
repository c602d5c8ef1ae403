/** Sends what was released, one letter at a time. */

import { SEND_JOB, sendNext, smtpTransport } from '../../platform/mail.ts'
import type { Job } from '../../platform/module.ts'

export const sendLetters: Job = {
  name: SEND_JOB,
  cron: '*/5 * * * *',
  async run(ctx, _payload, { house, signal }) {
    if (house.demonstration || !house.smtpUrl) return
    const transport = smtpTransport(house.smtpUrl, house.mailFrom)
    while (!signal.aborted && (await sendNext(ctx.db, ctx.now, transport))) {
      // One after another: a mail server that is slow or refuses is not pressed.
    }
  },
}
