/** News of an organisation, its texts one after another, and what was decided of them. */
import type { RepresentativeId, StaffId } from '../../kernel/actor.ts'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { FileId } from '../../platform/tables.ts'
import type { OrganisationId, OrganisationKind } from '../organisations/index.ts'

export type { OrganisationId, OrganisationKind }
export type PublicationId = Id<'publication'>
export type PictureId = Id<'publicationPicture'>
export type SilenceId = Id<'silence'>

/**
 * draft: being written · submitted: a clerk looks · returned: with a reason · appealed: another officer looks ·
 * published: what readers see · superseded: was seen, until a later one took its place.
 */
export const REVISION_STATES = [
  'draft',
  'submitted',
  'returned',
  'appealed',
  'published',
  'superseded',
] as const
export type RevisionState = (typeof REVISION_STATES)[number]
/** At most one of a publication is in one of these. */
export const OPEN_STATES: readonly RevisionState[] = ['draft', 'submitted', 'returned', 'appealed']

export type Shown = { readonly id: PictureId; readonly alt: string }

export type Revision = {
  readonly publicationId: PublicationId
  readonly number: number
  readonly state: RevisionState
  readonly title: string
  readonly body: string
  readonly pictures: readonly Shown[]
  readonly authorId: RepresentativeId
  readonly authorName: string
  readonly createdAt: Temporal.Instant
  readonly submittedAt: Temporal.Instant | null
  readonly decidedAt: Temporal.Instant | null
  readonly decidedBy: StaffId | null
  /** Code of the reason for which it was returned. */
  readonly reason: string | null
  readonly words: string | null
  readonly appeal: string | null
  readonly appealedAt: Temporal.Instant | null
  readonly appealDecidedAt: Temporal.Instant | null
  readonly publishedAt: Temporal.Instant | null
  readonly version: number
}

export type Publication = {
  readonly id: PublicationId
  readonly organisationId: OrganisationId
  readonly organisationKind: OrganisationKind
  readonly publishedRevision: number | null
  readonly firstPublishedAt: Temporal.Instant | null
  readonly changedAt: Temporal.Instant | null
  readonly withdrawn: {
    readonly at: Temporal.Instant
    readonly by: 'organisation' | 'office'
    readonly reason: string | null
    readonly words: string | null
  } | null
}

export type PictureSize = { readonly width: number; readonly height: number; readonly file: FileId }
export type StoredPicture = {
  readonly id: PictureId
  readonly publicationId: PublicationId
  readonly width: number
  readonly height: number
  readonly sizes: readonly PictureSize[]
}

export const DECISION_VERBS = ['publish', 'return', 'uphold', 'overturn', 'withdraw'] as const
export type DecisionVerb = (typeof DECISION_VERBS)[number]

export type Reason = {
  readonly code: string
  readonly name: { readonly uk: string; readonly en: string }
  /** Act and article, as it is cited. */
  readonly source: string | null
  readonly url: string | null
  readonly position: number
  readonly active: boolean
}

/** Days, both included, on which news of party branches are not shown. */
export type Silence = {
  readonly id: SilenceId
  readonly from: CivilDate
  readonly to: CivilDate
  readonly title: string
  readonly source: string
  readonly url: string | null
  readonly createdBy: string
  readonly cancelledAt: Temporal.Instant | null
  readonly cancelReason: string | null
}

/** What readers see of a publication. No person's name among it. */
export type NewsItem = {
  readonly id: PublicationId
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly organisationNameEn: string | null
  readonly organisationKind: OrganisationKind
  readonly title: string
  readonly body: string
  readonly pictures: readonly Shown[]
  readonly publishedAt: Temporal.Instant
  readonly changedAt: Temporal.Instant | null
  /** How many revisions readers have seen. */
  readonly revisions: number
}

/** News and their edits, decided in a quarter. */
export type AccessLine = {
  readonly organisationId: OrganisationId
  readonly organisationName: string
  readonly organisationNameEn: string | null
  readonly kind: OrganisationKind
  /** New ones; edits of what was published stand apart. */
  readonly published: number
  readonly edits: number
  readonly returned: number
  readonly upheld: number
  readonly overturned: number
  readonly withdrawn: number
  /** Median hours from sent to decided; none where nothing was decided. */
  readonly waited: number | null
  readonly reasons: Readonly<Record<string, number>>
}
