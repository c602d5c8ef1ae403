/** A term counted by a rule of law: its value, its unit, its direction. */
import type { CivilDate } from '../kernel/civil-date.ts'
import { type Refusal, refuse } from '../kernel/refusal.ts'
import type { Calendar } from './calendar.ts'
import { basisOf, type ResolvedRule } from './rules.ts'
import {
  calendarDaysAfter,
  calendarDaysBefore,
  type Due,
  monthsAfter,
  workingDaysAfter,
  workingDaysBefore,
  yearsAfter,
} from './terms.ts'

/**
 * The last day (`within`, `before`) or the first (`from`) that the rule gives for an event.
 * `strict`: full days lie between, for rules of notice.
 */
export function dueByRule(
  calendar: Calendar,
  resolved: ResolvedRule,
  event: CivilDate,
  options: { readonly strict?: boolean } = {},
): Due | Refusal<'rule_not_a_term'> {
  const { rule, value } = resolved
  const basis = basisOf(resolved)
  if (rule.bound === 'before') {
    if (rule.unit === 'workingDays') return workingDaysBefore(calendar, event, value, { basis, ...options })
    if (rule.unit === 'calendarDays') return calendarDaysBefore(calendar, event, value, { basis })
  }
  if (rule.bound === 'within' || rule.bound === 'from' || rule.bound === 'exactly') {
    if (rule.unit === 'workingDays') return workingDaysAfter(calendar, event, value, { basis })
    // A term of no days is the day itself, be it worked or not: «того самого дня».
    if (rule.unit === 'calendarDays')
      return calendarDaysAfter(calendar, event, value, { basis, ifDayOff: value === 0 ? 'keep' : 'next' })
    if (rule.unit === 'months') return monthsAfter(calendar, event, value, { basis })
    if (rule.unit === 'years') return yearsAfter(calendar, event, value, { basis })
  }
  return refuse('rule_not_a_term', { key: rule.key })
}
