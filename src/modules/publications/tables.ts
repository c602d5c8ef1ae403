/** Row types of news. */
import type { Generated } from 'kysely'
import type { RepresentativeId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { FileId, Json } from '../../platform/tables.ts'
import type {
  DecisionVerb,
  OrganisationId,
  PictureId,
  PictureSize,
  PublicationId,
  RevisionState,
  Shown,
  SilenceId,
} from './types.ts'

export type PublicationsTables = {
  publications: {
    id: PublicationId
    organisation_id: OrganisationId
    published_revision: number | null
    first_published_at: Temporal.Instant | null
    changed_at: Temporal.Instant | null
    withdrawn_at: Temporal.Instant | null
    withdrawn_by: 'organisation' | 'office' | null
    withdrawn_reason: string | null
    withdrawn_words: string | null
    search: Generated<string>
    moved_by: string | null
    created_at: Temporal.Instant
  }
  publication_revisions: {
    publication_id: PublicationId
    number: number
    state: RevisionState
    title: string
    body: string
    pictures: Json<readonly Shown[]>
    author_id: RepresentativeId
    author_name: string
    created_at: Temporal.Instant
    submitted_at: Temporal.Instant | null
    decided_at: Temporal.Instant | null
    decided_by: string | null
    reason: string | null
    words: string | null
    appeal: string | null
    appealed_at: Temporal.Instant | null
    appeal_decided_at: Temporal.Instant | null
    published_at: Temporal.Instant | null
    version: Generated<number>
  }
  publication_pictures: {
    id: PictureId
    publication_id: PublicationId
    width: number
    height: number
    sizes: Json<readonly PictureSize[]>
    created_at: Temporal.Instant
  }
  publication_picture_files: { file_id: FileId; picture_id: PictureId }
  publication_decisions: {
    id: Id<'newsDecision'>
    publication_id: PublicationId
    revision: number
    verb: DecisionVerb
    is_edit: boolean
    reason: string | null
    by_id: string
    by_name: string
    since: Temporal.Instant | null
    at: Temporal.Instant
  }
  publication_reasons: {
    code: string
    name_uk: string
    name_en: string
    source: string | null
    url: string | null
    position: number
    active: Generated<boolean>
  }
  silence_periods: {
    id: SilenceId
    from_day: CivilDate
    to_day: CivilDate
    title: string
    source: string
    url: string | null
    created_by: string
    created_at: Temporal.Instant
    cancelled_at: Temporal.Instant | null
    cancel_reason: string | null
  }
}
