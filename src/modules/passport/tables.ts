/** Row types of the city passport. */
import type { Generated } from 'kysely'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Json } from '../../platform/tables.ts'
import type {
  ImportContent,
  ImportId,
  ImportMapping,
  ImportOutcome,
  PassportId,
  PassportState,
  Review,
  RowId,
  TableKey,
  Values,
} from './types.ts'

export type PassportTables = {
  passport_rows: {
    id: RowId
    table_key: TableKey
    values: Json<Values>
    day: CivilDate | null
    until: CivilDate | null
    source: string
    source_on: CivilDate
    /** Its words, for the search of the office. */
    search: string
    /** By which the list is sorted: the first field in lower case. */
    sort_key: string
    removed: string | null
    version: Generated<number>
    created_at: Temporal.Instant
    updated_at: Temporal.Instant
  }
  passport_imports: {
    id: ImportId
    table_key: TableKey
    file_name: string
    state: 'review' | 'done' | 'discarded'
    content: Json<ImportContent>
    mapping: Json<ImportMapping>
    outcome: Json<ImportOutcome> | null
    created_by_name: string
    created_at: Temporal.Instant
  }
  passports: {
    id: PassportId
    as_of: CivilDate
    version: number
    state: PassportState
    correction_reason: string | null
    review: Json<Review>
    content: string | null
    sha256: string | null
    frozen_at: Temporal.Instant | null
    frozen_by_name: string | null
    published_at: Temporal.Instant | null
    published_by_name: string | null
    lock_version: Generated<number>
    created_at: Temporal.Instant
  }
}
