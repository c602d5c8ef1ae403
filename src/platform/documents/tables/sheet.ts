/** A list with typed columns, on its way out to a spreadsheet, a text file or a program. */
import type { CivilDate, Temporal } from '../../../kernel/civil-date.ts'
import type { Kopiykas } from '../../../kernel/money.ts'

export type SheetLink = { readonly text: string; readonly href: string }

/** What a cell of each kind holds. `null` is an empty cell. */
export type ValueOf = {
  text: string
  integer: number
  /** With up to six digits after the point. */
  decimal: number
  /** Printed in hryvnias. */
  money: Kopiykas
  date: CivilDate
  /** Printed in the city's time. */
  instant: Temporal.Instant
  link: SheetLink
}
export type ColumnKind = keyof ValueOf

export type SheetColumn<Row> = {
  [K in ColumnKind]: {
    /** Name of the field for programs, in JSON. */
    readonly key: string
    /** Name for people, in the first row. */
    readonly title: string
    readonly kind: K
    readonly value: (row: Row) => ValueOf[K] | null
  }
}[ColumnKind]

export type Sheet<Row> = {
  readonly name: string
  readonly columns: readonly SheetColumn<Row>[]
  readonly rows: Iterable<Row> | AsyncIterable<Row>
}

/** A whole file, and what a server says about it. */
export type TableFormat = 'csv' | 'xlsx' | 'ods' | 'json'
export const MEDIA_TYPES: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  json: 'application/json; charset=utf-8',
}
