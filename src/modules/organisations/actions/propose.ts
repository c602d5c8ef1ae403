/** Puts changes before a person of the office. Called by other modules inside their transaction. */
import { permit } from '../../../kernel/errors.ts'
import { accept, isRefusal, type Refusal, Refused } from '../../../kernel/refusal.ts'
import { audit } from '../../../platform/audit.ts'
import { type Context, type Tx, transact } from '../../../platform/context.ts'
import { newId } from '../../../platform/random.ts'
import { keepers, proposers } from '../policy.ts'
import { readChange } from '../rules/change.ts'
import { personalTrace } from '../rules/personal.ts'
import { keyOfChange, mayPropose } from '../rules/proposal.ts'
import * as store from '../store/proposals.ts'
import type { NewProposal, ProposalId } from '../types.ts'
import { nameOf } from './who.ts'

/**
 * The caller has asked its own policy whether this actor may propose.
 * @throws Refused where a value cannot be read, with the index of the change as the field
 */
export async function proposeChange(tx: Tx, proposal: NewProposal): Promise<ProposalId> {
  const refusals: Refusal[] = []
  const trace = personalTrace(proposal.note ?? '', 'note')
  if (trace !== null) refusals.push(trace)
  const changes = proposal.changes.flatMap((change, i) => {
    const read = readChange(change)
    if (!isRefusal(read)) return [read]
    refusals.push({ ...read, field: `changes.${i}` })
    return []
  })
  if (refusals.length > 0) throw new Refused(refusals)
  const wanted = accept(mayPropose({ ...proposal, changes }))
  const id = newId<'proposal'>()
  const items = wanted.map((change) => ({ id: newId<'proposalItem'>(), key: keyOfChange(change), change }))
  await store.insertProposal(tx, id, proposal, items, nameOf(tx.actor))
  audit(
    tx,
    'organisation.propose',
    proposal.organisationId === null
      ? { type: 'proposal', id }
      : { type: 'organisation', id: proposal.organisationId },
    { after: { proposal: id, source: proposal.source.kind, changes: items.length } },
  )
  return id
}

/** A program with a token, or a person of the office who leaves the decision to another. */
export function propose(ctx: Context, proposal: NewProposal): Promise<ProposalId> {
  return transact(ctx, async (tx) => {
    permit(proposers.allows(tx.actor) || keepers.allows(tx.actor), 'organisation.propose')
    return proposeChange(tx, proposal)
  })
}
