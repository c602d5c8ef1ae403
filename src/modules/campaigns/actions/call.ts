/** A telephone call to one that is silent. */
import { found, permit } from '../../../kernel/errors.ts'
import { accept, refuse } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { proposeChange } from '../../organisations/index.ts'
import { mayRunChecks } from '../policy.ts'
import { step } from '../rules/standing.ts'
import { insertCall } from '../store/answers.ts'
import { lockCampaign } from '../store/campaigns.ts'
import { lockInvitation, markCeased } from '../store/invitations.ts'
import type { CallOutcome, InvitationId } from '../types.ts'
import { nameOf } from './who.ts'

/** One that is said to have wound itself up is proposed as such: only a paper makes it so. */
export function recordCall(
  ctx: Context,
  id: InvitationId,
  call: { readonly outcome: CallOutcome; readonly note: string | null },
): Promise<void> {
  return transact(ctx, async (tx) => {
    permit(mayRunChecks(tx.actor), 'campaign.call')
    const invitation = found(await lockInvitation(tx.db, id), 'invitation')
    const campaign = found(await lockCampaign(tx.db, invitation.campaignId), 'campaign')
    accept(step(campaign.state, 'call'))
    if (call.outcome === 'ceased' && call.note === null) accept(refuse('ceased_needs_reason', {}, 'note'))
    await insertCall(tx, newId<'call'>(), id, { ...call, by: nameOf(tx.actor) })
    const ceased = call.outcome === 'ceased'
    if (ceased !== invitation.ceased) await markCeased(tx.db, id, ceased)
    if (ceased && !invitation.ceased)
      await proposeChange(tx, {
        organisationId: invitation.organisationId,
        source: { kind: 'check', ref: campaign.title, on: tx.today },
        note: call.note,
        changes: [{ what: 'field', field: 'state', value: 'terminated' }],
      })
    audit(
      tx,
      'campaign.call',
      { type: 'invitation', id },
      { after: { outcome: call.outcome }, ...(call.note === null ? {} : { reason: call.note }) },
    )
  })
}
