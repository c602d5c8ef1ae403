/** What the office keeps beside the news: reasons, days of silence, settings. */
import { found, permit, Refused } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { writeSetting } from '../../../platform/settings.ts'
import { mayDecideNews } from '../policy.ts'
import { type NewsSettings, originOf } from '../rules/settings.ts'
import { wrongPeriod } from '../rules/silence.ts'
import * as reasonStore from '../store/reasons.ts'
import * as silenceStore from '../store/silence.ts'
import type { Reason, Silence, SilenceId } from '../types.ts'

function begin(tx: Tx, verb: string): void {
  permit(mayDecideNews(tx.actor), verb)
}

export function saveReason(ctx: Context, reason: Reason, isNew: boolean): Promise<void> {
  return transact(ctx, async (tx) => {
    begin(tx, 'publication.keepReasons')
    const before = (await reasonStore.reasons(tx.db)).find((r) => r.code === reason.code)
    if (isNew && before) throw new Refused([refuse('code_taken', undefined, 'code')])
    if (!isNew) found(before, 'reason')
    await reasonStore.saveReason(tx.db, reason)
    audit(tx, 'publication.saveReason', { type: 'reason', id: reason.code }, { before, after: reason })
  })
}

/** From its first day on no news of any party branch is shown; nothing is lost, all come back after its last. */
export function beginSilence(
  ctx: Context,
  period: Pick<Silence, 'from' | 'to' | 'title' | 'source' | 'url'>,
): Promise<SilenceId> {
  return transact(ctx, async (tx) => {
    begin(tx, 'publication.silence')
    accept(wrongPeriod(period))
    const id = newId<'silence'>()
    const createdBy = tx.actor.kind === 'staff' ? tx.actor.name : ''
    await silenceStore.insertSilence(tx, { id, ...period, createdBy })
    const { from, to, title, source } = period
    audit(
      tx,
      'publication.silence',
      { type: 'silence', id },
      { after: { from: from.toString(), to: to.toString(), title, source } },
    )
    return id
  })
}

export function cancelSilence(ctx: Context, id: SilenceId, reason: string): Promise<void> {
  return transact(ctx, async (tx) => {
    begin(tx, 'publication.cancelSilence')
    const silence = found(await silenceStore.lockSilence(tx.db, id), 'silence')
    if (silence.cancelledAt) throw new Refused([refuse('wrong_state')])
    await silenceStore.cancelSilence(tx, id, reason)
    audit(tx, 'publication.cancelSilence', { type: 'silence', id }, { reason })
  })
}

export function saveNewsSettings(ctx: Context, typed: NewsSettings): Promise<void> {
  return transact(ctx, async (tx) => {
    begin(tx, 'publication.settings')
    const sites = typed.embedIn.map((site) => ({ site, origin: originOf(site) }))
    const wrong = sites.find((s) => s.origin === null)
    if (wrong) throw new Refused([refuse('not_a_site', { site: wrong.site }, 'embedIn')])
    const settings = { ...typed, embedIn: [...new Set(sites.flatMap((s) => s.origin ?? []))] }
    await writeSetting(tx, 'publications', settings)
    audit(tx, 'publication.settings', { type: 'setting', id: 'publications' }, { after: settings })
  })
}
