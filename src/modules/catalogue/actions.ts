/** The one verb: who answers for the open data. */
import { permit } from '../../kernel/errors.ts'
import { accept } from '../../kernel/refusal.ts'
import { audit } from '../../platform/audit.ts'
import { type Context, transact } from '../../platform/context.ts'
import { readSetting, writeSetting } from '../../platform/settings.ts'
import { maySetPublisher } from './policy.ts'
import { checkPublisher } from './rules/publisher.ts'
import type { PublisherInput } from './types.ts'

/** @throws Forbidden, Refused */
export function setPublisher(ctx: Context, input: PublisherInput): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(maySetPublisher(tx.actor), 'openData.setPublisher')
    accept(checkPublisher(input))
    const before = await readSetting(tx.db, 'openData.publisher')
    await writeSetting(tx, 'openData.publisher', input)
    audit(
      tx,
      'openData.setPublisher',
      { type: 'setting', id: 'openData.publisher' },
      { before, after: input },
    )
  })
}
