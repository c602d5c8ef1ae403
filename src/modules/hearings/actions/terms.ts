/** Terms of a hearing by the rules of law, as the city applies them. */
import type { CivilDate } from '../../../kernel/civil-date.ts'
import { accept } from '../../../kernel/refusal.ts'
import { calendar } from '../../../legal-time/calendar.ts'
import { dueByRule } from '../../../legal-time/due-by-rule.ts'
import { monthsAfter } from '../../../legal-time/terms.ts'
import { cityRule } from '../../law/index.ts'
import { lastNoticeDay } from '../rules/notice.ts'
import { FOLLOW_UP_MONTHS } from '../rules/state.ts'
import type { Reader } from '../store/hearings.ts'
import type { Term } from '../types.ts'

/** The last day for the check of an initiative. */
export async function checkTerm(db: Reader, receivedOn: CivilDate): Promise<Term> {
  const { date, explanation } = accept(
    dueByRule(calendar(), accept(await cityRule(db, 'hearing.check', receivedOn)), receivedOn),
  )
  return { due: date, explanation }
}

/** How many signatures residents need. */
export async function signaturesNeeded(db: Reader, receivedOn: CivilDate): Promise<number> {
  return accept(await cityRule(db, 'hearing.signatures', receivedOn)).value
}

/** The last day on which a hearing of this day may be announced. */
export async function noticeTerm(db: Reader, day: CivilDate): Promise<Term> {
  const { date, explanation } = accept(
    lastNoticeDay(calendar(), accept(await cityRule(db, 'hearing.notice', day)), day),
  )
  return { due: date, explanation }
}

/** By then every proposal is decided, with reasons, and published. */
export async function decisionTerm(db: Reader, heldOn: CivilDate): Promise<Term> {
  const { date, explanation } = accept(
    dueByRule(calendar(), accept(await cityRule(db, 'hearing.decision', heldOn)), heldOn),
  )
  return { due: date, explanation }
}

export function followUps(decidedOn: CivilDate) {
  return FOLLOW_UP_MONTHS.map((months) => ({ months, due: monthsAfter(calendar(), decidedOn, months).date }))
}
