/** Row types of plan changes, commitments and payments. */
import type { ColumnType, Generated } from 'kysely'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Json } from '../../platform/tables.ts'
import type { MeasureId, ProgrammeId } from '../programmes/index.ts'
import type {
  CommitmentId,
  CommitmentKind,
  CommitmentState,
  ImportContent,
  ImportMapping,
  ImportOutcome,
  PaymentId,
  PaymentImportId,
  PlanChangeId,
} from './types.ts'

export type MoneyTables = {
  money_years: { programme_id: ProgrammeId; year: number }
  plan_changes: {
    id: PlanChangeId
    programme_id: ProgrammeId
    measure_id: MeasureId | null
    year: number
    source: string
    change: Kopiykas
    decision_kind: string
    decision_number: string
    decision_date: CivilDate
    reason: string | null
    state: 'recorded' | 'withdrawn'
    withdraw_reason: string | null
    created_by: string
    created_by_name: string
    created_at: Temporal.Instant
  }
  commitments: {
    id: CommitmentId
    programme_id: ProgrammeId
    measure_id: MeasureId | null
    year: number
    source: string
    kind: CommitmentKind
    counterparty: string
    counterparty_code: string | null
    number: string
    signed_on: CivilDate
    subject: string
    amount: Kopiykas
    procurement_link: string | null
    state: CommitmentState
    reason: string | null
    created_by: string
    created_by_name: string
    created_at: Temporal.Instant
    version: Generated<number>
  }
  payment_imports: {
    id: PaymentImportId
    programme_id: ProgrammeId
    file_name: string
    state: 'review' | 'done' | 'discarded'
    content: Json<ImportContent>
    mapping: Json<ImportMapping>
    outcome: ColumnType<ImportOutcome | null, string | null, string | null>
    created_by: string
    created_by_name: string
    created_at: Temporal.Instant
  }
  payments: {
    id: PaymentId
    programme_id: ProgrammeId
    measure_id: MeasureId | null
    commitment_id: CommitmentId | null
    year: number
    source: string
    paid_on: CivilDate
    amount: Kopiykas
    document: string | null
    note: string | null
    fingerprint: string | null
    import_id: PaymentImportId | null
    state: Generated<'recorded' | 'withdrawn'>
    reason: string | null
    created_by: string
    created_by_name: string
    created_at: Temporal.Instant
  }
}
