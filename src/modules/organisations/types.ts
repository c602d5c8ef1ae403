/** Records of organisations, what they are now and were, and changes that wait. */
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { FileId } from '../../platform/tables.ts'

export type OrganisationId = Id<'organisation'>
export type OfficerId = Id<'officer'>
export type ContactId = Id<'contact'>
export type TieId = Id<'tie'>
export type DocumentId = Id<'organisationDocument'>
export type ProposalId = Id<'proposal'>
export type ProposalItemId = Id<'proposalItem'>
export type MergeId = Id<'merge'>
export type ImportId = Id<'organisationImport'>
export type DistrictId = Id<'district'>
export type DirectionId = Id<'direction'>
export type ConfessionId = Id<'confession'>

export const ORGANISATION_KINDS = [
  'partyBranch',
  'ngo',
  'ngoUnion',
  'charity',
  'religiousCommunity',
  'tradeUnion',
  'tradeUnionAssociation',
  'creativeUnion',
  'employersOrganisation',
  'selfOrganisationBody',
  'other',
] as const
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number]
/** The order in which lists and the passport name the kinds. */
export const KIND_ORDER: readonly OrganisationKind[] = ORGANISATION_KINDS

export const STATES = ['active', 'terminating', 'terminated'] as const
export type OrganisationState = (typeof STATES)[number]

/** Closed list of Law 2625-III. */
export const BODY_KINDS = [
  'house',
  'street',
  'quarter',
  'microdistrict',
  'cityDistrict',
  'village',
  'settlement',
] as const
export type BodyKind = (typeof BODY_KINDS)[number]

export const LEGALISATIONS = ['registration', 'notification'] as const
export type Legalisation = (typeof LEGALISATIONS)[number]

/** Who says so. */
export const SOURCE_KINDS = [
  'clerk',
  'application',
  'decision',
  'register',
  'list',
  'check',
  'representative',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

export type Source = {
  readonly kind: SourceKind
  /** Number of a paper, name of a file, id of an answer. */
  readonly ref: string | null
  /** The day of the source itself, not of its recording. */
  readonly on: CivilDate | null
}

/** What a list shows of an organisation. Public facts only. */
export type OrganisationLine = {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
  readonly name: string
  readonly shortName: string | null
  readonly nameEn: string | null
  readonly state: OrganisationState
  readonly edrpou: string | null
}

/** Fields with one value at a time; each has a history with sources. Values travel as text, dates as `2025-03-01`. */
export const FIELDS = [
  'kind',
  'name',
  'shortName',
  'nameEn',
  'edrpou',
  'formCode',
  'state',
  'purpose',
  'registration',
  'registeredOn',
  'foundingDocument',
  'confessionId',
  'katottg',
  'districtId',
  'bodyKind',
  'territory',
  'permit',
  'permittedOn',
  'legalisation',
  'legalisedOn',
  'termFrom',
  'termUntil',
  'reportedOn',
] as const
export type Field = (typeof FIELDS)[number]
export type Facts = { readonly [F in Field]: string | null }

export type Standing = 'current' | 'former' | 'mistaken'

export type FieldValue = {
  readonly id: Id<'organisationValue'>
  readonly field: Field
  readonly value: string | null
  readonly standing: Standing
  readonly validFrom: CivilDate | null
  readonly validUntil: CivilDate | null
  readonly source: Source
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
  readonly supersededAt: Temporal.Instant | null
}

/** Somebody who represents an organisation publicly. */
export type Officer = {
  readonly id: OfficerId
  readonly organisationId: OrganisationId
  readonly name: string
  readonly post: string
  readonly leads: boolean
  readonly from: CivilDate | null
  readonly until: CivilDate | null
  /** No longer, though the last day is unknown. */
  readonly ended: boolean
  readonly source: Source
  readonly recordedAt: Temporal.Instant
  readonly recordedBy: string
}

export const CONTACT_KINDS = ['phone', 'email', 'site', 'address', 'social'] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]
export const CONTACT_ACCESS = ['public', 'office', 'private'] as const
export type ContactAccess = (typeof CONTACT_ACCESS)[number]

export type Contact = {
  readonly id: ContactId
  readonly kind: ContactKind
  readonly value: string
  readonly access: ContactAccess
  readonly note: string | null
  readonly consentOn: CivilDate | null
  readonly consentRef: string | null
  readonly source: Source
}

export const TIE_KINDS = ['branch', 'member', 'successor'] as const
export type TieKind = (typeof TIE_KINDS)[number]

export type Tie = {
  readonly id: TieId
  readonly kind: TieKind
  readonly lower: OrganisationLine
  readonly upper: OrganisationLine
  readonly from: CivilDate | null
  readonly until: CivilDate | null
  readonly source: Source
}

export const DOCUMENT_KINDS = ['statute', 'extract', 'decision', 'report', 'consent', 'other'] as const
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export type OrganisationDocument = {
  readonly id: DocumentId
  readonly kind: DocumentKind
  readonly title: string
  readonly datedOn: CivilDate | null
  readonly access: 'public' | 'office'
  readonly fileId: FileId
  readonly fileName: string
  readonly size: number
}

/** A line of one of the lists that the office keeps: districts, directions of work, confessions. */
export type ListEntry<I extends string = string> = {
  readonly id: Id<I>
  readonly name: string
  readonly nameEn: string | null
  readonly position: number
  readonly active: boolean
}
export type District = ListEntry<'district'> & { readonly outline: Outline | null }

/** GeoJSON (RFC 7946), longitude first. */
export type Outline =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] }
export type Ring = readonly (readonly number[])[]

/**
 * One value that somebody proposes. Days are ISO texts: a change rests as JSON until it is decided.
 * `since`: the first day on which the new value is true, where known.
 */
export type Change =
  | {
      readonly what: 'field'
      readonly field: Field
      readonly value: string | null
      readonly since?: string | null
    }
  | {
      readonly what: 'officerAdded'
      readonly name: string
      readonly post: string
      readonly leads: boolean
      readonly from: string | null
      readonly until?: string | null
    }
  | {
      readonly what: 'officerEnded'
      readonly officerId: OfficerId
      /** Null: ended, the day is unknown. */
      readonly until: string | null
    }
  | {
      readonly what: 'contactAdded'
      readonly kind: ContactKind
      readonly value: string
      readonly access: 'public' | 'office'
      readonly note?: string | null
    }
  | {
      /** A person's own, given by that person for the work of the office. */
      readonly what: 'contactAdded'
      readonly kind: ContactKind
      readonly value: string
      readonly access: 'private'
      readonly consentOn: string
      readonly consentRef: string
      readonly note?: string | null
    }
  | { readonly what: 'contactRemoved'; readonly contactId: ContactId }
  | { readonly what: 'directions'; readonly ids: readonly DirectionId[] }

export type ProposedSource = {
  readonly kind: 'register' | 'check' | 'representative' | 'list' | 'application'
  readonly ref: string | null
  readonly on?: CivilDate | null
}

export type NewProposal = {
  /** Null: an organisation that is not in the registry; then `name` and `kind` must be among the changes. */
  readonly organisationId: OrganisationId | null
  readonly source: ProposedSource
  readonly note?: string | null
  readonly changes: readonly Change[]
}

/** Names of the entries of the office's lists, by id. */
export type Names = ReadonlyMap<string, ListEntry>

/** Everything that everybody may know of one organisation. */
export type PublicOrganisation = {
  readonly id: OrganisationId
  readonly kind: OrganisationKind
  readonly facts: Facts
  readonly verifiedOn: CivilDate | null
  readonly verifiedBy: string | null
  readonly updatedAt: Temporal.Instant
  readonly values: readonly FieldValue[]
  readonly officers: readonly Officer[]
  readonly contacts: readonly Contact[]
  readonly documents: readonly OrganisationDocument[]
  readonly ties: readonly Tie[]
  readonly directions: readonly ListEntry[]
  /** Those that turned out to be this one. */
  readonly merged: readonly OrganisationLine[]
  readonly names: Names
}

/** A line of a list with what a table of organisations holds beside it. */
export type DetailedLine = OrganisationLine & {
  readonly facts: Facts
  readonly verifiedOn: CivilDate | null
  readonly updatedAt: Temporal.Instant
  readonly leader: Pick<Officer, 'name' | 'post' | 'from'> | null
  readonly directions: readonly ListEntry[]
  readonly contacts: readonly Contact[]
  readonly parent: OrganisationLine | null
}
