/** What the catalogue says of its data and of who publishes them. */
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Bilingual } from '../../kernel/texts.ts'

/** A cell as other programs read it: days and moments by ISO 8601. */
export type Cell = string | number | boolean | null
export type DataRow = Readonly<Record<string, Cell>>

/** The council as publisher. Never a person: a unit and the unit's own address. */
export type Publisher = {
  readonly name: Bilingual<string>
  readonly city: Bilingual<string>
  readonly edrpou: string | null
  readonly katottg: string | null
  readonly koatuu: string | null
  readonly unit: string | null
  readonly email: string | null
  /** Of the installation, without a slash at the end. */
  readonly baseUrl: string
}

export type PublisherInput = {
  readonly unit: string | null
  readonly email: string | null
  readonly koatuu: string | null
}

/** When the data were first there, last changed, and of which day they speak. */
export type DataDates = {
  readonly issued: CivilDate
  readonly modified: Temporal.Instant
  readonly asOf: CivilDate
}

export const LICENCE = {
  id: 'CC-BY-4.0',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  name: 'Creative Commons Attribution 4.0 International',
} as const

export const DATA_FORMATS = ['csv', 'json', 'xlsx'] as const
export type DataFormat = (typeof DATA_FORMATS)[number]
