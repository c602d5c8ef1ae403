/** Row types of the registry of organisations. */
import type { Generated } from 'kysely'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { FileId, Json } from '../../platform/tables.ts'
import type { ListMapping } from './rules/import-list.ts'
import type {
  BodyKind,
  Change,
  ConfessionId,
  ContactAccess,
  ContactId,
  ContactKind,
  DirectionId,
  DistrictId,
  DocumentId,
  DocumentKind,
  Field,
  ImportId,
  Legalisation,
  MergeId,
  OfficerId,
  OrganisationId,
  OrganisationKind,
  OrganisationState,
  Outline,
  ProposalId,
  ProposalItemId,
  SourceKind,
  Standing,
  TieId,
  TieKind,
} from './types.ts'

type Sourced = {
  source_kind: SourceKind
  source_ref: string | null
  source_on: CivilDate | null
}
type Recorded = { recorded_at: Temporal.Instant; recorded_by: string }
type Listed<I extends string> = {
  id: Id<I>
  name: string
  name_en: string | null
  position: number
  active: Generated<boolean>
}

export type OrganisationsTables = {
  districts: Listed<'district'> & { outline: Json<Outline> | null }
  directions: Listed<'direction'>
  confessions: Listed<'confession'>
  organisations: {
    id: OrganisationId
    kind: OrganisationKind
    name: string
    short_name: string | null
    name_en: string | null
    edrpou: string | null
    form_code: string | null
    state: OrganisationState
    purpose: string | null
    registration: string | null
    registered_on: CivilDate | null
    founding_document: string | null
    confession_id: ConfessionId | null
    katottg: string | null
    district_id: DistrictId | null
    body_kind: BodyKind | null
    territory: string | null
    permit: string | null
    permitted_on: CivilDate | null
    legalisation: Legalisation | null
    legalised_on: CivilDate | null
    term_from: CivilDate | null
    term_until: CivilDate | null
    reported_on: CivilDate | null
    search: string
    core: string
    merged_into: OrganisationId | null
    verified_on: CivilDate | null
    verified_by: string | null
    version: Generated<number>
    created_at: Temporal.Instant
    updated_at: Temporal.Instant
  }
  organisation_values: Sourced &
    Recorded & {
      id: Id<'organisationValue'>
      organisation_id: OrganisationId
      field: Field
      value: string | null
      standing: Standing
      valid_from: CivilDate | null
      valid_until: CivilDate | null
      superseded_at: Temporal.Instant | null
    }
  organisation_officers: Sourced &
    Recorded & {
      id: OfficerId
      organisation_id: OrganisationId
      name: string
      post: string
      leads: boolean
      from_on: CivilDate | null
      until_on: CivilDate | null
      ended: Generated<boolean>
    }
  organisation_contacts: Sourced &
    Recorded & {
      id: ContactId
      organisation_id: OrganisationId
      kind: ContactKind
      value: string
      access: ContactAccess
      note: string | null
      consent_on: CivilDate | null
      consent_ref: string | null
    }
  organisation_directions: { organisation_id: OrganisationId; direction_id: DirectionId }
  organisation_ties: Sourced &
    Recorded & {
      id: TieId
      lower_id: OrganisationId
      upper_id: OrganisationId
      kind: TieKind
      from_on: CivilDate | null
      until_on: CivilDate | null
    }
  organisation_documents: Recorded & {
    id: DocumentId
    organisation_id: OrganisationId
    file_id: FileId
    kind: DocumentKind
    title: string
    dated_on: CivilDate | null
    access: 'public' | 'office'
  }
  organisation_proposals: Sourced & {
    id: ProposalId
    organisation_id: OrganisationId | null
    note: string | null
    state: 'open' | 'settled'
    created_at: Temporal.Instant
    created_by: string
    settled_at: Temporal.Instant | null
  }
  organisation_proposal_items: {
    id: ProposalItemId
    proposal_id: ProposalId
    position: number
    key: string
    change: Json<Change>
    state: 'waiting' | 'accepted' | 'refused'
    reason: string | null
    decided_at: Temporal.Instant | null
    decided_by: string | null
  }
  organisation_merges: {
    id: MergeId
    kept_id: OrganisationId
    gone_id: OrganisationId
    moved: Json<unknown>
    merged_at: Temporal.Instant
    merged_by: string
    undone_at: Temporal.Instant | null
    undone_by: string | null
  }
  organisation_moves: { merge_id: MergeId; place: string; row_id: string }
  organisation_twins_denied: {
    one_id: OrganisationId
    other_id: OrganisationId
    denied_at: Temporal.Instant
    denied_by: string
  }
  organisation_imports: {
    id: ImportId
    file_name: string
    state: 'mapping' | 'checked' | 'running' | 'done'
    columns: Json<readonly string[]>
    mapping: Json<ListMapping>
    source_on: CivilDate | null
    counts: Json<Readonly<Record<string, number>>>
    created_at: Temporal.Instant
    created_by: string
    finished_at: Temporal.Instant | null
  }
  organisation_import_rows: {
    import_id: ImportId
    number: number
    cells: Json<readonly string[]>
    outcome: 'unread' | 'added' | 'changed' | 'unchanged' | 'setAside'
    reasons: Json<readonly Refusal[]>
    organisation_id: OrganisationId | null
    done: Generated<boolean>
  }
  organisation_import_columns: { heading: string; field: string }
  person_requests: {
    id: Id<'personRequest'>
    kind: 'export' | 'erasure'
    ground: string
    found: number
    changed: number
    at: Temporal.Instant
    by: string
  }
}
