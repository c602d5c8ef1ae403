/** What the state register says of an entity, and how an import of it stands. */
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'

export type RegisterImportId = Id<'registerImport'>

/** `uo`: legal entities; `fsu`: public formations. Persons in business (`fop`) are recognised and never read. */
export const SOURCES = ['uo', 'fsu'] as const
export type RegisterSource = (typeof SOURCES)[number]
export type FileKind = RegisterSource | 'fop'

/** Names an entity for good: `uo:14360570`. */
export type RegisterRef = string

export const ENTITY_STATES = ['registered', 'inTermination', 'bankruptcy', 'terminated', 'other'] as const
export type EntityState = (typeof ENTITY_STATES)[number]

/** Kinds of civil society: the same words as `organisations` has. */
export const CIVIL_KINDS = [
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
export type CivilKind = (typeof CIVIL_KINDS)[number]

/** Who signs for an organisation, as the register says publicly. */
export type Leader = {
  readonly name: string
  /** As written: `керівник`, `підписант`. */
  readonly role: string
  readonly since: string | null
}

/** What is kept of a record. */
export type EntityFacts = {
  readonly record: string | null
  readonly edrpou: string | null
  readonly name: string
  readonly shortName: string | null
  readonly form: string | null
  /** None: not of civil society. Then only name, code, form and state are kept. */
  readonly kind: CivilKind | null
  readonly branch: string | null
  readonly state: EntityState
  readonly stateText: string | null
  readonly registration: string | null
  readonly registeredOn: string | null
  readonly purpose: string | null
  readonly place: string | null
  readonly leaders: readonly Leader[]
}

export type RegisterEntity = EntityFacts & {
  readonly ref: RegisterRef
  readonly source: RegisterSource
  /** Day of the export that said so last. */
  readonly exportedOn: CivilDate
}

/** Fields whose earlier values are kept. */
export const HISTORY_FIELDS = [
  'name',
  'shortName',
  'form',
  'branch',
  'state',
  'edrpou',
  'registration',
  'leaders',
] as const
export type HistoryField = (typeof HISTORY_FIELDS)[number]

export type RegisterChange = {
  readonly ref: RegisterRef
  readonly field: HistoryField
  readonly before: string | null
  readonly after: string | null
  readonly exportedOn: CivilDate
}

/** Why a piece of an export was set aside. */
export const BROKEN_REASONS = [
  'stray',
  'unclosed',
  'cut_off',
  'too_long',
  'mismatched',
  'entity',
  'control_character',
  'encoding',
  'too_deep',
  'not_well_formed',
  'no_name',
  'value_too_long',
] as const
export type BrokenReason = (typeof BROKEN_REASONS)[number]

export type Encoding = 'windows-1251' | 'utf-8' | 'utf-16le' | 'utf-16be'

/** What a part of a file is: an XML file, alone or within an archive. */
export type FilePart = {
  readonly name: string
  /** Bytes of its text. */
  readonly size: number
  readonly kind: FileKind
  readonly generation: 1 | 2 | 3
  readonly encoding: Encoding
  /** Element that is a record. */
  readonly tag: string
}

export type Counts = {
  readonly read: number
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly setAside: number
}
export const NO_COUNTS: Counts = { read: 0, added: 0, changed: 0, unchanged: 0, setAside: 0 }

/** `interrupted`: it says it runs, and nobody runs it. */
export type ImportState = 'running' | 'interrupted' | 'stopped' | 'done' | 'failed'

export type RegisterImport = Counts & {
  readonly id: RegisterImportId
  readonly fileName: string
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly exportedOn: CivilDate
  readonly parts: readonly FilePart[]
  readonly state: ImportState
  readonly part: number
  readonly position: number
  readonly fault: FileFault | null
  readonly startedBy: string
  readonly startedAt: Temporal.Instant
  readonly updatedAt: Temporal.Instant
  readonly finishedAt: Temporal.Instant | null
}

/** Why a file is not read, or not to its end. */
export const FILE_FAULTS = [
  'file_missing',
  'file_empty',
  'file_changed',
  'not_register',
  'doctype',
  'zip_damaged',
  'zip_encrypted',
  'zip_method',
  'zip_many',
  'zip_bomb',
  'zip_empty',
] as const
export type FileFault = (typeof FILE_FAULTS)[number]

export type SetAside = {
  readonly number: number
  readonly part: number
  readonly position: number
  readonly length: number
  readonly reason: BrokenReason
}

/** An organisation as a city knows it, for a comparison. */
export type KnownOrganisation = {
  readonly organisationId: string
  readonly edrpou: string | null
  readonly name: string
  readonly state: 'active' | 'terminating' | 'terminated'
  /** Names of those who lead it now. */
  readonly leaders: readonly string[]
  /** Chosen by hand, or found before. */
  readonly ref: RegisterRef | null
}

export const DIFFERENCE_KINDS = ['new', 'renamed', 'officerChanged', 'inTermination', 'terminated'] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

export type RegisterDifference = {
  readonly kind: DifferenceKind
  /** None: not in the city's registry. */
  readonly organisationId: string | null
  readonly entity: RegisterEntity
  readonly before: string | null
  readonly after: string | null
}

export type DifferenceAnswer = {
  readonly differences: readonly RegisterDifference[]
  /** Found now, by code or by name. */
  readonly links: readonly {
    readonly organisationId: string
    readonly ref: RegisterRef
    readonly way: 'code' | 'name'
  }[]
  /** Day of the latest export that came in. */
  readonly exportedOn: CivilDate | null
}
