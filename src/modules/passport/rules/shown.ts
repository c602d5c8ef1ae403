import type { FrozenRow } from '../types.ts'
import { definitionOf, type FieldDefinition, type TableKey } from './definitions.ts'

/** Columns that must be filled, and those that at least one row fills. */
export function shownFields(
  table: TableKey,
  rows: readonly Pick<FrozenRow, 'values' | 'hidden'>[],
): readonly FieldDefinition[] {
  return definitionOf(table).fields.filter(
    (field) =>
      field.required ||
      rows.some((r) => (r.values[field.key] ?? null) !== null || r.hidden.includes(field.key)),
  )
}
