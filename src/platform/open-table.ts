/** Open tables: their columns for a file, and for Frictionless Data (Table Schema, version 1). */
import { Temporal } from '../kernel/civil-date.ts'
import type { Locale } from '../kernel/texts.ts'
import type { SheetColumn } from './documents/tables/index.ts'
import type { Column, DataSet } from './module.ts'

/** A row as it goes out: days and moments are their ISO texts. */
export type OpenRow = Readonly<Record<string, string | number | boolean | null>>

export function tableSchema(
  set: Pick<DataSet, 'columns' | 'primaryKey'>,
  locale: Locale,
): Record<string, unknown> {
  return {
    fields: set.columns.map((column) => field(column, locale)),
    missingValues: [''],
    ...(set.primaryKey ? { primaryKey: set.primaryKey } : {}),
  }
}

function field(column: Column, locale: Locale): Record<string, unknown> {
  const constraints = {
    ...(column.required ? { required: true } : {}),
    ...(column.values ? { enum: column.values } : {}),
  }
  return {
    name: column.key,
    type: column.type,
    title: column.title[locale],
    description: column.description[locale],
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}

/** For programs the columns are called by their keys, for people by their titles. */
export function sheetColumn(column: Column, title: string): SheetColumn<OpenRow> {
  const { key } = column
  const text = (row: OpenRow) => (row[key] === null || row[key] === undefined ? null : String(row[key]))
  const number = (row: OpenRow) => (typeof row[key] === 'number' ? row[key] : null)
  switch (column.type) {
    case 'integer':
    case 'year':
      return { key, title, kind: 'integer', value: number }
    case 'number':
      return { key, title, kind: 'decimal', value: number }
    case 'date':
      return {
        key,
        title,
        kind: 'date',
        value: (row) => {
          const day = text(row)
          return day === null ? null : Temporal.PlainDate.from(day)
        },
      }
    case 'datetime':
      return {
        key,
        title,
        kind: 'instant',
        value: (row) => {
          const moment = text(row)
          return moment === null ? null : Temporal.Instant.from(moment)
        },
      }
    case 'string':
    case 'boolean':
      return { key, title, kind: 'text', value: text }
  }
}
