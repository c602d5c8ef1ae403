/** Sentences that are put together: why a duty is due on its day, and how it stands today. */
import { type CivilDate, daysBetween, type Period, parseCivilDate } from '../../../kernel/civil-date.ts'
import { type Locale, longDate, shortDate, weekday } from '../../../kernel/texts.ts'
import { sentence } from '../../../legal-time/explain.ts'
import { periodLabel } from '../../../legal-time/period-label.ts'
import { daysLate, dutyState } from '../rules/duty.ts'
import type { Duty, StoredExplanation } from '../types.ts'
import { textsOf } from './index.ts'

/** Why the duty is due on its day: the reading of the term, and the arithmetic of the date. */
export function explainDuty(locale: Locale, explanation: StoredExplanation): string {
  const t = textsOf(locale).duty
  if ('chosen' in explanation) {
    const day = parseCivilDate(explanation.chosen)
    return day ? t.chosenDay(longDate(locale, day), weekday(locale, day)) : ''
  }
  if (!('reading' in explanation)) return sentence(locale, explanation)
  const { reading, due } = explanation
  if (reading.code === 'namedDay') {
    const day = parseCivilDate(due.date)
    return day ? t.namedDay(longDate(locale, day), weekday(locale, day)) : ''
  }
  return `${sentence(locale, due)} ${t.reading(reading)}`
}

export function periodName(locale: Locale, period: Period): string {
  return textsOf(locale).duty.period(periodLabel(period))
}

/** `виконано 12.05.2026, із запізненням на 3 дні`, `прострочено на 5 днів`, `залишилося 12 днів`. */
export function stateSentence(locale: Locale, duty: Duty, today: CivilDate): string {
  const t = textsOf(locale).duty
  const state = dutyState(duty, today)
  const late = daysLate(duty, today)
  if (state === 'fulfilled' && duty.fulfilledOn) {
    const on = shortDate(locale, duty.fulfilledOn)
    return late > 0 ? t.fulfilledLate(on, late) : t.fulfilledOn(on)
  }
  if (state === 'overdue')
    return duty.outcome === 'partly' ? `${t.overdueBy(late)}, ${t.partly}` : t.overdueBy(late)
  if (state === 'open') {
    const left = daysBetween(today, duty.due)
    return duty.outcome === 'partly' ? `${t.partly}, ${t.dueIn(left)}` : t.dueIn(left)
  }
  return t.states[state]
}
