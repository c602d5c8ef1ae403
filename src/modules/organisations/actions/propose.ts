/** Puts changes before a person of the office. Called by other modules inside their transaction. */
import { accept } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import type { Tx } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { keyOfChange, mayPropose } from '../rules/proposal.ts'
import * as store from '../store/proposals.ts'
import type { NewProposal, ProposalId } from '../types.ts'
import { nameOf } from './who.ts'

/** The caller has asked its own policy whether this actor may propose. */
export async function proposeChange(tx: Tx, proposal: NewProposal): Promise<ProposalId> {
  const changes = accept(mayPropose(proposal))
  const id = newId<'proposal'>()
  const items = changes.map((change) => ({
    id: newId<'proposalItem'>(),
    key: keyOfChange(change),
    change,
  }))
  await store.insertProposal(tx, id, proposal, items, nameOf(tx.actor))
  audit(
    tx,
    'organisation.propose',
    proposal.organisationId === null
      ? { type: 'proposal', id }
      : { type: 'organisation', id: proposal.organisationId },
    { after: { proposal: id, source: proposal.source.kind, changes: changes.length } },
  )
  return id
}
