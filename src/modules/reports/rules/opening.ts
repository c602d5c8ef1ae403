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

const DAY = /до\s+(\d{1,2})(?:\s*-?\s*го)?\s+числа/i
