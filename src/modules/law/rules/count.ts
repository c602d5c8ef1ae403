/** A term as a person asks for it, counted. */
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import { type Calendar, calendar } from '../../../legal-time/calendar.ts'
import { TRANSFERS } from '../../../legal-time/data/transfers.ts'
import {
  calendarDaysAfter,
  calendarDaysBefore,
  type Due,
  monthsAfter,
  workingDaysAfter,
  workingDaysBefore,
  yearsAfter,
} from '../../../legal-time/terms.ts'
import type { CalendarChoice, TermQuestion } from '../types.ts'

export function calendarOf(choice: CalendarChoice): Calendar {
  return calendar({
    week: choice.week === '6' ? 6 : 5,
    martialLaw: choice.martialLaw === 'by-date' ? 'byDate' : choice.martialLaw,
    transfers: choice.transfers ? TRANSFERS : [],
  })
}

/** Back from an event only in days: no act counts months backwards. */
export function countTerm(question: TermQuestion): Due | Refusal<'not_backwards' | 'not_strict'> {
  const days = calendarOf(question)
  const { event, count, unit, strict } = question
  if (question.direction === 'before') {
    if (unit === 'workingDays') return workingDaysBefore(days, event, count, { strict })
    if (unit !== 'calendarDays') return refuse('not_backwards', {}, 'unit')
    return strict ? refuse('not_strict', {}, 'strict') : calendarDaysBefore(days, event, count)
  }
  switch (unit) {
    case 'workingDays':
      return workingDaysAfter(days, event, count)
    case 'calendarDays':
      return calendarDaysAfter(days, event, count)
    case 'months':
      return monthsAfter(days, event, count)
    case 'years':
      return yearsAfter(days, event, count)
  }
}
