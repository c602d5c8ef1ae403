/** By which day the reports of a quarter are due, as the city counts it. */
import { type CivilDate, type Quarter, quarterPeriod } from '../../../kernel/civil-date.ts'
import { isRefusal } from '../../../kernel/refusal.ts'
import type { Locale } from '../../../kernel/texts.ts'
import { CITY_CALENDAR } from '../../../legal-time/calendar.ts'
import { sentence } from '../../../legal-time/explain.ts'
import { dayAfterQuarter } from '../../../legal-time/reporting-days.ts'
import { basisOf } from '../../../legal-time/rules.ts'
import type { Db } from '../../../platform/db.ts'
import { cityRules } from '../../law/index.ts'

/** Where neither the law's table nor the city has a rule: «до 6 числа». */
const USUAL_DAY = 6

export type ReportDay = { readonly date: CivilDate; readonly why: string }

/** The city's rules are read once, for any number of quarters. */
export async function reportDays(db: Db, locale: Locale): Promise<(quarter: Quarter) => ReportDay> {
  const rules = await cityRules(db)
  return (quarter) => {
    const rule = rules('programme.report.quarterly', quarterPeriod(quarter).to)
    const due = isRefusal(rule)
      ? dayAfterQuarter(CITY_CALENDAR, quarter, USUAL_DAY)
      : dayAfterQuarter(CITY_CALENDAR, quarter, rule.value, { basis: basisOf(rule) })
    return { date: due.date, why: sentence(locale, due.explanation) }
  }
}
