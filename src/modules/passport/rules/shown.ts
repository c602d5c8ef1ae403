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

/** What all rows say alike stands once, under the table; `null`: they differ. */
export type Shared = {
  readonly day: string | null
  readonly source: Pick<FrozenRow, 'source' | 'sourceOn' | 'old'> | null
}

export function sharedOf(rows: readonly FrozenRow[]): Shared {
  const [first, ...rest] = rows
  if (first === undefined || rest.length === 0) return { day: null, source: null }
  const alike = rest.every(
    (r) => r.source === first.source && r.sourceOn === first.sourceOn && r.old === first.old,
  )
  return {
    day: rest.every((r) => r.day === first.day) ? first.day : null,
    source: alike ? first : null,
  }
}
