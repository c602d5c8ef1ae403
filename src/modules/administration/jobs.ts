/** Signs where the record stands, and lets go of what nobody will ask for. */
import { audit } from '../../platform/audit.ts'
import { makeCheckpoint, signingKey } from '../../platform/audit-chain.ts'
import { transact } from '../../platform/context.ts'
import { forgetLooseFiles } from '../../platform/files.ts'
import { forgetReceipts } from '../../platform/http/once.ts'
import type { Job } from '../../platform/module.ts'

/** Purpose of the key that signs checkpoints; part of the published format. */
export const AUDIT_KEY = 'audit checkpoint'

export const signRecord: Job = {
  name: 'administration.checkpoint',
  cron: '7 * * * *',
  async run(ctx, _payload, { house }) {
    const point = await makeCheckpoint(ctx.db, signingKey(house.keyFor(AUDIT_KEY)), ctx.now)
    if (point) await house.witness(point)
  },
}

export const sweepReceipts: Job = {
  name: 'administration.sweep',
  cron: '23 4 * * *',
  run: (ctx) => forgetReceipts(ctx.db, ctx.now),
}

/** Who attached the wrong file this week may be attaching the right one now. */
const LOOSE_DAYS = 7

export const forgetFiles: Job = {
  name: 'administration.files',
  cron: '43 4 * * *',
  run: (ctx) =>
    transact(ctx, async (tx) => {
      const gone = await forgetLooseFiles(tx, tx.now.subtract({ hours: LOOSE_DAYS * 24 }))
      for (const { id, ...facts } of gone) audit(tx, 'file.forget', { type: 'file', id }, { before: facts })
    }),
}
