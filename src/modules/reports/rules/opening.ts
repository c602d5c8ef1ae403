/** Which quarters have their reports opened, and on which day the programme itself wants them. */
import {
  type CivilDate,
  compareDates,
  type Period,
  previousQuarter,
  type Quarter,
  quarterOf,
  quarterPeriod,
} from '../../../kernel/civil-date.ts'
import { isRefusal, type Refusal } from '../../../kernel/refusal.ts'
import { CITY_CALENDAR } from '../../../legal-time/calendar.ts'
import type { Due } from '../../../legal-time/due.ts'
import { dayAfterQuarter } from '../../../legal-time/reporting-days.ts'
import { basisOf, type ResolvedRule } from '../../../legal-time/rules.ts'
import type { ControlRule } from '../../programmes/index.ts'

/**
 * In advance: from the first day of a quarter's last month its reports are open. The quarter before is looked at
 * again, so that a day on which the job did not run is made good.
 */
export function quartersToOpen(today: CivilDate, programme: Period): readonly Quarter[] {
  const current = quarterOf(today)
  const lastMonth = quarterPeriod(current).to.with({ day: 1 })
  const wanted =
    compareDates(today, lastMonth) >= 0 ? [previousQuarter(current), current] : [previousQuarter(current)]
  return wanted.filter((q) => meets(quarterPeriod(q), programme))
}

export function meets(a: Period, b: Period): boolean {
  return compareDates(a.from, b.to) <= 0 && compareDates(b.from, a.to) <= 0
}

/** «щокварталу, до 6 числа місяця, наступного за звітним» → the rule with its day; null where it names none. */
export function reportRule(
  control: readonly ControlRule[],
): { readonly number: string | null; readonly text: string; readonly day: number | null } | null {
  const rule =
    control.find((c) => /кварт/i.test(c.rule) && DAY.test(c.rule)) ??
    control.find((c) => /кварт/i.test(c.rule) && /звіт|інформац/i.test(c.rule))
  if (!rule) return null
  const day = Number(DAY.exec(rule.rule)?.[1] ?? Number.NaN)
  return { number: rule.number, text: rule.rule, day: day >= 1 && day <= 31 ? day : null }
}

export type ReportDay = {
  readonly due: Due
  /** The programme's own words, where it has some. */
  readonly ruleText: string | null
}

/** Where neither the programme nor the city has a rule: «до 6 числа». */
const USUAL_DAY = 6

/**
 * The day after the quarter that the programme's own rule names, else the city's; and why. A rule that the city set
 * itself goes before both.
 * @param control of the edition in force at the end of the quarter
 */
export function reportDay(
  quarter: Quarter,
  control: readonly ControlRule[],
  city: ResolvedRule | Refusal,
): ReportDay {
  const own = reportRule(control)
  const basis = isRefusal(city) ? null : basisOf(city)
  const article = own?.number ? `п. ${own.number}` : basis?.source.article
  const day =
    (isRefusal(city) || !city.overriddenBy ? own?.day : null) ?? (isRefusal(city) ? USUAL_DAY : city.value)
  return {
    due: dayAfterQuarter(CITY_CALENDAR, quarter, day, {
      basis: basis && { ...basis, source: { ...basis.source, article: article ?? basis.source.article } },
    }),
    ruleText: own && (own.number ? `${own.number} ${own.text.replace(own.number, '').trim()}` : own.text),
  }
}

const DAY = /до\s+(\d{1,2})(?:\s*-?\s*го)?\s+числа/i
