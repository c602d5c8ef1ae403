/** What may be proposed, and which proposals are the same. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Change, NewProposal } from '../types.ts'

export type ProposalCode = 'proposal_empty' | 'proposal_new_needs_name'

/** Two changes of one key are the same question; the later one stands. */
export function keyOfChange(change: Change): string {
  switch (change.what) {
    case 'field':
      return `field:${change.field}`
    case 'officerAdded':
      return `officer:${change.name}:${change.post}:${change.from ?? ''}`
    case 'officerEnded':
      return `officerEnded:${change.officerId}`
    case 'contactAdded':
      return `contact:${change.kind}:${change.value}`
    case 'contactRemoved':
      return `contactRemoved:${change.contactId}`
    case 'directions':
      return 'directions'
  }
}

export function mayPropose(proposal: NewProposal): Refusal<ProposalCode> | readonly Change[] {
  const changes = [...new Map(proposal.changes.map((c) => [keyOfChange(c), c])).values()]
  if (changes.length === 0) return refuse('proposal_empty')
  if (proposal.organisationId === null) {
    const named = changes.some((c) => c.what === 'field' && c.field === 'name' && c.value !== null)
    const ofKind = changes.some((c) => c.what === 'field' && c.field === 'kind' && c.value !== null)
    if (!named || !ofKind) return refuse('proposal_new_needs_name')
  }
  return changes
}
