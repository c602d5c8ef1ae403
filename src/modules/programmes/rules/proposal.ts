/** The fate of a proposal to change the programme. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { ProposalState } from '../types/proposal.ts'
import type { ProposalKind } from '../types.ts'

export type ProposalVerb = 'accept' | 'reject' | 'withdraw'

const next: Readonly<Record<ProposalState, Partial<Record<ProposalVerb, ProposalState>>>> = {
  submitted: { accept: 'accepted', reject: 'rejected', withdraw: 'withdrawn' },
  accepted: {},
  rejected: {},
  withdrawn: {},
}

export function stepProposal(
  state: ProposalState,
  verb: ProposalVerb,
): ProposalState | Refusal<'proposal_decided'> {
  return next[state][verb] ?? refuse('proposal_decided', { state })
}

/** Kinds that speak of a measure which exists. */
const OF_A_MEASURE: readonly ProposalKind[] = ['change', 'drop', 'term', 'executor']

/** What a proposal needs beside its text and reason. */
export function mendProposal(p: {
  readonly kind: ProposalKind
  readonly measureId: string | null
}): readonly Refusal<'measure_required'>[] {
  return OF_A_MEASURE.includes(p.kind) && p.measureId === null
    ? [refuse('measure_required', undefined, 'measureId')]
    : []
}
