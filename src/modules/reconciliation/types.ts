/** What was decided of a difference between the city's registry and the state register. */
import type { Temporal } from '../../kernel/civil-date.ts'
import type { OrganisationId, ProposalId } from '../organisations/index.ts'
import type { DifferenceKind, RegisterDifference, RegisterRef } from '../register/index.ts'

export type Decision = 'proposed' | 'refused'

/** A difference with the key by which its decision is remembered. */
export type Item = RegisterDifference & { readonly key: string }

export type Decided = {
  readonly key: string
  readonly kind: DifferenceKind
  readonly ref: RegisterRef
  readonly organisationId: OrganisationId | null
  readonly name: string
  readonly decision: Decision
  readonly reason: string | null
  readonly proposalId: ProposalId | null
  readonly decidedAt: Temporal.Instant
  readonly decidedBy: string
}

export type LinkWay = 'code' | 'name' | 'hand'
