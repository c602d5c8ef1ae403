/** Until when an organisation may answer, by the rule or by the clerk's own day. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import { calendar } from '../../../legal-time/calendar.ts'
import { dueByRule } from '../../../legal-time/due-by-rule.ts'
import type { Db, DbTransaction } from '../../../platform/db.ts'
import { cityRule } from '../../law/index.ts'
import type { TermExplanation } from '../types.ts'

export const TERM_RULE = 'register.check'

export async function termFrom(
  db: Db | DbTransaction,
  opening: CivilDate,
  chosen: CivilDate | null,
): Promise<{ readonly term: CivilDate; readonly explanation: TermExplanation } | Refusal> {
  if (chosen !== null) return { term: chosen, explanation: { chosen: chosen.toString() } }
  const rule = await cityRule(db, TERM_RULE, opening)
  if (isRefusal(rule)) return rule
  const due = dueByRule(calendar(), rule, opening)
  return isRefusal(due) ? due : { term: due.date, explanation: due.explanation }
}
