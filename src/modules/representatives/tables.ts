/** Row types of representatives, their delegations and their ways in. */
import type { Generated } from 'kysely'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Locale } from '../../kernel/texts.ts'
import type { FileId } from '../../platform/tables.ts'
import type { DocumentId } from '../organisations/index.ts'
import type {
  Basis,
  CabinetSessionId,
  DelegationId,
  DelegationState,
  OrganisationId,
  RepresentativeId,
} from './types.ts'

export type RepresentativesTables = {
  representatives: {
    id: RepresentativeId
    email: string | null
    name: string
    state: Generated<'active' | 'closed'>
    locale: Generated<Locale>
    created_at: Temporal.Instant
  }
  representative_sessions: {
    secret_hash: string
    id: CabinetSessionId
    representative_id: RepresentativeId
    csrf: string
    locale: Generated<Locale>
    address: string
    device: string
    created_at: Temporal.Instant
    seen_at: Temporal.Instant
    expires_at: Temporal.Instant
  }
  representative_keys: {
    hash: string
    kind: 'signIn' | 'confirm'
    representative_id: RepresentativeId | null
    delegation_id: DelegationId | null
    expires_at: Temporal.Instant
  }
  cabinet_documents: {
    document_id: DocumentId
    organisation_id: OrganisationId
    representative_id: RepresentativeId
  }
  delegations: {
    id: DelegationId
    organisation_id: OrganisationId
    representative_id: RepresentativeId | null
    email: string
    name: string
    post: string
    basis: Basis
    file_id: FileId | null
    invited_by: RepresentativeId | null
    state: DelegationState
    locale: Locale
    claimed_at: Temporal.Instant
    confirmed_at: Temporal.Instant | null
    decided_at: Temporal.Instant | null
    decided_by: string | null
    paper: string | null
    from_day: CivilDate | null
    to_day: CivilDate | null
    reason: string | null
    ended_at: Temporal.Instant | null
    ended_by: 'date' | 'person' | 'office' | null
    moved_by: string | null
    version: Generated<number>
  }
}
