/** Row types of the register's own database. */
import type { ColumnType, Generated } from 'kysely'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Json } from '../../platform/tables.ts'
import type {
  BrokenReason,
  CivilKind,
  EntityState,
  FileFault,
  FilePart,
  HistoryField,
  Leader,
  RegisterImportId,
  RegisterSource,
} from './types.ts'

export type RegisterTables = {
  register_imports: {
    id: RegisterImportId
    file_name: string
    path: string
    size: number
    sha256: string
    exported_on: CivilDate
    parts: Json<readonly FilePart[]>
    state: 'running' | 'stopped' | 'done' | 'failed'
    part: Generated<number>
    position: Generated<number>
    read: Generated<number>
    added: Generated<number>
    changed: Generated<number>
    unchanged: Generated<number>
    set_aside: Generated<number>
    fault: FileFault | null
    stop: Generated<boolean>
    started_by: string
    started_at: Temporal.Instant
    updated_at: Temporal.Instant
    finished_at: Temporal.Instant | null
  }
  register_entities: {
    ref: string
    source: RegisterSource
    record: string | null
    edrpou: string | null
    name: string
    short_name: string | null
    form: string | null
    kind: CivilKind | null
    branch: string | null
    state: EntityState
    state_text: string | null
    registration: string | null
    registered_on: ColumnType<CivilDate | null, string | null, string | null>
    purpose: string | null
    place: string | null
    leaders: Json<readonly Leader[]> | null
    normal: string
    digest: string
    exported_on: CivilDate
  }
  register_changes: {
    id: Generated<number>
    ref: string
    field: HistoryField
    before: string | null
    after: string | null
    exported_on: CivilDate
    import_id: RegisterImportId
  }
  register_set_aside: {
    import_id: RegisterImportId
    number: number
    part: number
    position: number
    length: number
    reason: BrokenReason
    bytes: Buffer
  }
}
