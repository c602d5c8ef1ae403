/** Takes back what nobody has decided yet: whoever proposed it says something else now. */
import { audit } from '../../../platform/audit.ts'
import type { Tx } from '../../../platform/context.ts'
import * as store from '../store/withdrawal.ts'
import type { ProposalId } from '../types.ts'
import { nameOf } from './who.ts'

/** What was decided already stays so. The caller has asked its own policy. */
export async function withdrawProposal(tx: Tx, id: ProposalId, reason: string): Promise<void> {
  const withdrawn = await store.refuseWaiting(tx, id, reason, nameOf(tx.actor))
  if (withdrawn > 0)
    audit(tx, 'organisation.proposalWithdrawn', { type: 'proposal', id }, { after: { withdrawn }, reason })
}
