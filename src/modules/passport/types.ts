/** Records of the city passport: rows that the office keeps, and what is frozen of a day. */
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { Bilingual } from '../../kernel/texts.ts'
import type { BodyKind, OrganisationKind } from '../organisations/index.ts'
import type { SectionKey, TableKey } from './rules/definitions.ts'

export type { SectionKey, TableKey } from './rules/definitions.ts'

export type PassportId = Id<'passport'>
export type RowId = Id<'passportRow'>
export type ImportId = Id<'passportImport'>

/** By the keys of the table's fields; nothing is `null`. */
export type Values = Readonly<Record<string, string | number | null>>

/** A row as somebody enters it. */
export type RowInput = {
  readonly values: Values
  /** Of a figure or an event its day; of a term its first day. */
  readonly day: CivilDate | null
  /** The last day of a term. */
  readonly until: CivilDate | null
  readonly source: string
  readonly sourceOn: CivilDate
}

export type TableRow = RowInput & {
  readonly id: RowId
  readonly table: TableKey
  readonly removed: string | null
  readonly version: number
  readonly updatedAt: Temporal.Instant
}

export const ROW_ORDERS = ['name', 'day', 'source'] as const
export type RowOrder = (typeof ROW_ORDERS)[number]

/** An organisation as it stood on the day. */
export type Standing = {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly nameEn: string | null
  readonly edrpou: string | null
  readonly registeredOn: string | null
  /** No day of its beginning is known: it is counted as if it had been there. */
  readonly undated: boolean
  readonly bodyKind: BodyKind | null
  readonly territory: string | null
  readonly districtId: string | null
  readonly confessionId: string | null
  readonly directionIds: readonly string[]
}

/** A line of a list of the registry: a district, a confession, a direction of work. */
export type Named = { readonly id: string; readonly uk: string; readonly en: string }

// What is frozen: plain JSON, days as ISO texts.

export type FrozenRow = {
  readonly id: string
  readonly values: Values
  readonly day: string | null
  readonly until: string | null
  readonly source: string
  readonly sourceOn: string
  /** Older than a year on the passport's day. */
  readonly old: boolean
  /** Fields whose figure is too small to be shown. */
  readonly hidden: readonly string[]
  /** Ids behind the names of organisations. */
  readonly refs: Readonly<Record<string, string>>
}
export type FrozenTable = { readonly key: TableKey; readonly rows: readonly FrozenRow[] }

/** Without those who lead it: a name is shown on the organisation's own page, where it can be corrected or erased. */
export type FrozenOrganisation = {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly nameEn: string | null
  readonly edrpou: string | null
  readonly registeredOn: string | null
  readonly bodyKind: BodyKind | null
  readonly territory: string | null
}

export type CountOf = { readonly name: Bilingual<string>; readonly count: number }
export type KindCount = { readonly kind: OrganisationKind; readonly count: number }

/** Figures by two sides. `null`: fewer than five, or hidden so that such a figure cannot be computed. */
export type CrossTable = {
  readonly key: 'kindByDistrict' | 'confessionByDistrict' | 'directionByDistrict'
  readonly columns: readonly Bilingual<string>[]
  readonly rows: readonly {
    readonly name: Bilingual<string>
    readonly cells: readonly (number | null)[]
    readonly total: number
  }[]
  readonly totals: readonly number[]
  readonly total: number
  /** The figures are so small that none of them can be shown. */
  readonly withheld: boolean
}

export type DistrictCount = CountOf & { readonly id: string | null; readonly bodies: readonly string[] }

export type FrozenRegistry = {
  readonly kinds: readonly KindCount[]
  readonly organisations: readonly FrozenOrganisation[]
  readonly confessions: readonly CountOf[]
  readonly directions: readonly CountOf[]
  /** Of bodies of self-organisation. */
  readonly districts: readonly DistrictCount[]
  readonly crosses: readonly CrossTable[]
}

/** A card of a practice that was public on the day. */
export type FrozenPractice = {
  readonly id: string
  readonly title: string
  readonly organisation: string
  /** When it became public. */
  readonly on: string
}

export type FrozenSection = {
  readonly key: SectionKey
  /** Why it is not in this passport. */
  readonly leftOut: string | null
  readonly tables: readonly FrozenTable[]
  readonly registry: FrozenRegistry | null
  /** Where there are any. */
  readonly practices?: readonly FrozenPractice[]
}

export type PassportContent = {
  readonly schema: 'viche.passport.1'
  readonly asOf: string
  readonly version: number
  readonly correctionReason: string | null
  readonly city: Bilingual<string>
  readonly council: Bilingual<string>
  /** Of the whole registry. */
  readonly kinds: readonly KindCount[]
  readonly confessions: number
  readonly sections: readonly FrozenSection[]
}

export const PASSPORT_STATES = ['draft', 'frozen', 'published', 'discarded'] as const
export type PassportState = (typeof PASSPORT_STATES)[number]

/** Who looked at a section, and the SHA-256 of what was seen. */
export type Check = { readonly by: string; readonly at: string; readonly seen: string }
export type Review = {
  readonly checks: { readonly [S in SectionKey]?: Check }
  readonly leftOut: { readonly [S in SectionKey]?: string }
}

export type Passport = {
  readonly id: PassportId
  readonly asOf: CivilDate
  readonly version: number
  readonly state: PassportState
  readonly correctionReason: string | null
  readonly review: Review
  readonly sha256: string | null
  readonly frozenAt: Temporal.Instant | null
  readonly publishedAt: Temporal.Instant | null
  readonly lockVersion: number
  readonly createdAt: Temporal.Instant
}

export type Frozen = {
  readonly id: PassportId
  readonly asOf: CivilDate
  readonly version: number
  readonly state: PassportState
  readonly sha256: string
  readonly frozenAt: Temporal.Instant
  readonly publishedAt: Temporal.Instant | null
  readonly content: PassportContent
}

/** What a list shows of a published passport. */
export type PublishedLine = Omit<Frozen, 'content'> & {
  readonly kinds: readonly KindCount[]
  readonly correctionReason: string | null
}

// Rows from a table made elsewhere.

export type ImportContent = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[]
  readonly setAside: readonly SetAsideRow[]
}
export type SetAsideRow = {
  readonly number: number
  readonly cells: readonly string[]
  readonly refusals: readonly Refusal[]
}
/** Column of the file by the field; `null`: not there. */
export type ImportMapping = {
  readonly columns: Readonly<Record<string, number | null>>
  /** For rows that do not say their own. */
  readonly day: string | null
  readonly source: string | null
  readonly sourceOn: string | null
}
export type ImportOutcome = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly setAside: readonly SetAsideRow[]
}
export type TableImport = {
  readonly id: ImportId
  readonly table: TableKey
  readonly fileName: string
  readonly state: 'review' | 'done' | 'discarded'
  readonly content: ImportContent
  readonly mapping: ImportMapping
  readonly outcome: ImportOutcome | null
  readonly createdBy: string
  readonly createdAt: Temporal.Instant
}
