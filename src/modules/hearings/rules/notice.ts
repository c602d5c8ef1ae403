/** How long before the day a hearing must be called. */
import { type CivilDate, compareDates } from '../../../kernel/civil-date.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Calendar } from '../../../legal-time/calendar.ts'
import { dueByRule } from '../../../legal-time/due-by-rule.ts'
import type { ResolvedRule } from '../../../legal-time/rules.ts'
import type { Due } from '../../../legal-time/terms.ts'

/** The last day on which it may be announced for this day. */
export function lastNoticeDay(
  calendar: Calendar,
  rule: ResolvedRule,
  day: CivilDate,
): Due | Refusal<'rule_not_a_term'> {
  return dueByRule(calendar, rule, day)
}

/** Called too late, it needs a reason, which everybody reads. */
export function checkNotice(last: CivilDate, today: CivilDate, reason: string | null): Refusal | null {
  if (compareDates(today, last) <= 0 || reason !== null) return null
  return refuse('notice_too_short', { last: last.toString() }, 'day')
}
