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

export type Verdict = { readonly accept: boolean; readonly reason: string | null }
export type DecisionCode = 'refusal_needs_reason' | 'new_needs_name' | 'nothing_decided' | 'item_decided'

/**
 * Whether these verdicts may stand together. Those left out keep waiting.
 * @param items of the proposal that still wait
 */
export function checkVerdicts(
  items: readonly { readonly id: string; readonly change: Change }[],
  verdicts: ReadonlyMap<string, Verdict>,
  isNew: boolean,
): readonly Refusal<DecisionCode>[] {
  const decided = items.filter((item) => verdicts.has(item.id))
  if (decided.length === 0) return [refuse('nothing_decided')]
  const unsaid = decided.filter((item) => !verdicts.get(item.id)!.accept && !verdicts.get(item.id)!.reason)
  if (unsaid.length > 0)
    return unsaid.map((item) => refuse('refusal_needs_reason', undefined, `reason.${item.id}`))
  const accepted = decided.filter((item) => verdicts.get(item.id)!.accept)
  const has = (field: string) =>
    accepted.some((item) => item.change.what === 'field' && item.change.field === field)
  if (isNew && accepted.length > 0 && !(has('name') && has('kind'))) return [refuse('new_needs_name')]
  return []
}
