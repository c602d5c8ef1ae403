/** Row types of the tables of this module. */
import type { Temporal } from '../../kernel/civil-date.ts'
import type { OrganisationId, ProposalId } from '../organisations/index.ts'
import type { DifferenceKind } from '../register/index.ts'
import type { Decision, LinkWay } from './types.ts'

export type ReconciliationTables = {
  register_links: {
    organisation_id: OrganisationId
    ref: string
    way: LinkWay
    linked_at: Temporal.Instant
    linked_by: string
  }
  register_decisions: {
    key: string
    kind: DifferenceKind
    ref: string
    organisation_id: OrganisationId | null
    name: string
    decision: Decision
    reason: string | null
    proposal_id: ProposalId | null
    decided_at: Temporal.Instant
    decided_by: string
  }
}
