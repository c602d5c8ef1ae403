/** Release, cancel, retry; and the switch by which a kind leaves by itself. */
import { found, permit } from '../../kernel/errors.ts'
import { accept } from '../../kernel/refusal.ts'
import { audit } from '../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../platform/context.ts'
import { cancelMailing, releaseMailing, retryFailed } from '../../platform/mail.ts'
import { readSetting, writeSetting } from '../../platform/settings.ts'
import { mayDecideMailings } from './policy.ts'
import { type MailingVerb, step } from './rules.ts'
import * as store from './store.ts'
import type { MailingId } from './types.ts'

function decide(
  ctx: Context,
  id: MailingId,
  verb: MailingVerb,
  reason: string | null,
  save: (tx: Tx, by: string) => Promise<void>,
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayDecideMailings(tx.actor), `mailing.${verb}`)
    const mailing = found(await store.lockMailing(tx.db, id), 'mailing')
    const state = accept(step(mailing.state, verb))
    await save(tx, tx.actor.kind === 'staff' ? tx.actor.name : '')
    audit(
      tx,
      `mailing.${verb}`,
      { type: 'mailing', id },
      { before: { state: mailing.state }, after: { state }, ...(reason === null ? {} : { reason }) },
    )
  })
}

export function release(ctx: Context, id: MailingId): Promise<void> {
  return decide(ctx, id, 'release', null, (tx, by) => releaseMailing(tx, id, by))
}

export function cancel(ctx: Context, id: MailingId, reason: string): Promise<void> {
  return decide(ctx, id, 'cancel', reason, (tx) => cancelMailing(tx, id, reason))
}

export function retry(ctx: Context, id: MailingId): Promise<void> {
  return decide(ctx, id, 'retry', null, (tx) => retryFailed(tx, id))
}

/** Kinds that leave by themselves from now on; the others wait for a person. */
export function setAutoRelease(ctx: Context, kinds: readonly string[]): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayDecideMailings(tx.actor), 'mailing.autoRelease')
    const before = (await readSetting(tx.db, 'mail.autoRelease')) ?? {}
    const by = tx.actor.kind === 'staff' ? tx.actor.name : ''
    const after = Object.fromEntries(
      kinds.map((kind) => [kind, before[kind] ?? { by, at: tx.now.toString() }]),
    )
    await writeSetting(tx, 'mail.autoRelease', after)
    audit(tx, 'mailing.autoRelease', { type: 'setting', id: 'mail.autoRelease' }, { before, after })
  })
}
