/** Row types: a city's own values for rules of law. */
import type { CivilDate, Temporal } from '../../kernel/civil-date.ts'
import type { Id } from '../../kernel/ids.ts'

export type LawTables = {
  rule_overrides: {
    id: Id<'ruleOverride'>
    key: string
    value: string
    from_date: CivilDate
    to_date: CivilDate | null
    reason: string
    decision: string | null
    created_by: string
    created_at: Temporal.Instant
    revoked_at: Temporal.Instant | null
    revoke_reason: string | null
  }
}
