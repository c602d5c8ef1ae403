/** Row types of practice cards. */
import type { Generated } from 'kysely'
import type { Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { FileId, Json } from '../../platform/tables.ts'
import type { OrganisationId } from '../organisations/index.ts'
import type { Content, DirectionId, PracticeId, PracticeState } from './types.ts'

export type PracticesTables = {
  practices: {
    id: PracticeId
    organisation_id: OrganisationId
    state: PracticeState
    content: Json<Content>
    title: string
    submitted_at: Temporal.Instant | null
    returned_reason: string | null
    withdrawn_reason: string | null
    version: Generated<number>
    created_at: Temporal.Instant
    created_by: string
    by_representative: boolean
    updated_at: Temporal.Instant
  }
  practice_versions: {
    practice_id: PracticeId
    number: number
    content: Json<Content>
    title: string
    search: string
    direction_id: DirectionId | null
    year: number
    partner_ids: OrganisationId[]
    current: boolean
    first_published_at: Temporal.Instant
    published_at: Temporal.Instant
  }
  practice_moves: { merge_id: Id<'merge'>; practice_id: PracticeId }
  practice_files: { practice_id: PracticeId; file_id: FileId; title: string; added_at: Temporal.Instant }
}
