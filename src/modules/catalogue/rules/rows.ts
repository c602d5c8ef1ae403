/** Rows of a data set by its declared columns: what is not declared does not go out. */
import { Temporal } from '../../../kernel/civil-date.ts'
import type { Column } from '../../../platform/module.ts'
import type { Cell, DataRow } from '../types.ts'

type Raw = Readonly<Record<string, unknown>>

export function publicRow(columns: readonly Column[], raw: Raw): DataRow {
  return Object.fromEntries(columns.map((column) => [column.key, cellOf(raw[column.key])]))
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (value instanceof Temporal.Instant) return value.toString({ smallestUnit: 'second' })
  if (value instanceof Temporal.PlainDate) return value.toString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new TypeError(`a cell cannot hold ${typeof value}`)
}

const WHOLE: readonly Column['type'][] = ['integer', 'year']

/** Everything by which rows differ from what is declared of them; for tests and for a look before publishing. */
export function rowFaults(columns: readonly Column[], rows: readonly Raw[]): readonly string[] {
  const keys = new Set(columns.map((c) => c.key))
  return rows.flatMap((row, i) => [
    ...Object.keys(row)
      .filter((key) => !keys.has(key))
      .map((key) => `row ${i}: ${key} is not declared`),
    ...columns.flatMap((column) => {
      const fault = cellFault(column, row[column.key])
      return fault === null ? [] : [`row ${i}: ${column.key} ${fault}`]
    }),
  ])
}

function cellFault(column: Column, value: unknown): string | null {
  if (value === undefined) return 'is missing'
  if (value === null || value === '') return column.required ? 'is empty' : null
  if (!fits(column.type, value)) return `is no ${column.type}: ${String(value)}`
  if (column.values && !column.values.includes(String(value))) return `may not be ${String(value)}`
  return null
}

function fits(type: Column['type'], value: unknown): boolean {
  if (type === 'string') return typeof value === 'string'
  if (type === 'boolean') return typeof value === 'boolean'
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value)
  if (WHOLE.includes(type)) return Number.isSafeInteger(value)
  if (type === 'date')
    return (
      value instanceof Temporal.PlainDate ||
      (typeof value === 'string' &&
        /^\d{4}-\d\d-\d\d$/.test(value) &&
        reads(() => Temporal.PlainDate.from(value)))
    )
  return (
    value instanceof Temporal.Instant ||
    (typeof value === 'string' && reads(() => Temporal.Instant.from(value)))
  )
}

function reads(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch {
    return false
  }
}
