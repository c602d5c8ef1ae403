/** Forms of the coordinator: decisions on duties, schedules, reminders. */
import { z } from 'zod'
import {
  type CivilDate,
  compareDates,
  isWithin,
  type Period,
  parseCivilDate,
} from '../../../kernel/civil-date.ts'
import {
  checkbox,
  choice,
  cleanText,
  email,
  optionalDate,
  optionalId,
  optionalLine,
  paragraphs,
} from '../../../kernel/inputs.ts'
import { type Refusal, refuse } from '../../../kernel/refusal.ts'
import type { Recurrence } from '../../../legal-time/recurrence.ts'
import type { Schedule } from '../types.ts'

/** A button and nothing else. */
export const nothingSchema = z.strictObject({})

export const reasonSchema = z.strictObject({ reason: paragraphs(2_000) })

export const carrySchema = z.strictObject({
  to: optionalId<'duty'>(),
  date: optionalDate(),
  carryReason: paragraphs(2_000),
})

export const SCHEDULE_KINDS = ['dates', 'quarterly', 'monthly', 'halfYearly', 'yearly', 'continuous'] as const
export type ScheduleKind = (typeof SCHEDULE_KINDS)[number]

export const scheduleSchema = z.strictObject({
  how: choice(SCHEDULE_KINDS),
  dates: z
    .string({ error: 'not_text' })
    .max(10_000, 'too_long')
    .optional()
    .transform((t) => cleanText(t ?? '')),
  reason: paragraphs(2_000),
})

const base = { raw: '', period: null } as const
const RHYTHMS: Readonly<Record<Exclude<ScheduleKind, 'dates'>, Recurrence>> = {
  quarterly: { ...base, kind: 'quarterly', byDay: null, times: 1 },
  monthly: { ...base, kind: 'monthly', byDay: null },
  halfYearly: { ...base, kind: 'halfYearly', months: [] },
  yearly: { ...base, kind: 'yearly', months: [], quarters: [], by: null },
  continuous: { ...base, kind: 'continuous' },
}

/** Days are read line by line; each that is wrong is named. */
export function scheduleOf(
  form: { readonly how: ScheduleKind; readonly dates: string },
  programme: Period,
): Schedule | readonly Refusal[] {
  if (form.how !== 'dates') return { recurrence: RHYTHMS[form.how], dates: null }
  const lines = form.dates.split(/[\n,;]+/).map((l) => l.trim())
  const refusals: Refusal[] = []
  const dates: CivilDate[] = []
  for (const text of lines.filter((l) => l !== '')) {
    const date = parseCivilDate(text)
    if (date === null) refusals.push(refuse('schedule_bad_date', { text: text.slice(0, 40) }, 'dates'))
    else if (!isWithin(date, programme))
      refusals.push(refuse('schedule_outside', { date: date.toString() }, 'dates'))
    else if (dates.some((d) => d.equals(date)))
      refusals.push(refuse('schedule_twice', { date: date.toString() }, 'dates'))
    else dates.push(date)
  }
  if (refusals.length > 0) return refusals
  if (dates.length === 0) return [refuse('schedule_no_dates', {}, 'dates')]
  return { recurrence: null, dates: dates.sort(compareDates) }
}

export const remindersSchema = z
  .strictObject({
    executor: checkbox(),
    coordinator: checkbox(),
    deputyMayor: checkbox(),
    deputyName: optionalLine(200),
    deputyEmail: z.union([z.literal('').transform(() => null), email()]).optional(),
  })
  .transform((v) => ({ ...v, deputyEmail: v.deputyEmail ?? null }))

export const namedYearSchema = z.strictObject({ namedYear: choice(['excluded', 'included']) })
