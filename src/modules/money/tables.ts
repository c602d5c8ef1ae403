/** Row types of plan changes, commitments and payments. */
import type { Generated } from 'kysely'
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Kopiykas } from '../../kernel/money.ts'
import type { Json } from '../../platform/tables.ts'
import type { MeasureId, ProgrammeId } from '../programmes/index.ts'

export type MoneyTables = {
  plan_changes: {
    id: Id<'planChange'>
    programme_id: ProgrammeId
    measure_id: MeasureId | null
    year: number
    source: string
    change: Kopiykas
    decision_kind: string
    decision_number: string
    decision_date: CivilDate
    reason: string | null
    created_by: string
    created_at: Temporal.Instant
  }
  commitments: {
    id: Id<'commitment'>
    programme_id: ProgrammeId
    measure_id: MeasureId | null
    year: number
    source: string
    kind: 'contract' | 'contest'
    counterparty: string
    counterparty_code: string | null
    number: string
    signed_on: CivilDate
    subject: string
    amount: Kopiykas
    state: 'active' | 'closed' | 'cancelled'
    reason: string | null
    created_by: string
    created_at: Temporal.Instant
    version: Generated<number>
  }
  payment_imports: {
    id: Id<'paymentImport'>
    programme_id: ProgrammeId
    file_name: string
    state: 'review' | 'done' | 'discarded'
    rows: Json<unknown>
    created_by: string
    created_at: Temporal.Instant
  }
  payments: {
    id: Id<'payment'>
    programme_id: ProgrammeId
    measure_id: MeasureId | null
    commitment_id: Id<'commitment'> | null
    year: number
    source: string
    paid_on: CivilDate
    amount: Kopiykas
    document: string | null
    note: string | null
    import_key: string | null
    import_id: Id<'paymentImport'> | null
    state: Generated<'recorded' | 'withdrawn'>
    reason: string | null
    created_by: string
    created_at: Temporal.Instant
  }
}
